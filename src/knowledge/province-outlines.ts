/** Outlines of the world's provinces, built with the gazetteer: for the map, and to tell in which province a point lies. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isInside, type LonLat } from '../measure/polygon.ts';

const province = z.object({
  type: z.literal('Feature'),
  properties: z.object({ code: z.string(), name: z.string(), country: z.string() }),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    // A hundred thousand positions that our own build wrote: looked at as a whole, not one by one.
    coordinates: z.custom<[lon: number, lat: number][][][]>(Array.isArray),
  }),
});
const provinceFile = z.object({ type: z.literal('FeatureCollection'), features: z.array(province) });
export type ProvinceOutline = z.infer<typeof province>;

/** None when there is no such file. */
export function loadProvinceOutlines(path: string): ProvinceOutline[] {
  return existsSync(path) ? provinceFile.parse(JSON.parse(readFileSync(path, 'utf8'))).features : [];
}

/** The province that a point lies in, as far as the outlines tell (good to about 2 km); null at sea. */
export function provinceAt(point: LonLat, provinces: readonly ProvinceOutline[]): ProvinceOutline['properties'] | null {
  const found = provinces.find(({ geometry }) => geometry.coordinates.some((polygon) => isWithin(point, polygon)));
  return found?.properties ?? null;
}

/** Inside the outer ring and in none of the holes. */
const isWithin = (point: LonLat, [outer = [], ...holes]: readonly (readonly LonLat[])[]): boolean =>
  isInside(point, outer) && !holes.some((hole) => isInside(point, hole));
