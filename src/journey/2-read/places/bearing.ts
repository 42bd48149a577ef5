/** "5 km north of X", "north of X", "10 miles from X": how far and which way from the named place. */
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Bearing } from '../../../model/place-name.ts';
import type { Candidate } from './candidates.ts';

/** Farther than this is a distance between places, not a description of one. */
const farthestKm = 300;

/** The bearing that the words before the candidate give, or null. */
export function bearingOf({ sentence, first }: Candidate, words: PlaceWords): Bearing | null {
  const { tokens } = sentence;
  const link = tokens[first - 1]?.lower;
  if (link !== 'of' && link !== 'from') return null;
  let at = first - 2;
  const degrees = words.bearings.get(tokens[at]?.lower ?? '') ?? null;
  if (degrees !== null) at--;
  if (tokens[at]?.lower === 'the' || tokens[at]?.lower === 'to') at -= 2;
  if (tokens[at]?.text === ')')
    at =
      openingBefore(
        sentence.tokens.map((token) => token.text),
        at,
      ) - 1;
  const unit = words.units.get(tokens[at]?.lower ?? '');
  const amount = unit === undefined ? null : amountOf(tokens[at - 1]?.text ?? '');
  if (amount === null && (degrees === null || link !== 'of')) return null;
  const distanceKm = amount === null || unit === undefined ? null : amount * unit;
  if (distanceKm !== null && distanceKm > farthestKm) return null;
  const from = tokens[amount === null ? first - 2 : at - 1];
  const to = tokens[first - 1];
  return from === undefined || to === undefined
    ? null
    : { distanceKm, degrees, span: { start: from.start, end: to.end } };
}

/** Index of the bracket that opens what `at` closes, within a few tokens. */
function openingBefore(texts: readonly string[], at: number): number {
  for (let back = at - 1; back >= 0 && back > at - 6; back--) if (texts[back] === '(') return back;
  return at;
}

const NUMBER_WORDS: Record<string, number> = {
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
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
};

function amountOf(text: string): number | null {
  const word = NUMBER_WORDS[text.toLowerCase()];
  if (word !== undefined) return word;
  return /^\d{1,4}(?:[.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
