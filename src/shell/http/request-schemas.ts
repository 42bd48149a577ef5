/** What requests may ask: filters, pages and the text to code, each bounded. */
import { z } from '@hono/zod-openapi';
import { NAME_LANGUAGES } from '../../model/agreement.ts';
import { SEVERITIES, TOPICS } from '../../model/incident.ts';
import { INCIDENT_TYPES } from '../../model/incident-types.ts';
import { STATEMENT_FORMS, STATEMENT_STATUSES } from '../../model/statement-record.ts';
import { HARM_MEASURES, STATEMENT_KINDS } from './coded-report-schemas.ts';
import { OUTCOMES } from './incident-schemas.ts';

/** Most points of the map that one answer holds. */
export const MAP_POINT_LIMIT = 5000;
/** Longest text that POST /api/v1/code takes, in UTF-16 code units. */
export const CODE_TEXT_LIMIT = 200_000;
const PAGE_LIMIT = { default: 50, max: 200 } as const;

/** PostgreSQL knows no year 0, and no text with a NUL in it. */
const day = z
  .string()
  .regex(/^(?!0000)\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine((text) => isDay(text), 'a day that exists');
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const WITHOUT_NUL = /^[^\0]*$/;
const search = z.string().trim().min(1).max(200).regex(WITHOUT_NUL, 'text without NUL');
const token = z.string().min(1).max(120).regex(WITHOUT_NUL, 'text without NUL');
/** An id in a path. */
export const idParam = z.object({ id: z.string().max(200).regex(WITHOUT_NUL, 'an id without NUL') });
export const languageParam = z.object({ language: z.enum(NAME_LANGUAGES) });
export const clauseParam = z.object({
  ...idParam.shape,
  clause: z.string().max(100).regex(WITHOUT_NUL, 'a clause id without NUL'),
});
/** "a,b,c" as a list; several values of one filter mean "any of them". */
const parts = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').filter((part) => part !== ''));
const tokens = parts.pipe(z.array(token).min(1).max(50));
/** All forces of one side may be asked for at once. */
const actors = z
  .string()
  .max(12_000)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(token).min(1).max(400));
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

export const pageQuery = {
  cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.default),
};
const said = (description: string) => ({ description, type: 'string' }) as const;
const filters = {
  from: day.optional().openapi(said('first day, `YYYY-MM-DD`')),
  to: day.optional().openapi(said('last day, `YYYY-MM-DD`')),
  type: oneOf(INCIDENT_TYPES).optional().openapi(said('incident types')),
  party: actors.optional().openapi(said('actor ids among the accused (`sy.military`)')),
  clause: tokens.optional().openapi(said('clauses as `agreement/clause` (`syria-2016/G2`), or clause ids')),
  outcome: oneOf([...OUTCOMES, 'not-assessed'])
    .optional()
    .openapi(said('outcomes of findings, or `not-assessed`')),
  bbox: bbox.optional().openapi(said('`west,south,east,north` in degrees; west > east crosses the antimeridian')),
  q: search.optional().openapi(said('words that must all occur')),
  contradiction: oneOf(TOPICS).optional().openapi(said('what its sources contradict each other about')),
  severity: oneOf(SEVERITIES).optional().openapi(said('how badly they do, about the topics asked for or about any')),
};
/** What else incidents can be asked for; figures of the analytics link to lists that are filtered so. */
const figureFilters = {
  agreement: tokens.optional().openapi(said('agreements under which there is a finding')),
  area: tokens.optional().openapi(said('`country/first-order division` (`SY/Idlib`), or a country')),
  weapon: tokens.optional().openapi(said('weapon terms')),
  target: tokens.optional().openapi(said('objects that were hit')),
  day: parts.pipe(z.array(day).min(1).max(50)).optional().openapi(said('local days it happened on, `YYYY-MM-DD`')),
  evidence: oneOf(['reported', 'corroborated', 'adjudicated'])
    .optional()
    .openapi(said('one origin, two or more independent origins, determined by a person')),
  unknown: oneOf(['party', 'area', 'day', 'weapon', 'target']).optional().openapi(said('of which it is not known')),
  harm: oneOf(HARM_MEASURES).optional().openapi(said('that tell of this harm')),
  counted: z.literal('yes').optional().openapi({ description: '`yes`: only what is held to have happened, once' }),
};
const INCIDENT_SORTS = ['newest', 'oldest', 'killed', 'origins', 'disagreement'] as const;
export const incidentFilter = z.object(filters);
export type IncidentFilterQuery = z.infer<typeof incidentFilter>;
export const incidentQuery = z.object({
  ...filters,
  ...figureFilters,
  sort: z.enum(INCIDENT_SORTS).default('newest'),
  ...pageQuery,
});
export const findingQuery = z.object({
  agreement: token.optional().openapi(said('one agreement')),
  clause: token.optional().openapi(said('one clause')),
  outcome: oneOf(OUTCOMES).optional().openapi(said('outcomes')),
  party: actors.optional().openapi(said('actor ids whose conduct it is about')),
  ...pageQuery,
});
export const elsewhereQuery = z.object({
  place: search.openapi({ description: 'name of a place, or coordinates as `33.46, 36.23` (latitude first)' }),
  choice: token.optional().openapi(said('id of one of the places of that name; the likeliest, when absent')),
});
export const reportQuery = z.object({
  from: filters.from,
  to: filters.to,
  source: tokens.optional().openapi(said('names of outlets')),
  story: z
    .string()
    .max(200)
    .regex(WITHOUT_NUL, 'an id without NUL')
    .optional()
    .openapi(said('id of a story: the reports that tell it')),
  q: filters.q,
  ...pageQuery,
});
export const statementQuery = z.object({
  from: filters.from,
  to: filters.to,
  kind: oneOf(STATEMENT_KINDS).optional().openapi(said('kinds of statement')),
  speaker: tokens.optional().openapi(said('actor ids of speakers')),
  deadline: z
    .enum(['with', 'any'])
    .default('any')
    .openapi({ description: '`with`: only statements that name a time by which' }),
  q: filters.q,
  ...pageQuery,
});
const { counted: _, harm: _harm, ...analyticsFilters } = figureFilters;
export const analyticsQuery = z.object({ ...filters, ...analyticsFilters });
export const stateQuery = z.object({
  agreement: token.optional().openapi({ description: 'one agreement' }),
  area: figureFilters.area,
  party: filters.party,
  to: day.optional().openapi(said('last day; the last on which an incident or a report is known, when absent')),
  recentDays: z.coerce.number().int().min(3).max(90).default(7),
  baselineFrom: day.optional().openapi(said('first day of the baseline; the start of the agreement, when absent')),
  baselineTo: day.optional().openapi(said('last day of the baseline; a fortnight, when absent')),
});
const instant = z.union([day, z.iso.datetime({ offset: true })]);
export const untilQuery = z.object({
  until: day
    .optional()
    .openapi(said('day up to which a duty without an end is counted; the end of the agreement or today, when absent')),
});
/** A day is asked about as it ended, everywhere on earth the same: in UTC. */
const asOf = instant
  .transform((text) => (text.length === 10 ? `${text}T23:59:59.999Z` : text))
  .optional()
  .openapi(said('day (as it ended, UTC) or instant as of which it is asked; now, when absent'));
