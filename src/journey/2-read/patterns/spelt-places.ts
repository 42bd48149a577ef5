/** Names that the gazetteer has in another script only, and villages that it does not have at all. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { NamesInScript } from '../../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import { distanceKm } from '../../../measure/distance.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { isCommonWord, isTied, placeOf } from './pattern-candidates.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';

/**
 * Names that the gazetteer has in another script: only right after a word for a place, in a tag, or before "in the countryside of", and in
 * countries that the places known by their names lie in, since spellings in another script fit many.
 */
export function speltPlaces(
  tokens: readonly PatternToken[],
  known: readonly PlaceName[],
  words: PatternWords,
  { gazetteer, names }: { gazetteer: Gazetteer; names: NamesInScript },
): PlaceName[] {
  const countries = new Set(known.flatMap(({ candidates }) => candidates.map((place) => gazetteer.country(place))));
  if (countries.size === 0) return [];
  const places: PlaceName[] = [];
  for (const [at, token] of tokens.entries()) {
    const run = runAt(tokens, at, words);
    if (run.some((one) => isWithinAny(one, [...known, ...places.slice(-1)]))) continue;
    if (!isCued(tokens, at, run.length, words) && !isStruck(tokens, at, words)) continue;
    const last = run.at(-1) ?? token;
    if (last.sentence !== token.sentence || !isTied(run) || isCommonWord(last, words)) continue;
    const province = provinceAfter(known, run);
    const isSure = isCued(tokens, at, run.length, words);
    const candidates = names
      .find(run.map(({ text }) => text).join(' '))
      .filter((place) => countries.has(gazetteer.country(place)))
      .filter((place) => province === undefined || isNear(gazetteer, place, [province], WITHIN_PROVINCE_KM))
      .filter((place) => isSure || isNear(gazetteer, place, known, NEAR_KM));
    const noun = nounBefore(tokens, at, words) ?? null;
    if (candidates.length > 0) places.push(placeOf(run, [...candidates], noun, 'patterns/name-in-script'));
    else if (noun === 'settlement') places.push(placeOf(run, [], noun, 'patterns/unlisted'));
  }
  return places;
}

/** "عين ترما", "أورم الكبرى": two words where the first opens a name or the second describes it. */
function runAt(tokens: readonly PatternToken[], at: number, words: PatternWords): PatternToken[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return [];
  const isTwo = isIn(token, words.openings) || (next !== undefined && words.describing.has(next.forms[0] ?? ''));
  return isTwo ? tokens.slice(at, at + 2) : [token];
}

/** So many words behind a village the province may stand that it lies in. */
const PROVINCE_REACH = 4;
/** A village lies no farther from the seat of its province; names of the countryside of a city run over its borders. */
const WITHIN_PROVINCE_KM = 150;
/** "shelling on X" beside a place that is known: X is a village near it, and no common word. */
const NEAR_KM = 50;

/** The province that is named right behind. */
const provinceAfter = (known: readonly PlaceName[], run: readonly PatternToken[]): PlaceName | undefined =>
  known.find(
    (place) =>
      place.sentence === run.at(-1)?.sentence &&
      place.stated === 'province' &&
      place.firstToken > (run.at(-1)?.token ?? 0) &&
      place.firstToken - (run.at(-1)?.token ?? 0) <= PROVINCE_REACH,
  );

const isNear = (gazetteer: Gazetteer, place: number, names: readonly PlaceName[], km: number): boolean =>
  names.some(({ candidates }) =>
    candidates.some((other) => distanceKm(gazetteer.place(place), gazetteer.place(other)) <= km),
  );

const isWithinAny = ({ start, end }: PatternToken, places: readonly PlaceName[]): boolean =>
  places.some((place) => start < place.end && place.start < end);

function isCued(tokens: readonly PatternToken[], at: number, length: number, words: PatternWords): boolean {
  const noun = nounBefore(tokens, at, words);
  return (
    (noun !== undefined && noun !== 'province') ||
    tokens[at]?.isTagged === true ||
    isBeforeProvince(tokens, at + length, words)
  );
}

/** "shelling on X", "in X". */
const isStruck = (tokens: readonly PatternToken[], at: number, words: PatternWords): boolean => {
  const before = tokens[at - 1];
  return before !== undefined && before.sentence === tokens[at]?.sentence && isIn(before, words.onto);
};

function nounBefore(tokens: readonly PatternToken[], at: number, words: PatternWords): PlaceName['stated'] | undefined {
  const before = tokens[at - 1];
  return before?.sentence === tokens[at]?.sentence && before !== undefined
    ? known(before, words.placeNouns)
    : undefined;
}

/** "بريف حلب": what stands before it lies there. */
function isBeforeProvince(tokens: readonly PatternToken[], at: number, words: PatternWords): boolean {
  const next = tokens[at];
  return (
    next !== undefined && next.sentence === tokens[at - 1]?.sentence && known(next, words.placeNouns) === 'province'
  );
}
