/**
 * Finds, for one incident after the other, the earlier ones that could be the same, without comparing all with all. Each is
 * kept in blocks of time (days, or fortnights where the day is unknown) and place (cells of half a degree, or anywhere where
 * the place is wider than a district), so that two whose times and radii meet always share a block.
 */
import { bytesOf, grown, LatestLists } from './flat-arrays.ts';
import type { Profile } from './profile.ts';

const DAY_MS = 86_400_000;
const FORTNIGHT_DAYS = 14;
/** A longer stretch of time is looked for by fortnights. */
const LONGEST_MS = 10 * DAY_MS;
/** Reports of one event may differ by the hours around midnight. */
const MARGIN_MS = DAY_MS / 2;
const CELL_DEGREES = 0.5;
const KM_PER_DEGREE = 111.2;
/** Wider than a district: looked for everywhere. */
const FINE_KM = 25;
/** However crowded a block is, no incident is compared with more than this many others, the nearest blocks first. */
const CANDIDATES_AT_MOST = 256;
/** The day of what has neither a time nor a date of publication: before all that are known. */
const NO_DAY = -1e8;

/** How well an incident is placed: whether its day is known, and whether its place is. */
interface Precision {
  readonly isDated: boolean;
  readonly isPlaced: boolean;
}

const PRECISIONS: readonly Precision[] = [
  { isDated: true, isPlaced: true },
  { isDated: true, isPlaced: false },
  { isDated: false, isPlaced: true },
  { isDated: false, isPlaced: false },
];

export class NearIncidents {
  private readonly lists = new LatestLists();
  /** Who asked last for an incident, above by one. */
  private lastAsked = new Uint32Array(64);

  get bytes(): number {
    return this.lists.bytes + bytesOf(this.lastAsked);
  }

  /** Earlier incidents near `profile`, at most 256, and keeps it under `index` for those to come. */
  meet(index: number, profile: Profile): number[] {
    const found = this.near(index, profile);
    const own = precisionOf(profile);
    const times = own.isDated ? daysOf(profile, 0) : fortnightsOf(profile);
    // Among those whose place is known it stands by its cells, for those who do not know theirs by its time alone.
    for (const cells of own.isPlaced ? [cellsOf(profile), ANYWHERE] : [ANYWHERE])
      for (const time of times) for (const cell of cells) this.lists.add(keyOf(own, time, cell), index);
    return found;
  }

  /** The coarser of two decides where they meet. The latest kept come first: what was published last is likeliest to go on. */
  private near(index: number, profile: Profile): number[] {
    this.lastAsked = grown(this.lastAsked, index + 1, Uint32Array);
    const found: number[] = [];
    const visit = (other: number): boolean => {
      if (this.lastAsked[other] === index + 1) return true;
      this.lastAsked[other] = index + 1;
      found.push(other);
      return found.length < CANDIDATES_AT_MOST;
    };
    const own = precisionOf(profile);
    const ownCells = own.isPlaced ? cellsOf(profile) : ANYWHERE;
    const ownFortnights = fortnightsOf(profile);
    const days = own.isDated ? daysOf(profile, MARGIN_MS) : daysAround(ownFortnights);
    for (const other of PRECISIONS) {
      const cells = other.isPlaced ? ownCells : ANYWHERE;
      for (const time of other.isDated ? days : ownFortnights)
        for (const cell of cells) {
          if (found.length >= CANDIDATES_AT_MOST) return found;
          this.lists.each(keyOf(other, time, cell), visit);
        }
    }
    return found;
  }
}

const ANYWHERE: readonly number[] = [-1];

/** One list for each precision, time and cell; that two share a key by chance costs a comparison and nothing else. */
function keyOf({ isDated, isPlaced }: Precision, time: number, cell: number): number {
  const list = (isDated ? 1 : 0) + (isPlaced ? 2 : 0);
  return Math.imul(Math.imul(time ^ (list << 28), 0x9e3779b1) ^ (cell + 1), 0x85ebca6b) >>> 0;
}

const precisionOf = ({ time, place }: Profile): Precision => ({
  isDated: time !== null && time.end - time.start <= LONGEST_MS,
  isPlaced: place !== null && place.point !== null && place.radiusKm <= FINE_KM,
});

const daysOf = ({ time }: Profile, marginMs: number): number[] =>
  time === null ? [] : numbersBetween((time.start - marginMs) / DAY_MS, (time.end - 1 + marginMs) / DAY_MS);

/** An undated act is looked for in the fortnight before its report came out; a long stretch by its beginning. */
function fortnightsOf({ time, published }: Profile): number[] {
  const until = (time?.start ?? published) / DAY_MS / FORTNIGHT_DAYS;
  return Number.isNaN(until) ? [NO_DAY] : numbersBetween(until - 1, until + 1);
}

/** Days of acts that begin in one of these fortnights or next to them, the latest first. */
function daysAround(fortnights: readonly number[]): number[] {
  const [first = NO_DAY, last = NO_DAY] = [fortnights[0], fortnights.at(-1)];
  if (first === NO_DAY) return [];
  const [from, to] = [(first - 1) * FORTNIGHT_DAYS, (last + 2) * FORTNIGHT_DAYS];
  return Array.from({ length: to - from }, (_, back) => to - 1 - back);
}

function numbersBetween(low: number, high: number): number[] {
  const first = Math.floor(low);
  const last = Math.min(Math.floor(high), first + 15);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Cells that the circle of doubt touches. */
function cellsOf({ place }: Profile): number[] {
  if (place?.point == null) return [];
  const { lat, lon } = place.point;
  const up = place.radiusKm / KM_PER_DEGREE;
  const across = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const rows = numbersBetween((lat - up + 90) / CELL_DEGREES, (lat + up + 90) / CELL_DEGREES);
  const columns = numbersBetween((lon - across + 180) / CELL_DEGREES, (lon + across + 180) / CELL_DEGREES);
  return rows.flatMap((row) => columns.map((column) => row * 1024 + ((column + 720) % 720)));
}
