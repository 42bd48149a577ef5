/** Answers about statements as reports tell them, and about the ledger of what became of them. */
import { z } from '@hono/zod-openapi';
import { codedStatement } from './coded-report-schemas.ts';
import { actorName, incidentRow } from './incident-answers.ts';
import { paged } from './paged.ts';
import { passage, reportRow } from './report-answers.ts';
import { pastStatuses, statementRecord } from './statement-schemas.ts';

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

export const ledgerRow = z
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
    /** How it stood from each instant at which that changed, until `asOf`. */
    history: pastStatuses,
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
