/** Place names of a text without a grammar: the longest runs of words that the gazetteer knows, where words beside them say so. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { NamesInScript } from '../../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import { distanceKm } from '../../../measure/distance.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';

const LONGEST_NAME = 4;
/** "بحلب": a prefix and a name of three letters. */
const SHORTEST_PREFIXED = 4;
/** A single word is a common word as often as a town, unless the town is of this size or a word beside it says so. */
const LARGE_TOWN = 50_000;

export function patternPlaces(
  tokens: readonly PatternToken[],
  words: PatternWords,
  { gazetteer, names }: { gazetteer: Gazetteer; names: NamesInScript },
): PlaceName[] {
  const known = knownPlaces(tokens, words, gazetteer);
  const spelt = speltPlaces(tokens, known, words, { gazetteer, names });
  return [...known, ...spelt]
    .sort((a, b) => a.start - b.start)
    .map((place, index, places) => within(place, places[index + 1], index));
}

function knownPlaces(tokens: readonly PatternToken[], words: PatternWords, gazetteer: Gazetteer): PlaceName[] {
  const places: PlaceName[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = nameAt(tokens, at, words, gazetteer);
    if (found === null) {
      at += 1;
      continue;
    }
    places.push(found.place);
    at = found.next;
  }
  return places;
}

/**
 * Names that the gazetteer has in another script: only right after a word for a place, in a tag, or before "in the countryside of", and in
 * countries that the places known by their names lie in, since spellings in another script fit many.
 */
