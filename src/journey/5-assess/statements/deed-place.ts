/**
 * Whether a deed happened where the words say. Words that name no place hold anywhere; where they name one, a deed that certainly
 * happened elsewhere is shown with that doubt, and one whose place is known too roughly says so.
 */
import { distanceKm } from '../../../measure/distance.ts';
import type { CodedReport, CodedStatement, PlaceMention } from '../../../model/coded-report.ts';
import type { Incident } from '../../../model/incident.ts';
import type { Deed } from '../../../model/statement-record.ts';
import { plain, type Said, say } from '../reason.ts';

/** A place that the words of a statement name. */
export type SpokenPlace = Pick<
  PlaceMention,
  'place' | 'country' | 'admin1' | 'latitude' | 'longitude' | 'precision'
> & {
  readonly name: string;
};

/** Kilometres by which a place of a precision may be off. */
export type RadiusTable = ReadonlyMap<string, number>;

/** Places that stand within a statement's own words, each once. */
export function placesIn({ span }: CodedStatement, { mentions }: Pick<CodedReport, 'mentions'>): SpokenPlace[] {
  const places = new Map<string, SpokenPlace>();
  for (const mention of mentions) {
    if (mention.kind !== 'place' || mention.span.start < span.start || mention.span.end > span.end) continue;
    const { place, country, admin1, latitude, longitude, precision } = mention;
    const name = mention.name ?? mention.text;
    if (place !== null || country !== null)
      places.set(place ?? name, { place, name, country, admin1, latitude, longitude, precision });
  }
  return [...places.values()];
}

type DeedPlace = Pick<Incident, 'placeRadiusKm'> & {
  readonly place: Omit<NonNullable<Incident['place']>, 'spans'> | null;
};

/** `doubt` is null where the place is that of the words, or the words name none. */
export function whereOf(
  incident: DeedPlace,
  named: readonly SpokenPlace[],
  radiusKm: RadiusTable,
): { place: Deed['place']; doubt: Said | null } {
  if (named.length === 0) return { place: 'none-named', doubt: null };
  const places = named.map(({ name }) => name).join(' / ');
  const answers = new Set(named.map((place) => compare(incident, place, radiusKm)));
  if (answers.has('named')) return { place: 'named', doubt: null };
  if (answers.has('open')) return { place: 'open', doubt: say('doubt/place-open', { places }) };
  const at = incident.place?.name ?? incident.place?.country ?? plain('doubt/another-place');
  return { place: 'elsewhere', doubt: say('doubt/elsewhere', { places, at }) };
}

function compare(
  { place, placeRadiusKm }: DeedPlace,
  named: SpokenPlace,
  radiusKm: RadiusTable,
): 'named' | 'open' | 'elsewhere' {
  if (place === null) return 'open';
  if (place.place !== null && place.place === named.place) return 'named';
  if (place.country !== null && named.country !== null && place.country !== named.country) return 'elsewhere';
  const isWhole = named.precision === 'country' || named.precision === 'province';
  if (isWhole) return withinUnit(place, named);
  if (place.latitude === null || place.longitude === null || named.latitude === null || named.longitude === null)
    return 'open';
  const km = distanceKm({ lat: place.latitude, lon: place.longitude }, { lat: named.latitude, lon: named.longitude });
  const own = placeRadiusKm ?? radiusKm.get(place.precision ?? 'region') ?? 0;
  const reach = radiusKm.get(named.precision ?? 'settlement') ?? 0;
  if (km > own + reach) return 'elsewhere';
  // Of a region only its middle is known, and not how far it goes: nothing is known to lie all within it.
  if (named.precision === 'region') return 'open';
  // All of the incident's area lies within reach of the named place, or only a part of it may.
  return km + own <= 2 * reach ? 'named' : 'open';
}

/** The words name a whole country or first-order unit. */
function withinUnit(
  place: NonNullable<DeedPlace['place']>,
  { country, admin1, precision }: SpokenPlace,
): 'named' | 'open' | 'elsewhere' {
  if (place.country === null || country === null) return 'open';
  if (precision === 'country') return 'named';
  if (place.admin1 === null || admin1 === null) return 'open';
  return place.admin1 === admin1 ? 'named' : 'elsewhere';
}