export const ledgerQuery = z.object({
  from: filters.from,
  to: filters.to,
  form: oneOf(STATEMENT_FORMS).optional().openapi(said('forms of statement')),
  status: oneOf(STATEMENT_STATUSES).optional().openapi(said('what became of it')),
  speaker: tokens.optional().openapi(said('actor ids of speakers')),
  deadline: z
    .enum(['with', 'any'])
    .default('any')
    .openapi({ description: '`with`: only statements that name a time by which' }),
  q: filters.q,
  asOf,
  ...pageQuery,
});
/** A record of the statements ledger: `report#statement`. */
export const recordParam = z.object({
  id: z
    .string()
    .max(400)
    .regex(/^[^\0]*#[^\0#]+$/, '`report#statement`, escaped'),
});
export const asOfQuery = z.object({ asOf });
export const reminderQuery = z.object({
  asOf,
  withinDays: z.coerce.number().int().min(1).max(366).default(14),
});
export const codeRequest = z
  .object({
    text: z.string().min(1).max(CODE_TEXT_LIMIT),
    title: z.string().max(1000).optional(),
    published: day.optional(),
  })
  .openapi('CodeRequest');
export type CodeRequest = z.infer<typeof codeRequest>;

const hex = (digits: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`), `${digits} lower-case hexadecimal digits`);
export const keyParam = z.object({ fingerprint: hex(64) });
export const keyRequest = z
  .object({
    name: z.string().min(1).max(200).regex(WITHOUT_NUL, 'text without NUL'),
    publicKey: hex(64),
    /** The key's signature over its algorithm, fingerprint, public key and name. */
    proof: hex(128),
  })
  .openapi('KeyRequest');
export const retireRequest = z
  .object({ reason: z.string().min(1).max(200).regex(WITHOUT_NUL, 'text without NUL') })
  .openapi('RetireRequest');

export const DECISION_KINDS = [
  'link',
  'separate',
  'join-story',
  'part-story',
  'note',
  'undo',
  'determination',
  'status',
] as const;
const MOST_SUBJECTS = 500;
const subject = z.string().min(1).max(600).regex(WITHOUT_NUL, 'text without NUL');
export const decisionRequest = z
  .object({
    kind: z.enum(DECISION_KINDS),
    /** `report#coded` for link and separate, `report:ID` for stories, `decision:ID` for undo, otherwise subjects of the ledger. */
    about: z.array(subject).min(1).max(MOST_SUBJECTS),
    reason: z.string().max(2000).regex(WITHOUT_NUL, 'text without NUL'),
    by: z.string().max(200).regex(WITHOUT_NUL, 'text without NUL'),
    /** What is found: of an incident under a clause, of a clause as a score, or what became of a statement. */
    finds: z.string().max(100).regex(WITHOUT_NUL, 'text without NUL').exactOptional(),
    /** Fingerprint of the key that signs it, registered under the name in `by`. */
    signedBy: hex(64).exactOptional(),
    /** Made over the text of a draft (`POST /api/v1/decisions/draft`); with `at` of that draft. */
    signed: z.object({ at: z.iso.datetime({ precision: 3 }), signature: hex(128) }).exactOptional(),
  })
  .openapi('DecisionRequest');

const MOST_ASKED = 50;
export const decisionQuery = z.object({
  about: z
    .union([subject.transform((one) => [one]), z.array(subject).max(MOST_ASKED)])
    .optional()
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description:
        'only decisions about any of these subjects, as decisions name them, and what undid them, oldest first, on one page; may be repeated',
    }),
  ...pageQuery,
});

export const alignmentKind = z.enum(['agreed', 'different-unit', 'only-theirs', 'only-ours']);
export const listQuery = z.object({ kind: alignmentKind.optional(), ...pageQuery });
