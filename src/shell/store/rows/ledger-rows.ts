/** Rows of refusals, decisions and entries, read out of their documents. */
import { z } from 'zod';
import { ENTRY_KINDS, type Entry } from '../../../journey/7-record/entry.ts';
import type { RecordedRefusal } from '../../../journey/7-record/refusal.ts';
import { type Decision, determinedSubject } from '../../../model/decision.ts';
import { decisionsInForce } from '../../../model/link-decisions.ts';
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

/** Of what a person found about an incident under a clause; of every other decision none. */
export function determinationRows(decisions: readonly Decision[]): Database['determinations'][] {
  const inForce = new Set(decisionsInForce(decisions).map(({ id }) => id));
  return decisions.flatMap((decision) => {
    const subject = decision.kind === 'determination' ? determinedSubject(decision) : null;
    if (subject === null || subject.incident === null || decision.finds === undefined) return [];
    const { incident, agreement, clause } = subject;
    const { id, finds } = decision;
    return [{ decision: id, incident, agreement, clause, finds, in_force: inForce.has(id) }];
  });
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
