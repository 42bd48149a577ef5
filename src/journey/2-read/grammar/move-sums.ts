/** Scores of the next move, adding up only what has changed since the last one. */
import type { MoveTable } from '../../../knowledge/weight-tables.ts';
import {
  moveFacts,
  setChangingFacts,
  setInputFacts,
  setStackFacts,
  stackFactsFrom,
  stackFactsTo,
} from './move-features.ts';
import { left, type ParserState, right, shift } from './parser-state.ts';
import { addInput, addSlight, addStack, addWeighty } from './unrolled-moves.ts';

/**
 * A move that leads by so much without the slight templates is taken: 48 moves of a hundred, of which one in twenty thousand
 * would have been another with them. In weights as stored.
 */
const sureLead = 350;

/** Facts of the stack's top, kept with its sums. */
const stackFactCount = stackFactsTo - stackFactsFrom;

/** Sums over what only the next words or only the stack decide are kept while these stay as they are. */
export class MoveSums {
  readonly #moves: MoveTable;
  readonly #facts = new Int32Array(moveFacts.length);
  /** Sums for left and right, here and below. */
  readonly #sums = new Int32Array(2);
  readonly #input = new Int32Array(2);
  #inputAt = -1;
  /** Two sums per word that is or was the stack's top, the facts that it gave, and whether they are known. */
  #stack = new Int32Array(0);
  #stackFacts = new Int32Array(0);
  #isKnown = new Uint8Array(0);
  /** The word whose facts stand in `#facts`. */
  #stackAt = -1;
  readonly #scores = new Int32Array(3);

  constructor(moves: MoveTable) {
    this.#moves = moves;
  }

  /** To be called before the first state of a sentence of `count` words. */
  begin(count: number): void {
    if (this.#isKnown.length <= count) {
      this.#stack = new Int32Array(4 * (count + 1));
      this.#stackFacts = new Int32Array(2 * (count + 1) * stackFactCount);
      this.#isKnown = new Uint8Array(2 * (count + 1));
    } else this.#isKnown.fill(0, 0, count + 1);
    this.#inputAt = -1;
    this.#stackAt = -1;
  }

  /** To be called before the first state of another parse of the same sentence, whose stack may hold other words. */
  forgetStack(): void {
    this.#isKnown.fill(0);
    this.#stackAt = -1;
  }

  /** Scores of shift, left and right; overwritten by the next call. */
  of(state: ParserState): Int32Array {
    const { slots, shift: slotShift } = this.#moves;
    const facts = this.#facts;
    const input = this.#input;
    const sums = this.#sums;
    const scores = this.#scores;
    if (this.#inputAt !== state.next) {
      setInputFacts(state, facts);
      addInput(facts, slots, slotShift, input);
      this.#inputAt = state.next;
    }
    const top = state.arcDependent();
    this.#setTop(state, top);
    setChangingFacts(state, facts);
    addWeighty(facts, slots, slotShift, sums);
    scores[shift] = 0;
    scores[left] = (sums[0] as number) + (input[0] as number) + (this.#stack[2 * top] as number);
    scores[right] = (sums[1] as number) + (input[1] as number) + (this.#stack[2 * top + 1] as number);
    if (lead(state, scores) >= sureLead) return scores;
    addSlight(facts, slots, slotShift, sums);
    scores[left] = (scores[left] as number) + (sums[0] as number);
    scores[right] = (scores[right] as number) + (sums[1] as number);
    return scores;
  }

  /** Facts and sums of the stack under its top: worked out when it gets there, and found again when it is the top again. */
  #setTop(state: ParserState, top: number): void {
    if (this.#stackAt === top) return;
    this.#stackAt = top;
    const facts = this.#facts;
    const kept = this.#stackFacts;
    const from = top * stackFactCount - stackFactsFrom;
    if (this.#isKnown[top] === 1) {
      for (let at = stackFactsFrom; at < stackFactsTo; at++) facts[at] = kept[from + at] as number;
      return;
    }
    const sums = this.#sums;
    setStackFacts(state, facts);
    addStack(facts, this.#moves.slots, this.#moves.shift, sums);
    for (let at = stackFactsFrom; at < stackFactsTo; at++) kept[from + at] = facts[at] as number;
    this.#isKnown[top] = 1;
    this.#stack[2 * top] = sums[0] as number;
    this.#stack[2 * top + 1] = sums[1] as number;
  }
}

/** How far the best move is before the next, out of those that may be done where there is a choice (see `onlyMove`). */
function lead(state: ParserState, scores: Int32Array): number {
  const [a, b] = [scores[shift] as number, scores[left] as number];
  const [high, low] = [Math.max(a, b), Math.min(a, b)];
  if (!state.mayDo(right)) return high - low;
  const c = scores[right] as number;
  return c > high ? c - high : high - Math.max(low, c);
}
