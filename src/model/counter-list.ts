/** A list of events that another monitor keeps: what they count, in their unit, under their clause, never as a report of ours. */
import type { CodedIncident, IncidentType } from './coded-report.ts';
import type { TimeInterval } from './interval.ts';

/**
 * What one row of a list counts. `event`: one act. `person`: one victim. `total`: a sum over a period and an area. `violation`: what
 * the counter itself calls a violation, which may be a flight or a movement as well as an act of force.
 */
export const COUNTED_UNITS = ['event', 'person', 'total', 'violation'] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];

export interface FigureRange {
  min: number;
  best: number | null;
  /** null = open above. */
  max: number | null;
}

export interface CountedEvent {
  /** As the counter numbers it. */
  id: string;
  /** From 1: where in the file it stands, the heading not counted. */
  row: number;
  unit: CountedUnit;
  /** Who counted, as the list names them. */
  counter: string;
  /** The clause or rule that they file it under, in their words; null when they name none. */
  clause: string | null;
  time: TimeInterval | null;
  place: Omit<NonNullable<CodedIncident['place']>, 'spans'> | null;
  /** Their word for what it was. */
  theirType: string | null;
  /** Our types that their word may mean; empty when the mapping does not know the word. */
  types: IncidentType[];
  killed: FigureRange | null;
  injured: FigureRange | null;
  note: string | null;
}

export interface CounterList {
  id: string;
  name: string;
  /** Id of the mapping that it was read with. */
  mapping: string;
  events: CountedEvent[];
  /** Rows that could not be read, each with the reason; they are named, never dropped. */
  refused: { row: number; code: string; message: string }[];
}

/** How their rows and our incidents stand to each other. */
export interface ListAlignment {
  kind: 'agreed' | 'different-unit' | 'only-theirs' | 'only-ours';
  /** Ids of rows and incidents. */
  theirs: string[];
  ours: string[];
  /** 0 to 1: how alike the likeliest pair is; null when one side is empty. */
  score: number | null;
  reasons: string[];
  /** Over all of each side; null where a side gives no figure. */
  killed: { theirs: FigureRange | null; ours: FigureRange | null; verdict: 'agree' | 'differ' | 'unknown' };
}
