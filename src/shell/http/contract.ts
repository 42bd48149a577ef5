/**
 * What the HTTP interface accepts and answers: one schema per request and response. The server's checks, the web page's
 * types and the API description all come from here.
 */
import { z } from '@hono/zod-openapi';
import type { Decision } from '../../model/decision.ts';
import {
  codedIncident,
  codedStatement,
  HARM_MEASURES,
  incidentTime,
  incidentType,
  modality,
  place,
  timeInterval,
} from './coded-report-schemas.ts';
import { finding, incident, outcome } from './incident-schemas.ts';
import { clausePage, dated, interval, named, partyFields, zone } from './party-schemas.ts';
import { speakerMonth, statementRecord } from './statement-schemas.ts';

export {
  type Analytics,
  analytics,
  type Duties,
  duties,
  type Figure,
  type Implementation,
  implementation,
  type Parity,
  parity,
  type TruceStateAnswer,
  truceState,
} from './analytics-schemas.ts';

export { type PartyList, partyList } from './party-schemas.ts';

import { COUNTED_UNITS, type CountedEvent } from '../../model/counter-list.ts';
import { alignmentKind, DECISION_KINDS, type decisionRequest } from './request-schemas.ts';

/** Every code an error answer can carry, with its HTTP status. */
export const PROBLEM_STATUS = {
  'request/invalid': 400,
  'request/cursor-invalid': 400,
  'request/not-found': 404,
  'request/too-large': 413,
  'request/host-not-allowed': 421,
  'report/refused': 422,
  'review/refused': 409,
  'request/foreign-origin': 403,
  'server/defect': 500,
  'server/store-unavailable': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;
const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457. `title` says what happened, `detail` what was expected, what was found and what to do. */
export const problem = z
  .object({
    type: z.string(),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ where: z.string(), message: z.string() })).exactOptional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;

const range = z.object({ min: z.number(), best: z.number().nullable(), max: z.number().nullable() });
const actorName = z.object({ actor: z.string().nullable(), name: z.string() }).openapi('ActorName');

const incidentRow = z
  .object({
    id: z.string(),
    type: incidentType,
    modality,
    completed: z.boolean(),
    aggregate: z.boolean(),
    time: incidentTime.nullable(),
    place: place.omit({ spans: true }).nullable(),
    placeRadiusKm: z.number().nullable(),
    harm: z.partialRecord(z.enum(HARM_MEASURES), range),
    accused: z.array(actorName),
    attributionStatus: incident.shape.attributionStatus,
    origins: z.int(),
    reports: z.int(),
    contradictions: z.int(),
    /** The strongest outcome of its findings; null when no clause could concern it. */
    outcome: outcome.nullable(),
    illustrative: z.boolean(),
  })
  .openapi('IncidentRow');
export type IncidentRow = z.infer<typeof incidentRow>;

const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });
export const incidentPage = paged(incidentRow).openapi('IncidentPage');
export type IncidentPage = z.infer<typeof incidentPage>;

/** The words a span points at, with a little of the text on either side. */
const passage = z
  .object({ start: z.int(), end: z.int(), before: z.string(), quote: z.string(), after: z.string() })
  .openapi('Passage');
export type Passage = z.infer<typeof passage>;

const reportRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
    incidents: z.int(),
    statements: z.int(),
    story: z.string().nullable(),
    origin: z.string().nullable(),
    illustrative: z.boolean(),
    /** Set when a stage of the journey refused it. */
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi('ReportRow');
export type ReportRow = z.infer<typeof reportRow>;
export const reportPage = paged(reportRow).openapi('ReportPage');
export type ReportPage = z.infer<typeof reportPage>;

export const reportDetail = reportRow
  .extend({
    text: z.string(),
    publishedBasis: z.string().nullable(),
    byline: z.string().nullable(),
    url: z.string().nullable(),
    notes: z.array(z.object({ code: z.string(), message: z.string() })),
    /** Incidents that its coded incidents were linked to. */
    linked: z.array(z.object({ coded: z.string(), incident: z.string() })),
  })
  .openapi('ReportDetail');
export type ReportDetail = z.infer<typeof reportDetail>;

