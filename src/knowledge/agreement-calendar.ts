/** When agreements hold, and in whose time zone: all that reading a report's dates needs of them, without their clauses. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf, offsetsOfZone } from '../measure/instant.ts';
import type { Calendar } from '../model/agreement.ts';
import { areasFile, type CalendarFile, calendarFile } from './agreement-schema.ts';
import { parseSource } from './yaml-source.ts';

export interface AgreementCalendar {
  readonly id: string;
  /** ISO 3166-1 alpha-2, of the agreement's zones. */
  readonly countries: readonly string[];
  readonly calendar: Calendar;
}

/** Instants of a parsed calendar file; throws a RangeError on a time zone that does not exist. */
export function calendarOf({ timeZone, inForce, intervals, replaced }: CalendarFile): Calendar {
  const years = intervals
    .flatMap((one) => [one.start, one.end])
    .concat(replaced.map(({ at }) => at))
    .flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  // Reports on a date before, and on an agreement without an end long after, need the zone's offsets too.
  const [from, to] = years.length === 0 ? [2000, 2030] : [Math.min(...years) - 2, Math.max(...years) + 10];
  const offsets = offsetsOfZone(timeZone, from, to);
  const msOf = (date: string | null, open: number): number =>
    date === null ? open : (instantOf(date, offsets) ?? Number.NaN);
  return {
    timeZone,
    inForce,
    offsets,
    replaced: replaced.map((one) => ({ ...one, atMs: msOf(one.at, Number.NaN) })),
    intervals: intervals.map((one) => ({
      ...one,
      startMs: msOf(one.start, Number.NEGATIVE_INFINITY),
      endMs: msOf(one.end, Number.POSITIVE_INFINITY),
    })),
  };
}

/** Its calendar is worked out when first asked for: a time zone's offsets take a while to find, and few reports need many. */
function withCalendar(about: Omit<AgreementCalendar, 'calendar'>, file: CalendarFile): AgreementCalendar {
  let made: Calendar | undefined;
  return {
    ...about,
    get calendar() {
      made ??= calendarOf(file);
      return made;
    },
  };
}

/** The calendar of each pack under `root` that has one; a faulty pack throws here and is explained by `agreements check`. */
export function loadCalendars(root: string, ids: readonly string[]): readonly AgreementCalendar[] {
  return ids.flatMap((id) => {
    const [file, areas] = [join(root, id, 'calendar.yaml'), join(root, id, 'areas.geojson')];
    if (!existsSync(file) || !existsSync(areas)) return [];
    const parsed = parseSource('calendar.yaml', readFileSync(file, 'utf8'), calendarFile);
    if ('complaints' in parsed)
      throw new Error(parsed.complaints.map((one) => `${id}/${one.where}: ${one.message}`).join('\n'));
    const { features } = areasFile.parse(JSON.parse(readFileSync(areas, 'utf8')));
    const countries = [...new Set(features.flatMap((feature) => feature.properties.countries))].sort();
    return [Object.freeze(withCalendar({ id, countries }, parsed.source.value))];
  });
}
