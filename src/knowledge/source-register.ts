/**
 * The register of outlets: leaning, reliability, owners and whose copy they take, from `sources/*.yaml` as frozen entries.
 * Files that contradict themselves are refused: an id used twice, a relation that leads nowhere, owners in a circle.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const outletShape = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  name: z.string().min(1),
  /** Other names under which it is credited. */
  alsoKnownAs: z.array(z.string().min(2)).default([]),
  kind: z.string().min(1),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Whose account the outlet usually carries; "none" when nobody's. */
  leaning: z.string().regex(/^[a-z-]+$/),
  /** Sides that it speaks for: a country for its state ("sy"), or the id of an actor. */
  speaksFor: z.array(z.string()).default([]),
  /** Letter of the Admiralty scale; F where nobody has judged. */
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  /** Ids of outlets whose copy it prints: reports of both on one event may have one origin. */
  takesCopyFrom: z.array(z.string()).default([]),
  /** Owners with the first and last day (ISO 8601) that is known; null = open. */
  ownedBy: z
    .array(z.strictObject({ id: z.string(), from: day.nullable().default(null), to: day.nullable().default(null) }))
    .default([]),
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

/** Reads one register, by name of outlet; throws when it contradicts itself. */
export function loadSourceRegister(path: URL): ReadonlyMap<string, Outlet> {
  return registerOf(path.pathname, parse(readFileSync(path, 'utf8')));
}

/** All registers of a folder as one, by name of outlet; relations may lead from one file to another. */
export function loadSources(directory: string): ReadonlyMap<string, Outlet> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  const outlets = files.sort().flatMap((name) => outletsOf(parse(readFileSync(join(directory, name), 'utf8'))));
  return checked(directory, outlets);
}

/** A register from the parsed content of its file; `where` names it in messages. */
export function registerOf(where: string, content: unknown): ReadonlyMap<string, Outlet> {
  return checked(where, outletsOf(content));
}

function outletsOf(content: unknown): Outlet[] {
  const { outlets, fictional } = fileShape.parse(content);
  return outlets.map((outlet) => Object.freeze({ ...outlet, fictional }));
}

function checked(where: string, outlets: readonly Outlet[]): ReadonlyMap<string, Outlet> {
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const byName = new Map(outlets.map((outlet) => [outlet.name, outlet]));
  if (byId.size !== outlets.length || byName.size !== outlets.length)
    throw new Error(`${where}: an id or a name of an outlet is used twice; give each its own`);
  for (const { id, takesCopyFrom, ownedBy } of outlets) {
    const copied = takesCopyFrom.find((other) => !byId.has(other));
    if (copied !== undefined) throw new Error(`${where}: ${id} takes copy from ${copied}, which is not in the file`);
    const owner = ownedBy.find((other) => !byId.has(other.id));
    if (owner !== undefined) throw new Error(`${where}: ${id} is owned by ${owner.id}, which is not in the file`);
    const circle = circleOfOwners(id, byId);
    if (circle !== null)
      throw new Error(`${where}: owners in a circle: ${circle.join(' is owned by ')}; remove or date one of them`);
  }
  return byName;
}

/** The way from an outlet up its owners back to itself, on some day on which all of it held; null when there is none. */
function circleOfOwners(id: string, byId: ReadonlyMap<string, Outlet>): string[] | null {
  let ways: Way[] = [{ path: [id], from: '', to: '9999-12-31' }];
  // A way longer than the register goes round somewhere that another outlet's own search finds.
  for (let step = 0; step < byId.size && ways.length > 0; step += 1) {
    ways = ways.flatMap((way) => onward(way, byId));
    const closed = ways.find(({ path }) => path.at(-1) === id);
    if (closed !== undefined) return closed.path;
    ways = ways.filter(({ path }) => !path.slice(0, -1).includes(path.at(-1) ?? '')).slice(0, 1000);
  }
  return null;
}

interface Way {
  readonly path: string[];
  readonly from: string;
  readonly to: string;
}

function onward({ path, from, to }: Way, byId: ReadonlyMap<string, Outlet>): Way[] {
  const owners = byId.get(path.at(-1) ?? '')?.ownedBy ?? [];
  return owners
    .map((owner) => ({
      path: [...path, owner.id],
      from: later(from, owner.from ?? ''),
      to: earlier(to, owner.to ?? '9999-12-31'),
    }))
    .filter((way) => way.from <= way.to);
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
