/** "5 km north of X", "north of X", "10 miles from X": how far and which way from the named place. */
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Bearing } from '../../../model/place-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Candidate } from './candidate.ts';
import { isHyphen } from './names.ts';

/** Farther than this is a distance between places, not a description of one. */
const farthestKm = 300;

export interface FoundBearing {
  readonly bearing: Bearing;
  /** Index of its first token in the sentence. */
  readonly firstToken: number;
}

/** The bearing that the words before the candidate give, measured from it; or null. */
export function bearingOf({ sentence, first }: Candidate, words: PlaceWords): FoundBearing | null {
  const { tokens } = sentence;
  const link = tokens[first - 1]?.lower;
  if (link !== 'of' && link !== 'from') return null;
  const direction = directionBefore(tokens, first - 1, words);
  const distance = distanceBefore(tokens, beforeArticle(tokens, direction?.firstToken ?? first - 1), words);
  if (distance === null && (direction === null || link !== 'of')) return null;
  const firstToken = distance?.firstToken ?? direction?.firstToken ?? first - 1;
  const [from, to] = [tokens[firstToken], tokens[first - 1]];
  if (from === undefined || to === undefined) return null;
  const span = { start: from.start, end: to.end };
  return {
    bearing: { distanceKm: distance?.km ?? null, degrees: direction?.degrees ?? null, from: null, span },
    firstToken,
  };
}

interface Direction {
  readonly degrees: number;
  readonly firstToken: number;
}

/** The point of the compass that ends just before `end`: "north", "north-west", "south east". */
function directionBefore(tokens: readonly Token[], end: number, words: PlaceWords): Direction | null {
  const last = tokens[end - 1];
  const degrees = last === undefined ? undefined : words.bearings.get(last.lower);
  if (last === undefined || degrees === undefined) return null;
  const hasHyphen = isHyphen(tokens[end - 2]?.text ?? '');
  const first = tokens[hasHyphen ? end - 3 : end - 2];
  const both = first === undefined ? undefined : words.bearings.get(`${first.lower}-${last.lower}`);
  return both === undefined
    ? { degrees, firstToken: end - 1 }
    : { degrees: both, firstToken: hasHyphen ? end - 3 : end - 2 };
}

/** Steps over "to the" in "10 km to the north of". */
const beforeArticle = (tokens: readonly Token[], end: number): number =>
  tokens[end - 1]?.lower === 'the' && (tokens[end - 2]?.lower === 'to' || tokens[end - 2]?.lower === 'in')
    ? end - 2
    : end;

interface Distance {
  readonly km: number;
  readonly firstToken: number;
}

/** The distance that ends just before `end`: "5 km", "5km", "10 kilometres (6 miles)". */
function distanceBefore(tokens: readonly Token[], end: number, words: PlaceWords): Distance | null {
  const close = tokens[end - 1]?.text === ')' ? openingBefore(tokens, end - 1) : end;
  const unit = words.units.get(tokens[close - 1]?.lower ?? '');
  const amount =
    unit === undefined
      ? amountWithUnit(tokens[close - 1]?.lower ?? '', words)
      : amountOf(tokens[close - 2]?.lower ?? '');
  if (amount === null) return null;
  const km = amount * (unit ?? 1);
  return km > 0 && km <= farthestKm ? { km, firstToken: unit === undefined ? close - 1 : close - 2 } : null;
}

/** Index of the bracket that opens what `at` closes, within a few tokens. */
function openingBefore(tokens: readonly Token[], at: number): number {
  for (let back = at - 1; back >= 0 && back > at - 6; back--) if (tokens[back]?.text === '(') return back;
  return at;
}

const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
};

function amountOf(lower: string): number | null {
  const word = NUMBER_WORDS[lower];
  if (word !== undefined) return word;
  return /^\d{1,4}(?:[.,]\d{1,3})?$/.test(lower) ? Number(lower.replace(',', '.')) : null;
}

/** "5km" as one word, in kilometres. */
function amountWithUnit(lower: string, words: PlaceWords): number | null {
  const [, digits, name] = /^(\d{1,4})([a-z]{1,10})$/.exec(lower) ?? [];
  const unit = words.units.get(name ?? '');
  return digits === undefined || unit === undefined ? null : Number(digits) * unit;
}
