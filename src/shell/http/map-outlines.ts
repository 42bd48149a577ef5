/**
 * Outlines for the map from the gazetteer's provinces: each country, and the provinces of one country. A country's outline
 * is made of the edges that only one of its provinces has, so the two can never disagree.
 */
import { loadProvinceOutlines, type ProvinceOutline } from '../../knowledge/province-outlines.ts';

type Position = [lon: number, lat: number];

/** Outlines by name: `countries`, or an ISO 3166-1 code for that country's provinces. Read when first asked. */
export function mapOutlines(path: string): (name: string) => string | undefined {
  const made = new Map<string, string>();
  let provinces: Map<string, ProvinceOutline[]> | null = null;
  return (name) => {
    provinces ??= Map.groupBy(loadProvinceOutlines(path), ({ properties }) => properties.country);
    const known = made.get(name);
    if (known !== undefined) return known;
    const features = featuresOf(name, provinces);
    if (features === undefined) return undefined;
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    made.set(name, text);
    return text;
  };
}

function featuresOf(name: string, provinces: Map<string, ProvinceOutline[]>): unknown[] | undefined {
  if (name === 'countries') return [...provinces].map(([code, parts]) => countryOf(code, parts));
  return provinces.get(name)?.map((part) => ({
    ...part,
    properties: { ...part.properties, ...middleOf(part.geometry.coordinates) },
  }));
}

/** Islands and lakes smaller than this (square degrees, some 60 km²) are left out, unless a country has nothing larger. */
const LEAST_AREA = 0.005;

function countryOf(code: string, parts: readonly ProvinceOutline[]): unknown {
  const rings = parts.flatMap((part) => part.geometry.coordinates.flat());
  const edges = new EdgeCounter();
  for (const ring of rings) for (let at = 1; at < ring.length; at++) edges.add(ring[at - 1], ring[at]);
  const outlines = chained(rings.flatMap((ring) => outerRuns(ring, edges))).sort((a, b) => areaOf(b) - areaOf(a));
  // A lake inside one country is filled like its land: the map shows borders, not waters.
  const coordinates = outlines.filter((ring, index) => index === 0 || areaOf(ring) >= LEAST_AREA).map((ring) => [ring]);
  return {
    type: 'Feature',
    properties: { code, name: code, country: code, ...middleOf(coordinates) },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

/** Runs joined end to end into closed rings; what does not close is closed by a straight line. */
function chained(runs: readonly Position[][]): Position[][] {
  const key = (at: Position | undefined): string => String(at);
  const waiting = Map.groupBy(runs, (run) => key(run[0]));
  const rings: Position[][] = [];
  for (const first of runs) {
    const ring: Position[] = [];
    let run: Position[] | undefined = taken(waiting.get(key(first[0])), first);
    while (run !== undefined) {
      for (const at of run.slice(ring.length === 0 ? 0 : 1)) ring.push(at);
      run = key(ring.at(-1)) === key(ring[0]) ? undefined : waiting.get(key(ring.at(-1)))?.shift();
    }
    const [start] = ring;
    if (start === undefined || ring.length < 3) continue;
    rings.push(key(ring.at(-1)) === key(start) ? ring : [...ring, start]);
  }
  return rings;
}

/** Takes one run out of the list; undefined when it was used already. */
function taken(list: Position[][] | undefined, run: Position[]): Position[] | undefined {
  const index = list?.indexOf(run) ?? -1;
  return index < 0 ? undefined : list?.splice(index, 1)[0];
}

function areaOf(ring: readonly Position[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++)
    twice += (ring[at - 1]?.[0] ?? 0) * (ring[at]?.[1] ?? 0) - (ring[at]?.[0] ?? 0) * (ring[at - 1]?.[1] ?? 0);
  return Math.abs(twice) / 2;
}

/** Counts edges whichever way they are walked; points are numbered so that an edge is one number. */
class EdgeCounter {
  readonly #points = new Map<number, number>();
  readonly #times = new Map<number, number>();

  add(a: Position | undefined, b: Position | undefined): void {
    const key = this.#key(a, b);
    this.#times.set(key, (this.#times.get(key) ?? 0) + 1);
  }

  isShared(a: Position | undefined, b: Position | undefined): boolean {
    return (this.#times.get(this.#key(a, b)) ?? 0) > 1;
  }

  #key(a: Position | undefined, b: Position | undefined): number {
    const [one, other] = [this.#point(a), this.#point(b)];
    return Math.min(one, other) * 2 ** 26 + Math.max(one, other);
  }

  /** Two decimals, as the file has them: 36,000 steps of longitude. */
  #point([lon, lat]: Position = [0, 0]): number {
    const place = Math.round((lat + 90) * 100) * 40_000 + Math.round((lon + 180) * 100);
    const known = this.#points.get(place);
    if (known !== undefined) return known;
    this.#points.set(place, this.#points.size);
    return this.#points.size - 1;
  }
}

/** The stretches of a ring whose edges no other province of the country shares. */
function outerRuns(ring: readonly Position[], edges: EdgeCounter): Position[][] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [from, to] = [ring[at - 1], ring[at]];
    if (from === undefined || to === undefined || edges.isShared(from, to)) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else if (run.length === 0) run = [from, to];
    else run.push(to);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Where a name stands: the centroid over the outer rings, weighted by area; `size` is the root of the area, in degrees. */
function middleOf(polygons: readonly (readonly (readonly Position[])[])[]): { lon: number; lat: number; size: number } {
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
  if (area === 0) return { lon: first[0], lat: first[1], size: 0 };
  const round = (degrees: number): number => Math.round(degrees * 100) / 100;
  return { lon: round(lon / (3 * area)), lat: round(lat / (3 * area)), size: round(Math.sqrt(Math.abs(area) / 2)) };
}
