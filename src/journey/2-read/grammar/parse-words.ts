/** Builds the tree of one tagged sentence: the best move at each step, and a relation for every arc as it is made. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { addLabelScores } from '../../../knowledge/weight-tables.ts';
import { MoveSums } from './move-sums.ts';
import { bestMove, onlyMove } from './moves.ts';
import { fillInput, posTable, roomForInput } from './parse-input.ts';
import { ParserState, shift } from './parser-state.ts';
import { maxRelationFeatures, relationFeatures } from './relation-features.ts';
import { arcKind, unsure } from './sure-relations.ts';
import type { Tagging } from './tag-words.ts';
import type { WordForm } from './word-forms.ts';

/** Parses one sentence after the other in room that is used again. */
export class WordParser {
  readonly #grammar: Grammar;
  readonly #sums: MoveSums;
  readonly #pos: ReturnType<typeof posTable>;
  readonly #keys = new Int32Array(maxRelationFeatures);
  readonly #scores: Int32Array;
  #input = roomForInput(0);
  readonly #state: ParserState;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.#sums = new MoveSums(grammar.moves);
    this.#pos = posTable(grammar.labels);
    this.#scores = new Int32Array(grammar.relations.length);
    this.#state = new ParserState(this.#input);
  }

  /** The finished state, to be read before the next call: `heads` and `relations` from index 1, head 0 for the root's dependent. */
  parse(forms: readonly WordForm[], tagging: Tagging, mode: number): ParserState {
    const state = this.#state;
    const sums = this.#sums;
    if (this.#input.words.length < forms.length + 2) this.#input = roomForInput(2 * forms.length);
    fillInput(this.#input, forms, tagging, mode, this.#pos);
    state.begin(this.#input);
    sums.begin(forms.length);
    while (!state.isDone()) {
      let move = onlyMove(state);
      if (move < 0) move = bestMove(state, sums.of(state));
      if (move === shift) state.push();
      else state.attach(move, this.#relationOf(move), this.#grammar.special);
    }
    return state;
  }

  #relationOf(move: number): number {
    const state = this.#state;
    const { rootRelation, sureRelations, relationWeights } = this.#grammar;
    const head = state.arcHead(move);
    if (head === 0) return rootRelation;
    const dependent = state.arcDependent();
    const sure = sureRelations[arcKind(state.input, head, dependent)] as number;
    if (sure !== unsure) return sure;
    const n = relationFeatures(state, move, head, dependent, this.#keys);
    this.#scores.fill(0);
    addLabelScores(relationWeights, this.#keys, n, this.#scores);
    return bestRelation(this.#scores, rootRelation);
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
