/** The number itself and the words that bound or blur it: "at least 30", "10 to 15", "dozens", "no fewer than two hundred". */
import { matchPhrase, type PhraseTable } from '../../../knowledge/phrase-table.ts';
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import type { Claim } from '../../../model/quantity.ts';
import type { Token } from '../../../model/sentence.ts';
import { readNumber, startsWithDigit } from '../numbers/read-number.ts';

export interface ReadClaim {
  readonly claim: Claim;
  /** First and last token (inclusive), operator words included. */
  readonly first: number;
  readonly last: number;
  /** The number's own tokens, without operators. */
  readonly core: { readonly first: number; readonly last: number };
}

const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const isDash = (word: string): boolean => word === '-' || word === '–' || word === '—';

/** The worded number that starts at a token; null when none does. */
export function claimAt(tokens: readonly Token[], at: number, words: QuantityWords): ReadClaim | null {
  const bare = zeroAt(tokens, at, words) ?? vagueAt(tokens, at, words) ?? numberAt(tokens, at, words);
  return bare === null ? null : withOperators(tokens, bare, words);
}

const read = (claim: Claim, first: number, last: number): ReadClaim => ({ claim, first, last, core: { first, last } });

function zeroAt(tokens: readonly Token[], at: number, words: QuantityWords): ReadClaim | null {
  const unreported = noReports(tokens, at, words);
  if (unreported !== null) return read({ op: '=', n: 0 }, at, unreported);
  const zero = matchPhrase(words.zero, tokens, at);
  if (zero !== null) return read({ op: '=', n: 0 }, at, zero.lastToken);
  if (!words.zeroOfHarm.has(lower(tokens, at))) return null;
  const any = lower(tokens, at + 1) === 'any' ? at + 1 : at;
  const isNegated =
    lower(tokens, at) === 'without' ||
    ['not', "n't", 'nor', 'never', 'without'].some((word) =>
      [1, 2, 3, 4].some((back) => lower(tokens, at - back) === word),
    );
  for (let i = any + 1; i <= any + 2; i++)
    if (words.harmNouns.has(lower(tokens, i))) return isNegated ? read({ op: '=', n: 0 }, at, any) : null;
  return null;
}

/** Last token before the noun of harm in "no immediate reports of casualties"; null where there is no such phrase. */
function noReports(tokens: readonly Token[], at: number, words: QuantityWords): number | null {
  if (lower(tokens, at) !== 'no') return null;
  for (let i = at + 1; i <= at + 3; i++) {
    if (!words.zeroReports.has(lower(tokens, i)) || !['of', 'on', 'about'].includes(lower(tokens, i + 1))) continue;
    const last = lower(tokens, i + 2) === 'any' ? i + 2 : i + 1;
    return words.harmNouns.has(lower(tokens, last + 1)) ? last : null;
  }
  return null;
}

/** "several", "dozens", "tens of thousands", "a few hundred", "a number of". */
function vagueAt(tokens: readonly Token[], at: number, words: QuantityWords): ReadClaim | null {
  const word = lower(tokens, at);
  if (word === 'a' || word === 'an') return vagueAfterArticle(tokens, at, words);
  if (!words.vague.has(word)) return null;
  const scale = PLURAL_OF[lower(tokens, at + 1)];
  if (scale !== undefined && ADJECTIVES.has(word)) return read({ op: 'word', word: scale }, at, at + 1);
  if (
    !ADJECTIVES.has(word) &&
    lower(tokens, at + 1) === 'of' &&
    words.vague.has(lower(tokens, at + 2)) &&
    !ADJECTIVES.has(lower(tokens, at + 2))
  ) {
    return read({ op: 'word', word: `${word} of ${lower(tokens, at + 2)}` }, at, at + 2);
  }
  if (word === 'some' && startsNumber(tokens, at + 1, words)) return null;
  return isVagueCount(tokens, at, word) ? read({ op: 'word', word }, at, at) : null;
}

