/** Place names of a text without a grammar: the longest runs of words that the gazetteer knows, where words beside them say so. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';

const LONGEST_NAME = 4;
/** A single word is a common word as often as a town, unless the town is of this size or a word beside it says so. */
const LARGE_TOWN = 50_000;

export function patternPlaces(tokens: readonly PatternToken[], words: PatternWords, gazetteer: Gazetteer): PlaceName[] {
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
  return places.map((place, index) => within(place, places[index + 1], index));
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
    if (length === 1 && !isNamed(first, before, candidates, words, gazetteer)) continue;
    const place: PlaceName = {
      start: first.start,
      end: last.end,
      sentence: first.sentence,
      firstToken: first.token,
      lastToken: last.token,
      text: run.map(({ text }) => text).join(' '),
      use: 'locative',
      candidates,
      stated: noun ?? null,
      within: null,
      bearing: null,
      because: [length > 1 ? 'patterns/longer-name' : 'patterns/word-beside-it'],
    };
    return { place, next: at + length };
  }
  return null;
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
  const rest = run.slice(1).map(({ text }) => text);
  for (const stem of stems(run[0]?.text ?? '', words, isAfterPreposition)) {
    const found = gazetteer.find([stem, ...rest].join(' '));
    if (found.length > 0) return [...new Set(found.map(({ place }) => place))];
  }
  return [];
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

function isNamed(
  token: PatternToken,
  before: PatternToken | undefined,
  candidates: readonly number[],
  words: PatternWords,
  gazetteer: Gazetteer,
): boolean {
  const isCommon =
    known(token, words.harm) !== undefined ||
    known(token, words.acts) !== undefined ||
    words.objects.has(token.forms[0] ?? '') ||
    words.placeNouns.has(token.forms[0] ?? '') ||
    words.beforePlace.has(token.forms[0] ?? '') ||
    words.neverPlaces.has(token.forms[0] ?? '') ||
    words.shifts.has(token.forms[0] ?? '') ||
    known(token, words.people) !== undefined;
  if (isCommon) return false;
  if (token.isTagged) return true;
  if (before !== undefined && before.sentence === token.sentence) {
    if (known(before, words.placeNouns) !== undefined || isIn(before, words.beforePlace)) return true;
  }
  return candidates.some(
    (place) => gazetteer.kind(place) !== 'settlement' || gazetteer.population(place) >= LARGE_TOWN,
  );
}
