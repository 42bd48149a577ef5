/** Whether two place names of a report can mean one spot: what happened at places far from each other is not one event. */
import { distanceKm } from '../measure/distance.ts';
import type { PlaceName } from '../model/place-name.ts';
import type { Gazetteer, PlaceRef } from './gazetteer.ts';

/** The names of a report, and what they may stand for. */
export interface NamedPlaces {
  readonly places: readonly PlaceName[];
  readonly gazetteer: Gazetteer;
}

/** A name of many places stands for one of its most important ones. */
const NAMESAKES = 3;
/** Two towns so far apart, beyond their own size, are told as two places. */
const BETWEEN_KM = 10;

/** `a` and `b` are indices of names. True when the gazetteer knows both names and none of the places that they stand for lie in or beside each other. */
export function areApart(named: NamedPlaces, a: number, b: number): boolean {
  const one = named.places[a];
  const other = named.places[b];
  if (one === undefined || other === undefined || one.text.toLowerCase() === other.text.toLowerCase()) return false;
  if (liesWithin(named, a, b) || liesWithin(named, b, a)) return false;
  const here = one.candidates.slice(0, NAMESAKES);
  const there = other.candidates.slice(0, NAMESAKES);
  return (
    here.length > 0 &&
    there.length > 0 &&
    here.every((first) => there.every((second) => arePlacesApart(named.gazetteer, first, second)))
  );
}

/** "X, Y province": by the words of the report. */
function liesWithin({ places }: NamedPlaces, inner: number, outer: number): boolean {
  let at: PlaceName['within'] = places[inner]?.within ?? null;
  for (let steps = 0; at !== null && steps < 4; steps += 1) {
    if (at === outer) return true;
    at = places[at]?.within ?? null;
  }
  return false;
}

/** Areas are compared by their codes, since a middle says little of where their borders are. */
const AREAS: ReadonlySet<string> = new Set(['country', 'province']);
/** Seas, ranges and regions have no outline here: what is named beside them may lie in them. */
const VAGUE: ReadonlySet<string> = new Set(['continent', 'region', 'water', 'terrain']);

function arePlacesApart(gazetteer: Gazetteer, a: PlaceRef, b: PlaceRef): boolean {
  if (a === b) return false;
  const kinds = [gazetteer.kind(a), gazetteer.kind(b)];
  if (kinds.some((kind) => VAGUE.has(kind))) return false;
  if (gazetteer.country(a) !== gazetteer.country(b))
    return gazetteer.country(a) !== null && gazetteer.country(b) !== null;
  if (kinds.includes('country')) return false;
  if (kinds.some((kind) => AREAS.has(kind))) {
    const provinces = [gazetteer.provinceCode(a), gazetteer.provinceCode(b)];
    return !provinces.includes(null) && provinces[0] !== provinces[1];
  }
  const first = gazetteer.place(a);
  const second = gazetteer.place(b);
  return distanceKm(first, second) > BETWEEN_KM + first.radiusKm + second.radiusKm;
}
