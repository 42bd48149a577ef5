/** Chooses one candidate of a place name: a sum of reasons, each with an id. */
import type { Place } from '../../../knowledge/gazetteer.ts';
import { nameKey } from '../../../knowledge/name-key.ts';
import { displaced, distanceKm } from '../../../measure/distance.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { type Choice, NONE } from './choice.ts';
import { isWellKnown, type Surroundings } from './context.ts';

/** The names of a text with their candidates, and which name each container holds. */
export interface NameLinks {
  readonly names: readonly PlaceName[];
  readonly candidates: readonly (readonly Place[])[];
  /** From the index of a container to the index of the name in it. */
  readonly holds: ReadonlyMap<number, number>;
  /** Keys of printed names, filled as they are needed. */
  readonly keys: Map<Place, string>;
}

/** A candidate with the sum of its reasons, and the reasons themselves where they are asked for. */
interface Scored {
  readonly place: Place;
  readonly reasons: [id: string, weight: number][] | null;
  score: number;
}

/** Importance before anything else is known, on the scale of log10 of population. */
const PRIOR: Record<Place['kind'], number> = {
  country: 14,
  continent: 12,
  region: 7,
  water: 6.2,
  province: 5.6,
  terrain: 5.8,
  district: 4.5,
  quarter: 3,
  site: 5,
  settlement: 0,
};
/** A settlement whose people nobody has counted is some village, and not an empty place. */
const UNCOUNTED = 2.5;
const RANK_BONUS = [0, 0.3, 0.7, 1.6] as const;
/** A country whose name is also a province of another country ("Georgia") is weighed like other places. */
const RIVALLED_COUNTRY = 6.6;

export function choose(index: number, links: NameLinks, around: Surroundings): Choice {
  const name = links.names[index];
  const own = links.candidates[index] ?? [];
  if (name === undefined || own.length === 0) return NONE;
  const hasRival = own.length > 1 && isRivalled(own);
  const readings = (of: number | null | undefined): readonly Place[] =>
    of == null ? NOWHERE : (links.candidates[of] ?? NOWHERE).slice(0, MOST_READINGS);
  const scoring = {
    links,
    around,
    hasRival,
    text: name.text.toLowerCase(),
    key: nameKey(name.text),
    containers: readings(name.within),
    inner: readings(links.holds.get(index)),
    references: readings(name.bearing?.from),
  };
  const scored = own.map((place) => scoreOf(place, name, scoring, null));
  const foremost = scored.length <= MOST_COMPARED ? scored : scored.sort(byScore).slice(0, MOST_COMPARED);
  for (const each of foremost) {
    if (each.place.kind !== 'country' && each.place.kind !== 'continent')
      add(each, 'resolve/near-other-places', nearness(each.place, name, index, around));
  }
  const [best, second] = bestTwo(scored);
  if (best === undefined) return NONE;
  if (isOutside(own, name, links)) return { place: null, confidence: 0, because: ['resolve/none-in-its-container'] };
  if (isForeign(best.place, name, scoring, own.length)) {
    const home = around.home(scoring.text)?.country;
    const [near] = bestTwo(scored.filter(({ place }) => place.country === home));
    if (near === undefined) return { place: null, confidence: 0, because: ['resolve/only-far-from-the-text'] };
    return { place: near.place, confidence: HOME_CONFIDENCE, because: reasonsFor(near.place, name, index, scoring) };
  }
  const confidence = second === undefined ? 1 : 1 - 1 / (1 + best.score - second.score);
  return { place: best.place, confidence, because: reasonsFor(best.place, name, index, scoring) };
}

