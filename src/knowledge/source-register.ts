/** The register of outlets: leaning, reliability and whose copy they take, from `sources/*.yaml` as frozen entries. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const outletShape = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  name: z.string().min(1),
  kind: z.string().min(1),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Whose account the outlet usually carries; "none" when nobody's. */
  leaning: z.string().regex(/^[a-z-]+$/),
  /** Letter of the Admiralty scale. */
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  /** Ids of outlets whose copy it prints: reports of both on one event may have one origin. */
  takesCopyFrom: z.array(z.string()).default([]),
  because: z.string().default(''),
});

const fileShape = z.strictObject({
  about: z.string(),
  source: z.string(),
  date: z.iso.date(),
  licence: z.string(),
  reviewer: z.string(),
  reason: z.string(),
  /** True for outlets that do not exist; shown wherever they are. */
  fictional: z.boolean(),
  outlets: z.array(outletShape).min(1),
});

export interface Outlet extends z.infer<typeof outletShape> {
  readonly fictional: boolean;
}

/** Reads one register, by name of outlet; throws when an id is used twice or a relation leads nowhere. */
export function loadSourceRegister(path: URL): ReadonlyMap<string, Outlet> {
  const file = fileShape.parse(parse(readFileSync(path, 'utf8')));
  const ids = new Set(file.outlets.map((outlet) => outlet.id));
  if (ids.size !== file.outlets.length)
    throw new Error(`${path.pathname}: an id of an outlet is used twice; give each its own`);
  for (const { id, takesCopyFrom } of file.outlets) {
    const unknown = takesCopyFrom.find((other) => !ids.has(other));
    if (unknown !== undefined)
      throw new Error(`${path.pathname}: ${id} takes copy from ${unknown}, which is not in the file`);
  }
  return new Map(file.outlets.map((outlet) => [outlet.name, Object.freeze({ ...outlet, fictional: file.fictional })]));
}
