/** What the tagger and the parser know of a written word by itself: hashes of the word and its ends, shape, lexicon data. */
import type { Lexicon } from '../../../knowledge/grammar-weights.ts';
import { digit, isLetter, kindOf, lowerLetter, upperLetter } from './characters.ts';
import { hashText } from './hashing.ts';

export interface WordForm {
  readonly lower: string;
  readonly hash: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** Small number for the pattern of capitals, digits and marks. */
  readonly shape: number;
  /** 1 where the word opens with a capital, 2 where it is all capitals, else 0; 3 at the edges of a sentence. */
  readonly capital: number;
  /** Word clusters, coarse (1..64) and fine (1..512); 0 for words outside the lexicon. */
  readonly coarse: number;
  readonly fine: number;
  /** Word classes the dictionary gives the form, as bits. */
  readonly classes: number;
  /** Class of tags seen in training: an index from 1; 0 for words not seen. */
  readonly ambiguity: number;
}

/** Lower case with straight apostrophes, as lexicons write words. */
export function lowerCased(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replaceAll('’', "'").replaceAll('‘', "'") : lower;
}

/** Longer words are compared by their first letters only. */
const longestHashed = 60;

export function wordForm(text: string, lexicon: Lexicon): WordForm {
  const whole = lowerCased(text);
  const lower = whole.slice(0, longestHashed);
  const n = lower.length;
  const hash = hashText(lower);
  const entry = lexicon.find(hash);
  const suffix = (length: number) => hashText(lower, Math.max(0, n - length), n);
  const prefix = (length: number) => hashText(lower, 0, Math.min(n, length));
  return {
    lower: whole,
    hash,
    prefix1: prefix(1),
    prefix2: prefix(2),
    prefix3: prefix(3),
    prefix4: prefix(4),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    shape: shapeOf(text),
    capital: capitalOf(text),
    coarse: entry < 0 ? 0 : (lexicon.coarse[entry] ?? 0),
    fine: entry < 0 ? 0 : (lexicon.fine[entry] ?? 0),
    classes: entry < 0 ? 0 : (lexicon.classes[entry] ?? 0),
    ambiguity: entry < 0 ? 0 : (lexicon.ambiguity[entry] ?? 0),
  };
}

/** First letter's case, the rest's case, digits, marks and a coarse length, packed into one small number. */
function shapeOf(text: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let marks = 0;
  const n = Math.min(text.length, longestHashed);
  for (let i = 0; i < n; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === upperLetter) upper++;
    else if (kind === lowerLetter) lower++;
    else if (kind === digit) digits++;
    else marks++;
  }
  const opening = kindOf(text.charCodeAt(0));
  const opens = opening === upperLetter ? 2 : isLetter(opening) ? 1 : opening === digit ? 3 : 0;
  const some = (count: number) => (count === 0 ? 0 : count === 1 ? 1 : 2);
  return (
    (((opens * 3 + some(upper)) * 2 + Math.min(1, lower)) * 3 + some(digits)) * 6 + some(marks) * 2 + (n > 3 ? 1 : 0)
  );
}

function capitalOf(text: string): number {
  if (kindOf(text.charCodeAt(0)) !== upperLetter) return 0;
  return text.length > 1 && text === text.toUpperCase() ? 2 : 1;
}

/** Stands before the first and after the last word of a sentence. */
export const edgeForm: WordForm = {
  lower: '',
  hash: 1,
  prefix1: 1,
  prefix2: 1,
  prefix3: 1,
  prefix4: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  shape: 999,
  capital: 3,
  coarse: 99,
  fine: 999,
  classes: 0x8000,
  ambiguity: 0xffff,
};
