/** Tokens, sentences and trees: the grammar of a report's text that all reading rules work on. */

/** Universal part of speech (universaldependencies.org/u/pos). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token {
  /** Position in its sentence. */
  readonly index: number;
  /** UTF-16 offsets into the report's text. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** Lower-cased, typographic apostrophes straightened. */
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** Penn Treebank tag ("VBD", "NNS", "NNP"). */
  readonly tag: string;
  /** Lower-cased dictionary form ("bombed" → "bomb", "jets" → "jet"). */
  readonly lemma: string;
  /** Bits of the lists of the lexicon that the word may open an entry of (`WORD_HINT`); all bits where no lexicon was asked. */
  readonly hints: number;
}

/** A dependency tree over one sentence (Universal Dependencies v2 relations). */
export interface Tree {
  /** Index of each token's head; -1 for the root. */
  readonly heads: ArrayLike<number>;
  /** Relation of each token to its head ("nsubj:pass", "obl", "conj"). */
  readonly relations: readonly string[];
  /** Indices of each token's dependents, left to right. */
  readonly children: readonly (readonly number[])[];
  /** How many tokens at the start are a label ("Northtown: …"), which takes no part in the clause behind it; its root hangs on theirs as "dep". */
  readonly label: number;
}

export interface Sentence {
  /** Position in its document. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
  /** `heading`: a title or subheading; `furniture`: not report (a repeated title, a cookie notice), never coded. */
  readonly kind: 'prose' | 'heading' | 'furniture';
  /** How the sentence is written; upper-case and title-case text hides proper names. */
  readonly casing: 'mixed' | 'upper' | 'lower' | 'title';
  readonly tokens: readonly Token[];
  /** Null when nothing in the sentence could be coded, so that it was not parsed. */
  readonly tree: Tree | null;
}

/** A report's text with its grammar: what every reading rule is given. */
export interface ParsedText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Where an expression stands: its span and its tokens, `lastToken` inclusive. */
export interface Located {
  readonly start: number;
  readonly end: number;
  /** Index of its sentence in `ParsedText.sentences`. */
  readonly sentence: number;
  readonly firstToken: number;
  readonly lastToken: number;
}
