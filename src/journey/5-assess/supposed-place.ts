/** Where else an incident may have happened: at the edge of the area that it is known to lie in, or at a place that somebody asks about. */
import { displaced } from '../../measure/distance.ts';
import type { Incident } from '../../model/incident.ts';
import type { PlainCode } from './reason.ts';

/** A place as incidents have it, without words that it was read from: nobody wrote it. */
export type SupposedPlace = Omit<NonNullable<Incident['place']>, 'spans'> & { readonly radiusKm: number };

/** Places nearer to their point than this have no edge to speak of. */
const LEAST_RADIUS_KM = 1;

/** The eighths of the circle, clockwise from north. */
const BEARINGS: readonly PlainCode[] = [
  'bearing/north',
  'bearing/north-east',
  'bearing/east',
  'bearing/south-east',
  'bearing/south',
  'bearing/south-west',
  'bearing/west',
  'bearing/north-west',
];

/**
 * Eight points on the edge of the circle that the place is known to. They keep its country and its province: the reports say that it
 * lies in them. None for a place without a point or without an extent.
 */
export function edgesOf({ place, placeRadiusKm }: Incident): { bearing: PlainCode; place: SupposedPlace }[] {
  if (place === null || place.latitude === null || place.longitude === null) return [];
  if (placeRadiusKm === null || placeRadiusKm < LEAST_RADIUS_KM) return [];
  const { spans: _, ...known } = place;
  const middle = { lat: place.latitude, lon: place.longitude };
  return BEARINGS.map((bearing, eighth) => {
    const { lat, lon } = displaced(middle, placeRadiusKm, eighth * 45);
    return { bearing, place: { ...known, latitude: lat, longitude: lon, precision: 'exact', radiusKm: 0 } };
  });
}

/** The same incident at another place. */
export function movedTo({ radiusKm, ...place }: SupposedPlace, incident: Incident): Incident {
  return { ...incident, place: { ...place, spans: [] }, placeRadiusKm: radiusKm };
}
