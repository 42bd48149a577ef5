/** What the times of one report count from: its publication, its places' clocks and sun, and the dates of the truce it is about. */
import type { AgreementCalendar } from '../../knowledge/agreement-calendar.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { zoneAt } from '../../knowledge/time-zones.ts';
import type { TimeInterval } from '../../model/interval.ts';
import type { ResolvedPlace } from '../../model/place-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { TimeExpression } from '../../model/time-expression.ts';
import type { TimeContext, TimePlace } from './times.ts';

export function timeContext(reading: Reading, places: readonly ResolvedPlace[], knowledge: Knowledge): TimeContext {
  const main = mainPlace(places);
  const agreement = agreementOf(main?.country ?? null, reading.report.published, knowledge.calendars);
  // The zone an agreement names runs in its country; elsewhere the tz database tells.
  const zoneOf = (place: ResolvedPlace): string | null =>
    (place.country === main?.country ? agreement?.calendar.timeZone : null) ?? zoneAt(knowledge.timeZones, place.country, place);
  const own = main === null ? null : timePlace(main, zoneOf(main));
  const bySentence = placesBySentence(reading, places);
  return {
    published: reading.report.published,
    placeOf: (expression: TimeExpression) => {
      const near = bySentence.get(expression.sentence);
      return near === undefined ? own : timePlace(near, zoneOf(near));
    },
    anchors: anchorsOf(agreement),
    holidays: knowledge.timeWords.holidayRules,
  };
}

const timePlace = (place: ResolvedPlace, zone: string | null): TimePlace => ({ zone, latitude: place.latitude, longitude: place.longitude });

function placesBySentence(reading: Reading, places: readonly ResolvedPlace[]): ReadonlyMap<number, ResolvedPlace> {
  const map = new Map<number, ResolvedPlace>();
  reading.places.forEach((name, index) => {
    const place = places[index];
    if (place !== undefined && place.latitude !== null && name.use === 'locative' && place.precision !== 'country' && !map.has(name.sentence)) map.set(name.sentence, place);
  });
  return map;
}

/** The agreement whose area holds the report's main country and that was the latest to begin before it was published. */
function agreementOf(country: string | null, published: string | null, calendars: readonly AgreementCalendar[]): AgreementCalendar | null {
  if (country === null) return null;
  const at = published === null ? Number.POSITIVE_INFINITY : Date.parse(published);
  const fitting = calendars.filter((agreement) => agreement.countries.includes(country));
  const begun = fitting.filter((agreement) => startOf(agreement) <= at);
  return begun.sort((a, b) => startOf(b) - startOf(a) || a.id.localeCompare(b.id))[0] ?? null;
}

const startOf = (agreement: AgreementCalendar): number => agreement.calendar.intervals.find((interval) => interval.id === agreement.calendar.inForce)?.startMs ?? Number.POSITIVE_INFINITY;

function anchorsOf(agreement: AgreementCalendar | null): ReadonlyMap<string, TimeInterval> {
  const inForce = agreement?.calendar.intervals.find((interval) => interval.id === agreement.calendar.inForce);
  return inForce === undefined ? new Map() : new Map([['ceasefire', { start: inForce.start, end: inForce.end }]]);
}

/** The place that most of the report is about, the finest of its country: where the sun sets and which clock runs. */
export function mainPlace(places: readonly ResolvedPlace[]): ResolvedPlace | null {
  const counts = new Map<string, { place: ResolvedPlace; count: number }>();
  for (const place of places) {
    if (place.latitude === null) continue;
    const key = place.country ?? place.place ?? '';
    const entry = counts.get(key) ?? { place, count: 0 };
    if (entry.place.precision === 'country' && place.precision !== 'country') entry.place = place;
    entry.count += 1;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.place ?? null;
}
