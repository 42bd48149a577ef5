/**
 * Which reports tell one story, whatever they code. Reports are compared by their rare words and names; groups grow by the
 * average likeness of their members, so that a chain of half-alike reports does not become one story. The result does not
 * depend on the order of arrival.
 */
import { cosine, type StoryText, type TermVector, termVectors } from './story-terms.ts';

export interface StoryThresholds {
  /** Average likeness at which two groups are one story. */
  readonly same: number;
  /** Likeness below which two reports are not even compared further. */
  readonly least: number;
}

/** A term in more texts than this finds no candidates: it would pair everything with everything. */
const WIDEST_TERM = 400;

/** Report id → id of the story: the smallest report id of its group. */
export function storiesOf(texts: readonly StoryText[], thresholds: StoryThresholds): Map<string, string> {
  const ordered = [...texts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const vectors = termVectors(ordered);
  const links = likePairs(vectors, thresholds.least);
  const group = averageLinkage(ordered.length, links, thresholds.same);
  return new Map(ordered.map((text, index) => [text.id, ordered[group[index] ?? index]?.id ?? text.id]));
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Pairs that share a rare term and are alike enough, found through the terms and not by comparing all with all. */
function likePairs(vectors: readonly TermVector[], least: number): Pair[] {
  const holders = new Map<number, number[]>();
  vectors.forEach((vector, index) => {
    for (const term of strongestTerms(vector)) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [index]);
      else list.push(index);
    }
  });
  const pairs: Pair[] = [];
  const seen = new Set<number>();
  for (const list of holders.values()) {
    if (list.length > WIDEST_TERM) continue;
    for (let i = 0; i < list.length; i += 1) {
      for (let j = i + 1; j < list.length; j += 1) {
        const a = list[i] ?? 0;
        const b = list[j] ?? 0;
        const key = a * vectors.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        const likeness = likenessOf(vectors, a, b);
        if (likeness >= least) pairs.push({ a, b, likeness });
      }
    }
  }
  return pairs;
}

const STRONGEST = 25;

function strongestTerms(vector: TermVector): number[] {
  const order = Array.from(vector.terms, (term, index) => ({ term, weight: vector.weights[index] ?? 0 }));
  order.sort((a, b) => b.weight - a.weight || a.term - b.term);
  return order.slice(0, STRONGEST).map(({ term }) => term);
}

function likenessOf(vectors: readonly TermVector[], a: number, b: number): number {
  const one = vectors[a];
  const other = vectors[b];
  return one === undefined || other === undefined ? 0 : cosine(one, other);
}

/** Merges the two most alike groups until none are alike enough; pairs that were not compared count as unlike. */
function averageLinkage(size: number, pairs: readonly Pair[], same: number): Int32Array {
  const sums = new Map<number, Map<number, number>>();
  const sizes = new Map<number, number>();
  const add = (a: number, b: number, value: number): void => {
    const row = sums.get(a) ?? new Map<number, number>();
    row.set(b, (row.get(b) ?? 0) + value);
    sums.set(a, row);
  };
  for (const { a, b, likeness } of pairs) {
    add(a, b, likeness);
    add(b, a, likeness);
  }
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  for (let index = 0; index < size; index += 1) sizes.set(index, 1);
  const average = (a: number, b: number): number =>
    (sums.get(a)?.get(b) ?? 0) / ((sizes.get(a) ?? 1) * (sizes.get(b) ?? 1));
  const waiting = pairs.map(({ a, b, likeness }) => ({ a, b, value: likeness })).sort(byValue);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { a, b, value } = next;
    if (value < same) break;
    if (!sizes.has(a) || !sizes.has(b) || average(a, b) !== value) continue;
    merge(a, b);
    for (const other of sums.get(a)?.keys() ?? [])
      insert(waiting, { a: Math.min(a, other), b: Math.max(a, other), value: average(a, other) });
  }
  return parent.map((_, index) => root(parent, index));

  function merge(keep: number, gone: number): void {
    for (const [other, sum] of sums.get(gone) ?? []) {
      sums.get(other)?.delete(gone);
      if (other === keep) continue;
      add(keep, other, sum);
      add(other, keep, sum);
    }
    sums.get(keep)?.delete(gone);
    sums.delete(gone);
    sizes.set(keep, (sizes.get(keep) ?? 1) + (sizes.get(gone) ?? 1));
    sizes.delete(gone);
    parent[gone] = keep;
  }
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** The most alike last, so that it is taken off the end. */
const byValue = (one: Candidate, other: Candidate): number =>
  one.value - other.value || other.a - one.a || other.b - one.b;

/** Keeps the list in order; binary search for the place. */
function insert(list: Candidate[], item: Candidate): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = list[middle];
    if (at !== undefined && byValue(at, item) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}

function root(parent: Int32Array, index: number): number {
  let at = index;
  for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
  return at;
}
