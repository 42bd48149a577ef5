/** A coded incident with the report it stands in, and where its words are. */
import type { CodedIncident, CodedReport } from '../../model/coded-report.ts';
import type { Span } from '../../model/span.ts';
import type { Evidence } from './three-valued.ts';

export interface Linked {
  readonly report: CodedReport;
  readonly coded: CodedIncident;
}

/** Tells whether an actor speaks for a side that is accused. */
export type IsAccused = (actor: string | null | undefined) => actor is string;

export const evidence = (report: string, { start, end }: Span): Evidence => ({ report, start, end });
