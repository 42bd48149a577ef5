/**
 * Instants out of ISO 8601 dates and date-times. One without an offset is local to a zone whose offsets are given, so that
 * nothing depends on where the program runs.
 */

export interface ZoneOffset {
  /** UTC milliseconds from which on it holds. */
  readonly fromMs: number;
  readonly minutes: number;
}

const SHAPE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const MINUTE_MS = 60_000;

/** UTC milliseconds of the first moment of what `text` names; null when it is not such a date. A missing part is its first. */
export function instantOf(text: string, offsets: readonly ZoneOffset[]): number | null {
  const found = SHAPE.exec(text);
  if (found === null) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', , zone] = found;
  const wall = Date.UTC(2000, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(wall);
  // Set apart because Date.UTC reads years 0-99 as 1900-1999.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (
    date.getUTCMonth() !== Number(month) - 1 ||
    date.getUTCDate() !== Number(day) ||
    Number(minute) > 59 ||
    Number(hour) > 24
  )
    return null;
  return zone === undefined ? utcOfLocal(date.getTime(), offsets) : date.getTime() - minutesOf(zone) * MINUTE_MS;
}

/** In a repeated hour (clocks set back) the earlier instant; in a skipped one, as if the old offset still held. */
function utcOfLocal(wallMs: number, offsets: readonly ZoneOffset[]): number {
  let answer = wallMs;
  for (const [index, offset] of offsets.entries()) {
    const candidate = wallMs - offset.minutes * MINUTE_MS;
    if (index > 0 && candidate < offset.fromMs) break;
    answer = candidate;
    const next = offsets[index + 1];
    if (next !== undefined && candidate < next.fromMs) break;
  }
  return answer;
}

function minutesOf(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** Offsets of an IANA zone between two years (inclusive), read from the runtime's zone data; throws on an unknown zone. */
export function offsetsOfZone(timeZone: string, fromYear: number, toYear: number): ZoneOffset[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const minutesAt = (ms: number): number => {
    const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    return name === 'GMT' ? 0 : minutesOf(name.slice(3));
  };
  const offsets: ZoneOffset[] = [{ fromMs: Number.NEGATIVE_INFINITY, minutes: minutesAt(Date.UTC(fromYear, 0, 1)) }];
  // The shortest stay on an offset is the month of Ramadan (Morocco, Egypt), so that no two changes fall within a fortnight.
  const stepMs = 14 * 86_400_000;
  let before = offsets[0]?.minutes ?? 0;
  for (let step = Date.UTC(fromYear, 0, 1); step <= Date.UTC(toYear, 11, 31); step += stepMs) {
    const after = minutesAt(step + stepMs);
    if (after !== before) offsets.push({ fromMs: changeWithin(step, step + stepMs, minutesAt), minutes: after });
    before = after;
  }
  return offsets;
}

/** First full minute in (low, high] at which the offset is the later one. */
function changeWithin(low: number, high: number, minutesAt: (ms: number) => number): number {
  const old = minutesAt(low);
  let from = low;
  let to = high;
  while (to - from > MINUTE_MS) {
    const middle = from + Math.floor((to - from) / 2 / MINUTE_MS) * MINUTE_MS;
    if (minutesAt(middle) === old) from = middle;
    else to = middle;
  }
  return to;
}
