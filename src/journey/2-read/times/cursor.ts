/** A sentence as the rules for times see it: words with their roles in the lexicon, and the small questions rules ask of them. */

import type { PhraseTable } from '../../../knowledge/phrase-table.ts';
import type { TimeWord, TimeWords } from '../../../knowledge/time-words.ts';
import type { Token } from '../../../model/sentence.ts';
import type { TimeUnit } from '../../../model/time-expression.ts';
import { digitValue, ordinalValue, readNumber, startsWithDigit } from '../numbers/read-number.ts';

export interface TimeToken {
  readonly lower: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the token in its sentence; "mid-June" is one token and two words. */
  readonly index: number;
  readonly tag: string;
}

export interface Cursor {
  readonly words: readonly TimeToken[];
  readonly entries: readonly (TimeWord | null)[];
  readonly lexicon: TimeWords;
  readonly casing: 'mixed' | 'upper' | 'lower' | 'title';
}

const PREFIX = 'mid-';

/** Splits "mid-June" in two; other tokens are words as they are. */
export function wordsOf(tokens: readonly Token[]): readonly TimeToken[] {
  if (!tokens.some((token) => token.lower.startsWith(PREFIX))) return tokens;
  return tokens.flatMap((token): TimeToken[] => {
    if (!token.lower.startsWith(PREFIX) || token.lower.length === PREFIX.length) return [token];
    const cut = token.start + PREFIX.length;
    return [
      { ...token, lower: 'mid', text: token.text.slice(0, 3), end: cut },
      { ...token, lower: token.lower.slice(PREFIX.length), text: token.text.slice(PREFIX.length), start: cut },
    ];
  });
}

export const lowerAt = (cursor: Cursor, at: number): string => cursor.words[at]?.lower ?? '';
export const entryAt = (cursor: Cursor, at: number): TimeWord | null => cursor.entries[at] ?? null;
export const tagAt = (cursor: Cursor, at: number): string => cursor.words[at]?.tag ?? '';

/** True where two words stand without white space between ("two-hour"). */
export const touches = (cursor: Cursor, at: number): boolean => cursor.words[at]?.end === cursor.words[at + 1]?.start;

export const isHyphen = (word: string): boolean => word === '-' || word === '–' || word === '—';

export function isCapitalised(cursor: Cursor, at: number): boolean {
  const first = cursor.words[at]?.text.charAt(0) ?? '';
  return first !== first.toLowerCase();
}

export interface ReadYear {
  readonly year: number;
  readonly short: boolean;
  readonly next: number;
}

/** "1998" (1000 to 2999) or "'98". */
export function yearAt(cursor: Cursor, at: number): ReadYear | null {
  const word = lowerAt(cursor, at);
  if (word.length === 4 && startsWithDigit(word)) {
    const year = digitValue(word);
    return year !== null && year >= 1000 && year < 3000 ? { year, short: false, next: at + 1 } : null;
  }
  const apart = (word === "'" || word === '’') && touches(cursor, at) ? lowerAt(cursor, at + 1) : '';
  const short = word.length === 3 && word.charCodeAt(0) === 39 ? word.slice(1) : apart;
  const value = short.length === 2 ? digitValue(short) : null;
  return value === null ? null : { year: value, short: true, next: apart === '' ? at + 1 : at + 2 };
}

/** "nineteen ninety-seven", "two thousand and five", "twenty sixteen". */
export function yearInWordsAt(cursor: Cursor, at: number): ReadYear | null {
  const { words, lexicon } = cursor;
  const first = readNumber(words, at, lexicon.numbers);
  if (first === null || first.digits) return null;
  if (first.value >= 1900 && first.value < 2100) return { year: first.value, short: false, next: first.next };
  if (first.value < 15 || first.value > 20) return null;
  const second = readNumber(words, first.next, lexicon.numbers);
  if (second === null || second.digits || second.value < 10 || second.value > 99) return null;
  return { year: first.value * 100 + second.value, short: false, next: second.next };
}

/** A day of the month: "12", "12th", "twelfth", "twenty-first". */
export function dayAt(cursor: Cursor, at: number): { day: number; next: number; ordinal: boolean } | null {
  const word = lowerAt(cursor, at);
  const ordinal = ordinalAt(cursor, at);
  if (ordinal !== null) return ordinal.value <= 31 ? { day: ordinal.value, next: ordinal.next, ordinal: true } : null;
  if (word.length > 2) return null;
  const digits = digitValue(word);
  return digits !== null && digits >= 1 && digits <= 31 ? { day: digits, next: at + 1, ordinal: false } : null;
}

/** "third", "21st", "twenty-first". */
export function ordinalAt(cursor: Cursor, at: number): { value: number; next: number } | null {
  const { words, lexicon } = cursor;
  const word = lowerAt(cursor, at);
  const value = ordinalValue(word, lexicon.numbers);
  if (value !== null) return value === 0 ? null : { value, next: at + 1 };
  const tens = lexicon.numbers.words.get(word);
  if (tens?.role !== 'ten' || words[at + 1]?.lower !== '-') return null;
  const unit = lexicon.numbers.ordinals.get(lowerAt(cursor, at + 2));
  return unit !== undefined && unit < 10 ? { value: tens.value + unit, next: at + 3 } : null;
}