/** What one report tells of an incident, with the words. */
const account = z.object({ report: reportRow, coded: codedIncident, passages: z.array(passage) }).openapi('Account');

/** What a person found; a finding of the program never says so. */
const determination = z
  .object({
    decision: z.string(),
    agreement: z.string(),
    clause: z.string(),
    finds: z.string(),
    by: z.string(),
    at: z.string(),
    reason: z.string(),
    /** False: the findings have changed since the person decided. */
    isOverTheseFindings: z.boolean(),
  })
  .openapi('Determination');
const clauseName = z.object({ agreement: z.string(), id: z.string(), title: z.string() });
export const incidentDetail = z
  .object({
    incident,
    row: incidentRow,
    /** One per linked coded incident: what that report says, with the words. */
    sources: z.array(account),
    findings: z.array(finding),
    clauses: z.array(clauseName),
    determinations: z.array(determination),
  })
  .openapi('IncidentDetail');
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const findingHistory = z
  .object({
    items: z.array(
      z.object({
        entry: z.int(),
        replacedBy: z.int(),
        at: z.string(),
        reason: z.string(),
        findings: z.array(finding),
      }),
    ),
  })
  .openapi('FindingHistory', { description: 'Findings that others took the place of, the latest first.' });
export const findingPage = paged(finding).openapi('FindingPage');
export type FindingPage = z.infer<typeof findingPage>;
const decision = z
  .object({
    id: z.string(),
    kind: z.enum(DECISION_KINDS),
    about: z.array(z.string()),
    finds: z.string().exactOptional(),
    seen: z.string().exactOptional(),
    reason: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .openapi('Decision') satisfies z.ZodType<Decision>;
const decisionRow = z
  .object({
    decision,
    /** Id of the decision that undid it; null while it holds. */
    undoneBy: z.string().nullable(),
  })
  .openapi('DecisionRow');
export type DecisionRow = z.infer<typeof decisionRow>;
export const decisionPage = paged(decisionRow).openapi('DecisionPage');
export type DecisionPage = z.infer<typeof decisionPage>;
export const decisionDetail = decisionRow
  .extend({
    /** What the incidents were before it, each as its entry of the ledger has it. */
    before: z.array(z.object({ entry: z.int(), incident })),
    /** The incidents that those accounts are in today. */
    now: z.array(incident),
    reports: z.array(reportRow),
  })
  .openapi('DecisionDetail');
export type DecisionDetail = z.infer<typeof decisionDetail>;
export const decided = z.object({ decision, changed: z.array(z.string()) }).openapi('Decided');
export type Decided = z.infer<typeof decided>;
export type DecisionRequest = z.infer<typeof decisionRequest>;

const doubt = z
  .object({
    account,
    score: z.number(),
    reasons: z.array(z.string()),
    incident: incidentRow,
    /** Some of the other accounts of the incident. */
    others: z.array(account),
    /** `report#coded` of every other account. */
    otherRefs: z.array(z.string()),
  })
  .openapi('Doubt');
export type Doubt = z.infer<typeof doubt>;
export const doubtPage = paged(doubt).openapi('DoubtPage');
export type DoubtPage = z.infer<typeof doubtPage>;
const nearMiss = z
  .object({ incident: incidentRow, score: z.number(), reasons: z.array(z.string()), refs: z.array(z.string()) })
  .openapi('NearMiss');
export const nearMissList = z.object({ items: z.array(nearMiss) }).openapi('NearMissList');
export type NearMissList = z.infer<typeof nearMissList>;

const listSummary = z
  .object({ id: z.string(), name: z.string(), mapping: z.string(), events: z.int() })
  .openapi('ListSummary');
export const listOfLists = z.object({ items: z.array(listSummary) }).openapi('ListOfLists');
export type ListOfLists = z.infer<typeof listOfLists>;
const countedEvent = z
  .object({
    id: z.string(),
    row: z.int(),
    unit: z.enum(COUNTED_UNITS),
    counter: z.string(),
    clause: z.string().nullable(),
    time: timeInterval.nullable(),
    place: place.omit({ spans: true }).nullable(),
    theirType: z.string().nullable(),
    types: z.array(incidentType),
    killed: range.nullable(),
    injured: range.nullable(),
    note: z.string().nullable(),
  })
  .openapi('CountedEvent') satisfies z.ZodType<CountedEvent>;
const listAlignment = z
  .object({
    kind: alignmentKind,
    theirs: z.array(countedEvent),
    ours: z.array(incidentRow),
    score: z.number().nullable(),
    reasons: z.array(z.string()),
    killed: z.object({
      theirs: range.nullable(),
      ours: range.nullable(),
      verdict: z.enum(['agree', 'differ', 'unknown']),
    }),
  })
  .openapi('ListAlignment');
export type ListAlignment = z.infer<typeof listAlignment>;
export const listDetail = paged(listAlignment)
  .extend({
    list: listSummary,
    /** How many alignments there are of each kind. */
    kinds: z.record(alignmentKind, z.int()),
    /** Of those with figures on both sides, how many cannot both be right. */
    differ: z.int(),
    refused: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
  })
  .openapi('ListDetail');
export type ListDetail = z.infer<typeof listDetail>;

const statementRow = z
  .object({
    report: reportRow.pick({ id: true, title: true, source: true, published: true, illustrative: true }),
    statement: codedStatement,
    passage,
    deadlineWords: z.string().nullable(),
  })
  .openapi('StatementRow');
export type StatementRow = z.infer<typeof statementRow>;
export const statementPage = paged(statementRow).openapi('StatementPage');
export type StatementPage = z.infer<typeof statementPage>;

const ledgerRow = z
  .object({
    record: statementRecord,
    /** Of its first telling, as are the words. */
    report: statementRow.shape.report,
    passage,
    deadlineWords: z.string().nullable(),
    /** Of the actors that it names by id. */
    names: z.array(actorName),
  })
  .openapi('StatementLedgerRow');
export type StatementLedgerRow = z.infer<typeof ledgerRow>;
export const ledgerPage = paged(ledgerRow)
  .extend({ /** The instant as of which statuses hold. */ asOf: z.string() })
  .openapi('StatementLedgerPage');
export type StatementLedgerPage = z.infer<typeof ledgerPage>;
export const ledgerRecord = ledgerRow
  .extend({
    asOf: z.string(),
    tellings: z.array(z.object({ report: statementRow.shape.report, passage })),
    /** The incidents of its deeds. */
    incidents: z.array(incidentRow),
  })
  .openapi('StatementLedgerRecord');
export type StatementLedgerRecord = z.infer<typeof ledgerRecord>;
export const reminders = z
  .object({
    asOf: z.string(),
    withinDays: z.int(),
    /** Falls due within these days. */
    due: z.array(ledgerRow),
    /** Fell due within these days; no person has said what became of it. */
    past: z.array(ledgerRow),
  })
  .openapi('Reminders');
export type Reminders = z.infer<typeof reminders>;

const outcomeCounts = z.partialRecord(outcome, z.int());
const agreementRow = z
  .object({
    id: z.string(),
    name: z.string(),
    signed: z.string().nullable(),
    inForce: timeInterval,
    timeZone: z.string(),
    clauses: z.int(),
    sides: z.array(z.string()),
    findings: outcomeCounts,
  })
  .openapi('AgreementRow');
export type AgreementRow = z.infer<typeof agreementRow>;
export const agreementList = z.object({ items: z.array(agreementRow) }).openapi('AgreementList');
export type AgreementList = z.infer<typeof agreementList>;

const clauseDetail = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  says: z.string(),
  modality: z.string(),
  instrument: z.string(),
  where: z.string().nullable(),
  bearers: z.array(named),
  counterparties: z.array(named),
  mirror: z.string().nullable(),
  exceptions: z.array(z.string()),
  checked: z.boolean(),
  source: z.string(),
  note: z.string().nullable(),
  findings: outcomeCounts,
});
export type ClauseDetail = z.infer<typeof clauseDetail>;
export const agreementDetail = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    signed: z.string().nullable(),
    inForce: timeInterval,
    timeZone: z.string(),
    notes: z.array(z.string()),
    asymmetries: z.array(z.string()),
    instruments: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        date: z.string(),
        adds: z.string(),
        url: z.string().nullable(),
        checked: z.boolean(),
      }),
    ),
    sides: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        bindsBy: z.enum(['association', 'acceptance']),
        note: z.string().nullable(),
        members: z.array(named),
      }),
    ),
    adherence: z.array(
      z.object({
        actor: named,
        registrar: z.string(),
        status: z.enum(['accepted', 'suspended', 'left', 'not-listed']),
        ...dated,
      }),
    ),
    excluded: z.array(z.object({ actor: named, authority: z.string(), ...dated })),
    intervals: z.array(interval),
    zones: z.array(zone),
    clauses: z.array(clauseDetail),
    findings: outcomeCounts,
  })
  .openapi('AgreementDetail');
