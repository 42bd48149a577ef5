/**
 * Published shapes of the model as schemas: the coded report. Each schema is checked against the model's own type when
 * compiled, so that the API's description and the model cannot drift apart.
 */
import { z } from '@hono/zod-openapi';
import { ACTOR_ROLES } from '../../model/actor-name.ts';
import type {
  CodedIncident,
  CodedReport,
  CodedStatement,
  Count,
  Mention,
  Participant,
} from '../../model/coded-report.ts';
import { INCIDENT_TYPES } from '../../model/incident-types.ts';

export const share = z.number().min(0).max(1);
const span = z.object({ start: z.int().min(0), end: z.int().min(1) }).openapi('Span');
export const spans = z.array(span);

export const timeInterval = z
  .object({ start: z.string().nullable(), end: z.string().nullable() })
  .openapi('TimeInterval', { description: 'ISO 8601; `end` is exclusive; null is open on that side.' });

const claim = z.object({
  op: z.enum(['=', '>=', '>', '<=', '<', '~', '<~', 'range', 'word', 'plural']),
  n: z.number().exactOptional(),
  n2: z.number().exactOptional(),
  word: z.string().exactOptional(),
});
const countRange = { claim, min: z.number(), best: z.number().nullable(), max: z.number().nullable() };

export const count = z
  .object({ ...countRange, spans, of: z.array(z.object({ who: z.string(), ...countRange, spans })).exactOptional() })
  .openapi('Count') satisfies z.ZodType<Count>;

const actorRole = z.enum(ACTOR_ROLES);

export const attribution = z.enum(['stated', 'suspected', 'claimed_by_itself', 'denied_by_itself']);
const participantFields = {
  name: z.string(),
  kind: z.enum(['organisation', 'group_of_people', 'person', 'object']),
  actor: z.string().nullable(),
  role: actorRole.exactOptional(),
  also: z.array(z.string()).exactOptional(),
  spans,
  either: z.int().exactOptional(),
  attribution: attribution.exactOptional(),
};
export const participant = z.object(participantFields).openapi('Participant') satisfies z.ZodType<Participant>;

export const target = z.object({
  ...participantFields,
  object: z.string().exactOptional(),
  protected: z.boolean().exactOptional(),
  damage: z.enum(['damaged', 'destroyed']).nullable().exactOptional(),
});

const placeFields = {
  place: z.string().nullable(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  precision: z.enum(['exact', 'settlement', 'district', 'province', 'country', 'region']).nullable(),
};
export const place = z.object({ ...placeFields, spans }).openapi('Place');

const timePrecision = z.enum(['minute', 'part_of_day', 'day', 'week', 'month', 'year', 'range']);
export const incidentTime = timeInterval.extend({ precision: timePrecision });

const mentionFields = { id: z.string(), span, text: z.string() };
const mention = z
  .discriminatedUnion('kind', [
    z.object({
      ...mentionFields,
      kind: z.literal('actor'),
      actor: z.string().nullable(),
      role: actorRole,
      refersTo: z.string().exactOptional(),
    }),
    z.object({ ...mentionFields, kind: z.literal('place'), ...placeFields }),
    z.object({
      ...mentionFields,
      kind: z.literal('time'),
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string().nullable(),
      interval: timeInterval.nullable(),
    }),
    z.object({ ...mentionFields, kind: z.literal('count'), ...countRange }),
    z.object({
      ...mentionFields,
      kind: z.enum(['weapon', 'target', 'agreement', 'evidence']),
      term: z.string().nullable(),
    }),
  ])
  .openapi('Mention') satisfies z.ZodType<Mention>;

export const incidentType = z.enum(INCIDENT_TYPES).openapi('IncidentType') satisfies z.ZodType<CodedIncident['type']>;
export const modality = z.enum(['asserted', 'alleged', 'denied', 'threatened', 'planned', 'hypothetical']);

export const eventCodes = z.object({
  acled: z.string().nullable(),
  plover: z.string().nullable(),
  cameo: z.string().nullable(),
  ucdp: z.string().nullable(),
});
const evidenceKind = z.enum(['photo', 'video', 'audio', 'document', 'satellite', 'remains', 'witness']);
export const HARM_MEASURES = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const;

export const codedIncident = z
  .object({
    id: z.string(),
    type: incidentType,
    codes: eventCodes,
    modality,
    completed: z.boolean(),
    aggregate: z.boolean(),
    trigger: spans,
    perpetrators: z.array(participant),
    targets: z.array(target),
    weapons: z.array(z.object({ term: z.string(), spans })),
    place: place.nullable(),
    time: incidentTime.extend({ spans }).nullable(),
    harm: z.object({
      killed: count.exactOptional(),
      injured: count.exactOptional(),
      casualties: count.exactOptional(),
      abducted: count.exactOptional(),
      missing: count.exactOptional(),
      displaced: count.exactOptional(),
    }),
    attributedTo: z.array(z.object({ name: z.string(), actor: z.string().nullable(), spans })),
    evidence: z.array(z.object({ kind: evidenceKind, by: z.string().nullable(), spans })),
    confidence: share,
    because: z.array(z.string()),
  })
  .openapi('CodedIncident') satisfies z.ZodType<CodedIncident>;

export const STATEMENT_KINDS = [
  'demand',
  'warning',
  'threat',
  'accusation',
  'denial',
  'justification',
  'condemnation',
  'commitment',
  'expectation',
  'appeal',
  'acknowledgement',
  'announcement',
  'assessment',
] as const;

export const codedStatement = z
  .object({
    id: z.string(),
    kind: z.enum(STATEMENT_KINDS),
    codes: z.object({ plover: z.string().nullable(), cameo: z.string().nullable() }),
    speaker: participant.nullable(),
    addressees: z.array(participant),
    span,
    quoted: z.boolean(),
    about: z.array(z.string()),
    said: timeInterval.nullable(),
    deadline: timeInterval.extend({ spans }).nullable(),
    condition: span.nullable(),
    confidence: share,
    because: z.array(z.string()),
  })
  .openapi('CodedStatement') satisfies z.ZodType<CodedStatement>;

export const codedReport = z
  .object({
    schema: z.literal('coded-report/1'),
    id: z.string(),
    title: z.string().nullable(),
    text: z.string(),
    language: z.string(),
    published: z.string().nullable(),
    publishedBasis: z.enum(['given', 'metadata', 'dateline', 'inferred']).nullable(),
    source: z.string().exactOptional(),
    pictures: z.array(z.object({ name: z.string(), sha256: z.string(), look: z.string().nullable() })).exactOptional(),
    mentions: z.array(mention),
    incidents: z.array(codedIncident),
    statements: z.array(codedStatement),
    notes: z.array(z.object({ code: z.string(), message: z.string(), span: span.exactOptional() })),
    coder: z.object({ name: z.string(), version: z.string(), knowledge: z.string() }),
  })
  .openapi('CodedReport') satisfies z.ZodType<CodedReport>;
