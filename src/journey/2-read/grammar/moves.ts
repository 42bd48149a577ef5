/** Which move is taken at a state of the parse, and which relation an arc gets. */
import { left, type ParserState, right, shift } from './parser-state.ts';

/** The move where there is no choice: on an empty stack, and when all words are read; else -1. */
export function onlyMove(state: ParserState): number {
  if (state.depth === 1) return shift;
  return state.next > state.input.count ? right : -1;
}

export function bestMove(state: ParserState, scores: ArrayLike<number>): number {
  let best = -1;
  for (let move = shift; move <= right; move++) {
    if (state.mayDo(move) && (best < 0 || (scores[move] as number) > (scores[best] as number))) best = move;
  }
  return best < 0 ? left : best;
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
