/** A stretch of the calendar: its TIMEX3 value, its first and last moment, and how fine it is. */
import { addMonths, civilOf, dayNumber, isoDate, isoWeek } from '../../../measure/calendar.ts';
import type { Season, TimePrecision, TimeUnit } from '../../../model/time-expression.ts';

/** Minutes of the local clock since 1970-01-01T00:00, zone left aside. */
export type LocalMinutes = number;
export const DAY_MINUTES = 1440;

export interface Stretch {
  readonly value: string;
  readonly start: LocalMinutes;
  /** Exclusive. */
  readonly end: LocalMinutes;
  readonly precision: TimePrecision;
  /** True when a clock time and not only a day is meant. */
  readonly clock: boolean;
}

export const days = (value: string, from: number, to: number, precision: TimePrecision): Stretch => ({
  value,
  start: from * DAY_MINUTES,
  end: to * DAY_MINUTES,
  precision,
  clock: false,
});

const two = (n: number): string => String(n).padStart(2, '0');

export const dayStretch = (day: number): Stretch => days(isoDate(civilOf(day)), day, day + 1, 'day');

function weekStretch(day: number): Stretch {
  const { year, week, monday } = isoWeek(day);
  return days(`${year}-W${two(week)}`, monday, monday + 7, 'week');
}

export function weekendStretch(day: number): Stretch {
  const { year, week, monday } = isoWeek(day);
  return days(`${year}-W${two(week)}-WE`, monday + 5, monday + 7, 'range');
}

const first = (year: number, month: number): number => dayNumber({ year, month, day: 1 });

/** From the first of a month on, for a number of months. */
function months(value: string, year: number, month: number, count: number, precision: TimePrecision): Stretch {
  const next = addMonths({ year, month, day: 1 }, count);
  return days(value, first(year, month), first(next.year, next.month), precision);
}

export const monthStretch = (year: number, month: number): Stretch =>
  months(`${year}-${two(month)}`, year, month, 1, 'month');
export const quarterStretch = (year: number, quarter: number): Stretch =>
  months(`${year}-Q${quarter}`, year, quarter * 3 - 2, 3, 'range');
export const halfStretch = (year: number, half: number): Stretch =>
  months(`${year}-H${half}`, year, half * 6 - 5, 6, 'range');
export const yearStretch = (year: number): Stretch => months(String(year).padStart(4, '0'), year, 1, 12, 'year');
export const decadeStretch = (year: number): Stretch =>
  months(String(Math.floor(year / 10)), Math.floor(year / 10) * 10, 1, 120, 'range');
/** The 20th century has the value 19 and runs, by its digits, from 1900. */
export const centuryStretch = (year: number): Stretch =>
  months(String(Math.floor(year / 100)), Math.floor(year / 100) * 100, 1, 1200, 'range');

const SEASON_CODES: Readonly<Record<Season, { code: string; month: number }>> = {
  spring: { code: 'SP', month: 3 },
  summer: { code: 'SU', month: 6 },
  autumn: { code: 'FA', month: 9 },
  winter: { code: 'WI', month: 12 },
};

/** Months of the northern half of the earth; a winter counts to the year it begins in. */
export function seasonStretch(year: number, season: Season): Stretch {
  const { code, month } = SEASON_CODES[season];
  return months(`${year}-${code}`, year, month, 3, 'range');
}

export const seasonCode = (season: Season): string => SEASON_CODES[season].code;

/** The stretch of the unit that holds a day. */
export function stretchHolding(unit: TimeUnit, day: number): Stretch {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'week':
      return weekStretch(day);
    case 'weekend':
      return weekendStretch(day);
    case 'month':
      return monthStretch(year, month);
    case 'quarter':
      return quarterStretch(year, Math.ceil(month / 3));
    case 'season':
      return seasonStretch(year, seasonOf(month));
    case 'year':
      return yearStretch(year);
    case 'decade':
      return decadeStretch(year);
    case 'century':
      return centuryStretch(year);
    default:
      return dayStretch(day);
  }
}

const seasonOf = (month: number): Season =>
  month < 3 || month === 12 ? 'winter' : month < 6 ? 'spring' : month < 9 ? 'summer' : 'autumn';

const MONTHS_IN: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};
const DAYS_IN: Readonly<Partial<Record<TimeUnit, number>>> = { day: 1, night: 1, week: 7, weekend: 7 };

/** Moves a day by a number of units; null where the step is no whole day, or leads out of the years this program takes. */
export function shiftDay(day: number, amount: number, unit: TimeUnit): number | null {
  if (!Number.isFinite(amount) || Math.abs(amount) > 100_000) return null;
  const inDays = DAYS_IN[unit];
  if (inDays !== undefined) return within(day + Math.round(amount * inDays));
  const inMonths = MONTHS_IN[unit];
  if (inMonths === undefined) return null;
  const steps = amount * inMonths;
  const date = addMonths(civilOf(day), Math.trunc(steps));
  return within(dayNumber(date) + Math.round((steps - Math.trunc(steps)) * 30));
}

const EARLIEST = dayNumber({ year: 1000, month: 1, day: 1 });
const LATEST = dayNumber({ year: 2999, month: 12, day: 31 });
const within = (day: number): number | null => (day >= EARLIEST && day <= LATEST ? day : null);
