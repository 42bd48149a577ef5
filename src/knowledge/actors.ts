/**
 * The register of actors: states with their branches, organisations, armed groups and media, under the names that reports
 * use. Each file under `knowledge/actors/` adds to one register; files of one conflict may add names to actors of another.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACTOR_ROLES, type ActorRole } from '../model/actor-name.ts';
import { ARMED_GROUPS } from '../model/armed-roles.ts';
import type { Participant } from '../model/coded-report.ts';

export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Other names and spellings; the name itself is not repeated. */
  readonly aliases: readonly string[];
  /** Common-noun phrases that mean this actor in reports about its country ("the opposition"). */
  readonly descriptions: readonly string[];
  readonly role: ActorRole;
  readonly kind: Participant['kind'];
  /** ISO 3166-1 alpha-2; null for international actors. */
  readonly country: string | null;
  /** Id of the actor it belongs to. */
  readonly parent: string | null;
  /** First and last day (ISO 8601, possibly only a year) of the actor under this name; null = open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
  /** Says what is contested about a name or the affiliation. */
  readonly note: string | null;
}

interface Country {
  /** ISO 3166-1 alpha-2 and alpha-3; user-assigned codes for states that have none. */
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
}

/** What a name in a text may stand for. */
export interface NamedActor {
  readonly id: string;
  /** `country` and `seat` (of government) are actors only where they act, speak or are spoken to. */
  readonly as: 'name' | 'country' | 'seat' | 'adjective' | 'people' | 'description';
  /** `acronym`: only in capitals; `capital`: with a capital letter; `any`: in any casing. */
  readonly casing: 'acronym' | 'capital' | 'any';
}

export interface ActorRegister {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly countries: ReadonlyMap<string, Country>;
  /** From the folded name (`foldName`) to what it may stand for, the likeliest first. */
  readonly names: ReadonlyMap<string, readonly NamedActor[]>;
  /** Ids of the governments of countries in which others than their forces fire too: the bare adjective names none of them. */
  readonly manyForces: ReadonlySet<string>;
  /** Branch of a state by the folded words that mean it where one state alone is spoken of ("government forces"). */
  readonly bareBranches: ReadonlyMap<string, string>;
  /** ISO 3166-1 alpha-2 of countries in which such words may mean one of several bodies. */
  readonly severalArmies: ReadonlySet<string>;
  /** Every folded beginning of a name at a word boundary, so that a search can stop early. */
  readonly beginnings: ReadonlySet<string>;
}

const KINDS = ['organisation', 'group_of_people', 'person', 'object'] as const;
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  descriptions: z.array(z.string().min(1)).default([]),
  role: z.enum(ACTOR_ROLES),
  kind: z.enum(KINDS).default('organisation'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  parent: z.string().nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  source: z.string().optional(),
  note: z.string().nullable().default(null),
});
const fileSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  reviewer: z.string().optional(),
  reason: z.string(),
  /** `iso2 iso3 | name | adjectives | people | capital | other names | seats of government | note`. */
  countries: z.string().optional(),
  /** `branch | role | parent branch | what it is called after the adjective | what it is called alone`. */
  branches: z.string().optional(),
  /** `id | name; alias; alias | role | country | parent | from..to | note`. */
  table: z.string().optional(),
  /** The same as maps, with room for descriptions. */
  actors: z.array(rowSchema).optional(),
  /** Countries in which others than the government's forces fire too. */
  'many-forces': z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** Countries in which "the army" may be one of several. */
  'several-armies': z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** More names for actors of other files: id → names. */
  'more-names': z.record(z.string(), z.array(z.string().min(1))).optional(),
});
type ActorFile = z.infer<typeof fileSchema>;

/** A name without case, accents, spaces and marks: "Al-Qa'ida" and "al Qaida" are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Reads every `.yaml` file under `directory`; throws when a file breaks the format or contradicts another. */
export function loadActors(directory: string): ActorRegister {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort();
  return buildRegister(
    files.map((path) => ({ path, ...fileSchema.parse(parse(readFileSync(join(directory, path), 'utf8'))) })),
  );
}

/** Names of armed groups in lower case: where one is also the name of some town ("Hamas", "Amal"), the group is meant. */
export const groupNames = ({ actors }: ActorRegister): string[] =>
  [...actors.values()].flatMap(({ role, name, aliases }) =>
    ARMED_GROUPS.has(role) ? [name, ...aliases].map((each) => each.toLowerCase()) : [],
  );

/** Makes the register out of parsed files; apart from `loadActors` so that tests can give it small ones. */
export function buildRegister(files: readonly (ActorFile & { path: string })[]): ActorRegister {
  const register = new RegisterDraft();
  for (const file of files) addCountries(register, file);
  for (const file of files) for (const actor of actorsOf(file)) register.add(actor, file.path);
  for (const file of files) {
    for (const country of file['several-armies'] ?? []) register.severalArmies.add(country);
    for (const country of file['many-forces'] ?? []) register.manyForces.add(`${country.toLowerCase()}.gov`);
    for (const [id, names] of Object.entries(file['more-names'] ?? {}))
      for (const name of names) register.name(name, id, 'name');
  }
  return register.finish();
}

