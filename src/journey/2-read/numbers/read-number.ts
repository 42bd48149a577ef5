/** Numbers in digits and words: "1,200", "2.5 million", "twenty-five", "two dozen", "a hundred and twenty". */
import type { NumberWord, NumberWords } from '../../../knowledge/quantity-words.ts';

/** What number reading needs of a token. */
export interface NumberToken {
  readonly lower: string;
}

export interface ReadNumber {
  readonly value: number;
  /** Index after the last token. */
  readonly next: number;
  readonly digits: boolean;
}

const ZERO = 48;
const NINE = 57;
const isDigit = (unit: number): boolean => unit >= ZERO && unit <= NINE;
export const startsWithDigit = (word: string): boolean => isDigit(word.charCodeAt(0));

/** Value of a token of digits ("30", "1,200", "2.5"); null for anything else, for "1,20" and for more than 15 digits. */
export function digitValue(word: string): number | null {
  const first = word.charCodeAt(0);
  if (!isDigit(first) || word.length > 19) return null;
  let value = 0;
  let fraction = 0;
  let digits = 0;
  let group = -1;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (isDigit(unit)) {
      if (++digits > 15) return null;
      if (fraction > 0) {
        value += (unit - ZERO) * fraction;
        fraction /= 10;
      } else {
        value = value * 10 + unit - ZERO;
        if (group >= 0) group++;
      }
    } else if (unit === 44 && fraction === 0 && (group === -1 || group === 3)) group = 0;
    else if (unit === 46 && fraction === 0 && i + 1 < word.length && (group === -1 || group === 3)) fraction = 0.1;
    else return null;
  }
  if (group !== -1 && group !== 3) return null;
  return fraction === 0 ? value : Math.round(value * 1e6) / 1e6;
}

/** "12th" → 12; "first" → 1; null for anything else. */
export function ordinalValue(word: string, words: NumberWords): number | null {
  const named = words.ordinals.get(word);
  if (named !== undefined) return named;
  const length = word.length;
  if (length < 3 || length > 6 || !startsWithDigit(word)) return null;
  const tail = word.slice(-2);
  if (tail !== 'th' && tail !== 'st' && tail !== 'nd' && tail !== 'rd') return null;
  return digitValue(word.slice(0, -2));
}

/** The longest number that starts at token `at`; null when none does. "A" and "an" count only before hundred, thousand, dozen … */
export function readNumber(tokens: readonly NumberToken[], at: number, words: NumberWords): ReadNumber | null {
  const word = tokens[at]?.lower;
  if (word === undefined) return null;
  if (startsWithDigit(word)) return readDigits(tokens, at, word, words);
  if (word === 'a' || word === 'an') return readAfterArticle(tokens, at, words);
  if (word === 'half') return readHalf(tokens, at, words);
  const first = words.words.get(word);
  return first === undefined ? null : readWords(tokens, at, first, words);
}

function readDigits(tokens: readonly NumberToken[], at: number, word: string, words: NumberWords): ReadNumber | null {
  const simple = simpleFraction(word);
  if (simple !== null) return { value: simple, next: at + 1, digits: true };
  const digits = digitValue(word);
  if (digits === null) return null;
  const half = simpleFraction(tokens[at + 1]?.lower ?? '');
  if (half !== null && Number.isInteger(digits)) return { value: digits + half, next: at + 2, digits: true };
  const scaled = applyScales(tokens, at + 1, digits, words);
  return { value: scaled.value, next: scaled.next, digits: true };
}

/** "1/2", "3/4": below one and with a small denominator, so that dates are not taken for fractions. */
function simpleFraction(word: string): number | null {
  if (word.length !== 3 || word.charCodeAt(1) !== 47) return word === '½' ? 0.5 : null;
  const top = word.charCodeAt(0) - ZERO;
  const bottom = word.charCodeAt(2) - ZERO;
  return top > 0 && top < bottom && bottom <= 8 ? top / bottom : null;
}

