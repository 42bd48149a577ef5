/** Outlines: point in polygon, area, and a simplification small enough to commit and to draw. */
import type { Province } from './world-layer.ts';

export type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type Rings = readonly Ring[];

/** Even-odd rule over all rings, so that holes are outside. */
export function insidePolygon(rings: Rings, [lon, lat]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1, y1] = ring[at] ?? [0, 0];
      const [x2, y2] = ring[before] ?? [0, 0];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const KM_PER_DEGREE = 111.32;

/** Area of a ring by the shoelace rule on a plane stretched by the cosine of each edge's latitude. */
export function areaKm2(ring: Ring): number {
  let twice = 0;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[before] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    twice += (x1 * y2 - x2 * y1) * Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  }
  return (Math.abs(twice) / 2) * KM_PER_DEGREE * KM_PER_DEGREE;
}

/** Tolerance in degrees, about 3 km, and the smallest ring worth drawing beside a larger one. */
const TOLERANCE = 0.025;
const LEAST_KM2 = 60;

/** All provinces as one GeoJSON text, a feature a line: code, name and country as properties, two decimals. */
export function simplifiedProvinces(provinces: readonly Province[]): string {
  const lines = provinces.map((province) => {
    const coordinates = outlines(province.polygons);
    const properties = { code: province.code, name: province.name, country: province.country };
    return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function outlines(polygons: readonly Rings[]): Position[][][] {
  const areas = polygons.map((rings) => areaKm2(rings[0] ?? []));
  const largest = Math.max(...areas);
  const kept = polygons.filter((_, index) => (areas[index] ?? 0) >= Math.min(LEAST_KM2, largest));
  return kept.map((rings) => rings.filter((ring, index) => index === 0 || areaKm2(ring) >= LEAST_KM2).map(simplified));
}

function simplified(ring: Ring): Position[] {
  const kept = new Uint8Array(ring.length);
  kept[0] = 1;
  kept[ring.length - 1] = 1;
  const middle = ring.length >> 1;
  kept[middle] = 1;
  keepFarthest(ring, 0, middle, kept);
  keepFarthest(ring, middle, ring.length - 1, kept);
  const points = ring.filter((_, index) => kept[index] === 1);
  const chosen = points.length >= 4 ? points : ring;
  return chosen.map(([lon, lat]) => [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]);
}

/** Douglas-Peucker, with a stack instead of recursion. */
function keepFarthest(ring: Ring, first: number, last: number, kept: Uint8Array): void {
  const stack: [number, number][] = [[first, last]];
  for (let job = stack.pop(); job !== undefined; job = stack.pop()) {
    const [from, to] = job;
    let farthest = -1;
    let most = TOLERANCE;
    for (let at = from + 1; at < to; at++) {
      const away = distanceToLine(ring[at] ?? [0, 0], ring[from] ?? [0, 0], ring[to] ?? [0, 0]);
      if (away > most) {
        most = away;
        farthest = at;
      }
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    stack.push([from, farthest], [farthest, to]);
  }
}

function distanceToLine([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