/** Collects actors and names while files are read. */
class RegisterDraft {
  readonly actors = new Map<string, Actor>();
  readonly countries = new Map<string, Country>();
  readonly manyForces = new Set<string>();
  readonly severalArmies = new Set<string>();
  readonly bareBranches = new Map<string, string>();
  private readonly names = new Map<string, NamedActor[]>();
  private readonly beginnings = new Set<string>();

  add(actor: Actor, path: string): void {
    if (this.actors.has(actor.id))
      throw new Error(`${path}: actor ${actor.id} is defined twice; use more-names to add names`);
    this.actors.set(actor.id, actor);
    this.name(actor.name, actor.id, 'name');
    for (const alias of actor.aliases) this.name(alias, actor.id, 'name');
    for (const phrase of actor.descriptions) this.name(phrase, actor.id, 'description');
  }

  name(name: string, id: string, as: NamedActor['as']): void {
    const key = foldName(name);
    const known = this.names.get(key) ?? [];
    if (key === '' || known.some((entry) => entry.id === id && entry.as === as)) return;
    known.push({ id, as, casing: as === 'description' ? 'any' : casingOf(name) });
    this.names.set(key, known);
    let beginning = '';
    for (const word of name.split(/[^\p{L}\p{M}\p{N}]+/u)) {
      beginning += foldName(word);
      this.beginnings.add(beginning);
    }
  }

  finish(): ActorRegister {
    for (const actor of this.actors.values()) {
      if (actor.parent !== null && !this.actors.has(actor.parent))
        throw new Error(`actor ${actor.id}: unknown parent ${actor.parent}`);
    }
    for (const [name, entries] of this.names) {
      for (const entry of entries)
        if (!this.actors.has(entry.id)) throw new Error(`name ${name}: unknown actor ${entry.id}`);
    }
    for (const id of this.manyForces) if (!this.actors.has(id)) throw new Error(`many-forces: unknown state ${id}`);
    for (const country of this.severalArmies)
      if (!this.countries.has(country)) throw new Error(`several-armies: unknown country ${country}`);
    const { actors, countries, names, beginnings, manyForces, severalArmies, bareBranches } = this;
    return Object.freeze({ actors, countries, names, beginnings, manyForces, severalArmies, bareBranches });
  }
}

const casingOf = (name: string): NamedActor['casing'] => (/\p{Ll}/u.test(name) ? 'capital' : 'acronym');

const rowsOf = (table: string | undefined): string[][] =>
  (table ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function* actorsOf(file: ActorFile): Generator<Actor> {
  for (const row of file.actors ?? []) yield { ...row, source: row.source ?? file.source };
  for (const cells of rowsOf(file.table)) {
    const [id, names, role, country, parent, dates, note] = cells;
    const [name, ...aliases] = listOf(names);
    const [from, to] = (dates ?? '').split('..');
    const row = rowSchema.parse({
      id,
      name,
      aliases,
      role,
      country: country || null,
      parent: parent || null,
      from: from || null,
      to: to || null,
      note: note || null,
    });
    yield { ...row, source: file.source };
  }
}

/** A state's government and branches are made here: 200 states times 10 branches need no line each. */
function addCountries(register: RegisterDraft, file: ActorFile & { path: string }): void {
  const branches = rowsOf(file.branches);
  for (const [branch, , , , alone] of branches)
    for (const words of listOf(alone)) register.bareBranches.set(foldName(words), branch ?? '');
  if (branches.length > 0) register.bareBranches.set('government', 'gov');
  for (const cells of rowsOf(file.countries)) {
    const [codes, name = '', adjectives, people, capital, others, seats, note] = cells;
    const [iso2 = '', iso3 = ''] = (codes ?? '').split(' ');
    if (!/^[A-Z]{2}$/.test(iso2) || !/^[A-Z]{3}$/.test(iso3) || name === '')
      throw new Error(`${file.path}: bad country row "${cells.join(' | ')}"`);
    register.countries.set(iso2, { iso2, iso3, name });
    const state = `${iso2.toLowerCase()}.gov`;
    const base = {
      aliases: [],
      descriptions: [],
      kind: 'organisation',
      country: iso2,
      from: null,
      to: null,
      source: file.source,
    } as const;
    const adjective = listOf(adjectives)[0] ?? name;
    register.add(
      { ...base, id: state, name: `Government of ${name}`, role: 'state', parent: null, note: note || null },
      file.path,
    );
    for (const [branch, role, parent, called] of branches) {
      const row = rowSchema.parse({
        id: `${iso2.toLowerCase()}.${branch}`,
        name: `${adjective} ${called}`,
        role,
        country: iso2,
        parent: parent ? `${iso2.toLowerCase()}.${parent}` : null,
      });
      register.add({ ...row, source: file.source }, file.path);
    }
    for (const word of [name, ...listOf(others)]) register.name(word, state, 'country');
    for (const word of [...listOf(capital), ...listOf(seats)]) register.name(word, state, 'seat');
    for (const word of listOf(adjectives)) register.name(word, state, 'adjective');
    for (const word of listOf(people)) register.name(word, state, 'people');
  }
}

/** True when `id` is `ancestor` or belongs to it. */
export function belongsTo(register: ActorRegister, id: string, ancestor: string): boolean {
  // 16 levels are more than any chain of command; the bound keeps a circle in the data from hanging the program.
  let current: string | null | undefined = id;
  for (let depth = 0; typeof current === 'string' && depth < 16; depth++) {
    if (current === ancestor) return true;
    current = register.actors.get(current)?.parent;
  }
  return false;
}
