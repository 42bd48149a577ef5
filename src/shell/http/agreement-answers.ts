/** Answers about agreements, their clauses and the parties bound by them. */
import { z } from '@hono/zod-openapi';
import { NAME_LANGUAGES } from '../../model/agreement.ts';
import { timeInterval } from './coded-report-schemas.ts';
import { outcome } from './incident-schemas.ts';
import { clausePage, dated, interval, named, partyFields, zone } from './party-schemas.ts';
import { ledgerRow } from './statement-answers.ts';
import { speakerMonth } from './statement-schemas.ts';

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
    /** Other instruments that took its place, or came beside it, while it was in force. */
    replaced: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        note: z.string().nullable(),
        source: z.string(),
        checked: z.boolean(),
      }),
    ),
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

export const nameTable = z
  .object({
    language: z.enum(NAME_LANGUAGES),
    /** `name`: the English name as every other answer holds it. */
    items: z.array(z.object({ name: z.string(), said: z.string() })),
  })
  .openapi('NameTable');
export type NameTable = z.infer<typeof nameTable>;

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
