/**
 * Outlines for the map from the gazetteer's provinces: the land of each country, its borders, and the provinces of one
 * country. A country's border is every edge that only one of its provinces has, so the two can never disagree.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);
const province = z.object({
  type: z.literal('Feature'),
  properties: z.object({ code: z.string(), name: z.string(), country: z.string() }),
  geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
});
const provinceFile = z.object({ type: z.literal('FeatureCollection'), features: z.array(province) });
type Province = z.infer<typeof province>;
type Position = z.infer<typeof position>;

/** Outlines by name: `countries`, `borders`, or an ISO 3166-1 code for that country's provinces. Read when first asked. */
export function mapOutlines(path: string): (name: string) => string | undefined {
  const made = new Map<string, string>();
  let provinces: Map<string, Province[]> | null = null;
  return (name) => {
    provinces ??= provincesByCountry(path);
    const known = made.get(name);
    if (known !== undefined) return known;
    const features = featuresOf(name, provinces);
    if (features === undefined) return undefined;
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    made.set(name, text);
    return text;
  };
}

function provincesByCountry(path: string): Map<string, Province[]> {
  if (!existsSync(path)) return new Map();
  const { features } = provinceFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return Map.groupBy(features, ({ properties }) => properties.country);
}

function featuresOf(name: string, provinces: Map<string, Province[]>): unknown[] | undefined {
  if (name === 'countries') return [...provinces].map(([code, parts]) => landOf(code, parts));
  if (name === 'borders') return [...provinces].map(([code, parts]) => borderOf(code, parts));
  return provinces.get(name)?.map((part) => ({
    ...part,
    properties: { ...part.properties, ...middleOf(part.geometry.coordinates) },
  }));
}

function landOf(code: string, parts: readonly Province[]): unknown {
  const coordinates = parts.flatMap((part) => part.geometry.coordinates);
  return {
    type: 'Feature',
    properties: { code, name: code, country: code, ...middleOf(coordinates) },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

function borderOf(code: string, parts: readonly Province[]): unknown {
  const rings = parts.flatMap((part) => part.geometry.coordinates.flat());
  const times = new Map<string, number>();
  for (const ring of rings) for (const edge of edgesOf(ring)) times.set(edge, (times.get(edge) ?? 0) + 1);
  return {
    type: 'Feature',
    properties: { code },
    geometry: { type: 'MultiLineString', coordinates: rings.flatMap((ring) => outerRuns(ring, times)) },
  };
}

const edgeKey = (a: Position, b: Position): string =>
  a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? `${a} ${b}` : `${b} ${a}`;

function edgesOf(ring: readonly Position[]): string[] {
  return ring.slice(1).map((to, index) => edgeKey(ring[index] ?? to, to));
}

/** The stretches of a ring whose edges no other province of the country shares. */
function outerRuns(ring: readonly Position[], times: ReadonlyMap<string, number>): Position[][] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  for (const [index, key] of edgesOf(ring).entries()) {
    const [from, to] = [ring[index], ring[index + 1]];
    if (from === undefined || to === undefined || (times.get(key) ?? 0) > 1) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else if (run.length === 0) run = [from, to];
    else run.push(to);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Centroid over the outer rings, weighted by area: where a name stands. */
function middleOf(polygons: readonly (readonly (readonly Position[])[])[]): { lon: number; lat: number } {
  let [area, lon, lat] = [0, 0, 0];
  for (const [outer = []] of polygons) {
    for (let index = 1; index < outer.length; index++) {
      const [a, b] = [outer[index - 1], outer[index]];
      if (a === undefined || b === undefined) continue;
      const cross = a[0] * b[1] - b[0] * a[1];
      area += cross;
      lon += (a[0] + b[0]) * cross;
      lat += (a[1] + b[1]) * cross;
    }
  }
  const [first = [0, 0]] = polygons[0]?.[0] ?? [];
  if (area === 0) return { lon: first[0], lat: first[1] };
  return { lon: Math.round((lon / (3 * area)) * 100) / 100, lat: Math.round((lat / (3 * area)) * 100) / 100 };
}
