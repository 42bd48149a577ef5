/** Where an incident was, chosen among the places that stand with it in the report. */
import { distanceKm, type Point } from '../../../measure/distance.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { PlaceName, ResolvedPlace } from '../../../model/place-name.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';

export interface SettledPlace {
  readonly value: CodedIncident['place'];
  readonly because: string | null;
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
): SettledPlace {
  const distances = new Map(incident.places.map(({ index, distance }) => [index, distance]));
  const own = candidates(
    reading,
    resolved,
    incident.places.map(({ index }) => index),
  ).filter(({ index, name, place }) => isUsable(name, place, home, distances.get(index) ?? 0));
  const { text } = reading.report;
  const unheard = unheardOf(reading, resolved, incident);
  if (unheard !== null && (own[0] === undefined || (distances.get(own[0].index) ?? 0) > unheard.distance))
    return { value: unlocated(unheard.name, home), because: 'place/not-in-the-gazetteer' };
  const chosen = finest(own, own[0], text);
  if (chosen !== undefined) return { value: placeOf(chosen), because: null };
  const before = earlier(all, incident, home, text);
  if (before !== undefined) return { value: placeOf(before), because: 'place/told-before' };
  const dateline = all.find(({ name }) => name.use === 'dateline');
  if (dateline !== undefined && (home === null || dateline.place.country === home))
    return { value: placeOf(dateline), because: 'place/dateline' };
  const main = commonest(
    all.filter(({ name, place }) => (home === null || place.country === home) && isUsable(name, place, home, 0)),
  );
  return main === undefined
    ? { value: null, because: null }
    : { value: placeOf(main), because: 'place/main-place-of-report' };
}

/** A name right at the act that no gazetteer has: the act was there, and not at the nearest place that is known. */
function unheardOf(
  reading: Reading,
  resolved: readonly ResolvedPlace[],
  { places: [nearest] }: WordedIncident,
): { name: PlaceName; distance: number } | null {
  if (nearest === undefined || nearest.distance > FARTHEST_ABROAD) return null;
  const beside = reading.places[nearest.index - 1];
  const own = reading.places[nearest.index];
  // "the village of X near Y": X, though Y stands nearer in the tree.
  if (
    beside !== undefined &&
    own !== undefined &&
    resolved[nearest.index - 1]?.name === null &&
    isNextTo(reading, beside, own)
  )
    return { name: beside, distance: Number.NEGATIVE_INFINITY };
  const name = own;
  return name?.use === 'locative' && resolved[nearest.index]?.name === null
    ? { name, distance: nearest.distance }
    : null;
}

const isNextTo = ({ report: { text } }: Reading, name: PlaceName, other: PlaceName): boolean =>
  name.use === 'locative' && /^,? (?:near|outside|close to) $/.test(text.slice(name.end, other.start));

const unlocated = ({ text, start, end }: PlaceName, country: string | null): NonNullable<CodedIncident['place']> => ({
  place: null,
  name: text,
  country,
  admin1: null,
  latitude: null,
  longitude: null,
  precision: null,
  spans: [{ start, end }],
});

/** "US officials" says nothing of where; a whole country other than the report's own says it only right beside the act. */
function isUsable(name: PlaceName, place: ResolvedPlace, home: string | null, distance: number): boolean {
  const whole = place.precision === 'country' || place.precision === 'region' || place.precision === null;
  if (name.use === 'modifier' && whole) return false;
  return !(whole && home !== null && place.country !== home && distance > FARTHEST_ABROAD);
}

/** The country of the dateline, unless nothing else in the report is of it and much is of another; else the one with the most places. */
function homeOf(all: readonly Candidate[]): string | null {
  const dateline = all.find(({ name }) => name.use === 'dateline');
  const told = dateline?.place.country ?? null;
  const counts = new Map<string, number>();
  const named = new Map<string, number>();
  for (const { name, place } of all) {
    if (place.country === null || (name.use === 'dateline' && place.country === told)) continue;
    const isState = place.precision === 'country';
    if (isState || place.country === told) named.set(place.country, (named.get(place.country) ?? 0) + 1);
    if (name.use === 'locative' || name.use === 'modifier')
      counts.set(place.country, (counts.get(place.country) ?? 0) + (isState ? 1 : 1.5));
  }
  // "MOSCOW - …", and then of Peru alone: where the writer sits.
  const isElsewhere = told !== null && !named.has(told) && mostOf(named)[1] >= SEVERAL;
  return told !== null && !isElsewhere ? told : (mostOf(counts)[0] ?? told);
}

