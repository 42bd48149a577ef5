/** What flows through the pipeline: one report, or what was refused in its place, of one capture. */
import type { Capture } from '../../journey/7-record/capture.ts';
import type { Refusal, Report } from '../../model/report.ts';
import type { CodeOutcome } from './task.ts';

/** One report (or refusal) of a capture, with its coding when it came that far. */
export interface Item {
  capture: Capture;
  ordinal: number;
  read: Report | Refusal;
  /** Null when it was refused by the reader. */
  coded: CodeOutcome | null;
}

export const refusalId = ({ capture, ordinal }: Pick<Item, 'capture' | 'ordinal'>): string =>
  `${capture.sha256}/${ordinal}`;
