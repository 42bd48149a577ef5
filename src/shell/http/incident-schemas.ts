/** Published shapes of the model as schemas: incidents and findings, checked against the model's types when compiled. */
import { z } from '@hono/zod-openapi';
import type { Finding } from '../../model/finding.ts';
import { type Incident, SEVERITIES, TOPICS } from '../../model/incident.ts';
import type { Reason } from '../../model/reason.ts';
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

export const reason: z.ZodType<Reason> = z
  .object({
    code: z.string(),
    values: z.record(
      z.string(),
      z.lazy(() =>
        z.union([
          z.string(),
          z.number(),
          z.object({ type: incidentType }),
          z.object({ count: z.number(), of: z.enum(['incidents', 'days']) }),
          reason,
          z.array(reason),
        ]),
      ),
    ),
  })
  .openapi('Reason', { description: 'A sentence as data: its code and what it was filled with.' });

/** A sentence in English and as data. */
export const said = z.object({ text: z.string(), reason }).openapi('Said');

const limb = z.object({
  value: z.enum(['met', 'not-met', 'unknown', 'not-applicable']),
  because: z.string(),
  reason: reason.exactOptional(),
  spans: z.array(z.object({ report: z.string(), start: z.int(), end: z.int() })).readonly(),
  wouldSettle: z.string().exactOptional(),
  settles: reason.exactOptional(),
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
  .object({
    ...range,
    rule: z.string(),
    claims: z.array(
      z.object({
        report: z.string(),
        origin: z.string(),
        count,
        setAside: z.enum(['superseded', 'beyond-belief']).exactOptional(),
      }),
    ),
  })
  .openapi('HarmRange');

const measure = z.enum(['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced']);
const independence = z
  .object({
    lines: z.array(z.object({ reports: z.array(z.string()) })),
    edges: z.array(
      z.object({
        reports: z.tuple([z.string(), z.string()]),
        kind: z.enum([
          'same-text',
          'same-outlet',
          'same-owner',
          'takes-copy',
          'credits',
          'same-statement',
          'same-quotation',
        ]),
        because: z.string(),
      }),
    ),
  })
  .openapi('Independence');
const grades = z
  .object({
    sources: z.array(
      z.object({
        report: z.string(),
        outlet: z.string().nullable(),
        reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
        relation: z.enum(['uninvolved', 'about-itself', 'about-its-enemy', 'against-its-interest', 'unknown']),
        because: z.string(),
      }),
    ),
    credibility: z.array(
      z.object({
        about: z.union([z.enum(['occurrence', 'culprit']), measure]),
        grade: z.literal([1, 2, 3, 4, 5, 6]),
        because: z.string(),
      }),
    ),
    harm: z
      .object({ grade: z.enum(['confirmed', 'fair', 'weak', 'contested', 'discounted']), because: z.string() })
      .exactOptional(),
  })
  .openapi('Grades');
const bounds = z.object({ min: z.number(), max: z.number().nullable() });
const accounting = z
  .object({
    measure,
    incidents: z.array(z.string()),
    accounted: bounds,
    unaccounted: bounds,
    exceeds: z.boolean(),
  })
  .openapi('Accounting');

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
        denies: z.array(z.string()).exactOptional(),
      }),
    ),
    attributionStatus: z.enum(['admitted', 'uncontested', 'contested', 'unattributed']),
    contradictions: z.array(
      z.object({
        about: z.enum(TOPICS),
        message: z.string(),
        reason: reason.exactOptional(),
        severity: z.enum(SEVERITIES),
        reports: z.array(z.string()),
      }),
    ),
    origins: z.int(),
    independence: independence.exactOptional(),
    grades: grades.exactOptional(),
    accounting: z.array(accounting).exactOptional(),
  })
  .openapi('Incident') satisfies z.ZodType<Incident>;
