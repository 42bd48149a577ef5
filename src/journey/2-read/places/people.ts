/** People named in full in a text, so that a later bare "Houston" is known to be Ms Houston and not the city. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { Search } from './candidate.ts';
import { isAdjacent, isCapital, isLoneArticle, nameRunEnd } from './names.ts';

/** Lower-cased last names of people who are named with a title or a given name. */
export function peopleIn(parsed: ParsedText, search: Search): ReadonlySet<string> {
  const people = new Set<string>();
  for (const sentence of parsed.sentences) {
    if (sentence.kind === 'furniture') continue;
    const byline = bylineIn(sentence, search);
    if (byline !== null) people.add(byline);
    const isMixed = sentence.casing === 'mixed';
    for (let at = 0; at < sentence.tokens.length; at++) {
      if (!(isMixed ? isCapital(sentence.tokens[at]) : isNamed(sentence.tokens[at], search))) continue;
      const end = isMixed ? nameRunEnd(parsed.text, sentence, at) : namedRunEnd(parsed.text, sentence, at, search);
      const surname = surnameIn(sentence, at, end, search);
      if (surname !== null) people.add(surname);
      at = end;
    }
  }
  return people;
}

/** "-- [REPORT] [ANA RIVAS]": a given name opens a bracket that holds a name, also over the end of a line. */
function bylineIn(sentence: Sentence, { gazetteer }: Search): string | null {
  const { tokens } = sentence;
  for (let close = 3; close < tokens.length; close += 1) {
    if (tokens[close]?.text !== ']') continue;
    let open = close - 1;
    while (open >= 0 && close - open <= longestName + 1 && tokens[open]?.text !== '[') open -= 1;
    const words = close - open - 1;
    if (tokens[open]?.text !== '[' || words < 2 || words > longestName) continue;
    if (isGivenNameAt(sentence, open + 1, gazetteer)) return tokens[close - 1]?.lower ?? null;
  }
  return null;
}

/** Where capitals say nothing, a title or what the tagger holds for a name. */
const isNamed = (token: Token | undefined, { words }: Search): boolean =>
  token !== undefined && (token.pos === 'PROPN' || words.titles.has(token.lower));

/** Index of the last word of the run of names and titles that starts at `at`. */
function namedRunEnd(text: string, { tokens }: Sentence, at: number, search: Search): number {
  let end = at;
  for (let next = tokens[end + 1]; next !== undefined && isNamed(next, search); next = tokens[end + 1]) {
    const before = tokens[end];
    if (before === undefined || !isAdjacent(text, before, next) || end - at > longestName) break;
    end += 1;
  }
  return end;
}

/** A name is at most a given name, two middle names and a surname. */
const longestName = 4;

/** The last word of a run of capitals that reads as a person: after a title, or opened by a given name. */
function surnameIn(sentence: Sentence, first: number, last: number, { text, gazetteer, words }: Search): string | null {
  const lowerAt = (at: number): string => sentence.tokens[at]?.lower ?? '';
  let start = first;
  let hasTitle = words.titles.has(lowerAt(first - 1));
  for (let at = first; at < last; at++) {
    if (!words.titles.has(lowerAt(at))) continue;
    start = at + 1;
    hasTitle = true;
  }
  const surname = lowerAt(last);
  if (
    last - start >= longestName ||
    words.organisations.has(surname) ||
    words.headNouns.has(surname) ||
    words.calendar.has(surname)
  )
    return null;
  const given = givenNameIn(sentence, start, last, { text, gazetteer, words });
  if (!hasTitle && given === null) return null;
  const from = given ?? start;
  const whole = sentence.tokens
    .slice(from, last + 1)
    .map((token) => token.text)
    .join(' ');
  return last > from && gazetteer.find(whole).length > 0 ? null : surname;
}

/** A given name, and not the article of a longer one ("Al" in "Al-Manajir"). */
export function isGivenNameAt(sentence: Sentence, at: number, gazetteer: Gazetteer): boolean {
  const token = sentence.tokens[at];
  return token !== undefined && !isLoneArticle(sentence, at) && gazetteer.isGivenName(wordKey(token.lower));
}

/** "Paris" and "Austin" are given names too; before a surname alone they do not make a person. */
const CITY_POPULATION = 300_000;

/** Where in the run a given name stands before the last word; null when the run reads as a place ("Austin Texas"). */
function givenNameIn(sentence: Sentence, start: number, last: number, { gazetteer, words }: Search): number | null {
  const ending = gazetteer.find(sentence.tokens[last]?.text ?? '');
  if (ending.some((match) => gazetteer.kind(match.place) === 'country')) return null;
  for (let at = start; at < last; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || words.compass.has(token.lower) || words.notAtStart.has(token.lower)) continue;
    if (!isGivenNameAt(sentence, at, gazetteer)) continue;
    if (!gazetteer.find(token.text).some((match) => gazetteer.population(match.place) > CITY_POPULATION)) return at;
  }
  return null;
}