const PLURAL_OF: Readonly<Record<string, string>> = {
  dozen: 'dozens',
  hundred: 'hundreds',
  thousand: 'thousands',
  million: 'millions',
  score: 'scores',
};
const ADJECTIVES: ReadonlySet<string> = new Set([
  'several',
  'few',
  'many',
  'some',
  'numerous',
  'multiple',
  'various',
  'countless',
]);

function vagueAfterArticle(tokens: readonly Token[], at: number, words: QuantityWords): ReadClaim | null {
  const next = lower(tokens, at + 1);
  if (next === 'few' || next === 'handful') {
    const scale = PLURAL_OF[lower(tokens, at + 2)];
    return scale === undefined
      ? read({ op: 'word', word: next }, at, at + 1)
      : read({ op: 'word', word: scale }, at, at + 2);
  }
  const isNumberOf = (next === 'number' || next === 'group') && lower(tokens, at + 2) === 'of';
  if (isNumberOf && next === 'number') return read({ op: 'word', word: 'a number' }, at, at + 1);
  const adjective =
    (next === 'large' || next === 'small' || next === 'great' || next === 'unknown') &&
    lower(tokens, at + 2) === 'number' &&
    lower(tokens, at + 3) === 'of';
  return adjective && words.vague.has('several') ? read({ op: 'word', word: 'a number' }, at, at + 2) : null;
}

/** "Scores" and "many" are counts before what they count or before a verb, not in "test scores" or "how many". */
function isVagueCount(tokens: readonly Token[], at: number, word: string): boolean {
  const before = lower(tokens, at - 1);
  if (before === 'how' || before === 'as' || before === 'so' || before === 'too' || before === 'very') return false;
  const next = tokens[at + 1];
  if (next === undefined) return false;
  if (word === 'scores')
    return (
      next.lower === 'of' ||
      next.lower === 'more' ||
      (next.tag.startsWith('VB') && tokens[at - 1]?.tag !== 'NN' && tokens[at - 1]?.tag !== 'PRP$')
    );
  if (ADJECTIVES.has(word))
    return (
      next.tag === 'NNS' ||
      next.tag === 'JJ' ||
      next.tag === 'VBN' ||
      next.tag === 'NN' ||
      next.tag.startsWith('NNP') ||
      next.lower === 'of' ||
      next.lower === 'others' ||
      next.lower === 'other' ||
      next.lower === 'people'
    );
  return true;
}

/** "four (4) people" */
const repeatedInDigits = (tokens: readonly Token[], last: number, value: number): boolean =>
  lower(tokens, last + 1) === '(' && lower(tokens, last + 3) === ')' && lower(tokens, last + 2) === String(value);

const startsNumber = (tokens: readonly Token[], at: number, words: QuantityWords): boolean => {
  const word = lower(tokens, at);
  return startsWithDigit(word) || words.numbers.words.has(word);
};

/** "30", "twenty-five", "two dozen", "between 10 and 15", "10–15", "three or four". */
function numberAt(tokens: readonly Token[], at: number, words: QuantityWords): ReadClaim | null {
  if (lower(tokens, at) === 'both') return read({ op: '=', n: 2 }, at, at);
  const number = readNumber(tokens, at, words.numbers);
  if (number === null || !Number.isFinite(number.value)) return null;
  const written = lower(tokens, number.next - 1) === 'of' ? number.next - 2 : number.next - 1;
  const last = repeatedInDigits(tokens, written, number.value) ? written + 3 : written;
  const single = read({ op: '=', n: number.value }, at, last);
  const join = lower(tokens, last + 1);
  const isBetween = join === 'and' && lower(tokens, at - 1) === 'between';
  if (!isDash(join) && join !== 'to' && join !== 'or' && !isBetween) return single;
  const second = startsNumber(tokens, last + 2, words) ? readNumber(tokens, last + 2, words.numbers) : null;
  if (second === null || second.value <= number.value || !Number.isInteger(number.value)) return single;
  if (join === 'to' && isToll(tokens, at)) return single;
  const end = lower(tokens, second.next - 1) === 'of' ? second.next - 2 : second.next - 1;
  // "10 to 15 thousand", "two to three dozen": the scale is said once.
  const last2 = words.numbers.words.get(lower(tokens, end));
  const shared = end > last + 2 && (last2?.role === 'scale' || last2?.role === 'group') ? last2.value : 1;
  const scaled = number.value < 1000 && number.value * shared < second.value ? shared : 1;
  return {
    ...read({ op: 'range', n: number.value * scaled, n2: second.value }, isBetween ? at - 1 : at, end),
    core: { first: at, last: end },
  };
}

