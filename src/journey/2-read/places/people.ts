/** People named in full in a text, so that a later bare "Houston" is known to be Ms Houston and not the city. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import { isCapital, nameRunEnd } from './names.ts';

/** Lower-cased last names of people who are named with a title or a given name. */
export function peopleIn(parsed: ParsedText, gazetteer: Gazetteer, words: PlaceWords): ReadonlySet<string> {
  const people = new Set<string>();
  for (const sentence of parsed.sentences) {
    if (sentence.kind === 'furniture' || sentence.casing !== 'mixed') continue;
    for (let at = 0; at < sentence.tokens.length; at++) {
      if (!isCapital(sentence.tokens[at])) continue;
      const end = nameRunEnd(sentence, at);
      addPerson(sentence, at, end, { gazetteer, words, people });
      at = end;
    }
  }
  return people;
}

function addPerson(
  sentence: Sentence,
  first: number,
  last: number,
  { gazetteer, words, people }: { gazetteer: Gazetteer; words: PlaceWords; people: Set<string> },
): void {
  let start = first;
  while (start < last && words.titles.has(sentence.tokens[start]?.lower ?? '')) start++;
  const hasTitle = start > first || words.titles.has(sentence.tokens[first - 1]?.lower ?? '');
  const surname = sentence.tokens[last]?.lower ?? '';
  const given = sentence.tokens[start]?.lower ?? '';
  if (
    words.organisations.has(surname) ||
    words.headNouns.has(surname) ||
    words.calendar.has(surname) ||
    last - start > 3
  )
    return;
  const isNamed =
    last > start && gazetteer.isGivenName(wordKey(given)) && !words.compass.has(given) && !words.notAtStart.has(given);
  if (!hasTitle && !isNamed) return;
  const whole = sentence.tokens
    .slice(start, last + 1)
    .map((token) => token.text)
    .join(' ');
  if (last > start && gazetteer.find(whole).length > 0) return;
  people.add(surname);
}
