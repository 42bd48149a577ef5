/** In which blocks of country and day a coded incident is looked for and kept: only incidents that share one are compared. */
import type { CodedIncident } from '../../model/coded-report.ts';

const DAY = 86_400_000;
/** A longer stretch of time is kept in one block without a day. */
const LONGEST_DAYS = 10;

export function blocksOf(coded: CodedIncident): string[] {
  const country = coded.place?.country ?? '?';
  const start = coded.time?.start == null ? Number.NaN : Date.parse(coded.time.start);
  const end = coded.time?.end == null ? Number.NaN : Date.parse(coded.time.end);
  if (Number.isNaN(start) || Number.isNaN(end) || end - start > LONGEST_DAYS * DAY) return [`${country}|any`];
  const keys: string[] = [];
  // A day more on each side: reports near midnight differ by one.
  for (let day = Math.floor(start / DAY) - 1; day <= Math.floor((end - 1) / DAY) + 1; day += 1) keys.push(`${country}|${day}`);
  return keys;
}
