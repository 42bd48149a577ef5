/**
 * One statement of one speaker, however many reports tell of it, and what became of it. Nothing here says that a word was
 * kept or broken for good: a status comes from linked incidents, says why, and gives way to what a person decides.
 */
import type { CodedStatement, Participant } from './coded-report.ts';
import type { TimeInterval } from './interval.ts';
import type { Reason } from './reason.ts';
import type { Span } from './span.ts';

/** What a statement is in the ledger. An ultimatum is a demand, warning or threat that names a time by which. */
export const STATEMENT_FORMS = [
  'demand',
  'ultimatum',
  'promise',
  'restraint',
  'threat',
  'expectation',
  'denial',
  'justification',
] as const;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

export const STATEMENT_STATUSES = ['open', 'met', 'missed', 'overtaken', 'withdrawn', 'unclear'] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/** Where one report tells of it. */
export interface Telling {
  report: string;
  /** Id of the coded statement within that report. */
  statement: string;
  span: Span;
}

/** An incident that stands to a statement in some way; `certain` is false where a person would have to say so. */
export interface Deed {
  incident: string;
  relation: 'carries-out' | 'goes-against' | 'denied' | 'justified' | 'beside';
  certain: boolean;
  /** Where it happened beside the place that the words name; `none-named`: the words name none, or speak of this incident itself. */
  place: 'named' | 'elsewhere' | 'open' | 'none-named';
  because: string;
  /** The same as data, for pages in other languages. */
  reason: Reason;
}

export interface StatusAnswer {
  value: StatementStatus;
  /** Who says so: the program, from what is linked, or a person. */
  by: 'program' | 'person';
  because: string;
  /** The same as data, for pages in other languages; so is `settles` of `wouldSettle`. */
  reason: Reason;
  /** For what is open or unclear: what evidence would settle it. */
  wouldSettle: string | null;
  settles: Reason | null;
  /** Id of the person's decision. */
  decision: string | null;
  /** Id of the later statement that overtook or withdrew it. */
  later: string | null;
}

export const STATEMENT_LIMBS = ['speaker', 'doer', 'act', 'due', 'condition', 'place', 'later-reports'] as const;
export type StatementLimbName = (typeof STATEMENT_LIMBS)[number];

/** One thing that must be known before it can be said what became of a statement. */
export interface StatementLimb {
  limb: StatementLimbName;
  value: 'known' | 'unknown' | 'not-applicable';
  because: string;
  reason: Reason;
  wouldSettle: string | null;
  settles: Reason | null;
}

/** What the status was from an instant on. */
export interface PastStatus {
  from: string;
  status: StatusAnswer;
}

export interface StatementRecord {
  /** `report#statement` of its first telling. */
  id: string;
  form: StatementForm;
  kind: CodedStatement['kind'];
  speaker: Participant | null;
  addressees: Participant[];
  /** The first telling first. */
  tellings: Telling[];
  said: TimeInterval | null;
  /** By when; `end` exclusive. Null: no time is named. */
  due: TimeInterval | null;
  /** True when it holds only "if …" or "unless …". */
  isConditional: boolean;
  topics: string[];
  status: StatusAnswer;
  /** What the program says from what is linked, where a person's word stands over it; null where the status is the program's own. */
  programStatus: StatusAnswer | null;
  /** What is known and what is missing; a limb that the form of statement has not is left out. */
  limbs: StatementLimb[];
  deeds: Deed[];
}
