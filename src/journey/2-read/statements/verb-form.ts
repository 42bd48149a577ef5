/** Forms of verbs: which stand as the verb of a sentence or a clause. */
import type { Sentence } from '../../../model/sentence.ts';
import { dependents } from '../grammar/tree.ts';

/** A verb in the past or the present: "said", "says". */
export const isFiniteTag = (tag: string | undefined): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';

/** A bare noun is no clause, whatever the parser calls it. */
export const isClause = (sentence: Sentence, token: number): boolean =>
  isVerbal(sentence.tokens[token]?.pos) ||
  dependents(sentence, token).some((child) => isVerbal(sentence.tokens[child]?.pos));

export const isVerbal = (pos: string | undefined): boolean => pos === 'VERB' || pos === 'AUX';

const HAVE_OR_DO = new Set(['have', 'do']);
const LONGEST_VERB_GROUP = 4;

/** Told as done: "said", "says", "has repeatedly said", "did say"; not "would say", "is said". */
export function isTold({ tokens }: Sentence, verb: number): boolean {
  const tag = tokens[verb]?.tag;
  if (isFiniteTag(tag)) return true;
  if (tag !== 'VBN' && tag !== 'VB') return false;
  // Taggers take "…, but told the council" and "the envoy, a Spaniard, told" for participles.
  const before = tokens[verb - 1];
  if (tag === 'VBN' && (before?.pos === 'CCONJ' || before?.text === ',')) return tokens[verb + 1]?.lower !== 'by';
  for (let at = verb - 1; at >= Math.max(0, verb - LONGEST_VERB_GROUP); at--) {
    if (tokens[at]?.pos === 'AUX') return HAVE_OR_DO.has(tokens[at]?.lemma ?? '');
    if (tokens[at]?.pos !== 'ADV') return false;
  }
  return false;
}

/** The first token of a verb with the adverbs and auxiliaries before it: "has" of "has repeatedly said". */
export function verbGroupStart({ tokens }: Sentence, verb: number): number {
  let first = verb;
  while (first > 0 && ['ADV', 'AUX', 'PART'].includes(tokens[first - 1]?.pos ?? '')) first--;
  return first;
}
