/** Participles that the tagger takes for finite verbs or adjectives: "Hooded men broke in", "laid siege", "leaving his son wounded". */
import type { Tagged } from './tagged.ts';

/** "Hooded men broke into a shop": a participle that opens a sentence before a noun and its verb. */
export function settleOpening({ words, tagOf, set }: Tagged): void {
  const isOpening = tagOf(0) === 'VBD' && words[0]?.lower.endsWith('ed') === true && tagOf(1) === 'NNS';
  if (isOpening && (tagOf(2) === 'VBD' || tagOf(2) === 'VBZ' || tagOf(2) === 'MD')) set(0, 'VBN');
}

/** "Troops laid siege to the town", "Rebels laid down their arms": no adjective stands between a noun and what was laid. */
export function settleLaid({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  if (tagOf(word) === 'JJ' && tagOf(word - 1).startsWith('NN') && (next === 'NN' || next === 'RP')) set(word, 'VBD');
}

/** "Norway withheld payments", "lent": forms of a verb and of nothing else. */
export function settlePastOnly({ tagOf, set }: Tagged, word: number): void {
  if (!tagOf(word).startsWith('V') && tagOf(word - 1).startsWith('NN')) set(word, 'VBD');
}

const LEAVES: ReadonlySet<string> = new Set(['leave', 'leaves', 'left', 'leaving']);
/** "leaving his two young sons badly wounded": so many words may stand between. */
const LEFT_REACH = 6;
const BETWEEN: ReadonlySet<string> = new Set(['CD', 'DT', 'JJ', 'PRP$', 'RB']);

/** "leaving his son wounded": a state in which somebody was left, and no verb of its own. */
export function settleState({ words, tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) !== 'VBD') return;
  for (let at = word - 1; at >= 0 && at >= word - LEFT_REACH; at -= 1) {
    if (LEAVES.has(words[at]?.lower ?? '')) {
      if (at < word - 1) set(word, 'VBN');
      return;
    }
    if (!(BETWEEN.has(tagOf(at)) || tagOf(at).startsWith('NN'))) return;
  }
}

/** "released 35 captured soldiers": no verb stands between a number and those it counts. */
export function settleTaken({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) === 'VBD' && tagOf(word - 1) === 'CD' && tagOf(word + 1) === 'NNS') set(word, 'VBN');
}

/** "Norway's ruling party": behind an owner and before a noun, an adjective. */
export function settleOwned({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) === 'VBG' && tagOf(word - 1) === 'POS' && tagOf(word + 1).startsWith('NN')) set(word, 'JJ');
}

/** "Nobody was hurt": no adverb. */
export function settleHurt({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word).startsWith('RB')) set(word, 'VBN');
}

/** "found the colonel guilty": no noun. */
export function settleGuilty({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word).startsWith('NN')) set(word, 'JJ');
}
