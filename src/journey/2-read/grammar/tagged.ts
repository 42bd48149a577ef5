/** What the rules that settle tags share: a word and a sentence as they see them, and classes of tags. */
export interface Word {
  readonly lower: string;
  /** 1 where it opens with a capital, 2 where it is all capitals. */
  readonly capital: number;
  /** 0 for a word that the tagger was not trained on, and one that no dictionary has. */
  readonly ambiguity: number;
  readonly classes: number;
  /** `maySettle` of the word. */
  readonly maySettle: boolean;
}

/** One sentence while its tags are settled. */
export interface Tagged {
  readonly words: readonly Word[];
  /** Names, and only names, are written with a capital. */
  readonly namesAreCapital: boolean;
  readonly tagOf: (word: number) => string;
  readonly set: (word: number, tag: string) => void;
}

/** Tags of a verb that has a subject of its own. */
export const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** The same, and a bare form. */
export const FINITE_OR_BARE: ReadonlySet<string> = new Set([...FINITE, 'VB']);

/** Tags of words that open a counted or determined noun phrase. */
export const OPENS_COUNTED: ReadonlySet<string> = new Set(['DT', 'CD', 'PRP$']);
