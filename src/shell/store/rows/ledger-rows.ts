/** Rows of refusals, decisions and entries, read out of their documents. */
import { z } from 'zod';
import { ENTRY_KINDS, type Entry } from '../../../journey/7-record/entry.ts';
import type { RecordedRefusal } from '../../../journey/7-record/refusal.ts';
import type { Decision } from '../../../model/decision.ts';
import type { Database, JsonText } from '../schema.ts';
import { instantOf, plainText } from './column-values.ts';

const UNDATED = '0001-01-01T00:00:00';

export function refusalRow(refusal: RecordedRefusal, document: JsonText): Database['refusals'] {
  return {
    id: refusal.id,
    capture: refusal.capture,
    report: refusal.report === null ? null : plainText(refusal.report),
    stage: refusal.stage,
    code: refusal.code,
    at: instantOf(refusal.at) ?? UNDATED,
    document,
  };
}

export function decisionRow(decision: Decision, document: JsonText): Database['decisions'] {
  return {
    id: decision.id,
    kind: decision.kind,
    made_by: plainText(decision.by),
    at: instantOf(decision.at) ?? UNDATED,
    document,
  };
}

export function entryRow(entry: Entry, json: JsonText, leaf: string): Database['entries'] {
  return { index: entry.index, kind: entry.kind, subject: entry.subject, body: entry.body, leaf, document: json };
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The ledger may have been written to by others than us, so an entry is checked before it is believed. */
export const entrySchema: z.ZodType<Entry> = z.strictObject({
  format: z.literal('entry/1'),
  index: z.int().min(0),
  kind: z.enum(ENTRY_KINDS),
  subject: z.string().min(1),
  at: z.string(),
  by: z.string(),
  body: hash.nullable(),
  previous: hash.nullable(),
});
