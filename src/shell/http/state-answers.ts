/** Answers about the whole: the situation in figures, what was refused, the ledger and how the program is. */
import { z } from '@hono/zod-openapi';
import { range } from './incident-answers.ts';
import { paged } from './paged.ts';

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
