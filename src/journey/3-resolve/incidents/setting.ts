/** Where and when an incident was, chosen among the places and times that stand with it in the report. */
import { civilOf, dayNumber, isoDate, parseInstant } from '../../../measure/calendar.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { PlaceName, ResolvedPlace } from '../../../model/place-name.ts';
import type { Reading } from '../../../model/reading.ts';
import type { ResolvedTime, TimeExpression } from '../../../model/time-expression.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';

export interface Settled<T> {
  value: T | null;
  because: string | null;
}

const FINENESS: Record<NonNullable<ResolvedPlace['precision']>, number> = {
  exact: 5,
  settlement: 4,
  district: 3,
  province: 2,
  country: 1,
  region: 0,
};
const fineness = (place: ResolvedPlace): number => (place.precision === null ? -1 : FINENESS[place.precision]);

interface Candidate {
  index: number;
  name: PlaceName;
  place: ResolvedPlace;
}

/** Another country named this far from the act (edges of the tree) is more likely somebody's nationality or a comparison. */
const FARTHEST_ABROAD = 4;

/** The places of one report, laid out once for all its incidents. */
export interface PlacedNames {
  readonly all: readonly Candidate[];
  /** ISO 3166-1 alpha-2 of the country that the report is told from. */
  readonly home: string | null;
}

export function placedNames(reading: Reading, resolved: readonly ResolvedPlace[]): PlacedNames {
  const all = candidates(
    reading,
    resolved,
    reading.places.map((_, index) => index),
  );
  return { all, home: homeOf(all) };
}

/** The place nearest in the syntax, or a finer one of the same sentence that lies in it; else the nearest place before. */
export function settledPlace(
  reading: Reading,
  resolved: readonly ResolvedPlace[],
  { all, home }: PlacedNames,
  incident: WordedIncident,
): Settled<NonNullable<CodedIncident['place']>> {
  const distances = new Map(incident.places.map(({ index, distance }) => [index, distance]));
  const own = candidates(
    reading,
    resolved,
    incident.places.map(({ index }) => index),
  ).filter(({ index, name, place }) => isUsable(name, place, home, distances.get(index) ?? 0));
  const chosen = finest(own, own[0]);
  if (chosen !== undefined) return { value: placeOf(chosen), because: null };
  const before = earlier(all, incident, home);
  if (before !== undefined) return { value: placeOf(before), because: 'place/told-before' };
  const dateline = all.find(({ name }) => name.use === 'dateline');
  if (dateline !== undefined) return { value: placeOf(dateline), because: 'place/dateline' };
  const main = commonest(all.filter(({ place }) => home === null || place.country === home));
  return main === undefined
    ? { value: null, because: null }
    : { value: placeOf(main), because: 'place/main-place-of-report' };
}

/** "US officials" says nothing of where; a whole country other than the report's own says it only right beside the act. */
function isUsable(name: PlaceName, place: ResolvedPlace, home: string | null, distance: number): boolean {
  const whole = place.precision === 'country' || place.precision === 'region' || place.precision === null;
  if (name.use === 'modifier' && whole) return false;
  return !(whole && home !== null && place.country !== home && distance > FARTHEST_ABROAD);
}

