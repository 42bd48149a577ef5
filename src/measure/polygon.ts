/** Distances between points, lines and areas on the globe, in kilometres; good to about 0.5 % below 1,000 km. */

/** Degrees east, degrees north. */
export type LonLat = readonly [lon: number, lat: number];

/** Mean length of one degree of latitude. */
const KM_PER_DEGREE = 111.195;

/** True when the point is inside the ring (even-odd rule); a closing position equal to the first is allowed. */
export function isInside(point: LonLat, ring: readonly LonLat[]): boolean {
  let inside = false;
  const [x, y] = point;
  let previous = ring[ring.length - 1];
  for (const current of ring) {
    if (previous !== undefined && current[1] > y !== previous[1] > y) {
      const crossing = ((previous[0] - current[0]) * (y - current[1])) / (previous[1] - current[1]) + current[0];
      if (x < crossing) inside = !inside;
    }
    previous = current;
  }
  return inside;
}

/** Distance in km from a point to the nearest part of a path, on a plane tangent at the point. */
export function distanceToPathKm(point: LonLat, path: readonly LonLat[]): number {
  const scale = Math.cos((point[1] * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  let previous: readonly [number, number] | null = null;
  for (const position of path) {
    const current = [
      (position[0] - point[0]) * scale * KM_PER_DEGREE,
      (position[1] - point[1]) * KM_PER_DEGREE,
    ] as const;
    nearest = Math.min(
      nearest,
      previous === null ? Math.hypot(current[0], current[1]) : distanceToSegment(previous, current),
    );
    previous = current;
  }
  return nearest;
}

/** Distance from the origin to the segment a-b. */
function distanceToSegment(a: readonly [number, number], b: readonly [number, number]): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(a[0] * dx + a[1] * dy) / length));
  return Math.hypot(a[0] + share * dx, a[1] + share * dy);
}

/** First pair of edges of a ring that cross each other, as edge numbers; null when the ring is simple. */
export function selfIntersection(ring: readonly LonLat[]): readonly [number, number] | null {
  const last = ring.length - 1;
  for (let i = 0; i < last; i++) {
    for (let j = i + 2; j < last; j++) {
      if (i === 0 && j === last - 1) continue;
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (a && b && c && d && doCross(a, b, c, d)) return [i, j];
    }
  }
  return null;
}

const turn = (a: LonLat, b: LonLat, c: LonLat): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const doCross = (a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean =>
  turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