export type AgreementDetail = z.infer<typeof agreementDetail>;

export const clauseAnswer = clausePage.extend({ clause: clauseDetail }).openapi('ClauseAnswer');
export type ClauseAnswer = z.infer<typeof clauseAnswer>;
export const partyDetail = z
  .object({
    ...partyFields,
    /** What became of its words, month by month. */
    record: z.array(speakerMonth),
    /** Claims of restraint and denials with incidents of the same party beside them; what it means is for the reader. */
    wordAndDeed: z.array(ledgerRow),
    /** True when it made more statements than were looked at. */
    truncated: z.boolean(),
    asOf: z.string(),
  })
  .openapi('PartyDetail');
export type PartyDetail = z.infer<typeof partyDetail>;

const mapPoint = z
  .object({
    id: z.string(),
    type: incidentType,
    latitude: z.number(),
    longitude: z.number(),
    place: z.string().nullable(),
    name: z.string().nullable(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    precision: place.shape.precision,
    radiusKm: z.number().nullable(),
    start: z.string().nullable(),
    killedMin: z.number().nullable(),
    killedMax: z.number().nullable(),
    outcome: outcome.nullable(),
    aggregate: z.boolean(),
  })
  .openapi('MapPoint');
export const mapPoints = z.object({ points: z.array(mapPoint), truncated: z.boolean() }).openapi('MapPoints');
export type MapPoints = z.infer<typeof mapPoints>;

const facet = z.array(z.object({ id: z.string(), name: z.string(), incidents: z.int() }));
export const situationSummary = z
  .object({
    incidents: z.int(),
    reports: z.int(),
    illustrative: z.boolean(),
    period: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
    /** Killed over single events that are held to have happened; totals over several events are never in it. */
    killed: range,
    days: z.array(z.object({ day: z.string(), incidents: z.int(), killed: range, reporting: z.int() })),
    types: facet,
    parties: facet,
    outcomes: facet,
    clauses: facet,
    undated: z.int(),
    unplaced: z.int(),
  })
  .openapi('SituationSummary');
export type SituationSummary = z.infer<typeof situationSummary>;

const refusalRow = z
  .object({
    id: z.string(),
    capture: z.string(),
    ordinal: z.int().nullable(),
    report: z.string().nullable(),
    stage: z.enum(['read', 'code', 'corroborate', 'assess', 'record']),
    code: z.string(),
    where: z.string(),
    message: z.string(),
    at: z.string(),
  })
  .openapi('RefusalRow');
export const refusalPage = paged(refusalRow).openapi('RefusalPage');

export const ledgerRoot = z
  .object({ size: z.int(), root: z.string(), at: z.string().nullable() })
  .openapi('LedgerRoot', {
    description:
      'RFC 9162 tree hash (SHA-256, hexadecimal) over the first `size` entries; `at` is the instant of the last.',
  });
export type LedgerRoot = z.infer<typeof ledgerRoot>;

export const health = z
  .object({
    /** `filling` while captured reports still wait to be read. */
    status: z.enum(['ready', 'filling']),
    version: z.string(),
    knowledge: z.string(),
    reports: z.int(),
    incidents: z.int(),
    unfinished: z.int(),
    refusals: z.int(),
  })
  .openapi('Health');
export type Health = z.infer<typeof health>;
