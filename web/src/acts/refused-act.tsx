/** Why the program did not take a decision: in the reader's language by its code, and as the program put it. */
import { ApiError } from '../api.ts';
import { useSpeech } from '../words/use-words.ts';

export function RefusedAct({ error }: { error: Error }) {
  const { words, language } = useSpeech();
  const problem = error instanceof ApiError ? error.problem : null;
  const said = words.acts.refusal[problem?.errors?.[0]?.where ?? ''];
  return (
    <p role="alert" className="refused small">
      <b>{words.review.refused}.</b> {problem === null ? words.failed.unreachable : said}{' '}
      {problem !== null && (language !== 'en' || said === undefined) && (
        <span lang="en" dir="ltr" className="block">
          {problem.detail}
        </span>
      )}
    </p>
  );
}
