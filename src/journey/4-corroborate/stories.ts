/**
 * Which reports tell one story, whatever they code. Reports are compared by their rare words and names, and by how far apart
 * they came out; groups grow by the average likeness of their members, so that a chain of half-alike reports does not become
 * one story. The result does not depend on the order of arrival.
 */
import { averageLinkage, type LikePair } from './average-linkage.ts';
import { compareText } from './order.ts';
import { cosine, type StoryText, type TermVector, termVectors } from './story-terms.ts';

export interface StoryThresholds {
  /** Average likeness at which two groups are one story. */
  readonly same: number;
  /** Likeness below which two reports are not compared further. */
  readonly least: number;
}

export interface DatedStoryText extends StoryText {
  /** ISO 8601; null when unknown. */
  readonly published: string | null;
}

/** A term in more texts than this finds no candidates: it would pair everything with everything. */
const WIDEST_TERM = 400;
/** The terms of a text by which others are found. */
const STRONGEST = 25;
/** So many other texts are compared with one at most, those that share most weight first. */
const COMPARED_AT_MOST = 60;

/** Report id → id of the story: the smallest report id of its group. */
export function storiesOf(texts: readonly DatedStoryText[], thresholds: StoryThresholds): Map<string, string> {
  const { alone, sameAs } = onceEachText(texts);
  const vectors = termVectors(alone);
  const days = alone.map(({ published }) => (published === null ? Number.NaN : Date.parse(published) / DAY_MS));
  const group = averageLinkage(alone.length, likePairs(vectors, days, thresholds.least), thresholds.same);
  const stories = alone.map((_, index) => alone[group[index] ?? index]?.id ?? '');
  return new Map(texts.map(({ id }) => [id, stories[sameAs.get(id) ?? 0] ?? id]));
}

/** The same text twice is compared once; texts stand by id, so that a story is named by its smallest. */
function onceEachText(texts: readonly DatedStoryText[]): { alone: DatedStoryText[]; sameAs: Map<string, number> } {
  const first = new Map<string, number>();
  const sameAs = new Map<string, number>();
  const alone: DatedStoryText[] = [];
  for (const text of [...texts].sort((a, b) => compareText(a.id, b.id))) {
    const key = `${text.published?.slice(0, 10)}\n${text.title}\n${text.text}`;
    const index = first.get(key) ?? alone.length;
    if (index === alone.length) alone.push(text);
    first.set(key, index);
    sameAs.set(text.id, index);
  }
  return { alone, sameAs };
}

/** Pairs that share a rare term and are alike enough, found through the terms and not by comparing all with all. */
function likePairs(vectors: readonly TermVector[], days: readonly number[], least: number): LikePair[] {
  const holders = new Map<number, number[]>();
  const weights = new Float64Array(vectors.length);
  const pairs: LikePair[] = [];
  vectors.forEach((vector, b) => {
    const strongest = strongestTerms(vector);
    const found: number[] = [];
    for (const { term, weight } of strongest) {
      const list = holders.get(term) ?? [];
      for (const a of list.length > WIDEST_TERM ? list.slice(-WIDEST_TERM) : list) {
        if (weights[a] === 0) found.push(a);
        weights[a] = (weights[a] ?? 0) + weight;
      }
    }
    for (const a of nearest(found, weights)) {
      const other = vectors[a];
      const likeness =
        other === undefined ? 0 : cosine(other, vector) * nearness(days[a] ?? Number.NaN, days[b] ?? Number.NaN);
      if (likeness >= least) pairs.push({ a, b, likeness });
    }
    for (const a of found) weights[a] = 0;
    for (const { term } of strongest) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [b]);
      else list.push(b);
    }
  });
  return pairs;
}

function nearest(found: number[], weights: Float64Array): number[] {
  if (found.length <= COMPARED_AT_MOST) return found;
  return found.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, COMPARED_AT_MOST);
}

function strongestTerms({ terms, weights }: TermVector): { term: number; weight: number }[] {
  const order = Array.from(terms, (term, index) => ({ term, weight: weights[index] ?? 0 }));
  return order.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, STRONGEST);
}

const DAY_MS = 86_400_000;
/** A story is followed for some days; after a month the same words tell of another event of the kind. */
const FOLLOWED_DAYS = 4;
const OVER_DAYS = 30;
const LEAST_NEARNESS = 0.4;

/** 1 within four days, falling to 0.4 after a month; 1 where a date is missing. */
function nearness(a: number, b: number): number {
  const apart = Math.abs(a - b);
  if (Number.isNaN(apart) || apart <= FOLLOWED_DAYS) return 1;
  const gone = Math.min(1, (apart - FOLLOWED_DAYS) / (OVER_DAYS - FOLLOWED_DAYS));
  return 1 - (1 - LEAST_NEARNESS) * gone;
}
