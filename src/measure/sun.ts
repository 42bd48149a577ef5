/** When the sun rises and sets at a place, and the prayers that follow it (method: Muslim World League, Shafi asr; adhan). */
import { CalculationMethod, Coordinates, PrayerTimes } from 'adhan';
import type { SunMoment } from '../model/time-expression.ts';
import type { CivilDate } from './calendar.ts';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Minutes since 1970-01-01T00:00Z of the moment on that local day, to the minute; null near the poles on days without it.
 * Sunset and sunrise are exact to a minute or two; dawn and night prayers differ between methods by up to 20 minutes.
 */
export function sunMinutes(moment: SunMoment, date: CivilDate, { latitude, longitude }: Point): number | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  // The library reads the day from the local parts of a Date, so they are set and not converted.
  const day = new Date(date.year, date.month - 1, date.day);
  const times = new PrayerTimes(new Coordinates(latitude, longitude), day, CalculationMethod.MuslimWorldLeague());
  const found = timeOf(times, moment).getTime();
  return Number.isFinite(found) ? Math.round(found / 60_000) : null;
}

function timeOf(times: PrayerTimes, moment: SunMoment): Date {
  switch (moment) {
    case 'dawn-prayer':
      return times.fajr;
    case 'sunrise':
      return times.sunrise;
    case 'noon-prayer':
      return times.dhuhr;
    case 'afternoon-prayer':
      return times.asr;
    case 'sunset':
      return times.maghrib;
    case 'dusk':
      return times.maghrib;
    case 'night-prayer':
      return times.isha;
  }
}
