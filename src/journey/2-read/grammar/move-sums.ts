/** Scores of the next move, adding up only what has changed since the last one. */
import { type MoveTable, setMoveScores } from '../../../knowledge/weight-tables.ts';
import { fillKeys, type Templates } from './feature-templates.ts';
import {
  maxMoveFeatures,
  moveFactRoom,
  moveTemplatesBy,
  setChangingFacts,
  setInputFacts,
  setStackFacts,
} from './move-features.ts';
import { left, type ParserState, right, shift } from './parser-state.ts';

/** Sums over what only the next words or only the stack decide are kept while these stay as they are. */
export class MoveSums {
  readonly #moves: MoveTable;
  readonly #facts = new Int32Array(moveFactRoom);
  readonly #keys = new Int32Array(maxMoveFeatures);
  /** Sums for left and right, here and below. */
  readonly #sums = new Int32Array(2);
  readonly #input = new Int32Array(2);
  #inputAt = -1;
  /** Two sums per word that is or was the stack's top, and whether they are known. */
  #stack = new Int32Array(0);
  #isKnown = new Uint8Array(0);
  readonly #scores = new Int32Array(3);

  constructor(moves: MoveTable) {
    this.#moves = moves;
  }

  /** To be called before the first state of a sentence of `count` words. */
  begin(count: number): void {
    if (this.#isKnown.length <= count) {
      this.#stack = new Int32Array(4 * (count + 1));
      this.#isKnown = new Uint8Array(2 * (count + 1));
    } else this.#isKnown.fill(0, 0, count + 1);
    this.#inputAt = -1;
  }

  /** Scores of shift, left and right; overwritten by the next call. */
  of(state: ParserState): Int32Array {
    const sums = this.#sums;
    const input = this.#input;
    const stack = this.#stack;
    if (this.#inputAt !== state.next) {
      setInputFacts(state, this.#facts);
      this.#add(moveTemplatesBy.input, input);
      this.#inputAt = state.next;
    }
    setStackFacts(state, this.#facts);
    const top = state.arcDependent();
    if (this.#isKnown[top] === 0) {
      this.#add(moveTemplatesBy.stack, sums);
      this.#isKnown[top] = 1;
      stack[2 * top] = sums[0] as number;
      stack[2 * top + 1] = sums[1] as number;
    }
    setChangingFacts(state, this.#facts);
    this.#add(moveTemplatesBy.changing, sums);
    const scores = this.#scores;
    scores[shift] = 0;
    scores[left] = (sums[0] as number) + (input[0] as number) + (stack[2 * top] as number);
    scores[right] = (sums[1] as number) + (input[1] as number) + (stack[2 * top + 1] as number);
    return scores;
  }

  #add(templates: Templates, sums: Int32Array): void {
    setMoveScores(this.#moves, this.#keys, fillKeys(templates, this.#facts, this.#keys, 0), sums);
  }
}
