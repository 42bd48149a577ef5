/**
 * Builds the tree of one tagged sentence: the best move at each step, and a relation for every arc as it is made; then, where a
 * move was hardly better than another, the tree that the other gives is looked at, too.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { Alternatives, searchBy } from './alternatives.ts';
import { judgeOf } from './choice-sums.ts';
import type { KeptForm } from './kept-form.ts';
import { MoveMaker } from './move-maker.ts';
import { type MoveChoice, MovePath } from './move-path.ts';
import { fillInput, posTable, roomForInput } from './parse-input.ts';
import { ParserState, shift } from './parser-state.ts';
import type { Tagging } from './tagging.ts';

/** Parses one sentence after the other in room that is used again. */
export class WordParser {
  readonly #grammar: Grammar;
  readonly #maker: MoveMaker;
  readonly #alternatives: Alternatives;
  readonly #pos: ReturnType<typeof posTable>;
  readonly #path = new MovePath();
  readonly #choice: MoveChoice = { move: -1, other: -1, lead: 0 };
  #input = roomForInput(0);
  readonly #state: ParserState;

  constructor(grammar: Grammar, search = searchBy(judgeOf(grammar))) {
    this.#grammar = grammar;
    this.#maker = new MoveMaker(grammar);
    this.#alternatives = new Alternatives(grammar, this.#maker, search);
    this.#pos = posTable(grammar.labels);
    this.#state = new ParserState(this.#input);
  }

  /** The finished state, to be read before the next call: `heads` and `relations` from index 1, head 0 for the root's dependent. */
  parse(forms: readonly KeptForm[], tagging: Tagging, mode: number): ParserState {
    if (this.#input.words.length < forms.length + 2) this.#input = roomForInput(2 * forms.length);
    fillInput(this.#input, forms, tagging, mode, this.#pos);
    const path = this.#path;
    const state = this.#state;
    state.begin(this.#input);
    path.begin(forms.length);
    this.#maker.sums.begin(forms.length);
    this.#makeMoves(forms);
    return this.#alternatives.settle(state, path, forms);
  }

  #makeMoves(forms: readonly KeptForm[]): void {
    const { special } = this.#grammar;
    const state = this.#state;
    const maker = this.#maker;
    const choice = this.#choice;
    let stack = 0;
    while (!state.isDone()) {
      maker.choose(state, choice);
      stack = this.#path.add(choice, state, stack);
      if (choice.move === shift) state.push();
      else state.attach(choice.move, maker.relationOf(state, choice.move, forms), special);
    }
  }
}
