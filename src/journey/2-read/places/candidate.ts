/** A stretch of a sentence that may be a place name, before anything is decided about it. */
import type { Gazetteer, NameMatch } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords, StatedKind } from '../../../knowledge/place-words.ts';
import type { Sentence } from '../../../model/sentence.ts';

export interface Candidate {
  readonly sentence: Sentence;
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  /** Lower-cased words, to compare names within a text. */
  readonly key: string;
  readonly matches: readonly NameMatch[];
  readonly via: 'exact' | 'loose' | 'worded';
  readonly stated: StatedKind | null;
  /** True when a capitalised head or lead noun is part of the name: "Orange County", "Lake Assad". */
  readonly hasHead: boolean;
}

/** What candidates are sought with: the text, its place words and the gazetteer. */
export interface Search {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly words: PlaceWords;
}

/** A search that also knows the commonest words of English, in lower case. */
export interface WordSearch extends Search {
  readonly isCommon: (word: string) => boolean;
}

export const keyOf = (sentence: Sentence, first: number, last: number): string => {
  let key = sentence.tokens[first]?.lower ?? '';
  for (let at = first + 1; at <= last; at++) key += ` ${sentence.tokens[at]?.lower ?? ''}`;
  return key;
};
