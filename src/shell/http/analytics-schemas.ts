/**
 * Published shapes of analytics. Every figure says how many incidents it counts, harm as a range for each measure on its own,
 * and which incidents it was computed from: the first ids, and the address of the list that holds exactly them.
 */
import { z } from '@hono/zod-openapi';
import { HARM_MEASURES } from './coded-report-schemas.ts';
import { outcome, reason, said } from './incident-schemas.ts';

/** Min, best and max; null for `best` is not told, for `max` open above. */
const range = z.object({ min: z.number(), best: z.number().nullable(), max: z.number().nullable() });
const measure = range.extend({ incidents: z.int() }).openapi('MeasureRange', {
  description:
    '`incidents` tell of this measure; the others say nothing of it, which is not zero. `max` null is open above.',
});

export const figure = z
  .object({
    incidents: z.int(),
    harm: z.partialRecord(z.enum(HARM_MEASURES), measure),
    ids: z.array(z.string()),
    list: z.string(),
  })
  .openapi('Figure', {
    description: '`ids` names the first incidents behind it; `list` is the address that lists exactly all of them.',
  });
export type Figure = z.infer<typeof figure>;

/** One origin, two or more independent origins, determined by a person: an incident is in exactly one of the three. */
export const figures = z
  .object({ all: figure, reported: figure, corroborated: figure, adjudicated: figure })
  .openapi('Figures');
const row = z.object({ id: z.string().nullable(), name: z.string(), figures });
const rows = z.array(row);
const period = z.object({ from: z.string(), to: z.string() });

export const analytics = z
  .object({
    /** What was asked, as the filter of the list of incidents. */
    scope: z.record(z.string(), z.string()),
    illustrative: z.boolean(),
    figures,
    /** What matches and is not counted, by why not. */
    leftOut: z.array(
      z.object({
        why: z.enum(['total', 'not-completed', 'denied', 'threatened', 'planned', 'hypothetical']),
        incidents: z.int(),
      }),
    ),
    /** `id` null: not known. An incident with several parties, weapons, targets or clauses is in the row of each. */
    dimensions: z.object({ type: rows, party: rows, clause: rows, area: rows, weapon: rows, target: rows }),
    days: z.array(
      z.object({
        day: z.string(),
        /** Null on a day that nothing is told of. */
        figures: figures.nullable(),
        reports: z.int(),
        sources: z.int(),
      }),
    ),
    /** Incidents of no single day. */
    withoutDay: figures.nullable(),
    /** Outlets that ever reported an incident that matches. */
    sources: z.int(),
  })
  .openapi('Analytics');
export type Analytics = z.infer<typeof analytics>;

const periodCounts = period.extend({
  incidents: z.int(),
  killed: range,
  days: z.int(),
  daysReported: z.int(),
  sources: z.number(),
});
export const truceState = z
  .object({
    scope: z.record(z.string(), z.string()),
    state: z.enum(['more-violence', 'less-violence', 'no-clear-change', 'too-little-known']),
    says: z.string(),
    reason,
    doubts: z.array(said),
    baseline: periodCounts,
    recent: periodCounts,
    ratio: z.object({ min: z.number(), best: z.number(), max: z.number() }).nullable(),
    index: z.object({ value: z.number(), incidents: z.number(), killed: z.number(), words: z.number() }),
    movers: z.array(
      z.object({
        kind: z.enum(['incident', 'statement']),
        id: z.string(),
        day: z.string(),
        /** In English; `reason` is the same as data. */
        says: z.string(),
        reason,
        moved: z.number(),
      }),
    ),
    changePoints: z.array(
      z.object({
        day: z.string(),
        from: z.string(),
        until: z.string(),
        probability: z.number(),
        before: z.number(),
        after: z.number(),
      }),
    ),
    days: z.array(z.object({ day: z.string(), incidents: z.int(), killed: range, sources: z.int(), list: z.string() })),
  })
  .openapi('TruceState');
export type TruceStateAnswer = z.infer<typeof truceState>;

const dutySpan = z.object({
  incident: z.string(),
  outcome,
  persons: range.nullable(),
  days: range,
  personDays: range.nullable(),
  because: z.string(),
  reason,
});
export const duties = z
  .object({
    agreement: z.string(),
    /** Day up to which a duty without an end is counted. */
    until: z.string(),
    items: z.array(
      z.object({
        clause: z.string(),
        title: z.string(),
        spans: z.array(dutySpan),
        personDays: range.nullable(),
        withoutPersons: z.array(z.string()),
        fulfilled: z.array(z.string()),
        /** True when there were more findings than are looked at. */
        truncated: z.boolean(),
      }),
    ),
  })
  .openapi('Duties');
export type Duties = z.infer<typeof duties>;

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export const implementation = z
  .object({
    agreement: z.string(),
    items: z.array(
      z.object({
        clause: z.string(),
        title: z.string(),
        /** Both ends: with and without what is open counted against it. Null: nothing recorded could tell. */
        score: z.object({ min: score, max: score }).nullable(),
        by: z.enum(['program', 'person']),
        reasons: z.array(said),
        kept: z.array(z.string()),
        against: z.array(z.string()),
        open: z.array(z.string()),
        decision: z.string().nullable(),
        truncated: z.boolean(),
      }),
    ),
  })
  .openapi('Implementation');
export type Implementation = z.infer<typeof implementation>;

export const parity = z
  .object({
    agreement: z.string(),
    sides: z.array(
      z.object({
        side: z.string(),
        name: z.string(),
        figures,
        outcomes: z.partialRecord(outcome, z.object({ findings: z.int(), list: z.string() })),
      }),
    ),
    doubts: z.array(
      z.object({ about: z.enum(['corroboration', 'adjudication', 'indeterminacy']), says: z.string(), reason }),
    ),
  })
  .openapi('Parity');
export type Parity = z.infer<typeof parity>;
