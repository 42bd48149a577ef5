/** Offsets of named time zones on a given day, from the tz database that the runtime carries. */
import type { CivilDate } from './calendar.ts';

const formats = new Map<string, Intl.DateTimeFormat | null>();
/** Offsets already asked for, by zone and noon: reports of one day name the same few. Emptied when full. */
const offsets = new Map<string, number | null>();
const mostOffsets = 10_000;

/** Formats are costly to make; an unknown zone is remembered as null. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  } catch {
    // Not a zone of the tz database: the offset stays unknown.
  }
  if (formats.size < 1000) formats.set(zone, format);
  return format;
}

/**
 * Minutes east of UTC at local noon of the day in an IANA zone ("Asia/Damascus", 12 June 2016 → 180); null for an unknown
 * zone. On the one day a year when clocks change this is the offset of most of that day.
 */
export function utcOffsetMinutes(zone: string, date: CivilDate): number | null {
  const noon = Date.UTC(date.year, date.month - 1, date.day, 12);
  const key = `${noon} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = offsetAt(zone, noon);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function offsetAt(zone: string, noon: number): number | null {
  const format = formatOf(zone);
  if (format === null) return null;
  const name = format.formatToParts(noon).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (name === 'GMT') return 0;
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** "+03:00". */
export function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
