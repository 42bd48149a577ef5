/** Outlines: point in polygon, area, and a simplification small enough to commit and to draw. */
import type { Province } from './world-layer.ts';

export type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type Rings = readonly Ring[];

/** Centre of gravity of the outer rings, on a plane stretched by the cosine of the latitude; islands weigh by their area. */
export function centreOf(polygons: readonly Rings[]): { lat: number; lon: number } {
  let [weights, lats, lons] = [0, 0, 0];
  for (const [ring] of polygons) {
    if (ring === undefined) continue;
    const [west, east] = [Math.min(...ring.map(([lon]) => lon)), Math.max(...ring.map(([lon]) => lon))];
    const { weight, lat, lon } = momentsOf(ring, (west + east) / 2);
    weights += weight;
    lats += weight * lat;
    lons += weight * lon;
  }
  return { lat: lats / weights, lon: lons / weights };
}

/** Area (in no unit) and centroid of one ring by the shoelace rule, measured from `origin` to keep the digits. */
function momentsOf(ring: Ring, origin: number): { weight: number; lat: number; lon: number } {
  let [twice, x, y] = [0, 0, 0];
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[before] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    const cross = (x1 - origin) * y2 - (x2 - origin) * y1;
    twice += cross;
    x += (x1 + x2 - 2 * origin) * cross;
    y += (y1 + y2) * cross;
  }
  if (twice === 0) return { weight: 1e-9, lat: ring[0]?.[1] ?? 0, lon: ring[0]?.[0] ?? 0 };
  const lat = y / (3 * twice);
  return { weight: Math.abs(twice) * Math.cos((lat * Math.PI) / 180), lat, lon: origin + x / (3 * twice) };
}

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

/** Tolerance in degrees, about 2 km, and the smallest ring worth drawing beside a larger one. */
const TOLERANCE = 0.018;
const LEAST_KM2 = 60;

/** All provinces as one GeoJSON text, a feature a line: code, name and country as properties, two decimals. */
export function simplifiedProvinces(provinces: readonly Province[]): string {
  const isJunction = junctionsOf(provinces);
  const lines = provinces.map((province) => {
    const coordinates = outlines(province.polygons, isJunction);
    const properties = { code: province.code, name: province.name, country: province.country };
    return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

type IsJunction = (at: Position) => boolean;

/**
 * Points where more than two lines meet. Rings are cut there and each stretch is simplified by itself, always in the same
 * direction, so that two neighbours keep one border without gaps or overlaps.
 */
function junctionsOf(provinces: readonly Province[]): IsJunction {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of provinces.flatMap(({ polygons }) => polygons.flat())) {
    for (let at = 1; at < ring.length; at++) {
      const [a, b] = [String(ring[at - 1]), String(ring[at])];
      if (a === b) continue;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const known = neighbours.get(one);
        if (known === undefined) neighbours.set(one, new Set([other]));
        else known.add(other);
      }
    }
  }
  return (at) => (neighbours.get(String(at))?.size ?? 0) > 2;
}

function outlines(polygons: readonly Rings[], isJunction: IsJunction): Position[][][] {
  const areas = polygons.map((rings) => areaKm2(rings[0] ?? []));
  const largest = Math.max(...areas);
  const kept = polygons.filter((_, index) => (areas[index] ?? 0) >= Math.min(LEAST_KM2, largest));
  return kept.map((rings) =>
    rings
      .filter((ring, index) => index === 0 || areaKm2(ring) >= LEAST_KM2)
      .map((ring) => simplified(ring, isJunction)),
  );
}

/** A ring that no junction cuts is cut at its westernmost and easternmost point, which are the same from both sides. */
function simplified(ring: Ring, isJunction: IsJunction): Position[] {
  const open = ring.slice(0, -1);
  const cuts = open.flatMap((at, index) => (isJunction(at) ? [index] : []));
  const starts =
    cuts.length >= 2
      ? cuts
      : [...new Set([...cuts, indexOfEdge(open, -1), indexOfEdge(open, 1)])].sort((a, b) => a - b);
  const points = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? (starts[0] ?? 0) + open.length;
    const stretch = Array.from({ length: end - start + 1 }, (_, step) => open[(start + step) % open.length] ?? ORIGIN);
    return thinned(stretch).slice(0, -1);
  });
  const [first] = points;
  const closed = first === undefined || points.length < 3 ? ring : [...points, first];
  return closed.map(([lon, lat]) => [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]);
}

const isBefore = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function indexOfEdge(points: Ring, side: -1 | 1): number {
  let best = 0;
  for (let at = 1; at < points.length; at++) {
    const [here, held] = [points[at] ?? ORIGIN, points[best] ?? ORIGIN];
    if (side < 0 ? isBefore(here, held) : isBefore(held, here)) best = at;
  }
  return best;
}

const ORIGIN: Position = [0, 0];

/** A stretch between two cuts with its needless points left out, the same whichever way it is walked. */
function thinned(stretch: Ring): Position[] {
  const [first = ORIGIN, last = ORIGIN] = [stretch[0], stretch.at(-1)];
  const isTurned = isBefore(last, first);
  const walked = isTurned ? stretch.toReversed() : stretch;
  const kept = new Uint8Array(walked.length);
  kept[0] = 1;
  kept[walked.length - 1] = 1;
  keepFarthest(walked, 0, walked.length - 1, kept);
  const points = walked.filter((_, index) => kept[index] === 1);
  return isTurned ? points.reverse() : [...points];
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
