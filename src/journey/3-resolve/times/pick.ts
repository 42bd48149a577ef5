/** Which of the times that bear a name is meant: by "last", "this" or "next", else by the tense, else the nearest. */
import type { Turn } from '../../../model/time-expression.ts';
import { DAY_MINUTES, type Stretch } from './stretch.ts';
import type { Tense } from './tense.ts';

export interface Choice {
  /** In the order of time. */
  readonly candidates: readonly Stretch[];
  /** The day counted from. */
  readonly day: number;
  readonly turn: Turn | undefined;
  readonly tense: Tense;
  /** What is taken when neither word nor tense tells. */
  readonly otherwise: 'past' | 'nearest';
}

export function pick({ candidates, day, turn, tense, otherwise }: Choice): Stretch | null {
  const start = day * DAY_MINUTES;
  const end = start + DAY_MINUTES;
  const past = candidates.findLast((one) => one.start < end) ?? null;
  const future = candidates.find((one) => one.end > start) ?? null;
  if (turn === 'last') return candidates.findLast((one) => one.end <= start) ?? null;
  if (turn === 'next') return candidates.find((one) => one.start >= end) ?? null;
  if (turn === 'this') return nearest(past, future, start, 1);
  // A date long past told in the past tense is seldom meant when the coming one is at hand ("was set for 2 January").
  if (tense === 'past' || tense === 'perhaps-past')
    return otherwise === 'nearest' ? nearest(past, future, start, WEIGHT[tense]) : past;
  if (tense === 'future') return otherwise === 'nearest' ? nearest(future, past, start, WEIGHT.future) : future;
  return otherwise === 'past' ? past : nearest(past, future, start, 1);
}

/** How many times nearer the date against the tense must be to be taken: eleven months back would be told with its year. */
const WEIGHT = { past: 20, 'perhaps-past': 8, future: 8 } as const;

/** The preferred one, unless the other is `weight` times nearer. */
function nearest(preferred: Stretch | null, other: Stretch | null, at: number, weight: number): Stretch | null {
  if (preferred === null || other === null) return preferred ?? other;
  const distance = (one: Stretch): number =>
    one.start <= at ? Math.max(0, at - one.end + DAY_MINUTES) : one.start - at;
  return distance(preferred) <= distance(other) * weight ? preferred : other;
}
