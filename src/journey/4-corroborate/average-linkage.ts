/**
 * Grouping by average linkage: the two groups whose members are most alike on average are merged first, until none are alike
 * enough. Works on a sparse list of pairs; pairs that are not listed count as unlike.
 */
import type { LikePairs } from './like-pairs.ts';

export interface LikePair {
  readonly a: number;
  readonly b: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/**
 * For each of `size` items the smallest item of its group. No group reaches beyond what a chain of pairs ties that are each alike
 * enough, so that one such part after the other is grouped by itself.
 */
export function groupsOf(size: number, pairs: LikePairs, same: number): Int32Array {
  const parts = partsOf(size, pairs, same);
  const byPart = pairsByPart(size, pairs, parts);
  const groups = Int32Array.from({ length: size }, (_, item) => item);
  for (let part = 0, from = 0; part < size; part += 1) {
    const to = byPart.ends[part] ?? 0;
    if (to > from) groupPart(byPart.order.subarray(from, to), pairs, same, groups);
    from = to;
  }
  return groups;
}

/** Each item's part, named by its smallest item. */
function partsOf(size: number, { a, b, likeness }: LikePairs, same: number): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, item) => item);
  for (let pair = 0; pair < a.length; pair += 1) {
    if ((likeness[pair] ?? 0) < same) continue;
    const [one, other] = [rootOf(parent, a[pair] ?? 0), rootOf(parent, b[pair] ?? 0)];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  return parent.map((_, item) => rootOf(parent, item));
}

/** Follows `parent` to the end and shortens the way. */
export function rootOf(parent: Int32Array, item: number): number {
  let at = item;
  for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
    parent[at] = parent[up] ?? up;
    at = up;
  }
  return at;
}

/** Numbers of the pairs within one part, part by part; pairs that reach over parts are left out. */
function pairsByPart(size: number, { a, b }: LikePairs, parts: Int32Array): { ends: Uint32Array; order: Uint32Array } {
  const ends = new Uint32Array(size);
  const isWithin = (pair: number): boolean => parts[a[pair] ?? 0] === parts[b[pair] ?? 0];
  let within = 0;
  for (let pair = 0; pair < a.length; pair += 1) {
    if (!isWithin(pair)) continue;
    within += 1;
    const part = parts[a[pair] ?? 0] ?? 0;
    ends[part] = (ends[part] ?? 0) + 1;
  }
  for (let part = 1; part < size; part += 1) ends[part] = (ends[part] ?? 0) + (ends[part - 1] ?? 0);
  const order = new Uint32Array(within);
  const next = ends.slice();
  for (let pair = a.length - 1; pair >= 0; pair -= 1) {
    if (!isWithin(pair)) continue;
    const part = parts[a[pair] ?? 0] ?? 0;
    next[part] = (next[part] ?? 0) - 1;
    order[next[part] ?? 0] = pair;
  }
  return { ends, order };
}

function groupPart(order: Uint32Array, { a, b, likeness }: LikePairs, same: number, groups: Int32Array): void {
  const items = [...new Set(Array.from(order, (pair) => [a[pair] ?? 0, b[pair] ?? 0]).flat())].sort((x, y) => x - y);
  const numbers = new Map(items.map((item, number) => [item, number]));
  const own = Array.from(order, (pair) => ({
    a: numbers.get(a[pair] ?? 0) ?? 0,
    b: numbers.get(b[pair] ?? 0) ?? 0,
    likeness: likeness[pair] ?? 0,
  }));
  averageLinkage(items.length, own, same).forEach((group, number) => {
    groups[items[number] ?? 0] = items[group] ?? 0;
  });
}

/** For each of `size` items the smallest item of its group. */
export function averageLinkage(size: number, pairs: readonly LikePair[], same: number): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const groups = new Sums(size, pairs);
  const waiting = new Heap(pairs);
  for (let next = waiting.take(); next !== undefined && next.likeness >= same; next = waiting.take()) {
    const { a, b, likeness } = next;
    // A pair whose groups have grown since stands in the heap again with its new average.
    if (!groups.has(a) || !groups.has(b) || groups.average(a, b) !== likeness) continue;
    const [keep, gone] = groups.merge(a, b);
    parent[gone] = keep;
    for (const other of groups.neighbours(keep)) {
      const average = groups.average(keep, other);
      if (average >= same) waiting.add({ a: Math.min(keep, other), b: Math.max(keep, other), likeness: average });
    }
  }
  return smallest(parent);
}

/** Names each group by its smallest item. */
function smallest(parent: Int32Array): Int32Array {
  const names = new Int32Array(parent.length).fill(-1);
  return parent.map((_, index) => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    if (names[at] === -1) names[at] = index;
    return names[at] ?? index;
  });
}

/** Sums of likeness between groups. */
class Sums {
  private readonly rows: Map<number, number>[];
  private readonly sizes: Int32Array;

  constructor(size: number, pairs: readonly LikePair[]) {
    this.rows = Array.from({ length: size }, () => new Map<number, number>());
    this.sizes = new Int32Array(size).fill(1);
    for (const { a, b, likeness } of pairs) {
      this.rows[a]?.set(b, likeness);
      this.rows[b]?.set(a, likeness);
    }
  }

  has(group: number): boolean {
    return (this.sizes[group] ?? 0) > 0;
  }

  average(a: number, b: number): number {
    return (this.rows[a]?.get(b) ?? 0) / ((this.sizes[a] ?? 1) * (this.sizes[b] ?? 1));
  }

  neighbours(group: number): Iterable<number> {
    return this.rows[group]?.keys() ?? [];
  }

  /** The one with fewer neighbours is taken into the other: [kept, gone]. */
  merge(a: number, b: number): [number, number] {
    const [one, other] = [this.rows[a] ?? new Map<number, number>(), this.rows[b] ?? new Map<number, number>()];
    const [keep, gone] = one.size > other.size || (one.size === other.size && a < b) ? [a, b] : [b, a];
    const [into, from] = keep === a ? [one, other] : [other, one];
    for (const [neighbour, sum] of from) {
      this.rows[neighbour]?.delete(gone);
      if (neighbour === keep) continue;
      const total = (into.get(neighbour) ?? 0) + sum;
      into.set(neighbour, total);
      this.rows[neighbour]?.set(keep, total);
    }
    from.clear();
    this.sizes[keep] = (this.sizes[keep] ?? 0) + (this.sizes[gone] ?? 0);
    this.sizes[gone] = 0;
    return [keep, gone];
  }
}

/** Most alike first; of equals, the one with the smaller items. */
const isBefore = (one: LikePair, other: LikePair): boolean =>
  one.likeness !== other.likeness
    ? one.likeness > other.likeness
    : one.a !== other.a
      ? one.a < other.a
      : one.b < other.b;

class Heap {
  private readonly items: LikePair[];

  constructor(items: readonly LikePair[]) {
    this.items = [...items].sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  add(item: LikePair): void {
    let at = this.items.length;
    this.items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = this.items[up];
      if (above === undefined || !isBefore(item, above)) break;
      this.items[at] = above;
      at = up;
    }
    this.items[at] = item;
  }

  take(): LikePair | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (last !== undefined && this.items.length > 0) this.sink(last);
    return first;
  }

  private sink(item: LikePair): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [this.items[left], this.items[left + 1]];
      if (one === undefined) break;
      const [below, child] = other !== undefined && isBefore(other, one) ? [left + 1, other] : [left, one];
      if (!isBefore(child, item)) break;
      this.items[at] = child;
      at = below;
    }
    this.items[at] = item;
  }
}