/** Why the place was chosen, the weightiest reason first: written down for the one that was. */
function reasonsFor(place: Place, name: PlaceName, index: number, scoring: Scoring): string[] {
  const reasons: [id: string, weight: number][] = [];
  const scored = scoreOf(place, name, scoring, reasons);
  if (place.kind !== 'country' && place.kind !== 'continent')
    add(scored, 'resolve/near-other-places', nearness(place, name, index, scoring.around));
  return reasons.sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score;

/** Of equal ones the first. */
function bestTwo(scored: readonly Scored[]): readonly [Scored | undefined, Scored | undefined] {
  let best: Scored | undefined;
  let second: Scored | undefined;
  for (const each of scored) {
    if (best === undefined || each.score > best.score) {
      second = best;
      best = each;
    } else if (second === undefined || each.score > second.score) second = each;
  }
  return [best, second];
}

const NOWHERE: readonly Place[] = [];

/** So many of the foremost candidates are compared with the places around the name. */
const MOST_COMPARED = 16;
/** So many readings of a container or reference point are tried. */
const MOST_READINGS = 12;

function add(scored: Scored, id: string, weight: number): void {
  if (weight === 0) return;
  scored.reasons?.push([id, weight]);
  scored.score += weight;
}

/**
 * A part of a named place ("the X district of Y") is none of the namesakes elsewhere when Y is known and holds none; a village
 * of a named area is none in another country.
 */
function isOutside(own: readonly Place[], name: PlaceName, links: NameLinks): boolean {
  if (name.within === null || name.stated === null) return false;
  const containers = (links.candidates[name.within] ?? []).slice(0, MOST_READINGS);
  if (containers.length === 0) return false;
  if (name.stated === 'quarter' || name.stated === 'district')
    return !own.some((place) => containers.some((area) => lies(place, area)));
  return !own.some((place) => containers.some((area) => area.country === place.country));
}

/** The text plays in one country, and the likeliest place of this name is one elsewhere of which little is heard: then it is not that. */
function isForeign(place: Place, name: PlaceName, { around, text, key, links }: Scoring, namesakes: number): boolean {
  if (place.country === null || name.within !== null || place.country === around.sourceCountry) return false;
  if (!LOCAL.has(place.kind) && !(place.kind === 'province' && isOtherName(place, key, links.keys))) return false;
  if (isWellKnown(place, namesakes)) return false;
  if (isFarFromGroups(place, around) && !around.isTold(place.country, text)) return true;
  const home = around.home(text);
  if (home === null || home.lead * home.weight < HOME || home.country === place.country) return false;
  // A border between does not matter to what lies near a place at home.
  const isNear = around.points
    .slice(0, MOST_POINTS)
    .some((point) => point.place.country === home.country && distanceKm(point.place, place) < NEIGHBOUR_KM);
  return !isNear && !around.isTold(place.country, text);
}

/** Groups fight across borders, but none of those that the text names half a world away. */
const isFarFromGroups = (place: Place, { groupHomes }: Surroundings): boolean =>
  groupHomes.length > 0 &&
  groupHomes.every((home) => home.country !== place.country && distanceKm(home, place) > GROUP_REACH_KM);
const GROUP_REACH_KM = 2500;

const LOCAL: ReadonlySet<Place['kind']> = new Set(['settlement', 'quarter', 'district', 'site']);
/** A namesake at home instead of the likelier one abroad is a guess. */
const HOME_CONFIDENCE = 0.4;
/** By so many names, times its lead over the next country, a text must speak for a country before its unknown villages are there. */
const HOME = 0.6;
const NEIGHBOUR_KM = 100;
const MOST_POINTS = 50;

function isRivalled(own: readonly Place[]): boolean {
  const country = own.find((place) => place.kind === 'country');
  return own.some(
    (place) =>
      place.kind === 'province' &&
      place.country !== country?.country &&
      nameKey(place.name) === nameKey(country?.name ?? ''),
  );
}

interface Scoring {
  readonly links: NameLinks;
  readonly around: Surroundings;
  readonly hasRival: boolean;
  /** The name in lower case, and its key. */
  readonly text: string;
  readonly key: string;
  /** What its container, the name that it contains and its point of reference may stand for. */
  readonly containers: readonly Place[];
  readonly inner: readonly Place[];
  readonly references: readonly Place[];
}

/** All reasons but the distance to other places, which costs most and is left to the foremost. */
function scoreOf(
  place: Place,
  name: PlaceName,
  { links, around, hasRival, text, key, containers, inner, references }: Scoring,
  reasons: Scored['reasons'],
): Scored {
  const scored: Scored = { place, reasons, score: 0 };
  add(scored, 'resolve/importance', place.kind === 'country' && hasRival ? RIVALLED_COUNTRY : importanceOf(place));
  add(scored, 'resolve/stated-kind', statedFit(place, name));
  add(scored, 'resolve/other-name', isOtherName(place, key, links.keys) ? otherName(text) : 0);
  add(scored, 'resolve/in-its-container', containers.some((area) => lies(place, area)) ? 6 : 0);
  add(scored, 'resolve/contains-the-name-before', inner.some((held) => lies(held, place)) ? 4 : 0);
  if (place.kind === 'country' && containers.some((area) => area.kind === 'province'))
    add(scored, 'resolve/named-inside-another', NO_COUNTRY);
  if (name.bearing?.from != null)
    add(scored, 'resolve/at-its-bearing', fitsBearing(place, name.bearing, references) ? 5 : 0);
  if (place.country !== null && (place.kind !== 'country' || hasRival))
    add(scored, 'resolve/country-named', 3 * Math.sqrt(around.support(place.country, text)));
  if (place.kind !== 'province' && place.provinceCode !== null)
    add(scored, 'resolve/province-named', 2 * Math.sqrt(around.support(place.provinceCode, text)));
  if (place.country !== null && place.country === around.sourceCountry)
    add(scored, 'resolve/source-country', SOURCE_COUNTRY);
  return scored;
}

/** A name of several words that is printed otherwise is mostly translated: "White House" is no name of Casablanca to an English writer. */
const otherName = (text: string): number => (text.includes(' ') ? -2.5 : -1);
/** No country lies in a province, whatever its name: "Jordan, Minnesota". */
const NO_COUNTRY = -12;
const SOURCE_COUNTRY = 0.8;

function importanceOf(place: Place): number {
  const settled = place.population > 0 ? Math.log10(1 + place.population) : UNCOUNTED;
  return Math.max(PRIOR[place.kind], settled) + (place.kind === 'settlement' ? (RANK_BONUS[place.rank] ?? 0) : 0);
}

/** True when the place is printed under quite another name, as villages are that were once called after a city. */
function isOtherName(place: Place, worded: string, keys: Map<Place, string>): boolean {
  if (place.kind === 'country' || place.kind === 'region') return false;
  let own = keys.get(place);
  if (own === undefined) {
    own = nameKey(place.name);
    keys.set(place, own);
  }
  return !own.includes(worded) && !worded.includes(own) && own.slice(0, 2) !== worded.slice(0, 2);
}

/** "X province" is a province; a bare name of both a city and its province is the city, unless it says otherwise. */
function statedFit(place: Place, name: PlaceName): number {
  if (name.stated === null) return place.kind === 'province' ? -0.4 : 0;
  if (name.stated === place.kind) return 3;
  if (name.stated === 'province' && place.kind === 'region') return 1;
  if (name.stated === 'district' && (place.kind === 'province' || place.kind === 'settlement')) return 0.3;
  return name.stated === 'settlement' && place.kind === 'province' ? -3 : 0;
}

/** "X, 5 km north of Y": true when the candidate for X lies about there from some Y. */
function fitsBearing(
  place: Place,
  { distanceKm: km, degrees }: NonNullable<PlaceName['bearing']>,
  references: readonly Place[],
): boolean {
  const slack = 6 + (km ?? UNKNOWN_DISTANCE_KM) * 0.4;
  return references.some((from) => {
    if (km !== null && degrees !== null) return distanceKm(place, displaced(from, km, degrees)) <= slack;
    return distanceKm(place, from) <= (km ?? UNKNOWN_DISTANCE_KM) + slack;
  });
}

/** "North of the town" with no distance may be a good way off. */
const UNKNOWN_DISTANCE_KM = 40;

/** Quarters and suburbs lie within this distance of the middle of a city that is named as their container. */
const CITY_KM = 25;
const CITY_POPULATION = 50_000;
const PARTS_OF_CITIES = new Set<Place['kind']>(['quarter', 'site', 'settlement', 'district']);

function lies(place: Place, area: Place): boolean {
  if (place.id === area.id || place.kind === 'country' || place.country !== area.country) return false;
  if (area.kind === 'country') return true;
  if (area.kind === 'region') return distanceKm(place, area) <= area.radiusKm;
  if (area.kind === 'province') return area.provinceCode === place.provinceCode && place.kind !== 'province';
  const isCity = area.kind === 'settlement' && area.population >= CITY_POPULATION;
  return isCity && PARTS_OF_CITIES.has(place.kind) && distanceKm(place, area) <= CITY_KM;
}

/** Distance within which another place of the text speaks for a candidate. */
const NEAR_KM = 600;
/** Of latitude, a little less than it is. */
const KM_A_DEGREE = 111;
/** How many places before and after a name in the text are compared with it. */
const WINDOW = 25;

/** Other places of the text that lie close by, the nearer the more; those of the same paragraph count double. */
function nearness(place: Place, name: PlaceName, index: number, around: Surroundings): number {
  const text = name.text.toLowerCase();
  const paragraph = around.paragraphOf(name);
  const at = around.pointsFrom[index] ?? 0;
  let sum = 0;
  let seen = 0;
  for (let other = Math.max(0, at - WINDOW); other < at + WINDOW; other++) {
    const point = around.points[other];
    if (point === undefined) break;
    if (point.index === index || point.place.id === place.id || point.called === text) continue;
    const weight = point.paragraph === paragraph ? 2 : 1;
    seen += weight;
    // Farther to the north or south alone: nothing is to be worked out.
    if (Math.abs(place.lat - point.place.lat) * KM_A_DEGREE > NEAR_KM) continue;
    const km = distanceKm(place, point.place);
    if (km < NEAR_KM) sum += weight * point.confidence * (1 - km / NEAR_KM);
  }
  return seen === 0 ? 0 : 2.5 * Math.sqrt(sum / (seen + 1));
}
