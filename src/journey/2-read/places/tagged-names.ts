/** Place names written as a tag: "#Douma", "#EasternGhouta", "#DeirEzzor". A tag is one token whose words run together. */
import type { Gazetteer, NameMatch } from '../../../knowledge/gazetteer.ts';
import { NAME_FLAG } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Candidate, Search } from './candidate.ts';

/** Longer tags are slogans. */
const LONGEST_TAG = 40;

export const isTag = (token: Token): boolean => token.text.charCodeAt(0) === HASH && token.text.length > 2;
const HASH = 35;

/** The place that a tag names, spelt as written or with its words taken apart; null when the gazetteer knows none. */
export function taggedAt(at: number, sentence: Sentence, { gazetteer, words }: Search): Candidate | null {
  const token = sentence.tokens[at];
  if (token === undefined || !isTag(token) || token.text.length > LONGEST_TAG) return null;
  const name = withoutCompass(spaced(token.text.slice(1)), words);
  const exact = gazetteer.find(name).filter(({ flags }) => (flags & NAME_FLAG.abbreviation) === 0 || isCapitals(name));
  const matches = exact.length > 0 ? exact : transliterated(name, gazetteer);
  if (matches.length === 0) return null;
  return {
    sentence,
    first: at,
    last: at,
    key: name.toLowerCase(),
    matches,
    via: exact.length > 0 ? 'exact' : 'loose',
    stated: null,
    hasHead: false,
  };
}

const isCapitals = (name: string): boolean => name === name.toUpperCase();

/** "EasternGhouta" → "Eastern Ghouta", "Deir_Ezzor" → "Deir Ezzor". */
function spaced(tag: string): string {
  let name = '';
  for (let at = 0; at < tag.length; at++) {
    const char = tag.charAt(at);
    const opensWord = at > 0 && isUpper(char) && !isUpper(tag.charAt(at - 1));
    name += char === '_' ? ' ' : opensWord ? ` ${char}` : char;
  }
  return name.trim();
}

const isUpper = (char: string): boolean => char !== char.toLowerCase() && char === char.toUpperCase();

/** The point of the compass says which part of the place is meant, not another place. */
function withoutCompass(name: string, words: PlaceWords): string {
  const space = name.indexOf(' ');
  return space > 0 && words.compass.has(name.slice(0, space).toLowerCase()) ? name.slice(space + 1) : name;
}

/** Few places share a loose key by chance when it is long enough and found but a few times. */
const SHORTEST_LOOSE = 5;
const MOST_LOOSE = 6;

function transliterated(name: string, gazetteer: Gazetteer): readonly NameMatch[] {
  if (name.length < SHORTEST_LOOSE) return [];
  const matches = gazetteer
    .findLoosely(name)
    .filter(({ place }) => gazetteer.kind(place) !== 'country' && gazetteer.kind(place) !== 'continent');
  return matches.length > MOST_LOOSE ? [] : matches;
}
