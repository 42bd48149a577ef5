/** What a run of words may name in the gazetteer, and which words are no names. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { isIn, known, type PatternToken } from './pattern-tokens.ts';

/** "بحلب": a prefix and a name of three letters. */
const SHORTEST_PREFIXED = 4;
export function placeOf(
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
export const isTied = (run: readonly PatternToken[]): boolean =>
  run.every((token, index) => index === 0 || token.start - (run[index - 1]?.end ?? 0) === 1);

/** As written, without prefixes of the first word, and with a space after an opening that is often written on. */
export function candidatesOf(
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

export function isCommonWord(token: PatternToken, words: PatternWords): boolean {
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
