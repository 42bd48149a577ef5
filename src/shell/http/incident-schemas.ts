/** Published shapes of the model as schemas: incidents and findings, checked against the model's types when compiled. */
import { z } from '@hono/zod-openapi';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import {
  attribution,
  count,
  eventCodes,
  incidentTime,
  incidentType,
  modality,
  participant,
  place,
  share,
  spans,
  target,
} from './coded-report-schemas.ts';

const limb = z.object({
  value: z.enum(['met', 'not-met', 'unknown', 'not-applicable']),
  because: z.string(),
  spans: z.array(z.object({ report: z.string(), start: z.int(), end: z.int() })),
  wouldSettle: z.string().exactOptional(),
  raised: z.boolean().exactOptional(),
});
export const OUTCOMES = [
  'breach-indicated',
  'exception-claimed',
  'indeterminate',
  'consistent',
  'outside-scope',
] as const;
export const outcome = z.enum(OUTCOMES).openapi('Outcome');

export const finding = z
  .object({
    schema: z.literal('finding/1'),
    incident: z.string(),
    reports: z.array(z.string()),
    agreement: z.string(),
    clause: z.string(),
    mirror: z.string().nullable(),
    outcome,
    limbs: z.object({
      bearer: limb,
      counterparty: limb,
      act: limb,
      means: limb,
      zone: limb,
      time: limb,
      exception: limb,
    }),
    bearers: z.array(z.string()),
    confidence: share,
    summary: z.string(),
  })
  .openapi('Finding') satisfies z.ZodType<Finding>;

const range = { min: z.number(), best: z.number().nullable(), max: z.number().nullable() };
const harmRange = z
  .object({ ...range, rule: z.string(), claims: z.array(z.object({ report: z.string(), origin: z.string(), count })) })
  .openapi('HarmRange');

export const incident = z
  .object({
    id: z.string(),
    type: incidentType,
    codes: eventCodes,
    modality,
    completed: z.boolean(),
    aggregate: z.boolean(),
    links: z.array(
      z.object({
        report: z.string(),
        coded: z.string(),
        origin: z.string(),
        score: z.number(),
        reasons: z.array(z.string()),
      }),
    ),
    time: incidentTime.nullable(),
    place: place.nullable(),
    placeRadiusKm: z.number().nullable(),
    harm: z.object({
      killed: harmRange.exactOptional(),
      injured: harmRange.exactOptional(),
      casualties: harmRange.exactOptional(),
      abducted: harmRange.exactOptional(),
      missing: harmRange.exactOptional(),
      displaced: harmRange.exactOptional(),
    }),
    targets: z.array(target),
    weapons: z.array(z.string()),
    attributions: z.array(
      z.object({
        accused: participant,
        attribution,
        saidBy: z.array(z.object({ name: z.string(), actor: z.string().nullable() })),
        report: z.string(),
        origin: z.string(),
        spans,
      }),
    ),
    attributionStatus: z.enum(['admitted', 'uncontested', 'contested', 'unattributed']),
    contradictions: z.array(
      z.object({
        about: z.enum(['harm', 'place', 'time', 'culprit', 'occurrence']),
        message: z.string(),
        severity: z.enum(['minor', 'major']),
        reports: z.array(z.string()),
      }),
    ),
    origins: z.int(),
  })
  .openapi('Incident') satisfies z.ZodType<Incident>;
