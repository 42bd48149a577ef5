/** Why, in the language of the page where there are words for it; otherwise the program's English sentence, marked as English. */
import type { Reason } from '../../../src/model/reason.ts';
import { useSpeech } from '../words/use-words.ts';
import { sayReason } from './say-reason.ts';

export function SaidReason({ text, reason }: { text: string; reason: Reason | null | undefined }) {
  const speech = useSpeech();
  const said = reason === null || reason === undefined ? null : sayReason(reason, speech);
  return said === null ? <bdi lang="en">{text}</bdi> : <bdi dir={speech.direction}>{said}</bdi>;
}
