/** How a monitor's table is to be read: which column holds what, in which unit they count, and what their words mean in ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { COUNTED_UNITS } from '../model/counter-list.ts';
import { incidentTypeSchema } from './agreement-schema.ts';

const column = z.string().min(1);
/** A value for every row, or the column that holds it. */
const fixedOrColumn = z.union([z.strictObject({ is: z.string().min(1) }), z.strictObject({ column })]);
const placePrecision = z.enum(['exact', 'settlement', 'district', 'province', 'country', 'region']);

const mappingShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  about: z.string(),
  source: z.string(),
  date: z.iso.date(),
  licence: z.string(),
  reviewer: z.string(),
  counter: fixedOrColumn,
  unit: z.union([
    z.strictObject({ is: z.enum(COUNTED_UNITS) }),
    z.strictObject({ column, values: z.record(z.string(), z.enum(COUNTED_UNITS)) }),
  ]),
  clause: fixedOrColumn.nullable(),
  columns: z.strictObject({
    id: column,
    start: column,
    /** Last day, inclusive; without it the event lasted the day of `start`. */
    end: column.optional(),
    country: column.optional(),
    admin1: column.optional(),
    place: column.optional(),
    latitude: column.optional(),
    longitude: column.optional(),
    type: column.optional(),
    killed: column.optional(),
    killedMin: column.optional(),
    killedMax: column.optional(),
    injured: column.optional(),
    note: column.optional(),
  }),
  /** Where their figure of 0 may also mean that nobody knows. */
  zeroIsUnknown: z.boolean().default(false),
  placePrecision: z
    .strictObject({ column, values: z.record(z.string(), placePrecision) })
    .nullable()
    .default(null),
  /** Days by which a row's date may be off to either side, by their precision. */
  timePrecision: z
    .strictObject({ column, days: z.record(z.string(), z.int().min(0).max(400)) })
    .nullable()
    .default(null),
  /** How dates in figures alone are written ("12-06-2016"): nothing but the mapping tells the day from the month. */
  dates: z.enum(['day-first', 'month-first']).nullable().default(null),
  types: z.record(z.string(), z.array(incidentTypeSchema).min(1)),
});

export type ListMapping = z.infer<typeof mappingShape>;

/** Reads one mapping; throws a sentence that says what does not fit. */
export function listMapping(where: string, text: string): ListMapping {
  const parsed = mappingShape.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`);
}

/** The mappings that come with the program, by id. */
export function loadListMappings(directory: string): ReadonlyMap<string, ListMapping> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.sort().map((name) => {
      const mapping = listMapping(name, readFileSync(join(directory, name), 'utf8'));
      return [mapping.id, mapping];
    }),
  );
}