export interface ReadAmount {
  /** Null = vague ("several"). */
  readonly amount: number | null;
  /** "two or three", "10 to 15", "10–15". */
  readonly upTo?: number;
  readonly next: number;
  /** True for "a", "an", "one". */
  readonly single: boolean;
}

/** An amount before a unit: "two", "a", "several", "a couple of", "10 to 15", "half an". */
export function amountAt(cursor: Cursor, at: number): ReadAmount | null {
  const plain = plainAmountAt(cursor, at);
  if (plain === null || plain.amount === null) return plain;
  const join = lowerAt(cursor, plain.next);
  if (join !== 'or' && join !== 'to' && !isHyphen(join)) return plain;
  const second = readNumber(cursor.words, plain.next + 1, cursor.lexicon.numbers);
  if (second === null || second.value <= plain.amount) return plain;
  return { ...plain, upTo: second.value, next: second.next, single: false };
}

function plainAmountAt(cursor: Cursor, at: number): ReadAmount | null {
  const word = lowerAt(cursor, at);
  const next = lowerAt(cursor, at + 1);
  const { lexicon } = cursor;
  if (word === 'half')
    return next === 'a' || next === 'an' || isHyphen(next)
      ? { amount: 0.5, next: at + 2, single: false }
      : { amount: 0.5, next: at + 1, single: false };
  const isArticle = word === 'a' || word === 'an' || word === 'the';
  const named = isArticle ? next : word;
  const after = at + (isArticle ? 2 : 1);
  if (lexicon.pairs.has(named))
    return { amount: 2, next: lowerAt(cursor, after) === 'of' ? after + 1 : after, single: false };
  if (lexicon.vagueAmounts.has(named) && word !== 'the' && lowerAt(cursor, at - 1) !== 'as')
    return { amount: null, next: lowerAt(cursor, after) === 'of' ? after + 1 : after, single: false };
  const number = readNumber(cursor.words, at, lexicon.numbers);
  if (number !== null)
    return {
      amount: number.value,
      next: halfAfter(cursor, number.next),
      single: number.value === 1,
      ...halfOf(cursor, number.next, number.value),
    };
  if (word === 'a' || word === 'an' || word === 'another') return { amount: 1, next: at + 1, single: true };
  return null;
}

/** "two and a half years". */
const saysAndAHalf = (cursor: Cursor, at: number): boolean =>
  lowerAt(cursor, at) === 'and' &&
  (lowerAt(cursor, at + 1) === 'a' || lowerAt(cursor, at + 1) === 'one') &&
  lowerAt(cursor, at + 2) === 'half';
const halfAfter = (cursor: Cursor, at: number): number => (saysAndAHalf(cursor, at) ? at + 3 : at);
const halfOf = (cursor: Cursor, at: number, value: number): { amount?: number } =>
  saysAndAHalf(cursor, at) ? { amount: value + 0.5 } : {};

export interface ReadUnit {
  readonly unit: TimeUnit;
  readonly many: boolean;
  /** Units in one: a fortnight is 2 weeks. */
  readonly amount: number;
  readonly next: number;
  readonly hyphenated: boolean;
}

/** A unit after an amount, past a hyphen or one adjective: "two-hour", "three straight days". */
export function unitAfterAmount(cursor: Cursor, at: number): ReadUnit | null {
  const hyphenated = isHyphen(lowerAt(cursor, at));
  const skipped =
    hyphenated ||
    (cursor.lexicon.amountAdjectives.has(lowerAt(cursor, at)) && entryAt(cursor, at + 1)?.unit !== undefined);
  const position = skipped ? at + 1 : at;
  const entry = entryAt(cursor, position);
  return entry?.unit
    ? { unit: entry.unit, many: entry.many, amount: entry.amount, next: position + 1, hyphenated }
    : null;
}

/** The longest phrase of the table that starts at a word; hyphens in the text are passed over. */
export function phraseAt<T>(table: PhraseTable<T>, cursor: Cursor, at: number): { entry: T; next: number } | null {
  for (const phrase of table.get(lowerAt(cursor, at)) ?? []) {
    let position = at + 1;
    let index = 1;
    for (; index < phrase.words.length; index++, position++) {
      if (isHyphen(lowerAt(cursor, position))) position++;
      if (lowerAt(cursor, position) !== phrase.words[index]) break;
    }
    if (index === phrase.words.length) return { entry: phrase.entry, next: position };
  }
  return null;
}

const NOUN_STARTS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'this',
  'that',
  'these',
  'those',
  'being',
  'any',
  'all',
]);
const NOUN_TAGS: ReadonlySet<string> = new Set([
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'PRP',
  'PRP$',
  'DT',
  'VBG',
  'JJ',
  'CD',
  'EX',
]);

/** True where a noun phrase or clause goes on, so that "before" and "after" take it as their object. */
export const startsNoun = (cursor: Cursor, at: number): boolean =>
  NOUN_STARTS.has(lowerAt(cursor, at)) || NOUN_TAGS.has(tagAt(cursor, at)) || isCapitalised(cursor, at);
