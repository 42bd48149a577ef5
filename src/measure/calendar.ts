/** Day arithmetic on the proleptic Gregorian calendar with plain integers: no clock, no zone, no Date object. */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reports of conflicts name no year outside these; what does is a slip or an attack, and is refused as a value. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 2999;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** True for a day that exists, in a year this program takes. */
export function isCivilDate({ year, month, day }: CivilDate): boolean {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  return (
    whole &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Days since 1970-01-01 (may be negative). */
export function dayNumber({ year, month, day }: CivilDate): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = (DAYS_BEFORE[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day;
  return before * 365 + leaps + inYear - 719_163;
}

/** The reverse of `dayNumber` (Howard Hinnant's civil_from_days). */
export function civilOf(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** ISO 8601 weekday, Monday = 1. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Adds months and keeps the day where it exists, else the month's last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** "2016-06-12". */
export const isoDate = ({ year, month, day }: CivilDate): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export const isoDay = (number: number): string => isoDate(civilOf(number));

/** ISO week of a day: the week belongs to the year that holds its Thursday. */
export function isoWeek(number: number): { year: number; week: number; monday: number } {
  const monday = number - weekdayOf(number) + 1;
  const { year } = civilOf(monday + 3);
  const firstMonday = mondayOfWeek(year, 1);
  return { year, week: (monday - firstMonday) / 7 + 1, monday };
}

/** Day number of the Monday that opens the ISO week. */
function mondayOfWeek(year: number, week: number): number {
  const fourth = dayNumber({ year, month: 1, day: 4 });
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

interface CivilTime {
  readonly hour: number;
  readonly minute: number;
}

/** A published date or instant as its own calendar shows it; offset null = none given. */
export interface ParsedInstant extends CivilDate {
  readonly time: CivilTime | null;
  readonly offsetMinutes: number | null;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads an ISO 8601 date or date-time; null for anything else and for days that do not exist. */
export function parseInstant(text: string): ParsedInstant | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isCivilDate(date)) return null;
  if (match[4] === undefined) return { ...date, time: null, offsetMinutes: null };
  const time = { hour: Number(match[4]), minute: Number(match[5]) };
  if (time.hour > 24 || time.minute > 59) return null;
  return { ...date, time, offsetMinutes: offsetMinutes(match[6]) };
}

function offsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
