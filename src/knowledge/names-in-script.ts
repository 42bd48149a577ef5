/**
 * Places that the gazetteer has in Latin letters alone, found by their name in another script: short vowels are not written there, so
 * that consonants and the long u are what both spellings keep.
 */
import type { Gazetteer, PlaceRef } from './gazetteer.ts';
import { looseKey, nameKey } from './name-key.ts';
import type { PatternWords } from './pattern-words.ts';

export interface NamesInScript {
  /** Places whose name may be written so; none when too little is left of it, or when it fits too many. */
  readonly find: (name: string) => readonly PlaceRef[];
}

const NONE: readonly PlaceRef[] = Object.freeze([]);
/** Fewer consonants fit a village anywhere. */
const SHORTEST = 3;
/** A name that so many places may have tells nothing. */
const PLACES_AT_MOST = 12;

/** The index is made when it is first asked: most reports name places that the gazetteer knows as written. */
export function namesInScript(gazetteer: Gazetteer, { countries, letters }: PatternWords): NamesInScript {
  let index: ReadonlyMap<string, PlaceRef[]> | null = null;
  return {
    find: (name) => {
      const key = keyInScript(name, letters);
      if (key.length < SHORTEST) return NONE;
      index ??= Map.groupBy(gazetteer.placesIn(countries), (place) => keyInLatin(gazetteer.place(place).name));
      const found = index.get(key) ?? NONE;
      return found.length > PLACES_AT_MOST ? NONE : found;
    },
  };
}

/** The loose key without what stands for short vowels. */
export const keyInLatin = (name: string): string => looseKey(nameKey(name)).replaceAll('a', '');

/** The same of a name in the other script; the article is left off each word, and a weak ending as in loose keys. */
export function keyInScript(name: string, letters: ReadonlyMap<string, string>): string {
  const words = name.split(' ').map((word) => (word.startsWith('ال') && word.length > 3 ? word.slice(2) : word));
  return words.map((word) => keyOfWord(word, letters)).join('');
}

function keyOfWord(word: string, letters: ReadonlyMap<string, string>): string {
  let key = '';
  for (const letter of word) {
    const sound = letters.get(letter) ?? '';
    if (!key.endsWith(sound) || sound === '') key += sound;
  }
  return key.replace(/u?h?$/, '');
}