function speltPlaces(
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

/** "in the countryside of Idlib" right after a town says where the town lies. */
function within(place: PlaceName, next: PlaceName | undefined, index: number): PlaceName {
  const isHeld =
    next !== undefined &&
    next.stated === 'province' &&
    place.stated !== 'province' &&
    next.sentence === place.sentence &&
    next.firstToken - place.lastToken <= 4;
  return isHeld ? { ...place, within: index + 1 } : place;
}

function nameAt(
  tokens: readonly PatternToken[],
  at: number,
  words: PatternWords,
  gazetteer: Gazetteer,
): { place: PlaceName; next: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  for (let length = LONGEST_NAME; length >= 1; length -= 1) {
    const run = tokens.slice(at, at + length);
    const last = run.at(-1);
    if (last === undefined || run.length < length || last.sentence !== first.sentence || !isTied(run)) continue;
    const before = tokens[at - 1];
    const isAfterPreposition = before?.sentence === first.sentence && isIn(before, words.beforePlace);
    const candidates = candidatesOf(run, words, gazetteer, isAfterPreposition);
    if (candidates.length === 0) continue;
    const beside = before?.sentence === first.sentence ? known(before, words.placeNouns) : undefined;
    // "محافظة تعز" may be a name of its own.
    const noun = beside ?? (length > 1 ? known(first, words.placeNouns) : undefined);
    if (length === 1 && (opensLonger(tokens, at, words) || !isNamed(first, before, candidates, words, gazetteer)))
      continue;
    return { place: placeOf(run, candidates, noun ?? null, becauseOf(tokens, at, length, words)), next: at + length };
  }
  return null;
}

const WHERE_FROM = 'patterns/where-from';
const LABEL = 'patterns/label';
const STRUCK = 'patterns/struck';
const BESIDE = 'patterns/to-one-side-of';

function becauseOf(tokens: readonly PatternToken[], at: number, length: number, words: PatternWords): string {
  const before = tokens[at - 1];
  if (isBehindFrom(tokens, at, words)) return WHERE_FROM;
  if (length === 1 && tokens[at]?.isLabel === true) return LABEL;
  if (before !== undefined && before.sentence === tokens[at]?.sentence && isIn(before, words.onto)) return STRUCK;
  if (before !== undefined && before.sentence === tokens[at]?.sentence && isIn(before, words.sides)) return BESIDE;
  return length > 1 ? 'patterns/longer-name' : 'patterns/word-beside-it';
}

/** How far a place stands from the act: what was struck next to it, whole provinces and where something came from farthest. */
export function distanceOf({ stated, because }: PlaceName): number {
  if (because.includes(WHERE_FROM)) return 20;
  if (because.includes(LABEL)) return 11;
  if (stated === 'province') return 10;
  if (because.includes(BESIDE)) return 2;
  return because.includes(STRUCK) ? 0 : 1;
}

/** "fired from Gaza", "families from Homs"; "near (from) the town" is where it was. */
function isBehindFrom(tokens: readonly PatternToken[], at: number, { sources, besides }: PatternWords): boolean {
  const [before, second] = [tokens[at - 1], tokens[at - 2]];
  if (before === undefined || before.sentence !== tokens[at]?.sentence || !sources.has(before.forms[0] ?? ''))
    return false;
  return second === undefined || !isIn(second, besides);
}

/** "Ain", "Khan" or "Deir" with a word right after it is the beginning of a longer name, though one that is not known. */
function opensLonger(tokens: readonly PatternToken[], at: number, { openings }: PatternWords): boolean {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (first === undefined || next === undefined || first.sentence !== next.sentence) return false;
  return openings.has(first.forms[0] ?? '') && isTied([first, next]);
}

function placeOf(
  run: readonly PatternToken[],
  candidates: number[],
  stated: PlaceName['stated'],
  because: string,
): PlaceName {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new Error('unreachable: a name has a word');
  return {
    start: first.start,
    end: last.end,
    sentence: first.sentence,
    firstToken: first.token,
    lastToken: last.token,
    text: run.map(({ text }) => text).join(' '),
    use: 'locative',
    candidates,
    stated,
    within: null,
    bearing: null,
    because: [because],
  };
}

/** Nothing but a space or the low line of a tag between the words. */
const isTied = (run: readonly PatternToken[]): boolean =>
  run.every((token, index) => index === 0 || token.start - (run[index - 1]?.end ?? 0) === 1);

/** As written, without prefixes of the first word, and with a space after an opening that is often written on. */
function candidatesOf(
  run: readonly PatternToken[],
  words: PatternWords,
  gazetteer: Gazetteer,
  isAfterPreposition: boolean,
): number[] {
  const country = countryOf(run, words, gazetteer);
  if (country !== null) return [country];
  const also = alsoNamed(run, words, gazetteer, isAfterPreposition);
  if (also.length > 0) return also;
  const rest = run.slice(1).map(({ text }) => text);
  for (const stem of stems(run[0]?.text ?? '', words, isAfterPreposition)) {
    const found = gazetteer.find([stem, ...rest].join(' '));
    if (found.length > 0) return [...new Set(found.map(({ place }) => place))];
  }
  return [];
}

function countryOf(run: readonly PatternToken[], { countryNames }: PatternWords, gazetteer: Gazetteer): number | null {
  const [first, ...rest] = run.map(({ forms }) => forms);
  const ending = rest.map(([whole = '']) => ` ${whole}`).join('');
  const named = first?.find((form) => countryNames.has(`${form}${ending}`));
  const code = named === undefined ? undefined : countryNames.get(`${named}${ending}`);
  return code === undefined ? null : gazetteer.areaRef(code);
}

/** Places that the gazetteer has under another name only. */
function alsoNamed(
  run: readonly PatternToken[],
  words: PatternWords,
  gazetteer: Gazetteer,
  isAfterPreposition: boolean,
): number[] {
  const rest = run.slice(1).map(({ forms }) => forms[0] ?? '');
  for (const stem of stems(run[0]?.forms[0] ?? '', words, isAfterPreposition)) {
    const also = words.alsoNames.get([stem, ...rest].join(' '));
    if (also === undefined) continue;
    const found = gazetteer.find(also.name).map(({ place }) => place);
    return [...new Set(found.filter((place) => gazetteer.country(place) === also.country))];
  }
  return [];
}

/** After "in" no second preposition is written on: what looks like one is part of the name. */
function stems(word: string, { prefixes, openings }: PatternWords, isAfterPreposition: boolean): string[] {
  const opening = [...openings].find((one) => word.startsWith(one) && word.length - one.length >= 3);
  const prefix = isAfterPreposition
    ? undefined
    : prefixes.find((one) => one.length === 1 && word.startsWith(one) && word.length >= SHORTEST_PREFIXED);
  return [
    word,
    ...(opening === undefined ? [] : [`${opening} ${word.slice(opening.length)}`]),
    ...(prefix === undefined ? [] : [word.slice(1)]),
  ];
}

/** As written or with the article: with more taken off, "الباب" would be a month. */
function isOfTime({ forms: [word = ''] }: PatternToken, { shifts, parts, weekdays, months }: PatternWords): boolean {
  const plain = word.startsWith('ال') ? word.slice(2) : word;
  return [shifts, weekdays, months, parts].some((table) => table.has(word) || table.has(plain));
}

function isCommonWord(token: PatternToken, words: PatternWords): boolean {
  const word = token.forms[0] ?? '';
  return (
    known(token, words.harm) !== undefined ||
    known(token, words.acts) !== undefined ||
    known(token, words.objects) !== undefined ||
    known(token, words.placeNouns) !== undefined ||
    words.beforePlace.has(word) ||
    isIn(token, words.neverPlaces) ||
    isOfTime(token, words) ||
    known(token, words.people) !== undefined
  );
}

function isNamed(
  token: PatternToken,
  before: PatternToken | undefined,
  candidates: readonly number[],
  words: PatternWords,
  gazetteer: Gazetteer,
): boolean {
  if (isCommonWord(token, words)) return false;
  if (token.isTagged || token.isLabel) return true;
  if (before !== undefined && before.sentence === token.sentence) {
    if (known(before, words.placeNouns) !== undefined || isIn(before, words.beforePlace)) return true;
  }
  return candidates.some((place) =>
    gazetteer.kind(place) === 'settlement'
      ? gazetteer.population(place) >= LARGE_TOWN
      : words.countries.has(gazetteer.country(place) ?? '') || gazetteer.kind(place) === 'country',
  );
}
