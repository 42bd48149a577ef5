/** People named in full in a text, so that a later bare "Houston" is known to be Ms Houston and not the city. */
import { wordKey } from '../../../knowledge/name-key.ts';
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import type { Search } from './candidates.ts';
import { isCapital, nameRunEnd } from './names.ts';

/** Lower-cased last names of people who are named with a title or a given name. */
export function peopleIn(parsed: ParsedText, search: Search): ReadonlySet<string> {
  const people = new Set<string>();
  for (const sentence of parsed.sentences) {
    if (sentence.kind === 'furniture' || sentence.casing !== 'mixed') continue;
    for (let at = 0; at < sentence.tokens.length; at++) {
      if (!isCapital(sentence.tokens[at])) continue;
      const end = nameRunEnd(parsed.text, sentence, at);
      const surname = surnameIn(sentence, at, end, search);
      if (surname !== null) people.add(surname);
      at = end;
    }
  }
  return people;
}

/** A name is at most a given name, two middle names and a surname. */
const longestName = 4;

/** The last word of a run of capitals that reads as a person: after a title, or opened by a given name. */
function surnameIn(sentence: Sentence, first: number, last: number, { gazetteer, words }: Search): string | null {
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
  const isNamed =
    last > start &&
    gazetteer.isGivenName(wordKey(lowerAt(start))) &&
    !words.compass.has(lowerAt(start)) &&
    !words.notAtStart.has(lowerAt(start));
  if (!hasTitle && !isNamed) return null;
  const whole = sentence.tokens
    .slice(start, last + 1)
    .map((token) => token.text)
    .join(' ');
  const isPlace = last > start && gazetteer.find(whole).length > 0;
  return isPlace ? null : surname;
}
