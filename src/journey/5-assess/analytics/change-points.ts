/**
 * Days on which the rate of events changed, each with the span in which it may lie. One change is weighed against none by the
 * evidence of the counts (Raftery and Akman 1986); the stretches on either side are searched again.
 */
import { logEvidence } from './gamma-rates.ts';

export interface CountedDay {
  /** `YYYY-MM-DD`; days follow each other without gaps. */
  day: string;
  incidents: number;
  /** Outlets that published that day; a day without any tells nothing and is passed over. */
  sources: number;
}

export interface ChangePoint {
  /** The first day of the new rate, by the likeliest reading. */
  day: string;
  /** It lies between these days, both inclusive, with nine chances in ten. */
  from: string;
  until: string;
  /** That there is a change in its stretch at all. */
  probability: number;
  /** Incidents a day before and after, over days on which somebody reported. */
  before: number;
  after: number;
}

/** Below this a change is not told: what is shown should hold nine times in ten. */
const TOLD_FROM = 0.9;
const SHORTEST_DAYS = 4;
const MOST_CHANGES = 6;

export function changePoints(days: readonly CountedDay[]): ChangePoint[] {
  const told = days.filter(({ sources }) => sources > 0);
  const found: ChangePoint[] = [];
  const search = (stretch: readonly CountedDay[]): void => {
    const change = found.length < MOST_CHANGES ? changeIn(stretch) : null;
    if (change === null) return;
    found.push(change.point);
    search(stretch.slice(0, change.index));
    search(stretch.slice(change.index));
  };
  search(told);
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function changeIn(days: readonly CountedDay[]): { point: ChangePoint; index: number } | null {
  if (days.length < 2 * SHORTEST_DAYS) return null;
  const sums = [0];
  for (const { incidents } of days) sums.push((sums.at(-1) ?? 0) + incidents);
  const total = sums.at(-1) ?? 0;
  if (total === 0) return null;
  const rate = total / days.length;
  const none = logEvidence(total, days.length, rate);
  const places = days.flatMap((_, index) => {
    if (index < SHORTEST_DAYS || days.length - index < SHORTEST_DAYS) return [];
    const before = sums[index] ?? 0;
    const log = logEvidence(before, index, rate) + logEvidence(total - before, days.length - index, rate);
    return [{ index, weight: Math.exp(log - none) }];
  });
  const mass = places.reduce((sum, { weight }) => sum + weight, 0);
  // Half the trust is on "no change", the rest spread evenly over the places where one could be.
  const odds = mass / places.length;
  const probability = Number.isFinite(odds) ? odds / (1 + odds) : 1;
  const best = places.reduce((a, b) => (b.weight > a.weight ? b : a));
  const [from, until] = [quantile(places, mass, 0.05), quantile(places, mass, 0.95)];
  const [day, first, last] = [days[best.index]?.day, days[from]?.day, days[until]?.day];
  if (probability < TOLD_FROM || day === undefined || first === undefined || last === undefined) return null;
  const before = sums[best.index] ?? 0;
  const point = {
    day,
    from: first,
    until: last,
    probability: rounded(probability),
    before: rounded(before / best.index),
    after: rounded((total - before) / (days.length - best.index)),
  };
  return { point, index: best.index };
}

function quantile(places: readonly { index: number; weight: number }[], mass: number, share: number): number {
  let sum = 0;
  for (const { index, weight } of places) {
    sum += weight;
    if (sum >= mass * share) return index;
  }
  return places.at(-1)?.index ?? 0;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
