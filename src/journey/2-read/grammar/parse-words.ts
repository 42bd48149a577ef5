/** Builds the tree of one tagged sentence: the best move at each step, and a relation for every arc as it is made. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { addLabelScores } from '../../../knowledge/weight-tables.ts';
import type { MoveSums } from './move-sums.ts';
import { left, noWord, type ParseInput, ParserState, right, shift } from './parser-state.ts';
import { maxRelationFeatures, relationFeatures } from './relation-features.ts';
import type { Tagging } from './tag-words.ts';
import { edgeForm, type WordForm } from './word-forms.ts';

const rootTag = 254;
const rootHash = 2;

/** Input of the parser from the words and tags of a sentence (without edge words). */
export function parseInput(
  forms: readonly WordForm[],
  tagging: Tagging,
  mode: number,
  posOfTag: Uint8Array,
  posNumbers: PosNumbers,
): ParseInput {
  const count = forms.length;
  const edge = count + 1;
  const array = () => new Int32Array(count + 2);
  const input = {
    count,
    edge,
    mode,
    words: array(),
    fines: array(),
    coarses: array(),
    suffixes: array(),
    classes: array(),
    tags: array(),
    pos: array(),
    seconds: array(),
    marksBefore: array(),
    verbsBefore: array(),
    conjunctionsBefore: array(),
  };
  input.tags[0] = rootTag;
  input.pos[0] = rootTag;
  setForm(input, 0, edgeForm);
  input.words[0] = rootHash;
  for (let i = 1; i <= count; i++) {
    const tag = tagging.best[i - 1] as number;
    const pos = posOfTag[tag] as number;
    setForm(input, i, forms[i - 1] ?? edgeForm);
    input.tags[i] = tag;
    input.pos[i] = pos;
    input.seconds[i] = (tagging.second[i - 1] as number) * 4 + (tagging.margin[i - 1] as number);
    input.marksBefore[i + 1] = (input.marksBefore[i] as number) + (pos === posNumbers.punctuation ? 1 : 0);
    input.verbsBefore[i + 1] = (input.verbsBefore[i] as number) + (pos === posNumbers.verb ? 1 : 0);
    input.conjunctionsBefore[i + 1] =
      (input.conjunctionsBefore[i] as number) + (pos === posNumbers.conjunction ? 1 : 0);
  }
  setForm(input, edge, edgeForm);
  input.tags[edge] = noWord;
  input.pos[edge] = noWord;
  input.seconds[edge] = noWord;
  return input;
}

function setForm(input: ParseInput, i: number, form: WordForm): void {
  input.words[i] = form.hash;
  input.fines[i] = form.fine;
  input.coarses[i] = form.coarse;
  input.suffixes[i] = form.suffix3;
  input.classes[i] = form.classes;
}

export interface PosNumbers {
  readonly punctuation: number;
  readonly verb: number;
  readonly conjunction: number;
}

/** The finished state: `heads` and `relations` from index 1, head 0 for the root's dependent. Linear in the words. */
export function parseWords(input: ParseInput, grammar: Grammar, sums: MoveSums): ParserState {
  const state = new ParserState(input);
  const keys = new Int32Array(maxRelationFeatures);
  const relationScores = new Int32Array(grammar.relations.length);
  sums.begin(input.count);
  while (!state.isDone()) {
    let move = onlyMove(state);
    if (move < 0) move = bestMove(state, sums.of(state));
    if (move === shift) {
      state.push();
      continue;
    }
    const head = state.arcHead(move);
    let relation = grammar.rootRelation;
    if (head !== 0) {
      const n = relationFeatures(state, move, head, state.arcDependent(), keys);
      relationScores.fill(0);
      addLabelScores(grammar.relationWeights, keys, n, relationScores);
      relation = bestRelation(relationScores, false, grammar.rootRelation);
    }
    state.attach(move, relation, grammar.special);
  }
  return state;
}

/** The move where there is no choice: on an empty stack, and when all words are read; else -1. */
function onlyMove(state: ParserState): number {
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
export function bestRelation(scores: ArrayLike<number>, isRoot: boolean, rootRelation: number): number {
  if (isRoot) return rootRelation;
  let best = -1;
  for (let relation = 0; relation < scores.length; relation++) {
    if (relation !== rootRelation && (best < 0 || (scores[relation] as number) > (scores[best] as number)))
      best = relation;
  }
  return best;
}
