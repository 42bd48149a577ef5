/** The date of Easter, western and eastern, in the Gregorian calendar. */
import { type CivilDate, civilOf, dayNumber } from './calendar.ts';

/** Western Easter Sunday (Meeus, Jones and Butcher's anonymous Gregorian rule). */
export function easter(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skipped - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}

/** Orthodox Easter Sunday: Meeus's Julian rule, moved to the Gregorian calendar (13 days in 1900 to 2099). */
export function orthodoxEaster(year: number): CivilDate {
  const epact = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
  const sum = epact + weekday + 114;
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return civilOf(dayNumber({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }) + shift);
}