function readAfterArticle(tokens: readonly NumberToken[], at: number, words: NumberWords): ReadNumber | null {
  const next = words.words.get(tokens[at + 1]?.lower ?? '');
  if (next === undefined) return null;
  if (next.role === 'group') return { value: next.value, next: skipOf(tokens, at + 2), digits: false };
  if (next.role !== 'scale') return null;
  return readWords(tokens, at + 1, next, words);
}

/** "half a million". */
function readHalf(tokens: readonly NumberToken[], at: number, words: NumberWords): ReadNumber | null {
  const scale = tokens[at + 1]?.lower === 'a' ? words.words.get(tokens[at + 2]?.lower ?? '') : undefined;
  return scale?.role === 'scale' || (scale?.role === 'group' && scale.value > 3)
    ? { value: scale.value / 2, next: at + 3, digits: false }
    : null;
}

/** "a couple of people" → the index of "people". */
const skipOf = (tokens: readonly NumberToken[], at: number): number => (tokens[at]?.lower === 'of' ? at + 1 : at);

/** Multiplies by the scales and groups that follow: "2.5 million", "10 thousand", "3 dozen". */
function applyScales(
  tokens: readonly NumberToken[],
  at: number,
  start: number,
  words: NumberWords,
): { value: number; next: number } {
  let value = start;
  let next = at;
  for (let count = 0; count < 3; count++) {
    const word = words.words.get(tokens[next]?.lower ?? '');
    if (word?.role === 'scale') value *= word.value;
    else if (word?.role === 'group' && word.value > 3) {
      return { value: value * word.value, next: skipOf(tokens, next + 1) };
    } else break;
    next++;
  }
  return { value, next };
}

/** Number words in order: "two hundred and five thousand and twenty-five"; two units in a row end the number. */
function readWords(
  tokens: readonly NumberToken[],
  at: number,
  first: NumberWord,
  words: NumberWords,
): ReadNumber | null {
  if (first.role === 'group' || first.role === 'ordinal' || first.role === 'fraction') return null;
  let total = 0;
  let current = 0;
  let last: NumberWord['role'] | 'start' = 'start';
  let next = at;
  let end = at;
  for (;;) {
    const word = words.words.get(tokens[next]?.lower ?? '');
    if (word === undefined || !mayFollow(last, word, current)) break;
    if (word.role === 'group')
      return { value: (total + current) * word.value, next: skipOf(tokens, next + 1), digits: false };
    if (word.role === 'scale') {
      const scaled = Math.max(1, current) * word.value;
      if (word.value === 100) current = scaled;
      else {
        total += scaled;
        current = 0;
      }
    } else current += word.value;
    last = word.role;
    end = next + 1;
    next = joinAt(tokens, end, last, words);
  }
  return end === at ? null : { value: total + current, next: end, digits: false };
}

function mayFollow(last: NumberWord['role'] | 'start', word: NumberWord, current: number): boolean {
  switch (word.role) {
    case 'unit':
      return last === 'start' || last === 'scale' || (last === 'ten' && word.value > 0);
    case 'teen':
    case 'ten':
      return last === 'start' || last === 'scale';
    case 'scale':
      return word.value > 100 || current < 100;
    case 'group':
      return last !== 'start' && last !== 'scale' && word.value > 3;
    default:
      return false;
  }
}

/** Where the number may go on: past the hyphen of "twenty-five" or the "and" of "a hundred and five". */
function joinAt(tokens: readonly NumberToken[], at: number, last: NumberWord['role'], words: NumberWords): number {
  const word = tokens[at]?.lower;
  if (word === '-' && last === 'ten')
    return words.words.get(tokens[at + 1]?.lower ?? '')?.role === 'unit' ? at + 1 : at;
  if (word === 'and' && last === 'scale' && words.words.get(tokens[at + 1]?.lower ?? '')?.role !== 'scale')
    return at + 1;
  return at;
}
