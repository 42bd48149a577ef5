/** What a number is a number of: a count of people or things, or money, a distance, an age, a date, a name. */
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import type { QuantityKind } from '../../../model/quantity.ts';
import type { Token } from '../../../model/sentence.ts';
import { startsWithDigit } from '../numbers/read-number.ts';
import type { ReadClaim } from './number-claim.ts';

const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

export function kindOf(tokens: readonly Token[], { claim, core }: ReadClaim, words: QuantityWords): QuantityKind {
  const { first, last } = core;
  if (claim.op === 'word' && !startsWithDigit(lower(tokens, first)))
    return measureAfter(tokens, last, words) ?? 'count';
  return (
    moneyBefore(tokens, first, words) ??
    ageOf(tokens, first, last, words) ??
    measureAfter(tokens, last, words) ??
    nameOf(tokens, first, last, words) ??
    dateOf(tokens, core, claim, words) ??
    'count'
  );
}

function moneyBefore(tokens: readonly Token[], first: number, words: QuantityWords): QuantityKind | null {
  return words.moneyBefore.has(lower(tokens, first - 1)) ? 'money' : null;
}

/** "aged 12", "12-year-old", "Ali, 34, a driver". */
function ageOf(tokens: readonly Token[], first: number, last: number, words: QuantityWords): QuantityKind | null {
  if (words.ageBefore.has(lower(tokens, first - 1)) || isInAgeList(tokens, first, words)) return 'age';
  const unit = lower(tokens, last + 1) === '-' ? last + 2 : last + 1;
  if (['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days', 'yr'].includes(lower(tokens, unit))) {
    const old = lower(tokens, unit + 1) === '-' ? unit + 2 : unit + 1;
    if (
      lower(tokens, old) === 'old' ||
      lower(tokens, old) === 'olds' ||
      (lower(tokens, old) === 'of' && lower(tokens, old + 1) === 'age')
    )
      return 'age';
  }
  if (/^years?-olds?$/.test(lower(tokens, unit))) return 'age';
  const isBetweenCommas =
    lower(tokens, first - 1) === ',' && [',', '.', ')', ';', 'and'].includes(lower(tokens, last + 1));
  const isAfterName = namesOne(tokens, first - 2, words);
  const isShort = last === first && /^\d{1,3}$/.test(lower(tokens, first));
  const counts = COUNTS_BEHIND.has(lower(tokens, last + 2)) || isOfThem(tokens, last + 2);
  return isShort && ((isBetweenCommas && isAfterName && !counts) || isManOf(tokens, first, words)) ? 'age' : null;
}

const COUNTS_BEHIND: ReadonlySet<string> = new Set(['including', 'among', 'most', 'mostly', 'some', 'three']);

/** "…, 26, of them women"; in "Omar Said, 26, of Homs" the number is an age. */
const isOfThem = (tokens: readonly Token[], at: number): boolean =>
  lower(tokens, at) === 'of' && ['whom', 'them', 'which', 'those'].includes(lower(tokens, at + 1));

/** "a man of 60", "a woman of about 30": of one person, how old; "the killing of 38 villagers" counts what follows. */
const isManOf = (tokens: readonly Token[], first: number, words: QuantityWords): boolean => {
  if (/^NNP?S$/.test(tokens[first + 1]?.tag ?? '')) return false;
  const of = lower(tokens, first - 1) === 'about' ? first - 2 : first - 1;
  const noun = tokens[of - 1];
  return (
    lower(tokens, of) === 'of' &&
    noun?.tag === 'NN' &&
    words.people.has(noun.lower) &&
    !words.sizedGroups.has(noun.lower)
  );
};

/** "aged 20, 25 and 31". */
function isInAgeList(tokens: readonly Token[], first: number, words: QuantityWords): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const word = lower(tokens, i);
    if (words.ageBefore.has(word)) return true;
    if (word !== ',' && word !== 'and' && word !== 'or' && !/^\d{1,3}$/.test(word)) return false;
  }
  return false;
}

/** A name, or a noun for one person ("the driver, 34, …"). */
function namesOne(tokens: readonly Token[], at: number, words: QuantityWords): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const isCapital = /^[A-Z]/.test(token.text);
  // A surname that is also a word ("Omar Said") follows a name.
  if (/^NNP/.test(token.tag) || /^NNP/.test(tokens[at - 1]?.tag ?? '')) return isCapital;
  return token.tag === 'NN' && words.people.has(token.lower);
}

/** The word after the number, past a hyphen: "120 mm", "a 10-hour battle", "40 per cent". */
function measureAfter(tokens: readonly Token[], last: number, words: QuantityWords): QuantityKind | null {
  const hyphen = lower(tokens, last + 1) === '-' ? 1 : 0;
  const next = lower(tokens, last + 1 + hyphen);
  if (next === 'per' && lower(tokens, last + 2 + hyphen) === 'cent') return 'percentage';
  if (isOpenEnd(tokens, last, words)) return 'duration';
  // "Two thirds of the dead" is a share.
  if (words.numbers.fractions.has(next) && next.endsWith('s')) return 'percentage';
  const found = words.measures.get(next);
  if (found !== undefined) return found === 'time' ? 'duration' : found;
  // "two more weeks", "three straight days", "10 nautical miles"
  const after = words.measures.get(lower(tokens, last + 2));
  return hyphen === 0 && (after === 'time' || after === 'distance') && /^JJ/.test(tokens[last + 1]?.tag ?? '')
    ? after === 'time'
      ? 'duration'
      : after
    : null;
}

