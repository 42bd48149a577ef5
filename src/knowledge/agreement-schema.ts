/** The shape of an agreement pack's files: `clauses.yaml`, `parties.yaml`, `calendar.yaml`, `areas.geojson`, `cases.yaml`, `names.<language>.yaml`. */
import { z } from 'zod';
import { instantOf } from '../measure/instant.ts';
import type { ClauseDetails, ClauseType, NameLanguage } from '../model/agreement.ts';
import type { IncidentType } from '../model/coded-report.ts';
import { isIncidentType } from '../model/incident-types.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'expected an id of letters, digits, dots and hyphens');
const actorId = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'expected an actor id such as "sy.army"');
const UTC = [{ fromMs: Number.NEGATIVE_INFINITY, minutes: 0 }];
const localTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/,
    'expected a local date or date-time without an offset, such as 2016-02-27T00:00',
  )
  // A day that no calendar has would compare with nothing, and every check of order would pass.
  .refine((text) => instantOf(text, UTC) !== null, 'expected a day and an hour that exist');
const words = z.string().trim().min(1);
/** `checked: true`: the substance was found in the public source that is named. False: background knowledge, shown as such. */
const checked = z.boolean().default(false);

export const incidentTypeSchema = z.custom<IncidentType>(
  (value) => typeof value === 'string' && isIncidentType(value),
  'expected an incident type of the output contract, such as air_strike',
);

const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

/** What each type adds; a type with nothing to add has only words. */
const DETAILS = {
  'prohibited-act': z.strictObject({
    verb: z.enum(['any', 'offensive']).default('any'),
    attempts: z.boolean().default(false),
  }),
  'permitted-act': z.strictObject({ conditions: list(words), notify: words.nullable().default(null) }),
  'self-defence': z.strictObject({
    windowHours: z.number().positive().nullable().default(null),
    proportionate: z.boolean().default(true),
  }),
  'excluded-actors': z.strictObject({ authority: words }),
  'party-adherence': z.strictObject({ channel: words }),
  'associated-forces': z.strictObject({ parent: actorId, control: words }),
  'temporal-scope': z.strictObject({
    extension: words.nullable().default(null),
    noticeHours: z.number().nonnegative().nullable().default(null),
  }),
  'geographic-scope': z.strictObject({ outside: words }),
  'withdrawal-distance': z.strictObject({
    bands: z.array(z.strictObject({ means: words, km: z.number().positive().max(1000) })).min(1),
    lines: z.array(z.strictObject({ side: id, line: id })).min(1),
  }),
  'freeze-in-place': z.strictObject({ baseline: words, authorised: list(words) }),
  'no-territorial-gain': z.strictObject({ baseline: words }),
  redeployment: z.strictObject({ to: words.nullable().default(null), receiving: words.nullable().default(null) }),
  'exclusive-presence': z.strictObject({ allowed: z.array(actorId).min(1) }),
  'humanitarian-access': z.strictObject({ delayHours: z.number().positive().nullable().default(null) }),
  'protected-persons': z.strictObject({ categories: z.array(words).min(1) }),
  detainees: z.strictObject({ duty: words }),
  'political-step': z.strictObject({ dueRule: words.nullable().default(null) }),
  'speech-duty': z.strictObject({ duty: words }),
  prevention: z.strictObject({ thirdParties: z.array(actorId).min(1), effort: words }),
  'monitor-access': z.strictObject({ body: z.array(actorId).min(1) }),
  procedure: z.strictObject({ steps: z.array(words).min(1) }),
  consequence: z.strictObject({ remedy: words }),
  definition: z.strictObject({ term: words, test: words }),
  evaluation: z.strictObject({ date: localTime.nullable().default(null), deciders: list(words) }),
} as const satisfies { [T in ClauseType]: z.ZodType<ClauseDetails[T]> };

const common = {
  id,
  title: words,
  says: words,
  modality: z.enum(['must-not', 'must', 'may', 'condition', 'definition', 'procedure']),
  instrument: id,
  where: words.nullable().default(null),
  bearers: list(id),
  counterparties: list(id),
  /** Incident types or act groups of the codebook. */
  acts: list(words),
  fulfils: list(words),
  means: z.union([z.literal('any'), z.array(words).min(1)]).default('any'),
  zone: id,
  interval: id,
  exceptions: list(id),
  needsAdherence: z.boolean().default(true),
  mirror: id.nullable().default(null),
  overlaps: list(id),
  checked,
  source: words,
  note: words.nullable().default(null),
};
const clauseOf = <T extends ClauseType>(type: T) =>
  z.strictObject({ ...common, type: z.literal(type), details: DETAILS[type] });

