/** What the main thread asks of a coding thread, and what it answers. */
import type { Hints } from '../../journey/1-ingest/adapter.ts';
import type { Sealed } from '../../journey/7-record/sealed.ts';
import type { Refusal, Report } from '../../model/report.ts';

export type Task = { kind: 'read'; bytes: Uint8Array; hints: Hints } | { kind: 'code'; reports: readonly Report[] };

/** A coding comes back in its canonical form: it crosses to the main thread as one string and is sealed already. */
export type CodeOutcome = { kind: 'coded'; sealed: Sealed } | Refusal;

export interface Answers {
  read: (Report | Refusal)[];
  code: CodeOutcome[];
}

/** The first message of a thread: its tables are loaded, and this is the hash over them. */
export interface Ready {
  ready: { knowledge: string };
}
