/** What lists are asked with and answer: pages, filters, the row of each list, and the whole of a report or an incident. */
import type { Capture } from '../../journey/7-record/capture.ts';
import type { RecordedRefusal } from '../../journey/7-record/refusal.ts';
import type { CodedReport, CodedStatement } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Contradiction, HarmMeasure, Incident, IncidentLink } from '../../model/incident.ts';
import type { Reason } from '../../model/reason.ts';
import type { Report } from '../../model/report.ts';

/** `cursor` is what the page before gave as `next`; `limit` 1 to 200. */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  next: string | null;
}

/** The ledger's state: `root` is the RFC 9162 tree hash (hex) over the first `size` entries. */
export interface LedgerRoot {
  size: number;
  root: string;
  /** UTC instant of the last append; null while the ledger is empty. */
  at: string | null;
}

export interface StoredReport {
  report: Report;
  row: ReportRow;
  capture: Capture;
  /** Null when coding refused it or has not reached it. */
  coding: CodedReport | null;
  corroboration: CorroboratedReport | null;
  refusals: RecordedRefusal[];
}

export interface StoredIncident {
  incident: Incident;
  row: IncidentRow;
  findings: Finding[];
}

/** Findings that others took the place of, with the reason. */
export interface PastFindings {
  /** The entries that sealed them and that replaced them. */
  entry: number;
  replacedBy: number;
  /** UTC instant of the change. */
  at: string;
  /** In English; `said` is the same as data, null of what was recorded before it was kept. */
  reason: string;
  said: Reason | null;
  findings: Finding[];
}

export interface StoreCounts {
  captures: number;
  reports: number;
  codings: number;
  incidents: number;
  findings: number;
  refusals: number;
  entries: number;
  /** Captures whose reports are not all processed yet. */
  unfinished: number;
  /** Codings that corroboration has not seen yet. */
  uncorroborated: number;
}

export interface IncidentFilter {
  /** Days as YYYY-MM-DD, both inclusive; an incident matches when its interval overlaps. */
  from?: string;
  to?: string;
  type?: readonly Incident['type'][];
  modality?: readonly Incident['modality'][];
  /** Actor ids among the accused. */
  party?: readonly string[];
  /** `agreement/clause` or clause ids. */
  clause?: readonly string[];
  agreement?: readonly string[];
  outcome?: readonly (Finding['outcome'] | 'not-assessed')[];
  /** west, south, east, north in degrees; west > east crosses the antimeridian. */
  bbox?: readonly [number, number, number, number];
  /** `country/first-order division` of the place; a country alone means places known no nearer. */
  area?: readonly string[];
  /** Weapon terms and objects that were hit, by their ids in the lexicon. */
  weapon?: readonly string[];
  target?: readonly string[];
  /** The local day it happened on, as the reports give it. */
  day?: readonly string[];
  /** By how well it is established; see `EVIDENCE_STATUSES`. */
  evidence?: readonly ('reported' | 'corroborated' | 'adjudicated')[];
  /** True: only what is held to have happened, once; what is counted and summed. */
  counted?: boolean;
  /** Of which it is not known: none accused by id, no area, no day, no weapon, no object. */
  unknown?: readonly ('party' | 'area' | 'day' | 'weapon' | 'target')[];
  /** What its sources contradict each other about. */
  contradiction?: readonly Contradiction['about'][];
  /** How badly they contradict each other, about what is asked for or about anything. */
  severity?: readonly Contradiction['severity'][];
  /** That tell of harm by one of these measures. */
  harm?: readonly HarmMeasure[];
  /** Least number of people killed by the lowest reading (`min`). */
  minKilled?: number;
  /** Words that must all stand in the incident's place, participants, targets or titles of its reports. */
  q?: string;
}

/** `disagreement`: the most major contradictions first, then the most minor ones. */
export type IncidentSort = 'newest' | 'oldest' | 'killed' | 'origins' | 'disagreement';

interface Range {
  min: number;
  best: number | null;
  max: number | null;
}

/** One line of a list: everything a card shows, without the evidence. */
export interface IncidentRow {
  id: string;
  type: Incident['type'];
  modality: Incident['modality'];
  completed: boolean;
  aggregate: boolean;
  time: NonNullable<Incident['time']> | null;
  place: Omit<NonNullable<Incident['place']>, 'spans'> | null;
  placeRadiusKm: number | null;
  harm: Partial<Record<HarmMeasure, Range>>;
  accused: { actor: string | null; name: string }[];
  attributionStatus: Incident['attributionStatus'];
  origins: number;
  reports: number;
  contradictions: number;
  /** Of these, how many are major. */
  majorContradictions: number;
  /** The strongest outcome of its findings, under the one clause that a list asks for; null when no clause could concern it. */
  outcome: Finding['outcome'] | null;
  illustrative: boolean;
}

/** A link of which the machine is not sure, with the other links of the incident. */
export interface DoubtfulLink {
  report: string;
  coded: string;
  incident: string;
  score: number;
  reasons: string[];
  others: IncidentLink[];
}

/** What an incident was before a decision changed it; `entry` of the ledger holds its hash. */
export interface ReplacedIncident {
  decision: string;
  entry: number;
  incident: Incident;
}

/** Which story a report told before a decision changed it; `entry` of the ledger holds its hash. */
export interface ReplacedStory {
  entry: number;
  corroborated: CorroboratedReport;
}

export interface ReportFilter {
  /** Days of publication as YYYY-MM-DD, both inclusive. */
  from?: string;
  to?: string;
  source?: readonly string[];
  /** Id of a story. */
  story?: string;
  q?: string;
}

export interface ReportRow {
  id: string;
  title: string | null;
  source: string | null;
  published: string | null;
  language: string;
  incidents: number;
  statements: number;
  story: string | null;
  origin: string | null;
  illustrative: boolean;
  /** Set when a stage of the journey refused it. */
  refusal: { code: string; message: string } | null;
}

export interface StatementFilter {
  /** Days as YYYY-MM-DD, both inclusive: when it was said, or else when the report was published. */
  from?: string;
  to?: string;
  kind?: readonly CodedStatement['kind'][];
  /** Actor ids. */
  speaker?: readonly string[];
  withDeadline?: boolean;
  /** One statement of one report. */
  only?: { report: string; statement: string };
  q?: string;
}

export interface StatementRow {
  report: { id: string; title: string | null; source: string | null; published: string | null; illustrative: boolean };
  statement: CodedStatement;
  /** The stated words with up to 160 characters on either side; `start` and `end` as in the statement's span. */
  passage: { start: number; end: number; before: string; quote: string; after: string };
  deadlineWords: string | null;
}
