/** How the word before a time changes the stretch of the calendar that is meant: "since", "until", "before", "after", "within". */
import type { TimeSignal } from '../../../model/time-expression.ts';
import { DAY_MINUTES, type LocalMinutes } from './stretch.ts';
import type { TimedStretch } from './time-of-day.ts';

export interface Bounds {
  readonly start: LocalMinutes | null;
  readonly end: LocalMinutes | null;
  readonly isRange: boolean;
}

/** `today` is the day of publication (day number); null = unknown, and then "since" stays open. */
export function bounded(stretch: TimedStretch, signal: TimeSignal | null, today: number | null): Bounds {
  const plain: Bounds = { start: stretch.start, end: stretch.end, isRange: stretch.precision === 'range' };
  const dayStart = Math.floor(stretch.start / DAY_MINUTES) * DAY_MINUTES;
  switch (signal) {
    case 'since':
      return {
        start: stretch.start,
        end: today === null ? null : Math.max(stretch.end, (today + 1) * DAY_MINUTES),
        isRange: true,
      };
    case 'from':
      return { start: stretch.start, end: null, isRange: true };
    case 'until':
      return { start: null, end: stretch.end, isRange: true };
    case 'by':
      return { start: ahead(stretch, today), end: stretch.end, isRange: true };
    // A time of day bounds its own day; a date bounds everything before or after it.
    case 'before':
      return stretch.clock
        ? { start: dayStart, end: stretch.boundary ?? beforeEnd(stretch), isRange: false }
        : { start: null, end: stretch.start, isRange: true };
    case 'after':
      return stretch.clock
        ? { start: stretch.boundary ?? stretch.start, end: dayStart + DAY_MINUTES, isRange: false }
        : { start: stretch.end, end: null, isRange: true };
    default:
      return plain;
  }
}

/** A clock time ends what comes before it at once; an unknown moment of a part of day may be as late as its end. */
const beforeEnd = (stretch: TimedStretch): LocalMinutes =>
  stretch.precision === 'minute' ? stretch.start : stretch.end;

const ahead = (stretch: TimedStretch, today: number | null): LocalMinutes | null => {
  const start = today === null ? null : today * DAY_MINUTES;
  return start !== null && start <= stretch.start ? start : null;
};
