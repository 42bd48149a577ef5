/**
 * What the HTTP interface accepts and answers: one schema per request and response. The server's checks, the web page's
 * types and the API description all come from here.
 */
import { z } from '@hono/zod-openapi';
import {
  codedIncident,
  codedStatement,
  finding,
  HARM_MEASURES,
  INCIDENT_TYPES,
  incident,
  incidentTime,
  incidentType,
  modality,
  OUTCOMES,
  outcome,
  place,
  STATEMENT_KINDS,
  timeInterval,
} from './model-schemas.ts';

/** Every code an error answer can carry, with its HTTP status. */
export const PROBLEM_STATUS = {
  'request/invalid': 400,
  'request/cursor-invalid': 400,
  'request/not-found': 404,
  'request/method-not-allowed': 405,
  'request/too-large': 413,
  'request/unsupported-media-type': 415,
  'report/refused': 422,
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

/** Longest text that POST /api/v1/code takes, in UTF-16 code units. */
export const CODE_TEXT_LIMIT = 200_000;
export const PAGE_LIMIT = { default: 50, max: 200 } as const;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'a day that exists');
const search = z.string().trim().min(1).max(200);
const token = z.string().min(1).max(120);
/** "a,b,c" as a list; several values of one filter mean "any of them". */
const parts = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').filter((part) => part !== ''));
const tokens = parts.pipe(z.array(token).min(1).max(50));
const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  parts.pipe(z.array(z.enum(values)).min(1).max(50));
/** west,south,east,north in degrees (RFC 7946 order); west > east crosses the antimeridian. */
const bbox = z
  .string()
  .max(100)
  .transform((text) => text.split(',').map(Number))
  .pipe(
    z.tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ]),
  )
  .refine(([, south, , north]) => south <= north, 'west,south,east,north with south <= north');

const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.default),
};
const filters = {
  from: day.optional(),
  to: day.optional(),
  type: oneOf(INCIDENT_TYPES).optional(),
  party: tokens.optional(),
  clause: tokens.optional(),
  outcome: oneOf([...OUTCOMES, 'not-assessed']).optional(),
  bbox: bbox.optional(),
  q: search.optional(),
};
export const INCIDENT_SORTS = ['newest', 'oldest', 'killed', 'origins'] as const;
export const incidentFilter = z.object(filters);
export type IncidentFilterQuery = z.infer<typeof incidentFilter>;
export const incidentQuery = z.object({ ...filters, sort: z.enum(INCIDENT_SORTS).default('newest'), ...pageQuery });
export type IncidentQuery = z.infer<typeof incidentQuery>;
export const reportQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  source: tokens.optional(),
  q: search.optional(),
  ...pageQuery,
});
export type ReportQuery = z.infer<typeof reportQuery>;
export const statementQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  kind: oneOf(STATEMENT_KINDS).optional(),
  speaker: tokens.optional(),
  deadline: z.enum(['with', 'any']).default('any'),
  q: search.optional(),
  ...pageQuery,
});
export type StatementQuery = z.infer<typeof statementQuery>;
export const codeRequest = z
  .object({
    text: z.string().min(1).max(CODE_TEXT_LIMIT),
    title: z.string().max(1000).optional(),
    published: day.optional(),
  })
  .openapi('CodeRequest');
export type CodeRequest = z.infer<typeof codeRequest>;

const range = z.object({ min: z.number(), best: z.number().nullable(), max: z.number().nullable() });
const actorName = z.object({ actor: z.string().nullable(), name: z.string() }).openapi('ActorName');
export type ActorName = z.infer<typeof actorName>;

export const incidentRow = z
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

export const reportRow = z
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

export const clauseName = z.object({ agreement: z.string(), id: z.string(), title: z.string() });
export const incidentDetail = z
  .object({
    incident,
    row: incidentRow,
    /** One per linked coded incident: what that report says, with the words. */
    sources: z.array(z.object({ report: reportRow, coded: codedIncident, passages: z.array(passage) })),
    findings: z.array(finding),
    clauses: z.array(clauseName),
  })
  .openapi('IncidentDetail');
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const statementRow = z
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

const outcomeCounts = z.partialRecord(outcome, z.int());
export const agreementRow = z
  .object({
    id: z.string(),
    name: z.string(),
    signed: z.string().nullable(),
    inForce: timeInterval.nullable(),
    clauses: z.int(),
    parties: z.int(),
    findings: outcomeCounts,
  })
  .openapi('AgreementRow');
export type AgreementRow = z.infer<typeof agreementRow>;
export const agreementList = z.object({ items: z.array(agreementRow) }).openapi('AgreementList');
export type AgreementList = z.infer<typeof agreementList>;

export const agreementDetail = agreementRow
  .omit({ clauses: true, parties: true })
  .extend({
    zone: z.string(),
    sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
    notes: z.array(z.string()),
    parties: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.string(),
        facts: z.array(z.object({ status: z.string(), from: z.string().nullable(), source: z.string().nullable() })),
      }),
    ),
    clauses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        words: z.string(),
        type: z.string(),
        modality: z.string(),
        bearers: z.array(z.string()),
        counterparties: z.array(z.string()),
        mirror: z.string().nullable(),
        checked: z.boolean(),
        findings: outcomeCounts,
      }),
    ),
  })
  .openapi('AgreementDetail');
export type AgreementDetail = z.infer<typeof agreementDetail>;

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

export const ledgerRoot = z
  .object({ size: z.int(), root: z.string(), algorithm: z.literal('RFC 9162, SHA-256') })
  .openapi('LedgerRoot');
export type LedgerRoot = z.infer<typeof ledgerRoot>;

export const health = z
  .object({
    status: z.enum(['ready', 'filling']),
    version: z.string(),
    reports: z.int(),
    incidents: z.int(),
    illustrative: z.boolean(),
    coder: z.object({ version: z.string(), knowledge: z.string() }),
  })
  .openapi('Health');
export type Health = z.infer<typeof health>;