/** "rose from 10 to 15" tells two tolls, not a range. */
const isToll = (tokens: readonly Token[], at: number): boolean =>
  lower(tokens, at - 1) === 'from' &&
  ['rose', 'risen', 'rises', 'rising', 'climbed', 'increased', 'grew', 'up', 'went', 'raised', 'revised'].includes(
    lower(tokens, at - 2),
  );

/** Adds the words before ("at least", "more than") and after ("or more") that bound the number. */
function withOperators(tokens: readonly Token[], bare: ReadClaim, words: QuantityWords): ReadClaim {
  if (bare.claim.op !== '=' || bare.claim.n === 0)
    return bare.claim.op === 'word' ? vagueWithOperator(tokens, bare, words) : approximateRange(tokens, bare, words);
  const before = operatorBefore(tokens, bare.first, words);
  if (before !== null) return { ...bare, claim: { ...bare.claim, op: before.op }, first: before.first };
  const after = matchPhrase(words.after, tokens, bare.last + 1);
  if (after !== null && tokens[bare.last + 1]?.lower !== 'plus')
    return { ...bare, claim: { ...bare.claim, op: after.entry }, last: after.lastToken };
  if (tokens[bare.last + 1]?.text === '+' || tokens[bare.last]?.text.endsWith('+'))
    return {
      ...bare,
      claim: { ...bare.claim, op: '>=' },
      last: tokens[bare.last + 1]?.text === '+' ? bare.last + 1 : bare.last,
    };
  return bare;
}

/** "About 10 to 15" stays a range; its words belong to the span. */
function approximateRange(tokens: readonly Token[], bare: ReadClaim, words: QuantityWords): ReadClaim {
  if (bare.claim.op !== 'range') return bare;
  const before = operatorBefore(tokens, bare.first, words);
  return before === null ? bare : { ...bare, first: before.first };
}

/** "at least several people" keeps the word, whose range is open above already. */
function vagueWithOperator(tokens: readonly Token[], bare: ReadClaim, words: QuantityWords): ReadClaim {
  const before = operatorBefore(tokens, bare.first, words);
  return before === null || before.op === '<=' || before.op === '<' ? bare : { ...bare, first: before.first };
}

const LONGEST_OPERATOR = 5;

/** The longest operator phrase that ends right before the number, past "the" and "a" ("more than a dozen" has its own article). */
function operatorBefore(
  tokens: readonly Token[],
  at: number,
  words: QuantityWords,
): { op: Claim['op']; first: number } | null {
  for (let length = Math.min(LONGEST_OPERATOR, at); length >= 1; length--) {
    const first = at - length;
    const found = endingAt(words.before, tokens, first, at - 1);
    if (found !== null && !isOther(tokens, first)) return { op: found, first };
  }
  return null;
}

function endingAt(
  table: PhraseTable<Claim['op']>,
  tokens: readonly Token[],
  first: number,
  last: number,
): Claim['op'] | null {
  const match = matchPhrase(table, tokens, first);
  return match !== null && match.lastToken === last ? match.entry : null;
}

/** "Over" after a verb of motion or rule is a preposition, and "it was over one man" ends something. */
const isOther = (tokens: readonly Token[], first: number): boolean =>
  tokens[first]?.lower === 'over' &&
  (['took', 'presided', 'flew', 'passed', 'fired', 'argument', 'dispute', 'fight'].includes(lower(tokens, first - 1)) ||
    ['one', '1'].includes(lower(tokens, first + 1)));
