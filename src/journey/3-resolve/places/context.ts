/** What the text as a whole says about where it plays: the countries and provinces it names, and the points it is sure of. */
import type { Place } from '../../../knowledge/gazetteer.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { PlaceContext } from '../places.ts';
import type { Choice } from './choose.ts';

export interface Surroundings {
  /** Share of the text's place names that speak for a country, 0 to 1. */
  readonly countries: ReadonlyMap<string, number>;
  readonly provinces: ReadonlyMap<string, number>;
  /** Chosen settlements and provinces, with the index of their name. */
  readonly points: readonly { index: number; place: Place; confidence: number }[];
  readonly sourceCountry: string | null;
}

/** The most points that a name is compared with: the nearest in the text. */
const mostPoints = 400;

/** Counts support from a first round of choices; with no choices, only what is certain without one (countries, demonyms). */
export function contextOf(
  choices: readonly Choice[],
  names: readonly PlaceName[],
  context: PlaceContext,
  candidates: readonly (readonly Place[])[],
): Surroundings {
  const countries = new Map<string, number>();
  const provinces = new Map<string, number>();
  const points: { index: number; place: Place; confidence: number }[] = [];
  names.forEach((_, index) => {
    const choice = choices[index];
    const place = choice?.place ?? (candidates[index] ?? []).find((each) => each.kind === 'country') ?? null;
    if (place === null) return;
    const weight = choice === undefined ? 1 : 0.3 + 0.7 * choice.confidence;
    if (place.country !== null) countries.set(place.country, (countries.get(place.country) ?? 0) + weight);
    if (place.provinceCode !== null)
      provinces.set(place.provinceCode, (provinces.get(place.provinceCode) ?? 0) + weight);
    if (choice !== undefined && place.kind !== 'country' && place.kind !== 'continent' && points.length < mostPoints)
      points.push({ index, place, confidence: choice.confidence });
  });
  const total = Math.max(1, names.length);
  const shares = (map: Map<string, number>): Map<string, number> =>
    new Map([...map].map(([code, weight]) => [code, weight / total]));
  return {
    countries: shares(countries),
    provinces: shares(provinces),
    points,
    sourceCountry: context.sourceCountry ?? null,
  };
}
