/**
 * What the store can do: keep bytes, keep every change of state through the one door `record`, and answer the questions
 * of the pages. Two engines stand behind it, PGlite on disk and a PostgreSQL server; `open-store.ts` opens either.
 */

import type { DeedQuestion, FoundDeeds } from '../../journey/5-assess/statements/deeds.ts';
import type { Spoken } from '../../journey/5-assess/statements/spoken.ts';
import type { Capture } from '../../journey/7-record/capture.ts';
import type { Change } from '../../journey/7-record/change.ts';
import type { Entry } from '../../journey/7-record/entry.ts';
import type { RecordedRefusal } from '../../journey/7-record/refusal.ts';
import type { ActProof } from '../../ledger/act-proof.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { CounterList } from '../../model/counter-list.ts';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import type { ActSignature } from './act-signatures.ts';
import type { CaptureRequest } from './capture.ts';
import type {
  DoubtfulLink,
  IncidentFilter,
  IncidentRow,
  IncidentSort,
  LedgerRoot,
  Page,
  PageRequest,
  PastFindings,
  ReplacedIncident,
  ReplacedStory,
  ReportFilter,
  ReportRow,
  StatementFilter,
  StatementRow,
  StoreCounts,
  StoredIncident,
  StoredReport,
} from './lists.ts';
import type { CandidateQuestion } from './queries/candidates.ts';
import type { AgreementCounts, FindingFilter, OutcomeCounts } from './queries/findings.ts';
import type { KnownBefore, Neighbourhood } from './queries/intake.ts';
import type { StoredKey } from './queries/keys.ts';
import type { ListSummary } from './queries/lists.ts';
import type { SpeakerQuestion } from './queries/statement-ledger.ts';
import type { MapPoint, Summary } from './queries/summary.ts';
import type { Tally } from './queries/tallies.ts';
import type { ActorCounts, ExposureDay, LeftOut } from './queries/uncounted.ts';
import type { Verification, VerifyOptions } from './verification.ts';

/**
 * One transaction of a job that must look before it decides: it asks, decides and saves, and nobody else writes meanwhile.
 * Its questions see what it has recorded.
 */
export interface Turn {
  /** What is stored under these ids and was refused of these captures, and what people decided. */
  knownBefore(of: { ids: readonly string[]; captures: readonly string[] }): Promise<KnownBefore>;
  /** What stands near in time and place or rests on one of these reports: what corroboration must look at. */
  neighbourhood(questions: readonly CandidateQuestion[], reports: readonly string[]): Promise<Neighbourhood>;
  corroborations(reports: readonly string[]): Promise<CorroboratedReport[]>;
  codings(ids: readonly string[]): Promise<CodedReport[]>;
  /** Languages of which there are reports. */
  markedLanguages(): Promise<string[]>;
  /** For each list of marks, the reports that hold some of them, those that hold most first; by id. */
  reportsWithMarks(sought: readonly (readonly number[])[]): Promise<string[]>;
  /** Reports with a picture that may be one of those that look so. */
  reportsWithPictures(looks: readonly string[]): Promise<string[]>;
  decisions(): Promise<Decision[]>;
  /** In the order of their registration. */
  keys(): Promise<StoredKey[]>;
  findingsFor(incidents: readonly string[]): Promise<Finding[]>;
  /** In the order of ids, after one of them: incidents of these types, or with a finding under one of these clauses. */
  reachableIncidents(
    by: { types: readonly Incident['type'][]; clauses: readonly string[] },
    after: string | null,
    limit: number,
  ): Promise<Incident[]>;
  /** Those of these findings and statements (as decisions name them) that there are, with the hash of what findings are now. */
  subjects(about: readonly string[]): Promise<Map<string, string | null>>;
  /** Everything that corroboration rests on, for a store small enough to be held in memory; mentions and statements are left out. */
  everything(): Promise<{ codings: CodedReport[]; incidents: Incident[]; corroborations: CorroboratedReport[] }>;
  /** Every report that tells the story of one of these. */
  storyMembers(reports: readonly string[]): Promise<string[]>;
  replacedStories: Store['replacedStories'];
  /** Keeps what these incidents are now and which stories these reports tell, before `decision` (recorded already) changes them. */
  keepReplaced(decision: string, what: { incidents: readonly string[]; reports: readonly string[] }): Promise<void>;
  record(changes: readonly Change[]): Promise<Entry[]>;
}

/** Everything that changes state in one transaction: written together or not at all. */
export interface RecordRequest {
  changes: readonly Change[];
  /** UTC instant of the change. */
  at: string;
  /** Who changed it: `trucewatch/0.1.0` for the machine, a person's id for a decision. */
  by: string;
}

export interface Store {
  readonly engine: 'pglite' | 'postgresql';

  /** Keeps the bytes durably before it resolves; the same bytes again are found, not stored twice. Answers in the order asked. */
  capture(requests: readonly CaptureRequest[]): Promise<{ capture: Capture; known: boolean }[]>;
  captureBytes(sha256: string): Promise<Uint8Array>;
  /** Captures that wait to be processed, in the order of receipt; with `again` also those that a stage refused something of, with `anew` every one. */
  capturesUnfinished(options?: { again?: boolean; anew?: boolean }): Promise<Capture[]>;
  /** Reports of these captures that are coded and of which nothing is refused, as `capture/ordinal` → report id. */
  finishedReports(captures: readonly string[]): Promise<Map<string, string>>;
  /** Notes that every report of these captures was processed or refused. Not a change of state: it can be found out again. */
  finishCaptures(sha256s: readonly string[]): Promise<void>;

