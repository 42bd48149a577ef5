/** On which day a holiday or an Islamic date falls. */

import type { Holiday } from '../../../knowledge/time-words.ts';
import { civilOf, dayNumber, daysInMonth, isCivilDate, weekdayOf } from '../../../measure/calendar.ts';
import { easter, orthodoxEaster } from '../../../measure/easter.ts';
import { dayOfHijri, hijriMonthDays, hijriOf } from '../../../measure/islamic-calendar.ts';

/** First day (as day number) of the holiday in a Gregorian year; the first one, where the moon brings it twice. */
export function holidayIn(year: number, holiday: Holiday): number | null {
  switch (holiday.rule) {
    case 'fixed':
      return fixed(year, holiday.month, holiday.day);
    case 'nth':
      return nthWeekday(year, holiday.month, holiday.weekday, holiday.nth);
    case 'easter':
      return dayNumber(easter(year)) + holiday.offset;
    case 'orthodox-easter':
      return dayNumber(orthodoxEaster(year)) + holiday.offset;
    case 'hijri':
      return hijriIn(year, holiday.month, holiday.day);
  }
}

const fixed = (year: number, month: number, day: number): number | null =>
  isCivilDate({ year, month, day }) ? dayNumber({ year, month, day }) : null;

/** The nth weekday of a month; -1 = the last. Null where the month has none ("the fifth Monday"). */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  if (!isCivilDate({ year, month, day: 1 })) return null;
  const first = dayNumber({ year, month, day: 1 });
  const length = daysInMonth(year, month);
  const earliest = first + ((weekday - weekdayOf(first) + 7) % 7);
  if (nth === -1) return earliest + Math.floor((first + length - 1 - earliest) / 7) * 7;
  const found = earliest + (nth - 1) * 7;
  return found < first + length ? found : null;
}

function hijriIn(year: number, month: number, day: number): number | null {
  const start = fixed(year, 1, 1);
  if (start === null || year < 1900 || year > 2070) return null;
  for (const hijriYear of [hijriOf(start).year, hijriOf(start).year + 1]) {
    const found = dayOfHijri({ year: hijriYear, month, day });
    if (found !== null && civilOf(found).year === year) return found;
  }
  return null;
}

/** First day and length of an Islamic month. */
export function hijriMonthAt(year: number, month: number): { first: number; length: number } | null {
  const first = dayOfHijri({ year, month, day: 1 });
  return first === null ? null : { first, length: hijriMonthDays(year, month) };
}
