/** A word with what was worked out for it, kept from sentence to sentence: most words of a text are met again. */
import { opensClause } from './event-nouns.ts';
import { mayMarkLabel } from './label-words.ts';
import { maySettle } from './settled-tags.ts';
import type { WordForm } from './word-forms.ts';

/** Belongs to one grammar and one lexicon. */
export interface KeptForm extends WordForm {
  /** Sums for the tagger: as itself in each casing (0 to 3), as left and as right neighbour. */
  readonly sums: (Int32Array | null)[];
  /** Sums for the relation of an arc to its left and to its right, by the tag that it was last seen with. */
  readonly asDependent: [RelationSum?, RelationSum?];
  readonly asHead: [RelationSum?, RelationSum?];
  /** Rules of the grammar's own that ask for the word; nearly all words are asked for by none. */
  readonly maySettle: boolean;
  readonly opensClause: boolean;
  readonly mayMarkLabel: boolean;
  /** The tag that the word was last seen with, -1 before; with this tag its dictionary form, and the lists it may open. */
  settledTag: number;
  lemma: string;
  hints: number;
}

export interface RelationSum {
  readonly tag: number;
  readonly scores: Int32Array;
}

export const keptForm = (form: WordForm): KeptForm => ({
  ...form,
  sums: [null, null, null, null, null, null],
  asDependent: [],
  asHead: [],
  maySettle: maySettle(form.lower),
  opensClause: opensClause(form.lower),
  mayMarkLabel: mayMarkLabel(form.lower),
  settledTag: -1,
  lemma: '',
  hints: 0,
});
