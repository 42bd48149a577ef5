/** Scores of the next move, adding up only what has changed since the last one. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { addMoveScores, type MoveTable } from '../../../knowledge/weight-tables.ts';
import { fillKeys, type Templates } from './feature-templates.ts';
import { maxMoveFeatures, moveFactCount, moveTemplatesBy, setMoveFacts } from './move-features.ts';
import type { ParserState } from './parser-state.ts';

/** Scores of the moves. Sums over what only the next words or only the stack decide are kept while these stay as they are. */
export class MoveSums {
  readonly #moves: MoveTable;
  readonly #facts = new Int32Array(moveFactCount);
  readonly #keys = new Int32Array(maxMoveFeatures);
  readonly #scores = new Int32Array(3);
  readonly #input = new Int32Array(3);
  #inputAt = -1;
  /** Three sums per word that is or was the stack's top, and whether they are known. */
  #stack = new Int32Array(0);
  #isKnown = new Uint8Array(0);

  constructor(grammar: Pick<Grammar, 'moves'>) {
    this.#moves = grammar.moves;
  }

  /** To be called before the first state of a sentence of `count` words. */
  begin(count: number): void {
    if (this.#isKnown.length <= count) {
      this.#stack = new Int32Array(6 * (count + 1));
      this.#isKnown = new Uint8Array(2 * (count + 1));
    } else this.#isKnown.fill(0, 0, count + 1);
    this.#inputAt = -1;
  }

  /** Scores of shift, left and right; overwritten by the next call. */
  of(state: ParserState): Int32Array {
    const scores = this.#scores;
    const input = this.#input;
    const stack = this.#stack;
    setMoveFacts(state, this.#facts);
    if (this.#inputAt !== state.next) {
      this.#add(moveTemplatesBy.input, input);
      this.#inputAt = state.next;
    }
    const top = state.arcDependent();
    if (this.#isKnown[top] === 0) {
      this.#add(moveTemplatesBy.stack, scores);
      this.#isKnown[top] = 1;
      stack.set(scores, 3 * top);
    }
    this.#add(moveTemplatesBy.changing, scores);
    for (let i = 0; i < 3; i++) {
      scores[i] = (scores[i] as number) + (input[i] as number) + (stack[3 * top + i] as number);
    }
    return scores;
  }

  #add(templates: Templates, scores: Int32Array): void {
    addMoveScores(this.#moves, this.#keys, fillKeys(templates, this.#facts, this.#keys, 0), scores);
  }
}