/** "a week or two": the number belongs to the unit before it. */
const isOpenEnd = (tokens: readonly Token[], last: number, words: QuantityWords): boolean =>
  lower(tokens, last - 1) === 'or' && words.measures.get(lower(tokens, last - 2)) === 'time';

/** "Resolution 2254", "Highway 5", "5 Main Street", "F-16", "M4". */
function nameOf(tokens: readonly Token[], first: number, last: number, words: QuantityWords): QuantityKind | null {
  const before = tokens[first - 1];
  const isDigits = startsWithDigit(lower(tokens, first));
  if (
    before !== undefined &&
    words.namedBy.has(before.lower) &&
    (isDigits || before.text !== before.lower) &&
    before.lower !== 'i'
  )
    return 'name';
  if (
    before?.text === '-' &&
    isDigits &&
    before.start === tokens[first - 2]?.end &&
    before.end === tokens[first]?.start &&
    /^[A-Za-z]{1,6}$/.test(tokens[first - 2]?.text ?? '')
  )
    return 'name';
  if (before?.text === '#') return 'name';
  if (!isDigits) return null;
  if (lower(tokens, first).includes(':') || isClock(tokens, first)) return 'time';
  if (isListMark(tokens, first, last)) return 'name';
  // "1601 S. Cherry"
  if (/^[NSEW]\.?$/.test(tokens[last + 1]?.text ?? '') && /^[A-Z0-9]/.test(tokens[last + 2]?.text ?? '')) return 'name';
  for (let i = last + 1; i <= last + 4; i++) {
    const token = tokens[i];
    if (token === undefined || !/^[A-Z0-9]/.test(token.text)) return null;
    if (words.streetWords.has(token.lower) && i > last + 1) return 'name';
  }
  return null;
}

/** "at 2230", "at about 0945". */
function isClock(tokens: readonly Token[], first: number): boolean {
  const word = lower(tokens, first);
  if (!/^\d{4}$/.test(word) || Number(word) > 2400 || Number(word) % 100 > 59) return false;
  const lead = lower(tokens, first - 1);
  return (
    // "between 0200 and 0300": no count is written so.
    word.startsWith('0') ||
    lead === 'at' ||
    ((lead === 'about' || lead === 'around') && lower(tokens, first - 2) === 'at') ||
    lower(tokens, first + 1) === 'hours' ||
    lower(tokens, first + 1) === 'gmt'
  );
}

/** "2. The victim …", "3) …": a mark of a list. */
const isListMark = (tokens: readonly Token[], first: number, last: number): boolean =>
  (first === 0 || ['.', ':', ';'].includes(lower(tokens, first - 1))) &&
  ['.', ')'].includes(lower(tokens, last + 1)) &&
  /^\d{1,2}$/.test(lower(tokens, first));

const isYear = (n: number | undefined): boolean => n !== undefined && n >= 1900 && n <= 2100;

const YEAR_LEADS: ReadonlySet<string> = new Set([
  'in',
  'since',
  'until',
  'by',
  'during',
  'of',
  'from',
  'before',
  'after',
  'early',
  'late',
  'mid',
  'year',
  'between',
  'and',
  'to',
  ',',
  '(',
]);

/** "12 June", "June 12", "in 2016", "10 a.m.". */
function dateOf(
  tokens: readonly Token[],
  { first, last }: ReadClaim['core'],
  { n, n2 }: ReadClaim['claim'],
  words: QuantityWords,
): QuantityKind | null {
  if (first === last && /^\d{1,2}$/.test(lower(tokens, first))) {
    const next = tokens[last + 1];
    if (isMonth(next, words) || isMonth(tokens[first - 1], words)) return 'time';
  }
  if (isYear(n) && isYear(n2) && !words.people.has(lower(tokens, last + 1))) return 'time';
  if (n === undefined || first !== last || !/^\d{4}$/.test(lower(tokens, first)) || n < 1900 || n > 2100) return null;
  const counts = /^(NNS|JJ)$/.test(tokens[last + 1]?.tag ?? '') || words.people.has(lower(tokens, last + 1));
  return counts &&
    lower(tokens, first - 1) !== 'the' &&
    !isMonth(tokens[first - 1], words) &&
    !YEAR_LEADS.has(lower(tokens, first - 1))
    ? null
    : 'time';
}

const isMonth = (token: Token | undefined, words: QuantityWords): boolean =>
  token !== undefined &&
  words.months.has(token.lower) &&
  token.tag !== 'MD' &&
  token.tag !== 'VB' &&
  /^[A-Z]/.test(token.text);