const mostOf = (counts: ReadonlyMap<string, number>): readonly [country: string | undefined, count: number] =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [undefined, 0];

/** Another country named so often, by its name or its people's, is where a report plays that names nothing of its dateline's. */
const SEVERAL = 2;

function candidates(reading: Reading, resolved: readonly ResolvedPlace[], indices: readonly number[]): Candidate[] {
  return indices.flatMap((index) => {
    const name = reading.places[index];
    const place = resolved[index];
    return name === undefined || place === undefined || place.name === null ? [] : [{ index, name, place }];
  });
}

/** Among the candidates of the first one's sentence that lie within it, the finest. */
function finest(list: readonly Candidate[], first: Candidate | undefined, text: string): Candidate | undefined {
  if (first === undefined) return undefined;
  let best = first;
  for (const candidate of list) {
    if (candidate.name.sentence !== first.name.sentence || candidate.place.country !== first.place.country) continue;
    const inside =
      first.place.precision === 'country' ||
      isNamedWithin(candidate, first, list) ||
      candidate.place.containedBy === first.place.place ||
      (first.place.precision === 'province' && candidate.place.admin1 === first.place.admin1) ||
      (first.place.precision === 'region' && liesWithin(candidate.place, first.place)) ||
      standsForProvince(first, candidate, text);
    const isFiner =
      fineness(candidate.place) > fineness(best.place) ||
      isNamedWithin(candidate, best, list) ||
      (best === first && standsForProvince(first, candidate, text));
    if (inside && isFiner) best = candidate;
  }
  return best;
}

/** Within the circle that stands for a region. */
function liesWithin(place: ResolvedPlace, region: ResolvedPlace): boolean {
  const [point, middle] = [pointOf(place), pointOf(region)];
  return point !== null && middle !== null && distanceKm(point, middle) <= (region.radiusKm ?? 0);
}

const pointOf = ({ latitude, longitude }: ResolvedPlace): Point | null =>
  latitude === null || longitude === null ? null : { lat: latitude, lon: longitude };

/**
 * "#Idlib #Northford": posts are tagged with the province and with the place. Where the seat of a province bears its name and another place
 * of it is tagged too, the name is the province's.
 */
function standsForProvince(seat: Candidate, other: Candidate, text: string): boolean {
  const isTagged = ({ name }: Candidate): boolean => text.charAt(name.start - 1) === '#';
  return (
    seat.place.name === seat.place.admin1 &&
    seat.place.precision === 'settlement' &&
    other.place.place !== seat.place.place &&
    other.place.admin1 === seat.place.admin1 &&
    fineness(other.place) >= FINENESS.settlement &&
    isTagged(seat) &&
    isTagged(other)
  );
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

function earlier(
  all: readonly Candidate[],
  incident: WordedIncident,
  home: string | null,
  text: string,
): Candidate | undefined {
  const first = incident.sentences[0] ?? 0;
  const list = all.filter(
    ({ name, place }) =>
      (name.use === 'locative' || name.use === 'modifier') &&
      name.sentence <= first &&
      name.sentence >= first - PLACE_MEMORY &&
      isUsable(name, place, home, Number.POSITIVE_INFINITY),
  );
  return finest(list, list.at(-1), text);
}

/** "Turkish artillery", "Moscow said": whose it is and who speaks, not where it happened. */
const SAYS_WHERE: ReadonlySet<PlaceName['use']> = new Set(['locative', 'modifier', 'dateline', 'metonymic']);

function commonest(all: readonly Candidate[]): Candidate | undefined {
  const counts = new Map<string, { candidate: Candidate; count: number }>();
  for (const candidate of all) {
    if (!SAYS_WHERE.has(candidate.name.use)) continue;
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
