/** Decides between two trees by the trained weights. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { sumOfWeights } from '../../../knowledge/weight-tables.ts';
import type { Judge } from './alternatives.ts';
import { differingWords, maxChoiceFeatures, roomForWords, turnFeatures, wordFeatures } from './choice-features.ts';

/**
 * By how much (weights as stored, 200 a logit): where the other tree is the better one three times in five. Half of the trees that
 * would be taken without it are left as they are, as the weights know less of reports than of the treebank.
 */
const leastGain = 80;

/** The other tree is taken where its features weigh more than those of the tree. */
export function judgeOf({ choices }: Grammar): Judge {
  const keys = new Int32Array(maxChoiceFeatures);
  const words = roomForWords();
  return (turn) => {
    const count = differingWords(turn, words);
    if (count === 0) return false;
    let end = turnFeatures(turn, keys);
    for (let i = 0; i < count; i++) end = wordFeatures(turn.otherTree, words[i] as number, keys, end);
    const gain = sumOfWeights(choices, keys, end);
    end = 0;
    for (let i = 0; i < count; i++) end = wordFeatures(turn.tree, words[i] as number, keys, end);
    return gain - sumOfWeights(choices, keys, end) > leastGain;
  };
}
