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

/** Of the texts that hold a term, so many of the latest are candidates; stories are told within days. */
const LATEST_HOLDERS = 100;
/** The terms of a text by which others are found. */
const STRONGEST = 25;
/** Share of the least likeness that the strongest terms must bring before two texts are compared in full. */
const BY_STRONGEST = 0.7;
/** So many other texts are compared with one at most, the likeliest first. */
const COMPARED_AT_MOST = 40;

/**
 * Report id → id of the story: the earliest report of its group (by publication, then id). Reports that `origins` gives one
 * origin tell one story, however much else they hold.
 */
export function storiesOf(
  texts: readonly DatedStoryText[],
  thresholds: StoryThresholds,
  origins: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const { alone, sameAs } = onceEachText(texts);
  const vectors = termVectors(alone);
  const days = alone.map(({ published }) => (published === null ? Number.NaN : Date.parse(published) / DAY_MS));
  const group = averageLinkage(alone.length, likePairs(vectors, days, thresholds.least), thresholds.same);
  const numberOf = (id: string): number => group[sameAs.get(id) ?? 0] ?? 0;
  const joined = joinedByOrigin(alone.length, texts, numberOf, origins);
  return new Map(texts.map(({ id }) => [id, alone[joined(numberOf(id))]?.id ?? id]));
}

/** Groups that an origin ties, by their smallest number. */
function joinedByOrigin(
  size: number,
  texts: readonly DatedStoryText[],
  numberOf: (id: string) => number,
  origins: ReadonlyMap<string, string>,
): (group: number) => number {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const root = (group: number): number => {
    let at = group;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { id } of texts) {
    const [one, other] = [root(numberOf(id)), root(numberOf(origins.get(id) ?? id))];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  return root;
}

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** The same text twice on one day is compared once; the earliest stand first. */
function onceEachText(texts: readonly DatedStoryText[]): { alone: DatedStoryText[]; sameAs: Map<string, number> } {
  const first = new Map<string, number>();
  const sameAs = new Map<string, number>();
  const alone: DatedStoryText[] = [];
  for (const text of [...texts].sort(
    (a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id),
  )) {
    // What has no words is like nothing, not even another without.
    const key = HAS_WORDS.test(`${text.title ?? ''} ${text.text}`)
      ? `${text.published?.slice(0, 10)}\n${text.title}\n${text.text}`
      : text.id;
    const index = first.get(key) ?? alone.length;
    if (index === alone.length) alone.push(text);
    first.set(key, index);
    sameAs.set(text.id, index);
  }
  return { alone, sameAs };
}

/** Texts that hold a term, latest last, with the weight it has in each. */
interface Holders {
  readonly texts: number[];
  readonly weights: number[];
}

/** Pairs that share strong terms and are alike enough, found through the terms and not by comparing all with all. */
function likePairs(vectors: readonly TermVector[], days: readonly number[], least: number): LikePair[] {
  const holders = new Map<number, Holders>();
  const shared = new Float32Array(vectors.length);
  const pairs: LikePair[] = [];
  vectors.forEach((vector, b) => {
    const strongest = strongestTerms(vector);
    const found = sharing(strongest, holders, shared);
    for (const a of likeliest(found, shared, least * BY_STRONGEST)) {
      const other = vectors[a];
      const likeness =
        other === undefined ? 0 : cosine(other, vector) * nearness(days[a] ?? Number.NaN, days[b] ?? Number.NaN);
      if (likeness >= least) pairs.push({ a, b, likeness });
    }
    for (const a of found) shared[a] = 0;
    for (const { term, weight } of strongest) remember(b, weight, term, holders);
  });
  return pairs;
}

function remember(text: number, weight: number, term: number, holders: Map<number, Holders>): void {
  const list = holders.get(term);
  if (list === undefined) {
    holders.set(term, { texts: [text], weights: [weight] });
    return;
  }
  list.texts.push(text);
  list.weights.push(weight);
  if (list.texts.length <= 2 * LATEST_HOLDERS) return;
  list.texts.splice(0, LATEST_HOLDERS);
  list.weights.splice(0, LATEST_HOLDERS);
}

/** Earlier texts that share a strong term; `shared` then holds the likeness that those terms alone bring. */
function sharing(
  strongest: readonly { term: number; weight: number }[],
  holders: ReadonlyMap<number, Holders>,
  shared: Float32Array,
): number[] {
  const found: number[] = [];
  for (const { term, weight } of strongest) {
    const list = holders.get(term);
    if (list === undefined) continue;
    for (let at = Math.max(0, list.texts.length - LATEST_HOLDERS); at < list.texts.length; at += 1) {
      const a = list.texts[at] ?? 0;
      if (shared[a] === 0) found.push(a);
      shared[a] = (shared[a] ?? 0) + weight * (list.weights[at] ?? 0);
    }
  }
  return found;
}

function likeliest(found: readonly number[], shared: Float32Array, least: number): number[] {
  const likely = found.filter((a) => (shared[a] ?? 0) >= least);
  if (likely.length <= COMPARED_AT_MOST) return likely;
  return likely.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b).slice(0, COMPARED_AT_MOST);
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
