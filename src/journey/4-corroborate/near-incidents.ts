/**
 * Finds, for one incident after the other, the earlier ones that could be the same, without comparing all with all. Each is
 * kept in blocks of time (days, or fortnights where the day is unknown) and place (cells of half a degree, or anywhere where
 * the place is wider than a district), so that two whose times and radii meet always share a block.
 */
import type { Profile } from './profile.ts';

const DAY_MS = 86_400_000;
const FORTNIGHT_MS = 14 * DAY_MS;
/** A longer stretch of time is looked for by fortnights. */
const LONGEST_MS = 10 * DAY_MS;
/** Reports of one event may differ by the hours around midnight. */
const MARGIN_MS = DAY_MS / 4;
const CELL_DEGREES = 0.5;
const KM_PER_DEGREE = 111.2;
/** Wider than a district: looked for everywhere. */
const FINE_KM = 25;
/** However crowded a block is, no incident is compared with more than this many others, the nearest blocks first. */
const CANDIDATES_AT_MOST = 256;

/** Precision of a block: both known, one of them, none. The coarser of two incidents decides where they meet. */
const LEVELS = ['day-cell', 'day', 'fortnight-cell', 'fortnight'] as const;
type Level = 0 | 1 | 2 | 3;
const ALL_LEVELS: readonly Level[] = [0, 1, 2, 3];
/** Levels are two bits, one for time and one for place; a coarse bit on either side makes the meeting place coarse. */
const meeting = (a: Level, b: Level): Level => ALL_LEVELS[a | b] ?? 3;

export class NearIncidents {
  private readonly lists = new Map<string, Map<number, number[]>>();
  private readonly lastAsked: number[] = [];

  /** Earlier incidents near `profile`, at most 256, and keeps it under `index` for those to come. */
  meet(index: number, profile: Profile): number[] {
    const level = levelOf(profile);
    const found: number[] = [];
    for (const other of ALL_LEVELS) {
      const at = meeting(level, other);
      this.collect(this.listsOf(at, other), keysOf(profile, at), index, found);
    }
    for (const at of ALL_LEVELS)
      if ((at | level) === at) this.keep(this.listsOf(at, level), keysOf(profile, at), index);
    return found;
  }

  private listsOf(at: Level, native: Level): Map<number, number[]> {
    const key = `${LEVELS[at]}/${LEVELS[native]}`;
    const lists = this.lists.get(key) ?? new Map<number, number[]>();
    this.lists.set(key, lists);
    return lists;
  }

  /** The latest kept first: what was published last is likeliest to go on. */
  private collect(lists: ReadonlyMap<number, number[]>, keys: readonly number[], asker: number, found: number[]): void {
    for (const key of keys) {
      const list = lists.get(key) ?? [];
      for (let at = list.length - 1; at >= 0; at -= 1) {
        if (found.length >= CANDIDATES_AT_MOST) return;
        const index = list[at] ?? 0;
        if (this.lastAsked[index] === asker) continue;
        this.lastAsked[index] = asker;
        found.push(index);
      }
    }
  }

  private keep(lists: Map<number, number[]>, keys: readonly number[], index: number): void {
    for (const key of keys) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [index]);
      else list.push(index);
    }
  }
}

function levelOf({ time, place }: Profile): Level {
  const isDated = time !== null && time.end - time.start <= LONGEST_MS;
  const isPlaced = place !== null && place.point !== null && place.radiusKm <= FINE_KM;
  return isDated ? (isPlaced ? 0 : 1) : isPlaced ? 2 : 3;
}

function keysOf(profile: Profile, level: Level): number[] {
  const times = level < 2 ? daysOf(profile) : fortnightsOf(profile);
  const cells = level % 2 === 0 ? cellsOf(profile) : [0];
  return times.flatMap((time) => cells.map((cell) => time * 1_048_576 + cell));
}

function daysOf({ time }: Profile): number[] {
  return time === null ? [] : numbersBetween((time.start - MARGIN_MS) / DAY_MS, (time.end - 1 + MARGIN_MS) / DAY_MS);
}

/** An undated act is looked for in the fortnight before its report came out; a long stretch by its beginning. */
function fortnightsOf({ time, published }: Profile): number[] {
  const until = time?.start ?? published;
  return Number.isNaN(until)
    ? [Number.MIN_SAFE_INTEGER / 4_194_304]
    : numbersBetween(until / FORTNIGHT_MS - 1, until / FORTNIGHT_MS + 1);
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
