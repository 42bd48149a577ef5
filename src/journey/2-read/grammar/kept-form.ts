/** A word with what was worked out for it, kept from sentence to sentence: most words of a text are met again. */
import { opensClause } from './event-nouns.ts';
import { mayMarkLabel } from './label-words.ts';
import { maySettle } from './settled-tags.ts';
import type { WordForm } from './word-forms.ts';

/** Belongs to one grammar and one lexicon. */
export interface KeptForm extends WordForm {
  /** As written. */
  readonly text: string;
  /** Sums for the tagger: as itself in each casing (0 to 3), as left and as right neighbour. */
  readonly sums: (Int32Array | null)[];
  /** Sums for the relation of an arc to its left and to its right, by the tag that it was last seen with. */
  readonly asDependent: [RelationSum?, RelationSum?];
  readonly asHead: [RelationSum?, RelationSum?];
  /** Rules of the grammar's own that ask for the word; nearly all words are asked for by none. */
  readonly maySettle: boolean;
  readonly opensClause: boolean;
  readonly mayMarkLabel: boolean;
  /** What the tag decides that the word was last seen with, and all that it was seen with. */
  settled: Settled;
  readonly seen: Settled[];
}

/** What a tag decides of a word: its dictionary form, and the lists it may open. */
export interface Settled {
  readonly tag: number;
  readonly lemma: string;
  readonly hints: number;
}

const unsettled: Settled = { tag: -1, lemma: '', hints: 0 };

export interface RelationSum {
  readonly tag: number;
  readonly scores: Int32Array;
}

export const keptForm = (form: WordForm, text = form.lower): KeptForm => ({
  ...form,
  text: shared(text),
  lower: shared(form.lower),
  sums: [null, null, null, null, null, null],
  asDependent: [],
  asHead: [],
  maySettle: maySettle(form.lower),
  opensClause: opensClause(form.lower),
  mayMarkLabel: mayMarkLabel(form.lower),
  settled: unsettled,
  seen: [],
});

/**
 * The same characters as the one string that stands for them wherever a program names them: to compare two such strings is to
 * look whether they are one. A word cut out of a report would also hold on to the report.
 */
export const shared = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;
