/** Words that make a name part of something else: an organisation, a body of a town; and words that are no names at all. */
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Search } from './candidate.ts';
import { isAdjacent, isCapital } from './names.ts';

/** Months, weekdays, points of the compass and currency signs are in the gazetteer too, as villages somewhere. */
export function isNoName(token: Token, next: Token | undefined, words: PlaceWords): boolean {
  const lower = token.lower.endsWith('.') ? token.lower.slice(0, -1) : token.lower;
  return (
    token.text.length < 2 ||
    words.calendar.has(lower) ||
    words.compass.has(lower) ||
    /\p{Sc}$/u.test(token.text) ||
    (next?.text === '$' && next.start === token.end)
  );
}

/** "Aleppo City Council" is a council of Aleppo, though "Aleppo City" is also a name of the city. */
export function isBodyOfTown(token: Token, at: number, sentence: Sentence, { words, text }: Search): boolean {
  const kind = words.headNouns.get(token.lower);
  const next = sentence.tokens[at + 1];
  return (
    (kind === 'settlement' || kind === 'province') &&
    next !== undefined &&
    isCapital(next) &&
    isAdjacent(text, token, next)
  );
}

export function isOrganisationAfter(sentence: Sentence, from: number, words: PlaceWords): boolean {
  for (let at = from; at < from + 3; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || !isCapital(token) || words.publicBodies.has(token.lower)) return false;
    if (words.organisations.has(token.lower)) return true;
  }
  return false;
}

export function hasOrganisation(sentence: Sentence, at: number, end: number, words: PlaceWords): boolean {
  for (let to = at; to <= end; to++) {
    const lower = sentence.tokens[to]?.lower ?? '';
    if (words.organisations.has(lower) || words.publicBodies.has(lower)) return true;
  }
  return false;
}
