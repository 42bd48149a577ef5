/** Chooses one candidate of a place name: a sum of reasons, each with an id. */
import type { Place } from '../../../knowledge/gazetteer.ts';
import { distanceKm } from '../../../measure/distance.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { Surroundings } from './context.ts';

export interface Choice {
  readonly place: Place | null;
  /** 0 to 1: the lead over the runner-up. */
  readonly confidence: number;
  readonly because: readonly string[];
}

interface Scored {
  readonly place: Place;
  readonly score: number;
  readonly because: readonly string[];
}

/** Importance before anything else is known, on the scale of log10 of population. */
const PRIOR: Record<Place['kind'], number> = {
  country: 9,
  continent: 9,
  region: 6.5,
  water: 6,
  province: 5.6,
  terrain: 5.5,
  district: 4.5,
  quarter: 3,
  site: 4,
  settlement: 0,
};
const RANK_BONUS = [0, 0.3, 0.7, 1.6] as const;

export function choose(
  index: number,
  names: readonly PlaceName[],
  candidates: readonly (readonly Place[])[],
  around: Surroundings,
): Choice {
  const name = names[index];
  const own = candidates[index] ?? [];
  if (name === undefined || own.length === 0)
    return { place: null, confidence: 0, because: ['resolve/not-in-gazetteer'] };
  const container = name.within === null ? [] : (candidates[name.within] ?? []);
  let best: Scored | null = null;
  let second = Number.NEGATIVE_INFINITY;
  for (const place of own) {
    const scored = score(place, name, container, around, index);
    if (best === null || scored.score > best.score) {
      second = best?.score ?? second;
      best = scored;
    } else if (scored.score > second) second = scored.score;
  }
  if (best === null) return { place: null, confidence: 0, because: ['resolve/not-in-gazetteer'] };
  const lead = best.score - second;
  return { place: best.place, confidence: Number.isFinite(lead) ? 1 - 1 / (1 + lead) : 1, because: best.because };
}

function score(
  place: Place,
  name: PlaceName,
  container: readonly Place[],
  around: Surroundings,
  index: number,
): Scored {
  const because: [string, number][] = [];
  const add = (id: string, weight: number): void => {
    if (weight !== 0) because.push([id, weight]);
  };
  add('resolve/importance', importanceOf(place));
  add('resolve/stated-kind', statedFit(place, name));
  add('resolve/in-its-container', container.some((area) => lies(place, area)) ? 6 : 0);
  const country = place.country === null ? 0 : (around.countries.get(place.country) ?? 0);
  if (place.kind !== 'country') add('resolve/country-named', 3 * Math.sqrt(country));
  if (place.kind !== 'province' && place.kind !== 'country' && place.provinceCode !== null)
    add('resolve/province-named', 2 * Math.sqrt(around.provinces.get(place.provinceCode) ?? 0));
  if (place.kind !== 'country' && place.kind !== 'continent')
    add('resolve/near-other-places', nearness(place, name, around, index));
  if (place.country !== null && place.country === around.sourceCountry) add('resolve/source-country', 0.8);
  because.sort((a, b) => b[1] - a[1]);
  return { place, score: because.reduce((sum, [, weight]) => sum + weight, 0), because: because.map(([id]) => id) };
}

function importanceOf(place: Place): number {
  const settled = place.kind === 'settlement' || place.kind === 'quarter' ? Math.log10(1 + place.population) : 0;
  return Math.max(PRIOR[place.kind], settled) + (place.kind === 'settlement' ? (RANK_BONUS[place.rank] ?? 0) : 0);
}

/** "X province" is a province; a bare name of both a city and its province is the city, unless it says otherwise. */
function statedFit(place: Place, name: PlaceName): number {
  if (name.stated === null) return place.kind === 'province' ? -0.4 : 0;
  if (name.stated === place.kind) return 3;
  if (name.stated === 'province' && place.kind === 'region') return 1;
  if (name.stated === 'district' && (place.kind === 'province' || place.kind === 'settlement')) return 0.3;
  return name.stated === 'settlement' && place.kind === 'province' ? -3 : 0;
}

const lies = (place: Place, area: Place): boolean =>
  place.id !== area.id &&
  place.kind !== 'country' &&
  place.country === area.country &&
  (area.kind === 'country' ||
    (area.provinceCode !== null && area.provinceCode === place.provinceCode && place.kind !== 'province'));

/** Distance within which another place of the text speaks for a candidate. */
const NEAR_KM = 600;

/** Other places of the text that lie close by, the nearer the more; a place does not speak for itself. */
function nearness(place: Place, name: PlaceName, around: Surroundings, index: number): number {
  let sum = 0;
  const text = name.text.toLowerCase();
  let seen = 0;
  for (const point of around.points) {
    if (point.index === index || point.place.id === place.id || point.place.name.toLowerCase() === text) continue;
    seen++;
    const km = distanceKm(place, point.place);
    if (km < NEAR_KM) sum += point.confidence * (1 - km / NEAR_KM);
  }
  return seen === 0 ? 0 : 2.5 * Math.sqrt(sum / (seen + 1));
}
