/**
 * The moves of a parse in their order, how sure each was and where it was made, so that a parse can be taken up again at any of
 * them. A sentence of n words takes 2n moves, whatever its tree.
 */
import { mix } from './hashing.ts';
import type { ParserState } from './parser-state.ts';

/** The lead of a move that had no rival. */
export const certain = 2 ** 20;

const stackSalt = 9;

/** What a word adds to the sum (exclusive or) that stands for a stack: it is there, or it is not. */
export const stackMark = (word: number): number => mix(word, stackSalt);

/** How a move was chosen: the runner-up, and how far the move leads. */
export interface MoveChoice {
  move: number;
  other: number;
  lead: number;
}

export class MovePath {
  length = 0;
  moves = new Uint8Array(0);
  /** The move that came second, and by how much. */
  others = new Uint8Array(0);
  leads = new Int32Array(0);
  /** Before each move: the next word, the stack's two topmost words, and the sum that stands for the stack. */
  nexts = new Int32Array(0);
  tops = new Int32Array(0);
  unders = new Int32Array(0);
  stacks = new Int32Array(0);
  /** Per next word, the first move that was made before it. */
  #firsts = new Int32Array(0);

  begin(count: number): void {
    this.length = 0;
    if (this.#firsts.length >= count + 2) return;
    const most = 4 * (count + 1);
    this.moves = new Uint8Array(most);
    this.others = new Uint8Array(most);
    this.leads = new Int32Array(most);
    this.nexts = new Int32Array(most);
    this.tops = new Int32Array(most);
    this.unders = new Int32Array(most);
    this.stacks = new Int32Array(most);
    this.#firsts = new Int32Array(2 * (count + 1));
  }

  /** Writes down the move about to be made; gives the sum of the stack after it. */
  add({ move, other, lead }: MoveChoice, state: ParserState, stack: number): number {
    const at = this.length++;
    const { depth, next } = state;
    const top = state.arcDependent();
    this.moves[at] = move;
    this.others[at] = other;
    this.leads[at] = lead;
    this.nexts[at] = next;
    this.tops[at] = top;
    this.unders[at] = depth > 1 ? (state.stack[depth - 2] as number) : -1;
    this.stacks[at] = stack;
    if (at === 0 || this.nexts[at - 1] !== next) this.#firsts[next] = at;
    return stack ^ stackMark(move === 0 ? next : top);
  }

  /** The move that was made before `next` with `top` on the stack; -1 where there was none. */
  find(next: number, top: number): number {
    const { nexts, tops, length } = this;
    let at = this.#firsts[next] as number;
    while (at < length && nexts[at] === next && (tops[at] as number) > top) at++;
    return at < length && nexts[at] === next && tops[at] === top ? at : -1;
  }

  /** Takes over the moves from `from` to `to` (exclusive) of a path that is the same before and after them. */
  take(path: MovePath, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      this.moves[at] = path.moves[at] as number;
      this.others[at] = path.others[at] as number;
      this.leads[at] = path.leads[at] as number;
      this.nexts[at] = path.nexts[at] as number;
      this.tops[at] = path.tops[at] as number;
      this.unders[at] = path.unders[at] as number;
      this.stacks[at] = path.stacks[at] as number;
    }
    for (let at = from; at <= to && at < this.length; at++) {
      const next = this.nexts[at] as number;
      if (at === 0 || this.nexts[at - 1] !== next) this.#firsts[next] = at;
    }
  }
}