/** The country of the dateline, else the one with the most places in the report. */
function homeOf(all: readonly Candidate[]): string | null {
  const dateline = all.find(({ name }) => name.use === 'dateline');
  if (dateline?.place.country != null) return dateline.place.country;
  const counts = new Map<string, number>();
  for (const { name, place } of all) {
    if (place.country !== null && (name.use === 'locative' || name.use === 'modifier'))
      counts.set(place.country, (counts.get(place.country) ?? 0) + (place.precision === 'country' ? 1 : 1.5));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null;
}

function candidates(reading: Reading, resolved: readonly ResolvedPlace[], indices: readonly number[]): Candidate[] {
  return indices.flatMap((index) => {
    const name = reading.places[index];
    const place = resolved[index];
    return name === undefined || place === undefined || place.name === null ? [] : [{ index, name, place }];
  });
}

/** Among the candidates of the first one's sentence that lie within it, the finest. */
function finest(list: readonly Candidate[], first: Candidate | undefined): Candidate | undefined {
  if (first === undefined) return undefined;
  let best = first;
  for (const candidate of list) {
    if (candidate.name.sentence !== first.name.sentence || candidate.place.country !== first.place.country) continue;
    const inside =
      first.place.precision === 'country' ||
      isNamedWithin(candidate, first, list) ||
      candidate.place.containedBy === first.place.place ||
      (first.place.precision === 'province' && candidate.place.admin1 === first.place.admin1);
    const isFiner = fineness(candidate.place) > fineness(best.place) || isNamedWithin(candidate, best, list);
    if (inside && isFiner) best = candidate;
  }
  return best;
}

/** "X, Y county": X is the finer one, whether a gazetteer knows it or not. */
function isNamedWithin(candidate: Candidate, area: Candidate, list: readonly Candidate[]): boolean {
  let within = candidate.name.within;
  for (let steps = 0; within !== null && steps < list.length; steps += 1) {
    if (within === area.index) return true;
    within = list.find(({ index }) => index === within)?.name.within ?? null;
  }
  return false;
}

/** How many sentences back a place still says where the next act was. */
const PLACE_MEMORY = 4;

function earlier(all: readonly Candidate[], incident: WordedIncident, home: string | null): Candidate | undefined {
  const first = incident.sentences[0] ?? 0;
  const list = all.filter(
    ({ name, place }) =>
      (name.use === 'locative' || name.use === 'modifier') &&
      name.sentence <= first &&
      name.sentence >= first - PLACE_MEMORY &&
      isUsable(name, place, home, Number.POSITIVE_INFINITY),
  );
  return finest(list, list.at(-1));
}

function commonest(all: readonly Candidate[]): Candidate | undefined {
  const counts = new Map<string, { candidate: Candidate; count: number }>();
  for (const candidate of all) {
    if (candidate.name.use === 'demonym' || candidate.name.use === 'embedded') continue;
    const key = candidate.place.place ?? candidate.name.text;
    const entry = counts.get(key) ?? { candidate, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.candidate.index - b.candidate.index)[0]?.candidate;
}

function placeOf({ name, place }: Candidate): NonNullable<CodedIncident['place']> {
  const { place: id, name: label, country, admin1, latitude, longitude, precision } = place;
  return {
    place: id,
    name: label,
    country,
    admin1,
    latitude,
    longitude,
    precision,
    spans: [{ start: name.start, end: name.end }],
  };
}

/** Times further than this many sentences before the act say nothing of it. */
const TIME_MEMORY = 2;
/** "Shots were fired at a house. Police came at about 9 p.m. on Tuesday": how far on a time still says when the act was. */
const TIME_AHEAD = 4;

type Time = NonNullable<CodedIncident['time']>;

/** A day that stands with the act, else a longer stretch that does, else a day told shortly before or after; at last only that it lies before the report. */
export function settledTime(
  reading: Reading,
  resolved: readonly ResolvedTime[],
  incident: WordedIncident,
): Settled<Time> {
  const own = incident.times.flatMap((index) => usableTime(reading, resolved, incident, index) ?? []);
  const stated = own.find(isDay) ?? own.find(({ precision }) => precision !== 'year');
  if (stated !== undefined) return { value: stated, because: null };
  const first = incident.sentences[0] ?? 0;
  const last = incident.sentences.at(-1) ?? first;
  const before = dayNear(
    reading,
    resolved,
    incident,
    (sentence) => sentence <= first && sentence >= first - TIME_MEMORY,
    'latest',
  );
  if (before !== null) return { value: before, because: 'time/told-before' };
  const after = dayNear(
    reading,
    resolved,
    incident,
    (sentence) => sentence > last && sentence <= last + TIME_AHEAD,
    'first',
  );
  if (after !== null) return { value: after, because: 'time/told-after' };
  if (own[0] !== undefined) return { value: own[0], because: null };
  return { value: notAfterReport(reading, incident), because: 'time/not-after-the-report' };
}

const isDay = ({ precision }: Time): boolean =>
  precision === 'minute' || precision === 'part_of_day' || precision === 'day';

/** The latest or first day among the sentences asked for. */
function dayNear(
  reading: Reading,
  resolved: readonly ResolvedTime[],
  incident: WordedIncident,
  isNear: (sentence: number) => boolean,
  which: 'latest' | 'first',
): Time | null {
  const near = reading.times.flatMap((expression, index) => {
    const time = isNear(expression.sentence) ? usableTime(reading, resolved, incident, index) : null;
    return time !== null && isDay(time) ? [time] : [];
  });
  return (which === 'latest' ? near.at(-1) : near[0]) ?? null;
}

/** A time that can be the act's: not when somebody spoke, and for an act told as done not after the report. */
function usableTime(
  reading: Reading,
  resolved: readonly ResolvedTime[],
  incident: WordedIncident,
  index: number,
): Time | null {
  const expression = reading.times[index];
  const time = timeOf(expression, resolved[index]);
  if (
    expression === undefined ||
    time === null ||
    isTimeOfSpeech(reading, expression) ||
    isDateline(reading, expression, time)
  )
    return null;
  if (incident.modality === 'threatened' || incident.modality === 'planned') return time;
  const published = reading.report.published === null ? null : parseInstant(reading.report.published);
  if (published === null) return time;
  if (expression.meaning.kind === 'duration' && expression.meaning.window === 'future') return null;
  if ((time.start ?? '').slice(0, 10) > isoDate(published)) return null;
  return endedBy(time, isoDate(civilOf(dayNumber(published) + 1)));
}

/** What a report tells as done ended on the day of the report at the latest ("tonight"). */
function endedBy(time: Time, nextDay: string): Time {
  if (time.end === null || time.end.slice(0, 10) < nextDay || time.end.length <= 10) return time;
  return { ...time, end: `${nextDay}T00:00:00${time.end.slice(19)}` };
}

/** "CAPITAL, 3 June --" dates the report, not what it tells. */
const isDateline = ({ report, places }: Reading, { sentence, rule }: TimeExpression, { start }: Time): boolean =>
  rule === 'times/month' &&
  start === (report.published ?? '').slice(0, 10) &&
  places.some((place) => place.sentence === sentence && place.use === 'dateline');

const MOST_STEPS = 12;

/** "Reported today that …": the verb that the time hangs on is the cue of a statement. */
function isTimeOfSpeech({ parsed, statements }: Reading, expression: TimeExpression): boolean {
  const sentence = parsed.sentences[expression.sentence];
  let at = expression.lastToken;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    at = sentence?.tree?.heads[at] ?? -1;
    const token = sentence?.tokens[at];
    if (token === undefined) return false;
    if (token.pos === 'VERB')
      return statements.some(({ cue }) => cue !== null && cue.start <= token.start && token.end <= cue.end);
  }
  return false;
}

/** An act that is told as done lies before the report, and no more is known; what is threatened or planned has no such bound. */
function notAfterReport({ report }: Reading, incident: WordedIncident): Time | null {
  const published = report.published === null ? null : parseInstant(report.published);
  if (published === null || incident.modality === 'threatened' || incident.modality === 'planned') return null;
  return {
    start: null,
    end: isoDate(civilOf(dayNumber(published) + 1)),
    precision: 'range',
    spans: [...incident.trigger],
  };
}

function timeOf(expression: TimeExpression | undefined, time: ResolvedTime | undefined): CodedIncident['time'] {
  if (
    expression === undefined ||
    time === undefined ||
    time.interval === null ||
    time.precision === null ||
    expression.type === 'SET'
  )
    return null;
  if (expression.meaning.kind === 'reference') return null;
  return { ...time.interval, precision: time.precision, spans: [{ start: expression.start, end: expression.end }] };
}
