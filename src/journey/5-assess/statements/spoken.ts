/** A coded statement with what the ledger asks about it: its words, when it was said, and which report tells of it. */
import { instantOf } from '../../../measure/instant.ts';
import type { CodedStatement } from '../../../model/coded-report.ts';
import type { TimeInterval } from '../../../model/interval.ts';
import type { SpokenPlace } from './deed-place.ts';

export interface Spoken {
  readonly report: string;
  /** When the report was published; the latest that the statement can have been said. */
  readonly published: string | null;
  readonly statement: CodedStatement;
  readonly words: string;
  /** The text right before them ("The council said that it no longer demanded "), which may reach into the sentence before. */
  readonly before: string;
  /** Places that its words name; empty also where nobody looked, as of statements that only stand around those asked about. */
  readonly places: readonly SpokenPlace[];
}

export const DAY_MS = 86_400_000;
const UTC = [{ fromMs: Number.NEGATIVE_INFINITY, minutes: 0 }];

/** UTC milliseconds; a date without a zone counts as UTC, and what rests on it is given a day's doubt where it matters. */
export const millisecondsOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : instantOf(text, UTC);

/** The words with what introduces them in their own sentence. */
export const toldIn = ({ before, words }: Spoken): string => (before.split(/[.!?“”"\n]/).at(-1) ?? '') + words;

/** When it was said: the interval of the coding, or else the day of publication; null when neither is known. */
export function saidAt({ statement, published }: Pick<Spoken, 'statement' | 'published'>): TimeInterval | null {
  if (statement.said !== null && (statement.said.start ?? statement.said.end) !== null) return statement.said;
  const day = millisecondsOf(published?.slice(0, 10));
  if (published === null || day === null) return null;
  return { start: published.slice(0, 10), end: new Date(day + DAY_MS).toISOString().slice(0, 10) };
}

/** From when on deeds can answer it, in UTC milliseconds; null when it is not known when it was said. */
export function saidFromMs(said: TimeInterval | null): number | null {
  return millisecondsOf(said?.start) ?? millisecondsOf(said?.end);
}

/** Whether something of this instant was there as of another; what has no instant is held to have been. */
export const isBy = (instant: string | null, asOf: string): boolean =>
  (millisecondsOf(instant) ?? Number.NEGATIVE_INFINITY) <= (millisecondsOf(asOf) ?? Number.POSITIVE_INFINITY);
