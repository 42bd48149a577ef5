/** Trains the parser's moves and relations with a dynamic oracle (Goldberg and Nivre 2013) and exploration. */
import { maxMoveFeatures, moveFeatures } from '../src/journey/2-read/grammar/move-features.ts';
import { bestMove, bestRelation } from '../src/journey/2-read/grammar/moves.ts';
import {
  left,
  type ParseInput,
  ParserState,
  right,
  type SpecialRelations,
  shift,
} from '../src/journey/2-read/grammar/parser-state.ts';
import { maxRelationFeatures, relationFeatures } from '../src/journey/2-read/grammar/relation-features.ts';
import { arcKind, unsure } from '../src/journey/2-read/grammar/sure-relations.ts';
import { arcKindCount } from '../src/knowledge/grammar-weights.ts';
import type { Perceptron } from './train-parser-perceptron.ts';
import { randomNumbers, shuffled } from './train-parser-tagger.ts';

export interface ParserExample {
  readonly input: ParseInput;
  /** Gold heads and relations from index 1. */
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** How many gold arcs each move makes impossible; Infinity for moves that are not allowed. */
export function moveCosts(state: ParserState, heads: Int32Array, costs: Float64Array): void {
  const { stack, depth, next, input } = state;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  costs.fill(Number.POSITIVE_INFINITY);
  if (state.mayDo(shift)) {
    let cost = 0;
    for (let i = 0; i < depth; i++) {
      const word = stack[i] as number;
      if (i < depth - 1 && heads[next] === word) cost++;
      if (word !== 0 && heads[word] === next) cost++;
    }
    costs[shift] = cost;
  }
  if (depth < 2) return;
  let lostKids = 0;
  let headAhead = 0;
  for (let word = next; word <= input.count; word++) {
    if (heads[word] === s0) lostKids++;
    if (heads[s0] === word) headAhead = word;
  }
  if (state.mayDo(left)) {
    const lostHead = heads[s0] === s1 || (headAhead > 0 && headAhead !== next);
    costs[left] = lostKids + (lostHead ? 1 : 0);
  }
  if (state.mayDo(right)) {
    costs[right] = lostKids + (headAhead > 0 ? 1 : 0);
  }
}

export interface ParserRecipe {
  readonly epochs: number;
  readonly margin: number;
  readonly labelMargin: number;
  readonly explore: number;
  readonly seed: number;
  /** Relation numbers. */
  readonly rootRelation: number;
  readonly special: SpecialRelations;
  /** Relations of arcs that need no scoring. */
  readonly sure: Uint8Array;
}

/** Per kind of arc: its relation where the examples have hardly any other, else `unsure`. */
export function sureRelations(examples: readonly ParserExample[], least: number, share: number): Uint8Array {
  const counts = new Map<number, Map<number, number>>();
  for (const { input, heads, relations } of examples) {
    for (let i = 1; i <= input.count; i++) {
      const head = heads[i] as number;
      if (head === 0) continue;
      const kind = arcKind(input, head, i);
      const ofKind = counts.get(kind) ?? new Map<number, number>();
      ofKind.set(relations[i] as number, (ofKind.get(relations[i] as number) ?? 0) + 1);
      counts.set(kind, ofKind);
    }
  }
  const sure = new Uint8Array(arcKindCount).fill(unsure);
  for (const [kind, ofKind] of counts) {
    const total = [...ofKind.values()].reduce((a, b) => a + b, 0);
    const [most] = [...ofKind].sort((a, b) => b[1] - a[1]);
    if (most !== undefined && total >= least && most[1] >= total * share) sure[kind] = most[0];
  }
  return sure;
}

export interface ParserLearners {
  readonly moves: Perceptron;
  readonly relations: Perceptron;
}

export function trainParser(
  examples: (epoch: number) => readonly ParserExample[],
  recipe: ParserRecipe,
  learners: ParserLearners,
  startEpoch = 0,
): void {
  const random = randomNumbers(recipe.seed);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    let wrong = 0;
    let total = 0;
    for (const example of shuffled(examples(epoch), random)) {
      const result = learnSentence(example, recipe, learners, epoch + startEpoch > 0 ? recipe.explore : 0, random);
      wrong += result.wrong;
      total += result.total;
    }
    console.log(
      `parser epoch ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % of moves wrong, ${learners.moves.used} + ${learners.relations.used} features, ${(process.cpuUsage().user / 1e6).toFixed(0)} s`,
    );
  }
}

const moveKeys = new Int32Array(maxMoveFeatures);
const relationKeys = new Int32Array(maxRelationFeatures);
const moveScores = new Float32Array(3);
const costs = new Float64Array(3);

function learnSentence(
  example: ParserExample,
  recipe: ParserRecipe,
  learners: ParserLearners,
  explore: number,
  random: () => number,
) {
  const state = new ParserState(example.input);
  let wrong = 0;
  let total = 0;
  while (!state.isDone()) {
    const n = moveFeatures(state, moveKeys);
    learners.moves.score(moveKeys, n, moveScores);
    learners.moves.step++;
    moveCosts(state, example.heads, costs);
    const least = Math.min(costs[0] as number, costs[1] as number, costs[2] as number);
    let good = -1;
    let bad = -1;
    for (let move = shift; move <= right; move++) {
      if (costs[move] === Number.POSITIVE_INFINITY) continue;
      if (costs[move] === least) {
        if (good < 0 || (moveScores[move] as number) > (moveScores[good] as number)) good = move;
      } else if (bad < 0 || (moveScores[move] as number) > (moveScores[bad] as number)) bad = move;
    }
    total++;
    if (bad >= 0) {
      if ((moveScores[bad] as number) >= (moveScores[good] as number)) wrong++;
      if ((moveScores[good] as number) - (moveScores[bad] as number) < recipe.margin)
        learners.moves.update(moveKeys, n, good, bad);
    }
    const predicted = bestMove(state, moveScores);
    const move = random() < explore ? predicted : good;
    if (move === shift) state.push();
    else state.attach(move, learnRelation(state, move, example, recipe, learners.relations), recipe.special);
  }
  return { wrong, total };
}

function learnRelation(
  state: ParserState,
  move: number,
  example: ParserExample,
  recipe: ParserRecipe,
  learner: Perceptron,
): number {
  const head = state.arcHead(move);
  const dependent = state.arcDependent();
  if (head === 0) return recipe.rootRelation;
  const sure = recipe.sure[arcKind(state.input, head, dependent)] as number;
  if (sure !== unsure) return sure;
  const scores = new Float32Array(learner.labels);
  const n = relationFeatures(state, move, head, dependent, relationKeys);
  learner.score(relationKeys, n, scores);
  learner.step++;
  const best = bestRelation(scores, recipe.rootRelation);
  const gold = example.relations[dependent] as number;
  if (example.heads[dependent] !== head || gold === recipe.rootRelation) return best;
  let rival = -1;
  for (let relation = 0; relation < scores.length; relation++) {
    if (relation === gold || relation === recipe.rootRelation) continue;
    if (rival < 0 || (scores[relation] as number) > (scores[rival] as number)) rival = relation;
  }
  if ((scores[gold] as number) - (scores[rival] as number) < recipe.labelMargin)
    learner.update(relationKeys, n, gold, rival);
  return best;
}
