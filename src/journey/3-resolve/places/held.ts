/** The fields of a place mention from the chosen place: id, point, precision, radius and the area that holds it. */
import { type Gazetteer, type Place, PRECISION_OF_KIND } from '../../../knowledge/gazetteer.ts';
import { displaced } from '../../../measure/distance.ts';
import type { PlaceName, ResolvedPlace } from '../../../model/place-name.ts';
import type { Choice } from './choice.ts';

const unresolved = (because: string): ResolvedPlace => ({
  place: null,
  name: null,
  country: null,
  admin1: null,
  latitude: null,
  longitude: null,
  precision: null,
  radiusKm: null,
  containedBy: null,
  confidence: 0,
  because: [because],
});

/** The place that holds a name, or that its bearing is measured from, and what its own words say it is. */
export interface Container {
  readonly place: Place;
  readonly stated: PlaceName['stated'];
}

export function held(
  name: PlaceName,
  choice: Choice,
  container: Container | null,
  gazetteer: Gazetteer,
): ResolvedPlace {
  if (choice.place === null)
    return container === null
      ? unresolved(choice.because[0] ?? 'resolve/not-in-gazetteer')
      : besideContainer(name, container, gazetteer);
  const { place } = choice;
  const base: ResolvedPlace = {
    place: place.id,
    name: place.name,
    country: place.country,
    admin1: place.province,
    latitude: place.lat,
    longitude: place.lon,
    precision: PRECISION_OF_KIND[place.kind],
    radiusKm: place.radiusKm,
    containedBy: containerId(place, gazetteer),
    confidence: choice.confidence,
    because: choice.because,
  };
  const isAround = name.stated === 'district' && place.kind === 'settlement';
  const around = isAround ? countryside(base) : base;
  return name.bearing === null || name.bearing.from !== null ? around : offset(around, name.bearing);
}

/** A name in no list, whose container or reference point is known: the point and precision of that, moved by the bearing. */
function besideContainer(
  name: PlaceName,
  { place: container, stated }: Container,
  gazetteer: Gazetteer,
): ResolvedPlace {
  const inside: ResolvedPlace = {
    place: null,
    name: name.text,
    country: container.country,
    admin1: container.province,
    latitude: container.lat,
    longitude: container.lon,
    precision: PRECISION_OF_KIND[container.kind],
    radiusKm: container.radiusKm,
    containedBy: name.within === null ? containerId(container, gazetteer) : container.id,
    confidence: 0.5,
    because: [name.within === null ? 'resolve/only-bearing-known' : 'resolve/only-container-known'],
  };
  // A quarter of a city lies in it; a village named with a town's county or countryside lies around it.
  const isAround = container.kind === 'settlement' && (stated === 'district' || stated === 'province');
  const base = isAround ? countryside(inside) : inside;
  return name.bearing === null ? base : offset(base, name.bearing);
}

function containerId(place: Place, gazetteer: Gazetteer): string | null {
  const province = place.provinceCode === null || place.kind === 'province' ? null : gazetteer.area(place.provinceCode);
  if (province !== null) return province.id;
  return place.country === null || place.kind === 'country' ? null : (gazetteer.area(place.country)?.id ?? null);
}

/** The country around a town, as in "the Homs countryside" or "Hodeidah district". */
const COUNTRYSIDE_KM = 25;
const countryside = (base: ResolvedPlace): ResolvedPlace => ({
  ...base,
  precision: 'district',
  radiusKm: Math.max(COUNTRYSIDE_KM, base.radiusKm ?? 0),
});

/** Directions in reports are given by eighths of the circle and distances by round numbers: a quarter of the distance, either way. */
const BEARING_SLACK = 0.25;
/** "North of the town" with no distance is taken as next to it. */
const UNKNOWN_DISTANCE_KM = 10;

function offset(base: ResolvedPlace, bearing: NonNullable<PlaceName['bearing']>): ResolvedPlace {
  const { latitude, longitude } = base;
  if (latitude === null || longitude === null) return base;
  const because = ['resolve/off-the-named-place', ...base.because];
  if (bearing.degrees === null || bearing.distanceKm === null) {
    return {
      ...base,
      precision: base.precision === 'settlement' ? 'district' : base.precision,
      radiusKm: (base.radiusKm ?? 0) + (bearing.distanceKm ?? UNKNOWN_DISTANCE_KM),
      because,
    };
  }
  const point = displaced({ lat: latitude, lon: longitude }, bearing.distanceKm, bearing.degrees);
  const radiusKm = Math.round(((base.radiusKm ?? 0) / 2 + bearing.distanceKm * BEARING_SLACK) * 10) / 10;
  return {
    ...base,
    latitude: round(point.lat),
    longitude: round(point.lon),
    precision: radiusKm <= 5 ? 'settlement' : 'district',
    radiusKm,
    because,
  };
}

const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
