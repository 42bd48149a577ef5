/** Shapes of the map made from points: rings of a radius, groups of incidents known only to an area, their extents. */
import type { MapPoints } from '../../../src/shell/http/contract.ts';

export type MapPoint = MapPoints['points'][number];
type Ring = [number, number][];

export interface AreaGroup {
  key: string;
  name: string;
  /** `province` and `country` are drawn as their own outline, others as a ring. */
  precision: 'district' | 'province' | 'country' | 'region';
  country: string | null;
  admin1: string | null;
  longitude: number;
  latitude: number;
  radiusKm: number;
  points: MapPoint[];
}

const KM_PER_DEGREE = 111.32;

/** A circle on the ground as a closed polygon of 48 corners. */
export function ring(longitude: number, latitude: number, radiusKm: number): Ring {
  const dy = radiusKm / KM_PER_DEGREE;
  const dx = dy / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
  const corner = (step: number): [number, number] => [
    longitude + dx * Math.cos((step / 48) * 2 * Math.PI),
    Math.max(-89, Math.min(89, latitude + dy * Math.sin((step / 48) * 2 * Math.PI))),
  ];
  return Array.from({ length: 49 }, (_, step) => corner(step % 48));
}

/**
 * Incidents that are known only to lie somewhere in an area, together per area; the rest stand as points. Totals over
 * several events are no event with a place: the list has them.
 */
export function grouped(points: readonly MapPoint[]): { pinned: MapPoint[]; areas: AreaGroup[] } {
  const areas = new Map<string, AreaGroup>();
  const pinned: MapPoint[] = [];
  for (const point of points.filter(({ aggregate }) => !aggregate)) {
    const { precision } = point;
    if (precision !== 'district' && precision !== 'province' && precision !== 'country' && precision !== 'region') {
      pinned.push(point);
      continue;
    }
    const key = `${precision}:${point.place ?? `${point.longitude},${point.latitude}`}`;
    const { country, admin1, longitude, latitude } = point;
    const area = areas.get(key) ?? {
      key,
      name: point.name ?? admin1 ?? country ?? '',
      precision,
      country,
      admin1,
      longitude,
      latitude,
      radiusKm: point.radiusKm ?? 25,
      points: [],
    };
    area.points.push(point);
    areas.set(key, area);
  }
  return { pinned, areas: [...areas.values()] };
}

/** west, south, east, north around the points; null when there are none. */
export function boundsOf(
  points: readonly Pick<MapPoint, 'longitude' | 'latitude'>[],
): [number, number, number, number] | null {
  if (points.length === 0) return null;
  const lons = points.map((point) => point.longitude);
  const lats = points.map((point) => point.latitude);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

export const featureOf = (coordinates: Ring, properties: Record<string, unknown>): GeoJSON.Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [coordinates] },
});

export const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
