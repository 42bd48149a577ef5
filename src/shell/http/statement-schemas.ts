/** Published shapes of the statements ledger: records, what became of them, reminders, and a speaker's record over time. */
import { z } from '@hono/zod-openapi';
import {
  type PastStatus,
  STATEMENT_FORMS,
  STATEMENT_LIMBS,
  STATEMENT_STATUSES,
  type StatementRecord,
} from '../../model/statement-record.ts';
import { participant, STATEMENT_KINDS, timeInterval } from './coded-report-schemas.ts';
import { reason } from './incident-schemas.ts';

const form = z.enum(STATEMENT_FORMS).openapi('StatementForm');
const status = z.enum(STATEMENT_STATUSES).openapi('StatementStatus');

const statusAnswer = z.object({
  value: status,
  by: z.enum(['program', 'person']),
  because: z.string(),
  reason,
  wouldSettle: z.string().nullable(),
  settles: reason.nullable(),
  decision: z.string().nullable(),
  later: z.string().nullable(),
});
/** What the status was, from each instant at which it changed. */
export const pastStatuses = z.array(z.object({ from: z.string(), status: statusAnswer })) satisfies z.ZodType<
  PastStatus[]
>;

export const statementRecord = z
  .object({
    id: z.string(),
    form,
    kind: z.enum(STATEMENT_KINDS),
    speaker: participant.nullable(),
    addressees: z.array(participant),
    tellings: z.array(
      z.object({ report: z.string(), statement: z.string(), span: z.object({ start: z.int(), end: z.int() }) }),
    ),
    said: timeInterval.nullable(),
    due: timeInterval.nullable(),
    isConditional: z.boolean(),
    topics: z.array(z.string()),
    status: statusAnswer,
    programStatus: statusAnswer.nullable(),
    limbs: z.array(
      z.object({
        limb: z.enum(STATEMENT_LIMBS),
        value: z.enum(['known', 'unknown', 'not-applicable']),
        because: z.string(),
        reason,
        wouldSettle: z.string().nullable(),
        settles: reason.nullable(),
      }),
    ),
    deeds: z.array(
      z.object({
        incident: z.string(),
        relation: z.enum(['carries-out', 'goes-against', 'denied', 'justified', 'beside']),
        certain: z.boolean(),
        place: z.enum(['named', 'elsewhere', 'open', 'none-named']),
        because: z.string(),
        reason,
      }),
    ),
  })
  .openapi('StatementRecord') satisfies z.ZodType<StatementRecord>;

export const speakerMonth = z
  .object({
    month: z.string().nullable(),
    form,
    statuses: z.partialRecord(status, z.array(z.string())),
  })
  .openapi('SpeakerMonth', { description: 'Ids of records by what became of them.' });
