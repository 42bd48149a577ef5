/** From the calendar fields of an expression to a day, week, month or longer stretch, counted from a known day. */

import type { Holiday } from '../../../knowledge/time-words.ts';
import {
  civilOf,
  dayNumber,
  FIRST_YEAR,
  isCivilDate,
  isoDay,
  LAST_YEAR,
  weekdayOf,
} from '../../../measure/calendar.ts';
import { dayOfHijri, hijriOf } from '../../../measure/islamic-calendar.ts';
import type { CalendarFields, CalendarMeaning } from '../../../model/time-expression.ts';
import { hijriMonthAt, holidayIn, nthWeekday } from './holidays.ts';
import { pick } from './pick.ts';
import {
  centuryStretch,
  DAY_MINUTES,
  dayStretch,
  days,
  decadeStretch,
  halfStretch,
  monthStretch,
  quarterStretch,
  type Stretch,
  seasonStretch,
  shiftDay,
  stretchHolding,
  weekendStretch,
  yearStretch,
} from './stretch.ts';
import type { Tense } from './tense.ts';

export interface Anchored {
  readonly meaning: CalendarMeaning;
  /** The day relative words count from; null = unknown. */
  readonly day: number | null;
  readonly tense: Tense;
  readonly holidays: ReadonlyMap<string, Holiday>;
}

/** The stretch meant; null where the anchor is unknown or the date does not exist. */
export function calendarDate(anchored: Anchored): Stretch | null {
  const { fields, shift } = anchored.meaning;
  if (shift !== undefined) return anchored.day === null ? null : shifted(anchored, anchored.day);
  if (fields.hijriMonth !== undefined) return hijriStretch(anchored, fields.hijriMonth);
  if (fields.holiday !== undefined) return holidayStretch(anchored, fields.holiday);
  if (fields.century !== undefined)
    return inRange((fields.century - 1) * 100) ? centuryStretch((fields.century - 1) * 100) : null;
  if (fields.decade !== undefined) return decadeOf(fields.decade, anchored.day);
  if (fields.year !== undefined) return inYear(fullYear(fields, anchored.day), fields);
  if (anchored.day === null) return null;
  return withoutYear(anchored, anchored.day);
}

const inRange = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;

/** "'90" is the year nearest before ten years from the report. */
function fullYear({ year = 0, shortYear }: CalendarFields, day: number | null): number {
  if (!shortYear) return year;
  const current = day === null ? 2025 : civilOf(day).year;
  const sameCentury = Math.floor(current / 100) * 100 + year;
  return sameCentury > current + 10 ? sameCentury - 100 : sameCentury;
}

function decadeOf(decade: number, day: number | null): Stretch | null {
  if (decade >= 100) return inRange(decade) ? decadeStretch(decade) : null;
  const current = day === null ? 2025 : civilOf(day).year;
  const sameCentury = Math.floor(current / 100) * 100 + decade;
  return decadeStretch(sameCentury > current ? sameCentury - 100 : sameCentury);
}

/** The named part of a known year; null for days that do not exist. */
function inYear(year: number, fields: CalendarFields): Stretch | null {
  if (!inRange(year)) return null;
  const { month, day, nth, weekday } = fields;
  if (month !== undefined && nth !== undefined) return nthInMonth(year, month, nth, weekday, fields.weekend === true);
  if (month !== undefined && day !== undefined)
    return isCivilDate({ year, month, day }) ? dayStretch(dayNumber({ year, month, day })) : null;
  if (month !== undefined) return monthStretch(year, month);
  if (fields.quarter !== undefined) return quarterStretch(year, fields.quarter);
  if (fields.half !== undefined) return halfStretch(year, fields.half);
  if (fields.season !== undefined) return seasonStretch(year, fields.season);
  return yearStretch(year);
}

function nthInMonth(
  year: number,
  month: number,
  nth: number,
  weekday: number | undefined,
  isWeekend: boolean,
): Stretch | null {
  if (weekday !== undefined || isWeekend) {
    const found = nthWeekday(year, month, weekday ?? 6, nth);
    return found === null ? null : isWeekend ? weekendStretch(found) : dayStretch(found);
  }
  const stretch = monthStretch(year, month);
  const first = stretch.start / DAY_MINUTES;
  const last = stretch.end / DAY_MINUTES - 1;
  const from = nth === -1 ? last - 6 : first + (nth - 1) * 7;
  return from > last ? null : days(`${stretch.value}`, from, Math.min(from + 7, last + 1), 'week');
}

/** "last week", "July last year", "Friday of next week", "three months ago". */
function shifted({ meaning: { fields, shift }, tense }: Anchored, day: number): Stretch | null {
  if (shift === undefined) return null;
  const target = shiftDay(day, shift.amount, shift.unit);
  if (target === null) return null;
  const { year, month } = civilOf(target);
  switch (shift.unit) {
    case 'year':
      return (fields.month ?? fields.quarter ?? fields.half ?? fields.season)
        ? inYear(year, fields)
        : yearStretch(year);
    case 'month':
      return fields.day !== undefined || fields.nth !== undefined
        ? inYear(year, { ...fields, month })
        : monthStretch(year, month);
    case 'week':
      return weekOf(fields, target, shift.whole);
    // "The quarter" with none told of: figures are given for the last one that is over.
    case 'quarter':
      return stretchHolding(
        'quarter',
        shift.amount === 0 && tense !== 'future' ? (shiftDay(target, -1, 'quarter') ?? target) : target,
      );
    case 'weekend':
      return weekendStretch(shift.amount === 0 && tense !== 'future' && weekdayOf(day) < 5 ? target - 7 : target);
    default:
      return stretchHolding(shift.unit, target);
  }
}

