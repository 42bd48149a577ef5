/** The tables that every test of an incident against a clause goes by: act groups, means, decisive objects, thresholds. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IncidentType } from '../model/coded-report.ts';
import { incidentTypeSchema } from './agreement-schema.ts';
import { parseSource } from './yaml-source.ts';

const share = z.number().min(0).max(1);
const schema = z.strictObject({
  acts: z.record(z.string(), z.array(incidentTypeSchema).min(1)),
  'undecided-acts': z.record(z.string(), z.strictObject({ because: z.string(), settles: z.string() })),
  means: z.record(z.string(), z.strictObject({ types: z.array(incidentTypeSchema), weapons: z.array(z.string()) })),
  'civilian-objects': z.array(z.string()),
  'military-objects': z.array(z.string()),
  'civilian-roles': z.array(z.string()),
  'armed-roles': z.array(z.string()),
  'civilian-subsets': z.array(z.string()),
  'civilian-words': z.array(z.string()),
  'unspecified-people': z.array(z.string()),
  'radius-km': z.record(z.string(), z.number().positive()),
  'clock-doubt-minutes': z.number().nonnegative(),
  'alternative-words': z.array(z.string()),
  'party-words': z.array(z.string()),
  words: z.strictObject({ 'self-defence': z.array(z.string()) }),
  implementation: z.strictObject({ 'breach-days-well-kept': share, 'breach-days-partly-kept': share }),
  confidence: z.strictObject({
    'one-origin': share,
    'two-origins': share,
    'three-origins': share,
    admitted: share,
    contested: share,
    'unchecked-clause': share,
    'unknown-limb': share,
  }),
});

export interface AssessmentCodebook {
  readonly acts: ReadonlyMap<string, readonly IncidentType[]>;
  readonly undecidedActs: ReadonlyMap<string, { readonly because: string; readonly settles: string }>;
  /** Means families that an incident type or a weapon term shows. */
  readonly meansByType: ReadonlyMap<string, readonly string[]>;
  readonly meansByWeapon: ReadonlyMap<string, readonly string[]>;
  readonly meansFamilies: ReadonlySet<string>;
  readonly civilianObjects: ReadonlySet<string>;
  readonly militaryObjects: ReadonlySet<string>;
  readonly civilianRoles: ReadonlySet<string>;
  readonly armedRoles: ReadonlySet<string>;
  readonly civilianSubsets: ReadonlySet<string>;
  /** Lower-case words in a target's name that say it was civilian. */
  readonly civilianWords: ReadonlySet<string>;
  /** Lower-case words for people that do not tell whether they were civilians. */
  readonly unspecifiedPeople: ReadonlySet<string>;
  readonly radiusKm: ReadonlyMap<string, number>;
  readonly clockDoubtMs: number;
  readonly selfDefenceWords: readonly string[];
  /** Lower-case words in a culprit's name that make it alternatives. */
  readonly alternativeWords: ReadonlySet<string>;
  /** Words by which a sayer whom nobody identifies may be a party. */
  readonly partyWords: ReadonlySet<string>;
  readonly confidence: z.infer<typeof schema>['confidence'];
  /** Shares of reported days with a breach up to which a prohibition scores 2 and 1. */
  readonly implementation: z.infer<typeof schema>['implementation'];
}

/** Reads `knowledge/codebook/assessment.yaml`; throws when it breaks its schema (a defect of what we ship). */
export function loadAssessmentCodebook(path: string): AssessmentCodebook {
  const parsed = parseSource('assessment.yaml', readFileSync(path, 'utf8'), schema);
  if ('complaints' in parsed)
    throw new Error(parsed.complaints.map((one) => `${one.where}: ${one.message}`).join('\n'));
  const file = parsed.source.value;
  return Object.freeze({
    acts: new Map(Object.entries(file.acts)),
    undecidedActs: new Map(Object.entries(file['undecided-acts'])),
    meansByType: invert(file.means, (family) => family.types),
    meansByWeapon: invert(file.means, (family) => family.weapons),
    meansFamilies: new Set(Object.keys(file.means)),
    civilianObjects: new Set(file['civilian-objects']),
    militaryObjects: new Set(file['military-objects']),
    civilianRoles: new Set(file['civilian-roles']),
    armedRoles: new Set(file['armed-roles']),
    civilianSubsets: new Set(file['civilian-subsets']),
    civilianWords: new Set(file['civilian-words']),
    unspecifiedPeople: new Set(file['unspecified-people']),
    radiusKm: new Map(Object.entries(file['radius-km'])),
    clockDoubtMs: file['clock-doubt-minutes'] * 60_000,
    selfDefenceWords: file.words['self-defence'],
    alternativeWords: new Set(file['alternative-words']),
    partyWords: new Set(file['party-words']),
    confidence: file.confidence,
    implementation: file.implementation,
  });
}

function invert<F>(families: Record<string, F>, of: (family: F) => readonly string[]): Map<string, string[]> {
  const inverted = new Map<string, string[]>();
  for (const [name, family] of Object.entries(families)) {
    for (const key of of(family)) inverted.set(key, [...(inverted.get(key) ?? []), name]);
  }
  return inverted;
}
