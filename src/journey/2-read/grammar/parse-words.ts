/** Builds the tree of one tagged sentence: the best move at each step, and a relation for every arc as it is made. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { KeptForm } from './kept-form.ts';
import { MoveSums } from './move-sums.ts';
import { bestMove, onlyMove } from './moves.ts';
import { fillInput, posTable, roomForInput } from './parse-input.ts';
import { ParserState, shift } from './parser-state.ts';
import { RelationSums } from './relation-sums.ts';
import { arcKind, unsure } from './sure-relations.ts';
import type { Tagging } from './tagging.ts';

/** Parses one sentence after the other in room that is used again. */
export class WordParser {
  readonly #grammar: Grammar;
  readonly #moves: MoveSums;
  readonly #relations: RelationSums;
  readonly #pos: ReturnType<typeof posTable>;
  #input = roomForInput(0);
  readonly #state: ParserState;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.#moves = new MoveSums(grammar.moves);
    this.#relations = new RelationSums(grammar.relationWeights);
    this.#pos = posTable(grammar.labels);
    this.#state = new ParserState(this.#input);
  }

  /** The finished state, to be read before the next call: `heads` and `relations` from index 1, head 0 for the root's dependent. */
  parse(forms: readonly KeptForm[], tagging: Tagging, mode: number): ParserState {
    const state = this.#state;
    const moves = this.#moves;
    if (this.#input.words.length < forms.length + 2) this.#input = roomForInput(2 * forms.length);
    fillInput(this.#input, forms, tagging, mode, this.#pos);
    state.begin(this.#input);
    moves.begin(forms.length);
    while (!state.isDone()) {
      let move = onlyMove(state);
      if (move < 0) move = bestMove(state, moves.of(state));
      if (move === shift) state.push();
      else state.attach(move, this.#relationOf(move, forms), this.#grammar.special);
    }
    return state;
  }

  #relationOf(move: number, forms: readonly KeptForm[]): number {
    const state = this.#state;
    const { rootRelation, sureRelations } = this.#grammar;
    const head = state.arcHead(move);
    if (head === 0) return rootRelation;
    const dependent = state.arcDependent();
    const sure = sureRelations[arcKind(state.input, head, dependent)] as number;
    if (sure !== unsure) return sure;
    return bestRelation(this.#relations.of(state, move, head, dependent, forms), rootRelation);
  }
}

/** The root's dependent is always "root", and no other word is. */
export function bestRelation(scores: ArrayLike<number>, rootRelation: number): number {
  let best = -1;
  for (let relation = 0; relation < scores.length; relation++) {
    if (relation !== rootRelation && (best < 0 || (scores[relation] as number) > (scores[best] as number)))
      best = relation;
  }
  return best;
}
