/** When a report was published, as far as that may be relied on: a clock that runs ahead is named, and nothing is counted from it. */
import type { Note, Report } from './report.ts';

/** Code of the note on a report that is dated ahead of its receipt. */
const DATED_AHEAD = 'published-ahead-of-receipt';

/** A date without a zone counts as UTC; where it is latest, the day has begun 14 hours before (UTC+14, Line Islands). */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

type Dated = Pick<Report, 'published' | 'notes'>;

/** The note on a date that lies ahead of the receipt (UTC instant) in every zone; null for any other. */
export function aheadOfReceipt(published: string | null, receivedAt: string): Note | null {
  if (published === null || !(Date.parse(published) - EARLIEST_ZONE_MS > Date.parse(receivedAt))) return null;
  const message = `dated ${published}, ahead of its receipt on ${receivedAt}: nothing is counted from that date`;
  return { code: DATED_AHEAD, message };
}

/** The note of a report that says so. */
export const aheadNote = ({ notes }: Pick<Report, 'notes'>): Note | undefined =>
  notes.find(({ code }) => code === DATED_AHEAD);

/** The date of publication; null when it is unknown or lies ahead of the receipt. */
export const reliedOnDate = (report: Dated): string | null =>
  aheadNote(report) === undefined ? report.published : null;
