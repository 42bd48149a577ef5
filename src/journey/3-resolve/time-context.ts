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
  const main = mainPlace(reading, places);
  const agreement = agreementOf(main?.country ?? null, reading.report.published, knowledge.calendars);
  // The zone an agreement names runs in its country; elsewhere the tz database tells.
  const zoneOf = (place: ResolvedPlace): string | null =>
    (place.country === main?.country ? agreement?.calendar.timeZone : null) ??
    zoneAt(knowledge.timeZones, place.country, place);
  const own = main === null ? null : timePlace(main, zoneOf(main));
  const bySentence = placesBySentence(reading, places);
  return {
    published: reading.report.published,
    placeOf: (expression: TimeExpression) => {
      const near = nearestPlace(bySentence, expression.sentence);
      return near === undefined ? own : timePlace(near, zoneOf(near));
    },
    anchors: anchorsOf(agreement),
    holidays: knowledge.timeWords.holidayRules,
  };
}

const timePlace = (place: ResolvedPlace, zone: string | null): TimePlace => ({
  zone,
  latitude: place.latitude,
  longitude: place.longitude,
});

function placesBySentence(reading: Reading, places: readonly ResolvedPlace[]): ReadonlyMap<number, ResolvedPlace> {
  const map = new Map<number, ResolvedPlace>();
  reading.places.forEach((name, index) => {
    const place = places[index];
    if (
      place !== undefined &&
      place.latitude !== null &&
      name.use === 'locative' &&
      place.precision !== 'country' &&
      !map.has(name.sentence)
    )
      map.set(name.sentence, place);
  });
  return map;
}

/** How many sentences back a place still says where the next thing told was. */
const PLACE_MEMORY = 4;

function nearestPlace(bySentence: ReadonlyMap<number, ResolvedPlace>, sentence: number): ResolvedPlace | undefined {
  for (let at = sentence; at >= sentence - PLACE_MEMORY; at -= 1) {
    const place = bySentence.get(at);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The agreement whose area holds the report's main country and that was the latest to begin before it was published. */
function agreementOf(
  country: string | null,
  published: string | null,
  calendars: readonly AgreementCalendar[],
): AgreementCalendar | null {
  if (country === null) return null;
  const at = published === null ? Number.POSITIVE_INFINITY : Date.parse(published);
  const fitting = calendars.filter((agreement) => agreement.countries.includes(country));
  const begun = fitting.filter((agreement) => startOf(agreement) <= at);
  return begun.sort((a, b) => startOf(b) - startOf(a) || a.id.localeCompare(b.id))[0] ?? null;
}

const startOf = (agreement: AgreementCalendar): number =>
  agreement.calendar.intervals.find((interval) => interval.id === agreement.calendar.inForce)?.startMs ??
  Number.POSITIVE_INFINITY;

function anchorsOf(agreement: AgreementCalendar | null): ReadonlyMap<string, TimeInterval> {
  const inForce = agreement?.calendar.intervals.find((interval) => interval.id === agreement.calendar.inForce);
  return inForce === undefined ? new Map() : new Map([['ceasefire', { start: inForce.start, end: inForce.end }]]);
}

/**
 * The place that most of the report is about, the finest of its country: where the sun sets and which clock runs. A place
 * that something happened in says more than a country whose officials speak.
 */
function mainPlace(reading: Reading, places: readonly ResolvedPlace[]): ResolvedPlace | null {
  const counts = new Map<string, { place: ResolvedPlace; weight: number }>();
  reading.places.forEach((name, index) => {
    const place = places[index];
    if (place === undefined || place.latitude === null) return;
    const isFine = place.precision !== 'country' && place.precision !== 'region';
    const entry = counts.get(place.country ?? place.place ?? '') ?? { place, weight: 0 };
    if (isFine && (entry.place.precision === 'country' || entry.place.precision === 'region')) entry.place = place;
    entry.weight += name.use === 'locative' || name.use === 'dateline' ? (isFine ? 3 : 1) : 0.25;
    counts.set(place.country ?? place.place ?? '', entry);
  });
  return [...counts.values()].sort((a, b) => b.weight - a.weight)[0]?.place ?? null;
}
