/** Chooses the next move of a parse and the relation of the arc that it makes. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { KeptForm } from './kept-form.ts';
import { certain, type MoveChoice } from './move-path.ts';
import { MoveSums } from './move-sums.ts';
import { bestRelation, onlyMove } from './moves.ts';
import { type ParserState, right, shift } from './parser-state.ts';
import { RelationSums } from './relation-sums.ts';
import { arcKind, unsure } from './sure-relations.ts';

export class MoveMaker {
  readonly sums: MoveSums;
  readonly #grammar: Grammar;
  readonly #relations: RelationSums;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.sums = new MoveSums(grammar.moves);
    this.#relations = new RelationSums(grammar.relationWeights);
  }

  /** Writes the best move, the second and the distance between them into `choice`, which is used again from move to move. */
  choose(state: ParserState, choice: MoveChoice): void {
    const only = onlyMove(state);
    choice.move = only;
    choice.other = only;
    choice.lead = certain;
    if (only >= 0) return;
    const scores = this.sums.of(state);
    let best = -1;
    let second = -1;
    for (let move = shift; move <= right; move++) {
      if (!state.mayDo(move)) continue;
      if (best < 0 || (scores[move] as number) > (scores[best] as number)) {
        second = best;
        best = move;
      } else if (second < 0 || (scores[move] as number) > (scores[second] as number)) second = move;
    }
    choice.move = best;
    choice.other = second;
    choice.lead = second < 0 ? certain : (scores[best] as number) - (scores[second] as number);
  }

  /** Relation of the arc that `left` or `right` would make. */
  relationOf(state: ParserState, move: number, forms: readonly KeptForm[]): number {
    const { rootRelation, sureRelations } = this.#grammar;
    const head = state.arcHead(move);
    if (head === 0) return rootRelation;
    const dependent = state.arcDependent();
    const sure = sureRelations[arcKind(state.input, head, dependent)] as number;
    if (sure !== unsure) return sure;
    return bestRelation(this.#relations.of(state, move, head, dependent, forms), rootRelation);
  }
}
