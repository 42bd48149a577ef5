/** Answers about incidents: rows, pages, one incident with its sources and findings, points of the map. */
import { z } from '@hono/zod-openapi';
import { HARM_MEASURES, incidentTime, incidentType, modality, place } from './coded-report-schemas.ts';
import { finding, incident, outcome, reason } from './incident-schemas.ts';
import { paged } from './paged.ts';
import { account } from './report-answers.ts';

export const range = z.object({ min: z.number(), best: z.number().nullable(), max: z.number().nullable() });
export const actorName = z.object({ actor: z.string().nullable(), name: z.string() }).openapi('ActorName');
export const incidentRow = z
  .object({
    id: z.string(),
    type: incidentType,
    modality,
    completed: z.boolean(),
    aggregate: z.boolean(),
    time: incidentTime.nullable(),
    place: place.omit({ spans: true }).nullable(),
    placeRadiusKm: z.number().nullable(),
    harm: z.partialRecord(z.enum(HARM_MEASURES), range),
    accused: z.array(actorName),
    attributionStatus: incident.shape.attributionStatus,
    origins: z.int(),
    reports: z.int(),
    contradictions: z.int(),
    majorContradictions: z.int(),
    /** The strongest outcome of its findings, or the one under the clause that a list asks for; null when none could concern it. */
    outcome: outcome.nullable(),
    illustrative: z.boolean(),
  })
  .openapi('IncidentRow');
export type IncidentRow = z.infer<typeof incidentRow>;

export const incidentPage = paged(incidentRow).openapi('IncidentPage');
export type IncidentPage = z.infer<typeof incidentPage>;

/** What a person found; a finding of the program never says so. */
const determination = z
  .object({
    decision: z.string(),
    agreement: z.string(),
    clause: z.string(),
    finds: z.string(),
    by: z.string(),
    at: z.string(),
    reason: z.string(),
    /** False: the findings have changed since the person decided. */
    isOverTheseFindings: z.boolean(),
  })
  .openapi('Determination');
/** `checked` false: background knowledge that could not be checked against a source. */
const clauseName = z.object({ agreement: z.string(), id: z.string(), title: z.string(), checked: z.boolean() });
export const incidentDetail = z
  .object({
    incident,
    row: incidentRow,
    /** One per linked coded incident: what that report says, with the words. */
    sources: z.array(account),
    findings: z.array(finding),
    clauses: z.array(clauseName),
    determinations: z.array(determination),
  })
  .openapi('IncidentDetail');
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const findingHistory = z
  .object({
    items: z.array(
      z.object({
        entry: z.int(),
        replacedBy: z.int(),
        at: z.string(),
        /** In English; `said` is the same as data, null of what was recorded before it was kept. */
        reason: z.string(),
        said: reason.nullable(),
        findings: z.array(finding),
      }),
    ),
  })
  .openapi('FindingHistory', { description: 'Findings that others took the place of, the latest first.' });
export type FindingHistory = z.infer<typeof findingHistory>;
export const findingPage = paged(finding).openapi('FindingPage');
export type FindingPage = z.infer<typeof findingPage>;

const nearMiss = z
  .object({ incident: incidentRow, score: z.number(), reasons: z.array(z.string()), refs: z.array(z.string()) })
  .openapi('NearMiss');
export const nearMissList = z.object({ items: z.array(nearMiss) }).openapi('NearMissList');
export type NearMissList = z.infer<typeof nearMissList>;

const mapPoint = z
  .object({
    id: z.string(),
    type: incidentType,
    latitude: z.number(),
    longitude: z.number(),
    place: z.string().nullable(),
    name: z.string().nullable(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    precision: place.shape.precision,
    radiusKm: z.number().nullable(),
    start: z.string().nullable(),
    killedMin: z.number().nullable(),
    killedMax: z.number().nullable(),
    outcome: outcome.nullable(),
    aggregate: z.boolean(),
  })
  .openapi('MapPoint');
export const mapPoints = z.object({ points: z.array(mapPoint), truncated: z.boolean() }).openapi('MapPoints');
export type MapPoints = z.infer<typeof mapPoints>;
