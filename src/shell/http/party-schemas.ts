/** Published shapes of parties and of single clauses: who they are in each agreement, what they said, what is said of them. */
import { z } from '@hono/zod-openapi';
import { figures, implementation } from './analytics-schemas.ts';
import { outcome, reason } from './incident-schemas.ts';

export const named = z.object({ id: z.string(), name: z.string() });
export const dated = {
  from: z.string().nullable(),
  until: z.string().nullable(),
  source: z.string(),
  checked: z.boolean(),
};

/** Findings by outcome, each with the list that holds exactly them. */
export const outcomeFigures = z
  .partialRecord(outcome, z.object({ findings: z.int(), list: z.string() }))
  .openapi('OutcomeFigures');

export const interval = z.object({
  id: z.string(),
  names: z.array(z.string()),
  /** Local date-time of the agreement's zone; `end` exclusive; null = open. */
  start: z.string().nullable(),
  end: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string(),
  checked: z.boolean(),
});
export const zone = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['area', 'line']),
  countries: z.array(z.string()),
  admin1: z.array(z.string()),
  /** Outer rings or one path, degrees as `[lon, lat]`; empty = exactly its countries or divisions. */
  paths: z.array(z.array(z.tuple([z.number(), z.number()]))),
  /** How far the drawn edge may be off. */
  toleranceKm: z.number(),
  source: z.string(),
  checked: z.boolean(),
});

const partyRow = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    country: z.string().nullable(),
    /** Agreements in which it is named, as a party, as excluded, or as unsettled. */
    agreements: z.array(named),
    /** Counted incidents that it is accused of, and statements it made, under its own name. */
    incidents: z.int(),
    statements: z.int(),
  })
  .openapi('PartyRow');
export const partyList = z.object({ items: z.array(partyRow) }).openapi('PartyList');
export type PartyList = z.infer<typeof partyList>;

export const standing = z.object({
  agreement: named,
  side: named.nullable(),
  adherence: z.array(
    z.object({ registrar: z.string(), status: z.enum(['accepted', 'suspended', 'left', 'not-listed']), ...dated }),
  ),
  excluded: z.array(z.object({ authority: z.string(), ...dated })),
  /** Why it is not settled whether and on which side it is in the agreement; null when it is. */
  unsettled: z.object({ because: z.string(), wouldSettle: z.string(), source: z.string() }).nullable(),
  findings: outcomeFigures,
});
export const partyFields = {
  id: z.string(),
  name: z.string(),
  role: z.string(),
  country: z.string().nullable(),
  note: z.string().nullable(),
  /** Those it belongs to, nearest first; those that belong to it. Figures and statements are theirs too. */
  above: z.array(named),
  below: z.array(named),
  standings: z.array(standing),
  figures,
};

export const clausePage = z
  .object({
    agreement: named,
    /** Why no event could ever be tested against it; null when one could. */
    untestable: z.string().nullable(),
    untestableReason: reason.nullable(),
    /** What its type adds to the common fields. */
    details: z.record(z.string(), z.unknown()),
    acts: z.array(z.string()),
    fulfils: z.array(z.string()),
    means: z.union([z.literal('any'), z.array(z.string())]),
    needsAdherence: z.boolean(),
    interval: interval.nullable(),
    zone: zone.nullable(),
    exceptions: z.array(z.object({ id: z.string(), title: z.string() })),
    mirror: z.object({ id: z.string(), title: z.string() }).nullable(),
    figures,
    outcomes: outcomeFigures,
    implementation: implementation.shape.items.element,
  })
  .openapi('ClauseFacts');
