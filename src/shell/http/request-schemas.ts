/** What requests may ask: filters, pages and the text to code, each bounded. */
import { z } from '@hono/zod-openapi';
import { INCIDENT_TYPES, STATEMENT_KINDS } from './coded-report-schemas.ts';
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

export const pageQuery = {
  cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.default),
};
const said = (description: string) => ({ description, type: 'string' }) as const;
const filters = {
  from: day.optional().openapi(said('first day, `YYYY-MM-DD`')),
  to: day.optional().openapi(said('last day, `YYYY-MM-DD`')),
  type: oneOf(INCIDENT_TYPES).optional().openapi(said('incident types')),
  party: tokens.optional().openapi(said('actor ids among the accused (`sy.military`)')),
  clause: tokens.optional().openapi(said('clauses as `agreement/clause` (`syria-2016/G2`), or clause ids')),
  outcome: oneOf([...OUTCOMES, 'not-assessed'])
    .optional()
    .openapi(said('outcomes of findings, or `not-assessed`')),
  bbox: bbox.optional().openapi(said('`west,south,east,north` in degrees; west > east crosses the antimeridian')),
  q: search.optional().openapi(said('words that must all occur')),
};
const INCIDENT_SORTS = ['newest', 'oldest', 'killed', 'origins'] as const;
export const incidentFilter = z.object(filters);
export type IncidentFilterQuery = z.infer<typeof incidentFilter>;
export const incidentQuery = z.object({ ...filters, sort: z.enum(INCIDENT_SORTS).default('newest'), ...pageQuery });
export const reportQuery = z.object({
  from: filters.from,
  to: filters.to,
  source: tokens.optional().openapi(said('names of outlets')),
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
export const codeRequest = z
  .object({
    text: z.string().min(1).max(CODE_TEXT_LIMIT),
    title: z.string().max(1000).optional(),
    published: day.optional(),
  })
  .openapi('CodeRequest');
export type CodeRequest = z.infer<typeof codeRequest>;
