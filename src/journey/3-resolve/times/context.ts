/** What resolving a time needs from outside its words. */
import type { Holiday } from '../../../knowledge/time-words.ts';
import type { TimeInterval } from '../../../model/interval.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';

/** Where something happened, as far as clocks and the sun are concerned. */
export interface TimePlace {
  /** IANA zone ("Asia/Damascus"); null when unknown, and then instants carry no offset. */
  readonly zone: string | null;
  /** WGS 84; null when unknown, and then sunset is a part of a day and no minute. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface TimeContext {
  /** ISO 8601 date or date-time of publication; null when unknown, and then relative times have no value. */
  readonly published: string | null;
  /** The report's own place, or of the one expression asked about. */
  readonly placeOf: (expression: TimeExpression) => TimePlace | null;
  /** Intervals of events that the agreement in force dates, by anchor id ("ceasefire"). */
  readonly anchors: ReadonlyMap<string, TimeInterval>;
  readonly holidays: ReadonlyMap<string, Holiday>;
}
