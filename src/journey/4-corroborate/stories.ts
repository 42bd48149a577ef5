/**
 * Which reports tell one story, whatever they code. Reports are compared by their rare words and names, and by how far apart
 * they came out; groups grow by the average likeness of their members, so that a chain of half-alike reports does not become
 * one story. The result does not depend on the order of arrival.
 */
import { groupsOf, rootOf } from './average-linkage.ts';
import { likePairs } from './like-pairs.ts';
import { compareText } from './order.ts';
import { type StoryText, termVectors } from './story-terms.ts';
import { hasWords } from './words.ts';

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

/**
 * Report id → id of the story: the earliest report of its group (by publication, then id). Reports that `origins` gives one
 * origin tell one story, however much else they hold; those that `areApart` keeps apart share nothing, whatever their words.
 */
export function storiesOf(
  texts: readonly DatedStoryText[],
  thresholds: StoryThresholds,
  origins: ReadonlyMap<string, string> = new Map(),
  areApart: (a: string, b: string) => boolean = () => false,
): Map<string, string> {
  const { alone, sameAs } = onceEachText(texts);
  const days = Float64Array.from(alone, ({ published }) =>
    published === null ? Number.NaN : Date.parse(published) / DAY_MS,
  );
  const pairs = likePairs(
    termVectors(alone),
    (a, b) =>
      areApart(alone[a]?.id ?? '', alone[b]?.id ?? '') ? 0 : nearness(days[a] ?? Number.NaN, days[b] ?? Number.NaN),
    thresholds.least,
  );
  const group = groupsOf(alone.length, pairs, thresholds.same);
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
  for (const { id } of texts) {
    const [one, other] = [rootOf(parent, numberOf(id)), rootOf(parent, numberOf(origins.get(id) ?? id))];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  return (group) => rootOf(parent, group);
}

/** The same text twice on one day is compared once; the earliest stand first. */
function onceEachText(texts: readonly DatedStoryText[]): { alone: DatedStoryText[]; sameAs: Map<string, number> } {
  const known = new KnownEditions();
  const sameAs = new Map<string, number>();
  const alone: DatedStoryText[] = [];
  for (const text of [...texts].sort(
    (a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id),
  )) {
    // What has no words is like nothing, not even another without.
    const isWorded = hasWords(text.text) || hasWords(text.title ?? '');
    const index = isWorded ? known.numberOf(text, alone.length) : alone.length;
    if (index === alone.length) alone.push(text);
    sameAs.set(text.id, index);
  }
  return { alone, sameAs };
}

/** Numbers by text, day and title. Texts are looked up as they are: a key put together would hold every text a second time. */
class KnownEditions {
  private readonly first = new Map<string, { edition: string; number: number }>();
  private readonly others = new Map<string, Map<string, number>>();

  /** The number of the same text of the same day under the same title; `next` when there is none yet. */
  numberOf({ text, title, published }: DatedStoryText, next: number): number {
    const edition = `${published?.slice(0, 10)}\n${title}`;
    const first = this.first.get(text);
    if (first === undefined) {
      this.first.set(text, { edition, number: next });
      return next;
    }
    if (first.edition === edition) return first.number;
    const others = this.others.get(text) ?? new Map<string, number>();
    this.others.set(text, others);
    const number = others.get(edition) ?? next;
    others.set(edition, number);
    return number;
  }
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
