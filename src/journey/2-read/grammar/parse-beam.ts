/** Builds the tree of one tagged sentence keeping several partial parses side by side: slower, and right more often. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { addLabelScores, addMoveScores } from '../../../knowledge/weight-tables.ts';
import { maxMoveFeatures, maxRelationFeatures, moveFeatures, relationFeatures } from './parse-features.ts';
import { bestRelation } from './parse-words.ts';
import { type ParseInput, ParserState, right, shift } from './parser-state.ts';

interface Item {
  readonly state: ParserState;
  readonly score: number;
}

interface Candidate {
  readonly item: Item;
  readonly move: number;
  readonly score: number;
}

const keys = new Int32Array(Math.max(maxMoveFeatures, maxRelationFeatures));
const scores = new Int32Array(3);

/** The best finished state among `width` kept at each step. Time grows with words times width. */
export function parseBeam(input: ParseInput, grammar: Grammar, width: number): ParserState {
  const relationScores = new Int32Array(grammar.relations.length);
  let beam: Item[] = [{ state: new ParserState(input), score: 0 }];
  for (let step = 0; step < input.count * 2; step++) {
    const chosen = chooseMoves(beam, grammar, width);
    const lastUse = new Map(chosen.map((candidate) => [candidate.item, candidate]));
    beam = chosen.map((candidate) => {
      // The last continuation of an item may use its state up.
      const state = lastUse.get(candidate.item) === candidate ? candidate.item.state : candidate.item.state.clone();
      return { state, score: candidate.score };
    });
    beam.forEach(({ state }, i) => {
      advance(state, chosen[i]?.move ?? shift, grammar, relationScores);
    });
  }
  return beam[0]?.state ?? new ParserState(input);
}

function chooseMoves(beam: readonly Item[], grammar: Grammar, width: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const item of beam) {
    addMoveScores(grammar.moves, keys, moveFeatures(item.state, keys), scores);
    for (let move = shift; move <= right; move++) {
      if (item.state.mayDo(move)) candidates.push({ item, move, score: item.score + (scores[move] as number) });
    }
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, width);
}

function advance(state: ParserState, move: number, grammar: Grammar, relationScores: Int32Array): void {
  if (move === shift) {
    state.push();
    return;
  }
  const head = state.arcHead(move);
  const n = relationFeatures(state, move, head, state.arcDependent(), keys);
  relationScores.fill(0);
  addLabelScores(grammar.relationWeights, keys, n, relationScores);
  state.attach(move, bestRelation(relationScores, head === 0, grammar.rootRelation), grammar.special);
}
