/** Pairs of texts that share strong words and are alike enough, found through the words and not by comparing all with all. */
import { bytesOf, grown } from './flat-arrays.ts';
import { STRONGEST, standingOf, type TermVectors, termOf } from './story-terms.ts';

/** Pairs in flat arrays: there may be tens of millions. */
export interface LikePairs {
  /** The earlier text of each. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** 0 to 1. */
  readonly likeness: Float32Array;
}

/** Of the texts that hold a term, so many of the latest are candidates; stories are told within days. */
const LATEST_HOLDERS = 100;
/** Share of the least likeness that the strongest terms must bring before two texts are compared in full. */
const BY_STRONGEST = 0.7;
/** So many other texts are compared with one at most, the likeliest first. */
const COMPARED_AT_MOST = 40;

/** `weigh` says how much the likeness of two texts counts, 0 to 1, from when they came out. */
export function likePairs(vectors: TermVectors, weigh: (a: number, b: number) => number, least: number): LikePairs {
  const { ends, entries, scales, rarity } = vectors;
  const found = new Found();
  const sharing = new Sharing(vectors);
  /** What a term of another text adds when it stands there once, by term, for the text that is compared now. */
  const dense = new Float32Array(rarity.length);
  for (let b = 0, from = 0; b < ends.length; b += 1) {
    const to = ends[b] ?? 0;
    const others = sharing.likeliest(b, least * BY_STRONGEST);
    if (others.length > 0) {
      const scale = scales[b] ?? 0;
      for (let at = from; at < to; at += 1) {
        const entry = entries[at] ?? 0;
        const rare = rarity[termOf(entry)] ?? 0;
        dense[termOf(entry)] = standingOf(entry) * rare * rare * scale;
      }
      for (const a of others) {
        const likeness = cosineWith(dense, vectors, a) * weigh(a, b);
        if (likeness >= least) found.add(a, b, likeness);
      }
      for (let at = from; at < to; at += 1) dense[termOf(entries[at] ?? 0)] = 0;
    }
    sharing.remember(b);
    from = to;
  }
  return found.all();
}

const startOf = (ends: Uint32Array, text: number): number => (text === 0 ? 0 : (ends[text - 1] ?? 0));

function cosineWith(dense: Float32Array, { ends, entries, scales }: TermVectors, text: number): number {
  const end = ends[text] ?? 0;
  let sum = 0;
  for (let at = startOf(ends, text); at < end; at += 1) {
    const entry = entries[at] ?? 0;
    sum += (dense[termOf(entry)] ?? 0) * standingOf(entry);
  }
  return sum * (scales[text] ?? 0);
}

/** Weights between 0 and 1 are kept in so many steps. */
const STEPS = 65_535;

/** The latest texts that hold each term among their strongest, in rings that lie one after the other. */
export class Sharing {
  private readonly vectors: TermVectors;
  private readonly rings: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly texts: Int32Array;
  private readonly weights: Uint16Array;
  /** The likeness that the strongest terms alone bring, by text; zero between questions. */
  private readonly shared: Float32Array;
  /** Texts met in one question; the room is used again and again, since millions of short-lived lists cost more than what is in them. */
  private readonly met = new Int32Array(STRONGEST * LATEST_HOLDERS);

  constructor(vectors: TermVectors) {
    const { ends, entries, rarity } = vectors;
    this.vectors = vectors;
    this.counts = new Uint32Array(rarity.length);
    for (let text = 0; text < ends.length; text += 1)
      for (let at = startOf(ends, text); at < this.endOfStrongest(text); at += 1) {
        const term = termOf(entries[at] ?? 0);
        this.counts[term] = (this.counts[term] ?? 0) + 1;
      }
    this.rings = new Uint32Array(rarity.length + 1);
    for (let term = 0; term < rarity.length; term += 1)
      this.rings[term + 1] = (this.rings[term] ?? 0) + Math.min(LATEST_HOLDERS, this.counts[term] ?? 0);
    this.counts.fill(0);
    const places = this.rings[rarity.length] ?? 0;
    this.texts = new Int32Array(places);
    this.weights = new Uint16Array(places);
    this.shared = new Float32Array(ends.length);
  }

  get bytes(): number {
    return bytesOf(this.rings, this.counts, this.texts, this.weights, this.shared);
  }

  private endOfStrongest(text: number): number {
    const { ends } = this.vectors;
    return Math.min(ends[text] ?? 0, startOf(ends, text) + STRONGEST);
  }

  /** Earlier texts to which the strongest terms bring at least so much. */
  likeliest(asking: number, least: number): number[] {
    const { rings, counts, shared, met } = this;
    const { ends, entries } = this.vectors;
    const end = this.endOfStrongest(asking);
    let found = 0;
    for (let place = startOf(ends, asking); place < end; place += 1) {
      const term = termOf(entries[place] ?? 0);
      const weight = this.weightOf(asking, place) / STEPS;
      const begin = rings[term] ?? 0;
      const last = Math.min(begin + (counts[term] ?? 0), rings[term + 1] ?? 0);
      for (let at = begin; at < last; at += 1) {
        const text = this.texts[at] ?? 0;
        const before = shared[text] ?? 0;
        if (before === 0) {
          met[found] = text;
          found += 1;
        }
        shared[text] = before + weight * (this.weights[at] ?? 0);
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

  remember(text: number): void {
    const { ends, entries } = this.vectors;
    const end = this.endOfStrongest(text);
    for (let place = startOf(ends, text); place < end; place += 1) {
      const term = termOf(entries[place] ?? 0);
      const begin = this.rings[term] ?? 0;
      const width = (this.rings[term + 1] ?? 0) - begin;
      const count = this.counts[term] ?? 0;
      const at = begin + (count % width);
      this.texts[at] = text;
      // A weight of nothing would make the text be met twice.
      this.weights[at] = Math.max(1, Math.round(this.weightOf(text, place) * STEPS));
      this.counts[term] = count + 1;
    }
  }

  private weightOf(text: number, place: number): number {
    const { entries, scales, rarity } = this.vectors;
    const entry = entries[place] ?? 0;
    return standingOf(entry) * (rarity[termOf(entry)] ?? 0) * (scales[text] ?? 0);
  }
}

/** Pairs as they are found. */
class Found {
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private likeness = new Float32Array(1024);
  private count = 0;

  add(a: number, b: number, likeness: number): void {
    this.a = grown(this.a, this.count + 1, Int32Array);
    this.b = grown(this.b, this.count + 1, Int32Array);
    this.likeness = grown(this.likeness, this.count + 1, Float32Array);
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
