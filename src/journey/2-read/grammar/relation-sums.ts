/** Scores of the relation of an arc, adding up only what its two words do not decide by themselves. */
import type { LabelTable } from '../../../knowledge/weight-tables.ts';
import { addLabelScores } from '../../../knowledge/weight-tables.ts';
import type { KeptForm } from './kept-form.ts';
import { left, type ParserState } from './parser-state.ts';
import { arcFeatures, maxRelationFeatures, setArc } from './relation-features.ts';

export class RelationSums {
  readonly #weights: LabelTable;
  readonly #keys = new Int32Array(maxRelationFeatures);
  readonly #scores: Int32Array;

  constructor(weights: LabelTable) {
    this.#weights = weights;
    this.#scores = new Int32Array(weights.labelCount);
  }

  /** Scores of all relations for the arc that a move makes between two words; overwritten by the next call. */
  of(state: ParserState, move: number, head: number, dependent: number, forms: readonly KeptForm[]): Int32Array {
    setArc(state, move, head, dependent);
    const side = move === left ? 0 : 1;
    const { tags } = state.input;
    const under = this.#kept('dependent', forms[dependent - 1] as KeptForm, side, tags[dependent] as number);
    const above = this.#kept('head', forms[head - 1] as KeptForm, side, tags[head] as number);
    const scores = this.#scores;
    for (let i = 0; i < scores.length; i++) scores[i] = (under[i] as number) + (above[i] as number);
    addLabelScores(this.#weights, this.#keys, arcFeatures('both', this.#keys, 0), scores);
    return scores;
  }

  /** The sum of what one of the words of the arc that was set says by itself, kept with the word under its last tag. */
  #kept(kind: 'dependent' | 'head', form: KeptForm, side: number, tag: number): Int32Array {
    const sums = kind === 'dependent' ? form.asDependent : form.asHead;
    const known = sums[side];
    if (known !== undefined && known.tag === tag) return known.scores;
    const scores = new Int32Array(this.#weights.labelCount);
    addLabelScores(this.#weights, this.#keys, arcFeatures(kind, this.#keys, 0), scores);
    sums[side] = { tag, scores };
    return scores;
  }
}
