/** What a rule for expressions of time is: an id, a sentence, its proof, and a pure function from a place in a sentence. */
import type { CalendarFields, TimeExpression, TimeMeaning, TimeModifier } from '../../../model/time-expression.ts';
import type { Cursor } from './cursor.ts';

/** What a rule read from word `at` on. */
export interface TimeReading {
  /** Index of the first word; may lie before the place the rule was asked at. */
  readonly from: number;
  /** Index after the last word. */
  readonly next: number;
  readonly type: TimeExpression['type'];
  readonly meaning: TimeMeaning;
  readonly modifier?: TimeModifier;
  /** "12–15 June", "June 12 and 13": another expression that shares words with this one; it follows at once. */
  readonly also?: TimeReading;
  /** Whether `also` is the other end of a stretch, or just another day. */
  readonly isRange?: boolean;
}

/** A sentence of ours with what must be found in it; values are for a report published on 2016-06-15 (a Wednesday). */
export interface TimeExample {
  readonly text: string;
  readonly found: string;
  readonly type: TimeExpression['type'];
  /** TIMEX3 value; null = the text does not tell. */
  readonly value: string | null;
}

/** Kinds of word that a rule can begin at; `phrase` = the first word of any phrase of the lexicon. */
export type TimeStart =
  | 'month'
  | 'weekday'
  | 'unit'
  | 'season'
  | 'part'
  | 'day-word'
  | 'clock'
  | 'turn'
  | 'repeat'
  | 'reference'
  | 'phrase'
  | 'number'
  | 'article';

export interface TimeRule {
  /** "times/weekday"; never reused. */
  readonly id: string;
  readonly says: string;
  readonly starts: readonly TimeStart[];
  readonly examples: readonly TimeExample[];
  /** Sentences in which this rule reads nothing. */
  readonly misses: readonly string[];
  readonly read: (cursor: Cursor, at: number) => TimeReading | null;
}

/** A reading of a point or stretch on the calendar, counted from the day of publication. */
export const calendar = (fields: CalendarFields): TimeMeaning => ({ kind: 'calendar', anchor: 'publication', fields });