const clause = z.discriminatedUnion('type', [
  clauseOf('prohibited-act'),
  clauseOf('permitted-act'),
  clauseOf('self-defence'),
  clauseOf('excluded-actors'),
  clauseOf('party-adherence'),
  clauseOf('associated-forces'),
  clauseOf('temporal-scope'),
  clauseOf('geographic-scope'),
  clauseOf('withdrawal-distance'),
  clauseOf('freeze-in-place'),
  clauseOf('no-territorial-gain'),
  clauseOf('redeployment'),
  clauseOf('exclusive-presence'),
  clauseOf('humanitarian-access'),
  clauseOf('protected-persons'),
  clauseOf('detainees'),
  clauseOf('political-step'),
  clauseOf('speech-duty'),
  clauseOf('prevention'),
  clauseOf('monitor-access'),
  clauseOf('procedure'),
  clauseOf('consequence'),
  clauseOf('definition'),
  clauseOf('evaluation'),
]);
export type ClauseRow = z.infer<typeof clause>;

/** Who holds the file, since when, with what reason: every knowledge file says so. */
const header = { about: words, source: words, date: words, licence: words, reviewer: words, reason: words };

export const clausesFile = z.strictObject({
  ...header,
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: words,
  version: z.int().positive(),
  signed: localTime.nullable(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  notes: list(words),
  asymmetries: list(words),
  instruments: z
    .array(
      z.strictObject({ id, name: words, date: localTime, adds: words, url: z.url().nullable().default(null), checked }),
    )
    .min(1),
  clauses: z.array(clause).min(1),
});
export type ClausesFile = z.infer<typeof clausesFile>;

export const partiesFile = z.strictObject({
  ...header,
  sides: z
    .array(
      z.strictObject({
        id,
        name: words,
        members: z.array(actorId).min(1),
        under: z.record(actorId, actorId).default({}),
        bindsBy: z.enum(['association', 'acceptance']),
        note: words.nullable().default(null),
      }),
    )
    .min(1),
  registrars: list(z.strictObject({ id, name: words })),
  adherence: list(
    z.strictObject({
      actor: actorId,
      registrar: id,
      status: z.enum(['accepted', 'suspended', 'left', 'not-listed']),
      from: localTime,
      until: localTime.nullable().default(null),
      source: words,
      checked,
    }),
  ),
  excluded: list(
    z.strictObject({
      actor: actorId,
      authority: words,
      from: localTime.nullable().default(null),
      until: localTime.nullable().default(null),
      source: words,
      checked,
    }),
  ),
  unsettled: list(z.strictObject({ actor: actorId, because: words, wouldSettle: words, source: words })),
  excludedWords: list(words),
  counterparts: list(z.tuple([actorId, actorId])),
});
export type PartiesFile = z.infer<typeof partiesFile>;

export const calendarFile = z.strictObject({
  ...header,
  timeZone: words,
  inForce: id,
  intervals: z
    .array(
      z.strictObject({
        id,
        names: list(words),
        start: localTime.nullable(),
        end: localTime.nullable(),
        note: words.nullable().default(null),
        source: words,
        checked,
      }),
    )
    .min(1),
  /** Other instruments that took this one's place, or came beside it, while it was in force. */
  replaced: list(
    z.strictObject({ at: localTime, by: words, note: words.nullable().default(null), source: words, checked }),
  ),
});
export type CalendarFile = z.infer<typeof calendarFile>;

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z.array(position).min(4).max(2000);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2).max(2000) }),
]);
export const areasFile = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.strictObject({
          id,
          name: words,
          countries: list(z.string().regex(/^[A-Z]{2}$/)),
          admin1: list(words),
          toleranceKm: z.number().nonnegative().max(200),
          source: words,
          checked,
        }),
        geometry: geometry.nullable(),
      }),
    )
    .min(1),
});
export type AreasFile = z.infer<typeof areasFile>;

/** Some of it must be in the script of the language: a copy of the English is no name in it. */
const SCRIPTS: Record<NameLanguage, RegExp> = { ar: /\p{Script=Arabic}/u };

export const namesFile = (language: NameLanguage) => {
  const name = words.max(300).regex(SCRIPTS[language], `expected a name in the script of "${language}"`);
  const names = z.record(words, name).default({});
  return z.strictObject({
    ...header,
    agreement: name.nullable().default(null),
    sides: names,
    registrars: names,
    instruments: names,
    intervals: names,
    replaced: names,
    zones: names,
    clauses: names,
    parties: names,
  });
};
