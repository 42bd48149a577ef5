/** Worked cases: facts written by hand with the outcome that each clause must have for them (`cases.yaml` of a pack). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Agreement } from '../model/agreement.ts';
import { incidentTypeSchema } from './agreement-schema.ts';
import { type Complaint, parseSource } from './yaml-source.ts';

const names = z.array(z.string().min(1));
const accountFields = {
  /** Actor ids, or words that are in no register ("unknown gunmen"). */
  by: names.optional(),
  /** One of these, not all. */
  byEither: names.optional(),
  deniedBy: names.optional(),
  attribution: z.enum(['stated', 'suspected', 'claimed_by_itself']).optional(),
  saidBy: names.optional(),
  /** Actor ids or `civilians`. */
  against: names.optional(),
  /** Kinds of object ("market"). */
  objects: names.optional(),
  /** Excuses; about this incident unless `specific` is false. */
  claims: z
    .array(z.strictObject({ by: z.string(), words: z.string().min(1), specific: z.boolean().optional() }))
    .optional(),
};
const place = z.strictObject({
  name: z.string().optional(),
  country: z.string().optional(),
  admin1: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  radiusKm: z.number().optional(),
  precision: z.enum(['exact', 'settlement', 'district', 'province', 'country', 'region']).optional(),
});
const factsSchema = z.strictObject({
  type: incidentTypeSchema,
  ...accountFields,
  /** ISO day, date-time, or "start/end". */
  on: z.string().optional(),
  /** True when an hour is told. */
  clock: z.boolean().optional(),
  at: place.optional(),
  weapons: names.optional(),
  modality: z.enum(['asserted', 'alleged', 'denied', 'threatened', 'planned', 'hypothetical']).optional(),
  completed: z.boolean().optional(),
  aggregate: z.boolean().optional(),
  /** Further independent reports of the same incident, as far as they differ. */
  also: z.array(z.strictObject(accountFields)).optional(),
});
export type WorkedFacts = z.infer<typeof factsSchema>;

const OUTCOMES = ['breach-indicated', 'consistent', 'outside-scope', 'exception-claimed', 'indeterminate'] as const;
const LIMBS = ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception'] as const;
const caseSchema = z.strictObject({
  id: z.string().min(1),
  says: z.string().min(1),
  facts: factsSchema,
  /** Clause id → outcome. A clause that is not named must not come out as breach-indicated. */
  expect: z.record(z.string(), z.enum(OUTCOMES)),
  /** Clause id → limbs that must be unknown, for cases about what is missing. */
  unknown: z.record(z.string(), z.array(z.enum(LIMBS))).optional(),
  /** Clauses that must give no finding at all. */
  silent: names.optional(),
});
export type WorkedCase = z.infer<typeof caseSchema>;

const fileSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  reviewer: z.string(),
  reason: z.string(),
  cases: z.array(caseSchema).min(1),
});

interface LoadedCases {
  readonly cases: readonly WorkedCase[];
  /** "cases.yaml:12" of a case by its place in the file. */
  readonly at: (index: number) => string;
}

/** The cases of one pack; none when it has no `cases.yaml`. */
export function loadWorkedCases(directory: string): LoadedCases | { complaints: Complaint[] } {
  const path = join(directory, 'cases.yaml');
  if (!existsSync(path)) return { cases: [], at: () => 'cases.yaml' };
  const parsed = parseSource('cases.yaml', readFileSync(path, 'utf8'), fileSchema);
  if (!('source' in parsed)) return parsed;
  const { value, at } = parsed.source;
  return { cases: value.cases, at: (index) => at(['cases', index]) };
}

/** Clauses that cases name and the agreement does not have: such a case would be held against nothing. */
export function unknownClausesIn({ cases, at }: LoadedCases, { clauses }: Agreement): Complaint[] {
  const known = new Set(clauses.map(({ id }) => id));
  return cases.flatMap(({ id, expect, unknown, silent }, index) =>
    [...new Set([...Object.keys(expect), ...Object.keys(unknown ?? {}), ...(silent ?? [])])]
      .filter((clause) => !known.has(clause))
      .map((clause) => ({
        kind: 'refused' as const,
        code: 'agreement/unknown-clause',
        where: at(index),
        message: `case ${id}: no clause "${clause}" in clauses.yaml; add it or correct the id`,
      })),
  );
}
