/** Pairs of texts that share strong words and are alike enough, found through the words and not by comparing all with all. */
import { doubled } from './run-index.ts';
import type { TermVectors } from './story-terms.ts';

/** Pairs in flat arrays: there may be tens of millions. */
export interface LikePairs {
  /** The earlier text of each. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** 0 to 1. */
  readonly likeness: Float64Array;
}

/** Of the texts that hold a term, so many of the latest are candidates; stories are told within days. */
const LATEST_HOLDERS = 100;
/** The terms of a text by which others are found. */
const STRONGEST = 25;
/** Share of the least likeness that the strongest terms must bring before two texts are compared in full. */
const BY_STRONGEST = 0.7;
/** So many other texts are compared with one at most, the likeliest first. */
const COMPARED_AT_MOST = 40;

/** `weigh` says how much the likeness of two texts counts, 0 to 1, from when they came out. */
export function likePairs(vectors: TermVectors, weigh: (a: number, b: number) => number, least: number): LikePairs {
  const { ends, terms, weights, holders } = vectors;
  const found = new Found();
  const sharing = new Sharing(ends.length, holders);
  /** The weights of one text by term: two texts are compared by looking up the terms of the other here. */
  const dense = new Float32Array(holders.length);
  for (let b = 0, from = 0; b < ends.length; b += 1) {
    const to = ends[b] ?? 0;
    const strongest = strongestTerms(weights, from, to);
    const others = sharing.likeliest(vectors, strongest, least * BY_STRONGEST);
    if (others.length > 0) {
      for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = weights[at] ?? 0;
      for (const a of others) {
        const likeness = cosineWith(dense, vectors, a) * weigh(a, b);
        if (likeness >= least) found.add(a, b, likeness);
      }
      for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = 0;
    }
    sharing.remember(vectors, strongest, b);
    from = to;
  }
  return found.all();
}

function cosineWith(dense: Float32Array, { ends, terms, weights }: TermVectors, text: number): number {
  let sum = 0;
  for (let at = text === 0 ? 0 : (ends[text - 1] ?? 0); at < (ends[text] ?? 0); at += 1)
    sum += (dense[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** Where the strongest terms stand, the strongest first; of equals the first. */
function strongestTerms(weights: Float32Array, from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] ?? 0;
    if (places.length === STRONGEST && weight <= (weights[places[STRONGEST - 1] ?? 0] ?? 0)) continue;
    if (places.length === STRONGEST) places.pop();
    let rank = places.length;
    while (rank > 0 && (weights[places[rank - 1] ?? 0] ?? 0) < weight) rank -= 1;
    places.splice(rank, 0, at);
  }
  return places;
}

/** The latest texts that hold each term among their strongest, in rings that lie one after the other. */
class Sharing {
  private readonly rings: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly texts: Int32Array;
  private readonly weights: Float32Array;
  /** The likeness that the strongest terms alone bring, by text; zero between questions. */
  private readonly shared: Float32Array;
  /** Texts met in one question; the room is used again and again, since millions of short-lived lists cost more than what is in them. */
  private readonly met = new Int32Array(STRONGEST * LATEST_HOLDERS);

  constructor(texts: number, holders: Int32Array) {
    this.rings = new Uint32Array(holders.length + 1);
    for (let term = 0; term < holders.length; term += 1)
      this.rings[term + 1] = (this.rings[term] ?? 0) + Math.min(LATEST_HOLDERS, holders[term] ?? 0);
    const places = this.rings[holders.length] ?? 0;
    this.counts = new Uint32Array(holders.length);
    this.texts = new Int32Array(places);
    this.weights = new Float32Array(places);
    this.shared = new Float32Array(texts);
  }

  /** Earlier texts to which the strongest terms bring at least so much. */
  likeliest({ terms, weights }: TermVectors, strongest: readonly number[], least: number): number[] {
    const { rings, counts, shared, met } = this;
    let found = 0;
    for (const place of strongest) {
      const term = terms[place] ?? 0;
      const weight = weights[place] ?? 0;
      const begin = rings[term] ?? 0;
      const end = Math.min(begin + (counts[term] ?? 0), rings[term + 1] ?? 0);
      for (let at = begin; at < end; at += 1) {
        const text = this.texts[at] ?? 0;
        const before = shared[text] ?? 0;
        const now = before + weight * (this.weights[at] ?? 0);
        if (before === 0) {
          met[found] = text;
          found += 1;
        }
        shared[text] = now;
      }
    }
    const likely: number[] = [];
    for (let at = 0; at < found; at += 1) if ((shared[met[at] ?? 0] ?? 0) >= least) likely.push(met[at] ?? 0);
    if (likely.length > COMPARED_AT_MOST) {
      likely.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
      likely.length = COMPARED_AT_MOST;
    }
    for (let at = 0; at < found; at += 1) shared[met[at] ?? 0] = 0;
    return likely;
  }

  remember({ terms, weights }: TermVectors, strongest: readonly number[], text: number): void {
    for (const place of strongest) {
      const term = terms[place] ?? 0;
      const begin = this.rings[term] ?? 0;
      const width = (this.rings[term + 1] ?? 0) - begin;
      const count = this.counts[term] ?? 0;
      const at = begin + (count % width);
      this.texts[at] = text;
      this.weights[at] = weights[place] ?? 0;
      this.counts[term] = count + 1;
    }
  }
}

/** Pairs as they are found. */
class Found {
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private likeness = new Float64Array(1024);
  private count = 0;

  add(a: number, b: number, likeness: number): void {
    if (this.count === this.a.length) {
      this.a = doubled(this.a, Int32Array);
      this.b = doubled(this.b, Int32Array);
      this.likeness = doubled(this.likeness, Float64Array);
    }
    this.a[this.count] = a;
    this.b[this.count] = b;
    this.likeness[this.count] = likeness;
    this.count += 1;
  }

  all(): LikePairs {
    const { a, b, likeness, count } = this;
    return { a: a.subarray(0, count), b: b.subarray(0, count), likeness: likeness.subarray(0, count) };
  }
}
