/** The window of a small map: how degrees become places in the drawing, and back. Flat, which is good enough across a province. */

export interface Point {
  latitude: number;
  longitude: number;
}

/** The middle of the window, and the distance in km from there to its left and right edges. */
export interface View extends Point {
  halfWidthKm: number;
}

/** Size of the drawing, in its own units. */
export const [WIDTH, HEIGHT] = [480, 320];
const KM_PER_DEGREE = 111.195;
const [NEAREST_KM, FARTHEST_KM] = [2, 1500];
/** An arrow key moves the point by this share of the window's half. */
const STEP = 0.05;

const unitsPerKm = ({ halfWidthKm }: View): number => WIDTH / 2 / halfWidthKm;
const kmPerLongitude = ({ latitude }: View): number =>
  KM_PER_DEGREE * Math.max(0.05, Math.cos((latitude * Math.PI) / 180));

export function toDrawing(view: View, { latitude, longitude }: Point): [x: number, y: number] {
  const scale = unitsPerKm(view);
  return [
    WIDTH / 2 + (longitude - view.longitude) * kmPerLongitude(view) * scale,
    HEIGHT / 2 - (latitude - view.latitude) * KM_PER_DEGREE * scale,
  ];
}

export function fromDrawing(view: View, x: number, y: number): Point {
  const scale = unitsPerKm(view);
  return onGlobe({
    latitude: view.latitude - (y - HEIGHT / 2) / scale / KM_PER_DEGREE,
    longitude: view.longitude + (x - WIDTH / 2) / scale / kmPerLongitude(view),
  });
}

/** A path of positions (east, north) as the drawing of an SVG path. */
export function pathIn(view: View, positions: readonly (readonly number[])[], isClosed: boolean): string {
  const corners = positions.map(([longitude = 0, latitude = 0]) =>
    toDrawing(view, { latitude, longitude })
      .map((units) => units.toFixed(1))
      .join(' '),
  );
  return corners.length === 0 ? '' : `M${corners.join('L')}${isClosed ? 'Z' : ''}`;
}

export const radiusIn = (view: View, km: number): number => km * unitsPerKm(view);

/** The window around a place: wide enough to see how far it may reach, and what lies around it. */
export const viewAround = (point: Point, radiusKm: number): View => ({
  latitude: point.latitude,
  longitude: point.longitude,
  halfWidthKm: within(Math.max(20, radiusKm * 2.5)),
});

export const zoomed = (view: View, factor: number): View => ({
  ...view,
  halfWidthKm: within(view.halfWidthKm * factor),
});

const DIRECTIONS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The point after an arrow key; null for any other key. */
export function stepped(view: View, point: Point, key: string): Point | null {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  const km = view.halfWidthKm * STEP;
  return onGlobe({
    latitude: point.latitude + (direction[1] * km) / KM_PER_DEGREE,
    longitude: point.longitude + (direction[0] * km) / kmPerLongitude(view),
  });
}

/** The window moved so that the point is in it; the same window when it is. */
export function following(view: View, point: Point): View {
  const [x, y] = toDrawing(view, point);
  const isSeen = x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
  return isSeen ? view : { ...view, latitude: point.latitude, longitude: point.longitude };
}

/** As it can be typed: latitude first, three decimals (about 100 m), in ASCII digits. */
export const written = ({ latitude, longitude }: Point): string => `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;

const within = (km: number): number => Math.min(FARTHEST_KM, Math.max(NEAREST_KM, km));
const onGlobe = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.min(90, Math.max(-90, latitude)),
  longitude: Math.min(180, Math.max(-180, longitude)),
});
