/**
 * A second look at a finished parse. A greedy parser cannot take a move back; where the runner-up was close, the sentence is parsed
 * on from there with it, until both parses have the same stack before the same word, and the two trees are compared as wholes.
 * What is learnt about moves that were sure is not worked out again, so that a second tree costs a few moves only.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { KeptForm } from './kept-form.ts';
import type { MoveMaker } from './move-maker.ts';
import { certain, type MoveChoice, MovePath } from './move-path.ts';
import { roomForInput } from './parse-input.ts';
import { ParserState, right, shift } from './parser-state.ts';

/** A tree and another that differ from one move on, up to where they meet again. */
export interface Turn {
  readonly path: MovePath;
  readonly otherPath: MovePath;
  /** The move at which the paths part, and the first that they share again. */
  readonly from: number;
  readonly to: number;
  readonly tree: ParserState;
  readonly otherTree: ParserState;
}

/** Whether the other tree is the better one. */
export type Judge = (turn: Turn, forms: readonly KeptForm[]) => boolean;

/** Moves that lead by less are looked at again (weights as stored): 14 of a hundred words have one. */
const unsureLead = 100;

/** How alternatives are sought; when weights are trained, more widely and without a judgement. */
export interface Search {
  readonly judge: Judge;
  readonly unsureLead: number;
}

export const searchBy = (judge: Judge): Search => ({ judge, unsureLead });

/** A move that led by so much is made again where stack's top and next word are the same. */
const followedLead = 150;

export class Alternatives {
  readonly #special: Grammar['special'];
  readonly #maker: MoveMaker;
  readonly #search: Search;
  readonly #path = new MovePath();
  readonly #choice: MoveChoice = { move: -1, other: -1, lead: 0 };
  readonly #ground: ParserState;
  readonly #others: readonly [ParserState, ParserState];

  constructor({ special }: Pick<Grammar, 'special'>, maker: MoveMaker, search: Search) {
    this.#special = special;
    this.#maker = maker;
    this.#search = search;
    const none = roomForInput(0);
    this.#ground = new ParserState(none);
    this.#others = [new ParserState(none), new ParserState(none)];
  }

  /** The better tree of a finished parse: its own state, or one to be read before the next call. `path` is changed with it. */
  settle(finished: ParserState, path: MovePath, forms: readonly KeptForm[]): ParserState {
    const { judge, unsureLead } = this.#search;
    let tree = finished;
    const ground = this.#ground;
    let at = -1;
    for (let from = 0; from < path.length; from++) {
      if ((path.leads[from] as number) >= unsureLead) continue;
      if (at < 0) {
        ground.begin(finished.input);
        at = 0;
      }
      for (; at < from; at++) this.#repeat(ground, path.moves[at] as number, tree);
      const [one, two] = this.#others;
      const otherTree = tree === one ? two : one;
      otherTree.copy(ground);
      const to = this.#parseOn(otherTree, path, from, tree, forms);
      this.#finish(otherTree, path, to, tree, forms);
      if (!judge({ path, otherPath: this.#path, from, to, tree, otherTree }, forms)) continue;
      path.take(this.#path, from, to);
      tree = otherTree;
    }
    return tree;
  }

  #repeat(state: ParserState, move: number, tree: ParserState): void {
    if (move === shift) state.push();
    else state.attach(move, tree.relations[state.arcDependent()] as number, this.#special);
  }

  /** Parses on with the runner-up, writing down the moves; gives the first move that both paths share again. */
  #parseOn(state: ParserState, path: MovePath, from: number, tree: ParserState, forms: readonly KeptForm[]): number {
    const choice = this.#choice;
    const own = this.#path;
    own.begin(state.input.count);
    own.length = from;
    this.#maker.sums.forgetStack();
    choice.move = path.others[from] as number;
    choice.other = choice.move;
    choice.lead = certain;
    let stack = own.add(choice, state, path.stacks[from] as number);
    this.#make(state, choice.move, tree, forms);
    while (own.length < path.length) {
      const at = own.length;
      if (path.nexts[at] === state.next && path.stacks[at] === stack) return at;
      if (!followed(path, state, choice)) this.#maker.choose(state, choice);
      stack = own.add(choice, state, stack);
      this.#make(state, choice.move, tree, forms);
    }
    return path.length;
  }

  /** The moves after both paths have met. */
  #finish(state: ParserState, path: MovePath, to: number, tree: ParserState, forms: readonly KeptForm[]): void {
    for (let at = to; at < path.length; at++) this.#make(state, path.moves[at] as number, tree, forms);
  }

  /** An arc that is in the tree already keeps its relation there, if its word has dependents of the same kinds. */
  #make(state: ParserState, move: number, tree: ParserState, forms: readonly KeptForm[]): void {
    if (move === shift) {
      state.push();
      return;
    }
    const word = state.arcDependent();
    const isKnown = tree.heads[word] === state.arcHead(move);
    const relation = isKnown ? (tree.relations[word] as number) : this.#maker.relationOf(state, move, forms);
    state.attach(move, relation, this.#special);
  }
}

/** Takes the move that was made with the same word on the stack before the same next word, where it was sure. */
function followed(path: MovePath, state: ParserState, choice: MoveChoice): boolean {
  const { depth, next, stack } = state;
  if (depth < 2) return false;
  const at = path.find(next, stack[depth - 1] as number);
  if (at < 0 || (path.leads[at] as number) < followedLead) return false;
  const move = path.moves[at] as number;
  if (move === right && path.unders[at] !== stack[depth - 2]) return false;
  if (!state.mayDo(move)) return false;
  choice.move = move;
  choice.other = path.others[at] as number;
  choice.lead = path.leads[at] as number;
  return true;
}
