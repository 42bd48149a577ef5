/**
 * The Islamic calendar as Umm al-Qura reckons it (the runtime's own tables, about 1300 to 1600 AH). Where the month is
 * opened by sighting the moon, a date may fall a day earlier or later; callers say so.
 */
import { civilOf, dayNumber } from './calendar.ts';

let format: Intl.DateTimeFormat | null = null;

export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The Islamic date of a day number. */
export function hijriOf(number: number): HijriDate {
  format ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const { year, month, day } = civilOf(number);
  const parts = format.formatToParts(new Date(Date.UTC(year, month - 1, day)));
  const read = (type: string): number => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10);
  return { year: read('year'), month: read('month'), day: read('day') };
}

/** Day number of an Islamic date; null when it has no such day (30th of a month of 29) or lies outside the tables. */
export function dayOfHijri({ year, month, day }: HijriDate): number | null {
  if (!(year >= 1200 && year <= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= 30)) return null;
  const guess = tabularDay({ year, month, day });
  for (const offset of [0, -1, 1, -2, 2, -3, 3]) {
    const found = hijriOf(guess + offset);
    if (found.year === year && found.month === month && found.day === day) return guess + offset;
  }
  return null;
}

/** Days in the month: 29 or 30. */
export const hijriMonthDays = (year: number, month: number): number =>
  dayOfHijri({ year, month, day: 30 }) === null ? 29 : 30;

/** The civil arithmetic calendar, right to within three days. */
function tabularDay({ year, month, day }: HijriDate): number {
  const epoch = dayNumber({ year: 622, month: 7, day: 19 });
  return epoch + (year - 1) * 354 + Math.floor((11 * year + 3) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;
}
