/** Why, in the language of the page where there are words for it; otherwise the program's English sentence, marked as English. */
import type { Reason } from '../../../src/model/reason.ts';
import { useSpeech } from '../words/use-words.ts';
import { sayReason, withWrittenMoments } from './say-reason.ts';

export function SaidReason({ text, reason }: { text: string; reason: Reason | null | undefined }) {
  const speech = useSpeech();
  if (reason === null || reason === undefined) return <bdi lang="en">{text}</bdi>;
  if (speech.language === 'en') return <bdi>{withWrittenMoments(text, reason, speech)}</bdi>;
  const said = sayReason(reason, speech);
  return said === null ? <bdi lang="en">{text}</bdi> : <bdi dir={speech.direction}>{said}</bdi>;
}
