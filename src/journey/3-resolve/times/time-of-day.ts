/** Narrows a day to a clock time, a part of the day, or a moment that the sun sets. */
import { civilOf } from '../../../measure/calendar.ts';
import { sunMinutes } from '../../../measure/sun.ts';
import { utcOffsetMinutes } from '../../../measure/time-zone.ts';
import type { CalendarFields, PartOfDay, SunMoment } from '../../../model/time-expression.ts';
import type { TimePlace } from './context.ts';
import { DAY_MINUTES, type LocalMinutes, type Stretch } from './stretch.ts';

export interface TimedStretch extends Stretch {
  /** The moment itself, where it is known closer than the stretch: sunset for "before sunset". */
  readonly boundary?: LocalMinutes;
  /** Minutes from UTC as written ("GMT"); absent = the place's own. */
  readonly utcOffset?: number;
  /** True for local times worked out from the sun. */
  readonly bySun?: boolean;
}

const hours = (from: number, to: number): readonly [number, number] => [from * 60, to * 60];
/** Conventions of this project where a report says no more; the night runs to the next morning. */
const PARTS: Readonly<Record<PartOfDay, { code: string; span: readonly [number, number] }>> = {
  dawn: { code: 'MO', span: hours(3, 7) },
  morning: { code: 'MO', span: hours(6, 12) },
  midday: { code: 'MI', span: hours(11, 14) },
  afternoon: { code: 'AF', span: hours(12, 18) },
  evening: { code: 'EV', span: hours(17, 22) },
  night: { code: 'NI', span: hours(18, 30) },
  daytime: { code: 'DT', span: hours(6, 18) },
  overnight: { code: 'NI', span: hours(18, 30) },
};
/** Where the sun's own time is not known; wide enough for every inhabited place. */
const SUN: Readonly<Record<SunMoment, { code: string; span: readonly [number, number] }>> = {
  'dawn-prayer': { code: 'MO', span: hours(3, 7) },
  sunrise: { code: 'MO', span: hours(4, 9) },
  'noon-prayer': { code: 'AF', span: hours(11, 15) },
  'afternoon-prayer': { code: 'AF', span: hours(14, 18) },
  sunset: { code: 'EV', span: hours(15, 22) },
  dusk: { code: 'EV', span: hours(15, 23) },
  'night-prayer': { code: 'EV', span: hours(17, 24) },
};

export const partCode = (part: PartOfDay): string => PARTS[part].code;
const two = (n: number): string => String(n).padStart(2, '0');

export function withTimeOfDay(day: Stretch, fields: CalendarFields, place: TimePlace | null): TimedStretch {
  if (day.precision !== 'day') return day;
  if (fields.hour !== undefined) return atClock(day, fields, fields.hour);
  if (fields.sun !== undefined) return atSun(day, fields.sun, place);
  if (fields.partOfDay !== undefined) return inPart(day, fields.partOfDay);
  return day;
}

function atClock(
  day: Stretch,
  { minute = 0, halfDayUnknown, utcOffsetMinutes: offset, weekday, day: dayOfMonth }: CalendarFields,
  hour: number,
): TimedStretch {
  const isNamedDay = weekday !== undefined || dayOfMonth !== undefined;
  const start = day.start + hour * 60 + minute;
  const value = `${day.value}T${two(hour)}:${two(minute)}`;
  const zone = offset === undefined ? {} : { utcOffset: offset };
  // "Midnight on Friday" may open or close the day; "at midnight" closes the day of the report.
  if (hour === 24 && isNamedDay)
    return { ...day, ...zone, value, start: day.start, end: day.end + 1, precision: 'part_of_day', clock: true };
  if (halfDayUnknown) return { ...day, ...zone, value, start, end: start + 721, precision: 'part_of_day', clock: true };
  return { ...day, ...zone, value, start, end: start + 1, precision: 'minute', clock: true };
}

function inPart(day: Stretch, part: PartOfDay): TimedStretch {
  const { code, span } = PARTS[part];
  return {
    ...day,
    value: `${day.value}T${code}`,
    start: day.start + span[0],
    end: day.start + span[1],
    precision: 'part_of_day',
    clock: true,
  };
}

/** "At sunset" is taken as half an hour to either side; before and after count from the moment itself. */
const AROUND = 30;

function atSun(day: Stretch, moment: SunMoment, place: TimePlace | null): TimedStretch {
  const { code, span } = SUN[moment];
  const value = `${day.value}T${code}`;
  const boundary = localSun(day, moment, place);
  if (boundary === null)
    return {
      ...day,
      value,
      start: day.start + span[0],
      end: day.start + span[1],
      precision: 'part_of_day',
      clock: true,
    };
  return {
    ...day,
    value,
    start: boundary - AROUND,
    end: boundary + AROUND,
    boundary,
    precision: 'part_of_day',
    clock: true,
    bySun: true,
  };
}

function localSun(day: Stretch, moment: SunMoment, place: TimePlace | null): LocalMinutes | null {
  if (place === null || place.zone === null || place.latitude === null || place.longitude === null) return null;
  const date = civilOf(day.start / DAY_MINUTES);
  const offset = utcOffsetMinutes(place.zone, date);
  const utc = sunMinutes(moment, date, { latitude: place.latitude, longitude: place.longitude });
  return offset === null || utc === null ? null : utc + offset;
}