  /** The one door: writes the state and appends its entries. Returns the entries appended (none for what changed nothing). */
  record(request: RecordRequest): Promise<Entry[]>;
  /** The same door for jobs that must look first; what they record is written together or not at all. */
  inTurn<T>(who: Pick<RecordRequest, 'at' | 'by'>, work: (turn: Turn) => Promise<T>): Promise<T>;

  incidents(filter: IncidentFilter, sort: IncidentSort, page: PageRequest): Promise<Page<IncidentRow>>;
  /** How many incidents match, counted to `limit` at most. */
  countIncidents(filter: IncidentFilter, limit?: number): Promise<number>;
  incident(id: string): Promise<StoredIncident | null>;
  mapPoints(filter: IncidentFilter, limit: number): Promise<MapPoint[]>;
  summary(filter: IncidentFilter): Promise<Summary>;

  /** Counts and harm ranges of what is held to have happened, by every dimension. */
  tallies(filter: IncidentFilter): Promise<Tally[]>;
  /** Findings about the conduct of any of these actors, by outcome. */
  outcomesOf(agreement: string, party: readonly string[]): Promise<OutcomeCounts>;
  anyIllustrative(): Promise<boolean>;
  /** How many counted incidents each actor is accused of, and how many statements it made. */
  actorCounts(): Promise<ActorCounts[]>;
  /** What matches and is not counted, by why not. */
  leftOut(filter: IncidentFilter): Promise<LeftOut[]>;
  /** On which days the outlets behind the matching incidents published anything. */
  exposure(filter: IncidentFilter): Promise<{ sources: number; days: ExposureDay[] }>;

  reports(filter: ReportFilter, page: PageRequest): Promise<Page<ReportRow>>;
  countReports(filter: ReportFilter, limit?: number): Promise<number>;
  reportRows(ids: readonly string[]): Promise<ReportRow[]>;
  report(id: string): Promise<StoredReport | null>;
  /** Codings of these reports; those without one are left out. */
  codings(ids: readonly string[]): Promise<CodedReport[]>;

  statements(filter: StatementFilter, page: PageRequest): Promise<Page<StatementRow>>;
  /** Statements of these speakers, the latest said first; at most some thousands. */
  statementsOf(question: SpeakerQuestion): Promise<Spoken[]>;
  /** For each question of the statements ledger, in order, the incidents that may answer it. */
  deedIncidents(questions: readonly DeedQuestion[]): Promise<FoundDeeds[]>;
  /** Rows of these incidents, in the order of their ids. */
  incidentRows(ids: readonly string[]): Promise<IncidentRow[]>;
  /** UTC instant at which the last report as of an instant was published, but for reports dated ahead of their receipt; null when none is dated. */
  lastPublished(asOf: string): Promise<string | null>;
  /** UTC instant at which the first report since an instant was published, with the same exception. */
  firstPublished(since: string): Promise<string | null>;
  findings(filter: FindingFilter, page: PageRequest): Promise<Page<Finding>>;
  findingsFor(incidents: readonly string[]): Promise<Finding[]>;
  /** What the findings of an incident were before, the latest first; also of an incident that is no more. */
  pastFindings(incident: string): Promise<PastFindings[]>;
  /** Per agreement and clause, how many findings have which outcome. */
  agreements(): Promise<AgreementCounts[]>;
  refusals(page: PageRequest): Promise<Page<RecordedRefusal>>;
  decisions: Turn['decisions'];
  keys: Turn['keys'];
  /** Who signed which of these, checked anew, by id. */
  actSignatures(decisions: readonly Decision[]): Promise<Map<string, ActSignature>>;
  /** What proves a decision away from the store; null when there is none of this id. */
  actProof(decision: string): Promise<ActProof | null>;
  /** Newest first. */
  decisionPage(page: PageRequest): Promise<Page<Decision>>;
  subjects: Turn['subjects'];
  /** Links that score less than `below`, the weakest first. */
  doubtfulLinks(below: number, page: PageRequest): Promise<Page<DoubtfulLink>>;
  /** Other monitors' lists, by name. */
  lists(): Promise<ListSummary[]>;
  list(id: string): Promise<CounterList | null>;
  /** What a decision replaced, or every past state that is kept of one incident, the latest first. */
  replacedIncidents(of: { decision: string } | { incident: string }): Promise<ReplacedIncident[]>;
  /** Which stories reports told before a decision changed it, by report. */
  replacedStories(decision: string): Promise<ReplacedStory[]>;

  /** Incidents that stand near in time and place. */
  candidateIncidents(questions: readonly CandidateQuestion[]): Promise<Incident[]>;
  /** Incidents that rest on any of these reports. */
  incidentsOf(reports: readonly string[]): Promise<Incident[]>;

  counts(): Promise<StoreCounts>;
  ledgerRoot(): Promise<LedgerRoot>;
  entries(page: PageRequest): Promise<Page<Entry>>;
  /** Recomputes everything from the entries and compares it with what is stored. */
  verify(options?: VerifyOptions): Promise<Verification>;

  /** Frees what removed rows held and renews what the planner knows: after much was written, and because PGlite has nobody else to do it. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