function weekOf(fields: CalendarFields, target: number, isWhole: boolean): Stretch | null {
  if (fields.weekday !== undefined) return dayStretch(target - weekdayOf(target) + fields.weekday);
  if (isWhole) return stretchHolding('week', target);
  // "Two weeks ago" is a day or so two weeks back: TIMEX3 gives the day, the interval stays a week wide.
  return { ...days(isoDay(target), target - 3, target + 4, 'week') };
}

const YEARS = [-2, -1, 0, 1, 2] as const;

/** A month, day, quarter or season without its year: the one that the turn or tense tells. */
function withoutYear(anchored: Anchored, day: number): Stretch | null {
  const { fields } = anchored.meaning;
  const { year } = civilOf(day);
  if (fields.month !== undefined) {
    const all = YEARS.map((step) => inYear(year + step, fields)).filter((one) => one !== null);
    const onWeekday =
      fields.weekday !== undefined && fields.nth === undefined
        ? all.filter((one) => weekdayOf(one.start / DAY_MINUTES) === fields.weekday)
        : [];
    return choose(anchored, day, onWeekday.length > 0 ? onWeekday : all, 'nearest');
  }
  if (fields.weekday !== undefined) return weekdayStretch(anchored, day, fields.weekday);
  if (fields.day !== undefined) return choose(anchored, day, dayOfMonths(day, fields.day), 'nearest');
  if (fields.quarter !== undefined || fields.half !== undefined || fields.season !== undefined) {
    // Firms and agencies report on quarters gone by, also in the future tense ("expects a loss for the third quarter").
    const tense = fields.season === undefined ? null : anchored.tense;
    return choose(
      { ...anchored, tense },
      day,
      YEARS.map((step) => inYear(year + step, fields)).filter((one) => one !== null),
      'past',
    );
  }
  return dayStretch(day);
}

function choose(
  { meaning, tense }: Anchored,
  day: number,
  candidates: readonly Stretch[],
  otherwise: 'past' | 'nearest',
): Stretch | null {
  if (meaning.turn === 'this' && meaning.fields.day === undefined)
    return candidates.find((one) => civilOf(one.start / DAY_MINUTES).year === civilOf(day).year) ?? null;
  return pick({ candidates, day, turn: meaning.turn, tense, otherwise });
}

/** "Friday": the last one up to the day of the report, or the next where it lies ahead; "next Friday" is next week's. */
function weekdayStretch({ meaning: { turn }, tense }: Anchored, day: number, weekday: number): Stretch | null {
  const thisWeek = day - weekdayOf(day) + weekday;
  if (turn === 'this') return dayStretch(tense === 'future' && thisWeek < day ? thisWeek + 7 : thisWeek);
  if (turn === 'next') return dayStretch(thisWeek + 7);
  const candidates = [-14, -7, 0, 7, 14].map((step) => dayStretch(thisWeek + step));
  return pick({ candidates, day, turn, tense, otherwise: 'past' });
}

function dayOfMonths(day: number, wanted: number): Stretch[] {
  const { year, month } = civilOf(day);
  return [-2, -1, 0, 1, 2].flatMap((step) => {
    const index = year * 12 + month - 1 + step;
    const date = { year: Math.floor(index / 12), month: (index % 12) + 1, day: wanted };
    return isCivilDate(date) ? [dayStretch(dayNumber(date))] : [];
  });
}

function holidayStretch(anchored: Anchored, id: string): Stretch | null {
  const holiday = anchored.holidays.get(id);
  if (holiday === undefined) return null;
  const { fields } = anchored.meaning;
  const inOne = (year: number): Stretch[] => {
    const first = inRange(year) ? holidayIn(year, holiday) : null;
    if (first !== null && fields.nth !== undefined) return fields.nth <= 30 ? [dayStretch(first + fields.nth - 1)] : [];
    return first === null
      ? []
      : [holiday.days === 1 ? dayStretch(first) : days(isoDay(first), first, first + holiday.days, 'range')];
  };
  if (fields.year !== undefined) return inOne(fullYear(fields, anchored.day))[0] ?? null;
  if (anchored.day === null) return null;
  const { year } = civilOf(anchored.day);
  return choose(
    anchored,
    anchored.day,
    YEARS.flatMap((step) => inOne(year + step)),
    'nearest',
  );
}

function hijriStretch(anchored: Anchored, month: number): Stretch | null {
  const { fields } = anchored.meaning;
  const inOne = (year: number): Stretch[] => {
    if (fields.day !== undefined) {
      const found = dayOfHijri({ year, month, day: fields.day });
      return found === null ? [] : [dayStretch(found)];
    }
    const found = hijriMonthAt(year, month);
    if (found === null) return [];
    const last = found.first + found.length;
    return [days(`${isoDay(found.first)}/${isoDay(last - 1)}`, found.first, last, 'range')];
  };
  if (fields.hijriYear !== undefined) return inOne(fields.hijriYear)[0] ?? null;
  const base = fields.year !== undefined ? dayNumber({ year: fields.year, month: 7, day: 1 }) : anchored.day;
  if (base === null || !inRange(civilOf(base).year) || civilOf(base).year < 1900 || civilOf(base).year > 2070)
    return null;
  const { year } = hijriOf(base);
  return choose(
    anchored,
    base,
    YEARS.flatMap((step) => inOne(year + step)),
    'nearest',
  );
}
