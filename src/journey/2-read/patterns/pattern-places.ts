/** Place names of a text without a grammar: the longest runs of words that the gazetteer knows, where words beside them say so. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { NamesInScript } from '../../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { candidatesOf, isCommonWord, isTied, placeOf } from './pattern-candidates.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';
import { speltPlaces } from './spelt-places.ts';

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
