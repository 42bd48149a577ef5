/** Why the program did not take a decision: in the reader's language by its code, as the program put it, and which decisions stand against it. */
import { Link } from '@tanstack/react-router';
import { ApiError } from '../api.ts';
import { useSpeech } from '../words/use-words.ts';

const DECISION = 'decision:';

export function RefusedAct({ error }: { error: Error }) {
  const { words, language } = useSpeech();
  const problem = error instanceof ApiError ? error.problem : null;
  const against = (problem?.errors ?? []).flatMap(({ where }) =>
    where.startsWith(DECISION) ? [where.slice(DECISION.length)] : [],
  );
  const said = words.acts.refusal[problem?.errors?.[0]?.where ?? ''];
  return (
    <p role="alert" className="refused small">
      <b>{words.review.refused}.</b> {problem === null ? words.failed.unreachable : said}{' '}
      {problem !== null && (language !== 'en' || said === undefined) && (
        <span lang="en" dir="ltr" className="block">
          {problem.detail}
        </span>
      )}
      {against.length > 0 && (
        <Link to="/review" search={{ show: 'decided' }}>
          {words.review.decided}: {against.join(', ')}
        </Link>
      )}
    </p>
  );
}
