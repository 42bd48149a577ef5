/** Forms of verbs: which stand as the verb of a sentence or a clause. */
import type { Sentence } from '../../../model/sentence.ts';
import { dependents } from '../grammar/tree.ts';

/** A verb in the past or the present: "said", "says". */
export const isFiniteTag = (tag: string | undefined): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';

/** A bare noun is no clause, whatever the parser calls it. */
export const isClause = (sentence: Sentence, token: number): boolean =>
  isVerbal(sentence.tokens[token]?.pos) ||
  dependents(sentence, token).some((child) => isVerbal(sentence.tokens[child]?.pos));

const isVerbal = (pos: string | undefined): boolean => pos === 'VERB' || pos === 'AUX';
