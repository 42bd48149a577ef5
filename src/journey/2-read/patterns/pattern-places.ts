/** Place names of a text without a grammar: the longest runs of words that the gazetteer knows, where words beside them say so. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { NamesInScript } from '../../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';

const LONGEST_NAME = 4;
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
    const run = isIn(token, words.openings) ? tokens.slice(at, at + 2) : [token];
    if (run.some((one) => isWithinAny(one, [...known, ...places.slice(-1)])) || !isCued(tokens, at, run.length, words))
      continue;
    const last = run.at(-1) ?? token;
    if (last.sentence !== token.sentence || !isTied(run) || isCommonWord(last, words)) continue;
    const candidates = names
      .find(run.map(({ text }) => text).join(' '))
      .filter((place) => countries.has(gazetteer.country(place)));
    const noun = nounBefore(tokens, at, words) ?? null;
    if (candidates.length > 0) places.push(placeOf(run, [...candidates], noun, 'patterns/name-in-script'));
  }
  return places;
}

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
    const noun = before?.sentence === first.sentence ? known(before, words.placeNouns) : undefined;
    if (length === 1 && (opensLonger(tokens, at, words) || !isNamed(first, before, candidates, words, gazetteer)))
      continue;
    const because = length > 1 ? 'patterns/longer-name' : 'patterns/word-beside-it';
    return { place: placeOf(run, candidates, noun ?? null, because), next: at + length };
  }
  return null;
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

/** After "in" no second preposition is written on: what looks like one is part of the name. */
function stems(word: string, { prefixes, openings }: PatternWords, isAfterPreposition: boolean): string[] {
  const opening = [...openings].find((one) => word.startsWith(one) && word.length - one.length >= 3);
  const prefix = isAfterPreposition
    ? undefined
    : prefixes.find((one) => one.length === 1 && word.startsWith(one) && word.length >= 5);
  return [
    word,
    ...(opening === undefined ? [] : [`${opening} ${word.slice(opening.length)}`]),
    ...(prefix === undefined ? [] : [word.slice(1)]),
  ];
}

function isCommonWord(token: PatternToken, words: PatternWords): boolean {
  const word = token.forms[0] ?? '';
  return (
    known(token, words.harm) !== undefined ||
    known(token, words.acts) !== undefined ||
    words.objects.has(word) ||
    words.placeNouns.has(word) ||
    words.beforePlace.has(word) ||
    words.neverPlaces.has(word) ||
    words.shifts.has(word) ||
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
  if (token.isTagged) return true;
  if (before !== undefined && before.sentence === token.sentence) {
    if (known(before, words.placeNouns) !== undefined || isIn(before, words.beforePlace)) return true;
  }
  return candidates.some(
    (place) => gazetteer.kind(place) !== 'settlement' || gazetteer.population(place) >= LARGE_TOWN,
  );
}
