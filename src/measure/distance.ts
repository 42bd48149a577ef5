/** Distances and displacements on the globe, in kilometres, on a sphere of the mean radius: exact to about half a percent. */

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean earth radius (IUGG). */
const EARTH_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in km between two points in degrees (haversine formula). */
export function distanceKm(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The point `km` away from `from` at `degrees` clockwise from north, along the great circle. */
export function displaced(from: Point, km: number, degrees: number): Point {
  const angle = km / EARTH_KM;
  const lat = Math.asin(
    Math.sin(radians(from.lat)) * Math.cos(angle) +
      Math.cos(radians(from.lat)) * Math.sin(angle) * Math.cos(radians(degrees)),
  );
  const east = Math.sin(radians(degrees)) * Math.sin(angle) * Math.cos(radians(from.lat));
  const lon =
    from.lon + (Math.atan2(east, Math.cos(angle) - Math.sin(radians(from.lat)) * Math.sin(lat)) * 180) / Math.PI;
  return { lat: (lat * 180) / Math.PI, lon: ((lon + 540) % 360) - 180 };
}
