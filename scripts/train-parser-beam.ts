/** Trains the moves for a beam: max-violation updates (Huang, Fayong and Guo 2012) from weights trained greedily. */
import {
  maxMoveFeatures,
  maxRelationFeatures,
  moveFeatures,
  relationFeatures,
} from '../src/journey/2-read/grammar/parse-features.ts';
import { bestRelation } from '../src/journey/2-read/grammar/parse-words.ts';
import { ParserState, right, shift } from '../src/journey/2-read/grammar/parser-state.ts';
import { moveCosts, type ParserExample, type ParserLearners, type ParserRecipe } from './train-parser-moves.ts';
import { randomNumbers, shuffled } from './train-parser-tagger.ts';

interface Item {
  readonly state: ParserState;
  readonly score: number;
  readonly cost: number;
  readonly path: Path | null;
}

interface Path {
  readonly move: number;
  readonly before: Path | null;
  readonly length: number;
}

const keys = new Int32Array(maxMoveFeatures);
const relationKeys = new Int32Array(maxRelationFeatures);
const scores = new Float32Array(3);
const costs = new Float64Array(3);

export function trainBeam(
  examples: (epoch: number) => readonly ParserExample[],
  recipe: ParserRecipe & { readonly beam: number },
  learners: ParserLearners,
  onEpoch: (epoch: number) => void,
): void {
  const random = randomNumbers(recipe.seed);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    let updated = 0;
    const list = shuffled(examples(epoch), random);
    for (const example of list) if (learnSentence(example, recipe, learners)) updated++;
    console.log(`beam epoch ${epoch + 1}: ${((100 * updated) / list.length).toFixed(2)} % of sentences updated`);
    onEpoch(epoch);
  }
}

/** Does a move, naming the relation with the learner as it stands. */
function advance(state: ParserState, move: number, recipe: ParserRecipe, learners: ParserLearners): void {
  if (move === shift) {
    state.push();
    return;
  }
  const head = state.arcHead(move);
  if (head === 0) {
    state.attach(move, recipe.rootRelation, recipe.special);
    return;
  }
  const relationScores = new Float32Array(learners.relations.labels);
  const n = relationFeatures(state, move, head, state.arcDependent(), relationKeys);
  learners.relations.score(relationKeys, n, relationScores);
  state.attach(move, bestRelation(relationScores, false, recipe.rootRelation), recipe.special);
}

function learnSentence(
  example: ParserExample,
  recipe: ParserRecipe & { readonly beam: number },
  learners: ParserLearners,
): boolean {
  const steps = example.input.count * 2;
  let gold: Item = { state: new ParserState(example.input), score: 0, cost: 0, path: null };
  let beam: Item[] = [gold];
  let worst = 0;
  let goldAtWorst: Path | null = null;
  let rivalAtWorst: Path | null = null;
  let lost = false;
  learners.moves.step++;
  for (let step = 0; step < steps; step++) {
    gold = goldStep(gold, example, recipe, learners);
    beam = beamStep(beam, example, recipe, learners);
    const best = beam[0] as Item;
    const inBeam = beam.some((item) => item.cost <= gold.cost);
    const isLast = step === steps - 1;
    if (inBeam && !(isLast && best.cost > gold.cost)) continue;
    lost = true;
    const violation = best.score - gold.score;
    if (rivalAtWorst === null || violation > worst) {
      worst = violation;
      goldAtWorst = gold.path;
      rivalAtWorst = best.path;
    }
    // Far beyond the loss, violations rarely grow; stopping saves most of the time.
    if (violation < worst - 200) break;
  }
  if (!lost || goldAtWorst === null || rivalAtWorst === null) return false;
  update(example, goldAtWorst, rivalAtWorst, recipe, learners);
  return true;
}

function goldStep(item: Item, example: ParserExample, recipe: ParserRecipe, learners: ParserLearners): Item {
  const { state } = item;
  const n = moveFeatures(state, keys);
  learners.moves.score(keys, n, scores);
  moveCosts(state, example.heads, costs);
  let best = -1;
  for (let move = shift; move <= right; move++) {
    if (costs[move] === Number.POSITIVE_INFINITY) continue;
    const isBetter =
      best < 0 ||
      (costs[move] as number) < (costs[best] as number) ||
      (costs[move] === costs[best] && (scores[move] as number) > (scores[best] as number));
    if (isBetter) best = move;
  }
  const score = item.score + (scores[best] as number);
  const cost = item.cost + (costs[best] as number);
  const copy = item.path === null ? state.clone() : state;
  advance(copy, best, recipe, learners);
  return { state: copy, score, cost, path: { move: best, before: item.path, length: (item.path?.length ?? 0) + 1 } };
}

function beamStep(
  beam: readonly Item[],
  example: ParserExample,
  recipe: ParserRecipe & { readonly beam: number },
  learners: ParserLearners,
): Item[] {
  const candidates: { item: Item; move: number; score: number; cost: number }[] = [];
  for (const item of beam) {
    const n = moveFeatures(item.state, keys);
    learners.moves.score(keys, n, scores);
    moveCosts(item.state, example.heads, costs);
    for (let move = shift; move <= right; move++) {
      if (costs[move] === Number.POSITIVE_INFINITY) continue;
      candidates.push({
        item,
        move,
        score: item.score + (scores[move] as number),
        cost: item.cost + (costs[move] as number),
      });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  return candidates.slice(0, recipe.beam).map(({ item, move, score, cost }) => {
    const state = item.state.clone();
    advance(state, move, recipe, learners);
    return { state, score, cost, path: { move, before: item.path, length: (item.path?.length ?? 0) + 1 } };
  });
}

const movesOf = (path: Path): number[] => {
  const moves: number[] = [];
  for (let at: Path | null = path; at !== null; at = at.before) moves.push(at.move);
  return moves.reverse();
};

function update(
  example: ParserExample,
  goldPath: Path,
  rivalPath: Path,
  recipe: ParserRecipe,
  learners: ParserLearners,
): void {
  const gold = movesOf(goldPath);
  const rival = movesOf(rivalPath);
  let same = 0;
  while (same < gold.length && gold[same] === rival[same]) same++;
  for (const [moves, delta] of [
    [gold, 1],
    [rival, -1],
  ] as const) {
    const state = new ParserState(example.input);
    moves.forEach((move, step) => {
      if (step >= same) learners.moves.adjust(keys, moveFeatures(state, keys), move, delta);
      advance(state, move, recipe, learners);
    });
  }
}
