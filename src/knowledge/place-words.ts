/** The words that tell places from other names, read from `knowledge/lexicon/en/places.yaml` into frozen sets. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PlaceName } from '../model/place-name.ts';

const list = z.array(z.string());
const kinds = z.record(z.string(), list);
const file = z.strictObject({
  strongPrepositions: list,
  weakPrepositions: list,
  placeNouns: kinds,
  partNouns: list,
  headNouns: kinds,
  streetNouns: list,
  newsBodies: list,
  institutions: list,
  nameParts: list,
  seats: list,
  leadNouns: kinds,
  compass: list,
  organisations: list,
  publicBodies: list,
  peopleNouns: list,
  notPlaces: list,
  titles: list,
  speech: list,
  againstGovernment: list,
  ownedWords: list,
  notAtStart: list,
  calendar: list,
  wordsInCapitals: list,
  besideNames: list,
  units: z.record(z.string(), z.number().positive()),
  bearings: z.record(z.string(), z.number().min(0).lt(360)),
  evidence: z.record(z.string(), z.number()),
});

export type StatedKind = NonNullable<PlaceName['stated']>;
const STATED: readonly StatedKind[] = [
  'settlement',
  'quarter',
  'district',
  'province',
  'country',
  'region',
  'water',
  'site',
];

export interface PlaceWords {
  readonly strongPrepositions: ReadonlySet<string>;
  readonly weakPrepositions: ReadonlySet<string>;
  readonly placeNouns: ReadonlyMap<string, StatedKind>;
  /** Of these, the name after "of" is the whole: "the capital of X". */
  readonly partNouns: ReadonlySet<string>;
  readonly headNouns: ReadonlyMap<string, StatedKind>;
  /** Head nouns of streets, which bear the names of other places. */
  readonly streetNouns: ReadonlySet<string>;
  readonly leadNouns: ReadonlyMap<string, StatedKind>;
  readonly compass: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly publicBodies: ReadonlySet<string>;
  /** Nouns of houses that are named after places. */
  readonly institutions: ReadonlySet<string>;
  /** Words that names of villages begin with, common as they are. */
  readonly nameParts: ReadonlySet<string>;
  /** Buildings that stand for the government in them. */
  readonly seats: ReadonlySet<string>;
  /** Nouns behind "news" that make what stands before it the name of a news service. */
  readonly newsBodies: ReadonlySet<string>;
  readonly peopleNouns: ReadonlySet<string>;
  readonly notPlaces: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly againstGovernment: ReadonlySet<string>;
  /** Behind a name and a hyphen: what the named one runs, holds or backs. */
  readonly ownedWords: ReadonlySet<string>;
  readonly notAtStart: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  /** Abbreviations that are ordinary words when a text is all in capitals. */
  readonly wordsInCapitals: ReadonlySet<string>;
  readonly besideNames: ReadonlySet<string>;
  /** Kilometres to the unit. */
  readonly units: ReadonlyMap<string, number>;
  /** Degrees clockwise from north. */
  readonly bearings: ReadonlyMap<string, number>;
  /** Weights by evidence id; `threshold` is what their sum must reach. */
  readonly evidence: ReadonlyMap<string, number>;
}

/** Loads the word lists; throws when the file does not have the expected form. */
/** `groups`: names of armed groups, which are no places. */
export function loadPlaceWords(path: string, groups: readonly string[] = []): PlaceWords {
  const raw = file.parse(parse(readFileSync(path, 'utf8')));
  return Object.freeze({
    strongPrepositions: new Set(raw.strongPrepositions),
    weakPrepositions: new Set(raw.weakPrepositions),
    placeNouns: byKind(raw.placeNouns),
    partNouns: new Set(raw.partNouns),
    headNouns: byKind(raw.headNouns),
    streetNouns: new Set(raw.streetNouns),
    leadNouns: byKind(raw.leadNouns),
    compass: new Set(raw.compass),
    organisations: new Set(raw.organisations),
    publicBodies: new Set(raw.publicBodies),
    newsBodies: new Set(raw.newsBodies),
    seats: new Set(raw.seats),
    institutions: new Set(raw.institutions),
    nameParts: new Set(raw.nameParts),
    peopleNouns: new Set(raw.peopleNouns),
    notPlaces: new Set([...raw.notPlaces, ...groups]),
    titles: new Set(raw.titles),
    speech: new Set(raw.speech),
    againstGovernment: new Set(raw.againstGovernment),
    ownedWords: new Set(raw.ownedWords),
    notAtStart: new Set(raw.notAtStart),
    calendar: new Set(raw.calendar),
    wordsInCapitals: new Set(raw.wordsInCapitals),
    besideNames: new Set(raw.besideNames),
    units: new Map(Object.entries(raw.units)),
    bearings: new Map(Object.entries(raw.bearings)),
    evidence: new Map(Object.entries(raw.evidence)),
  });
}

function byKind(groups: Record<string, string[]>): ReadonlyMap<string, StatedKind> {
  const kinds = new Map<string, StatedKind>();
  for (const kind of STATED) for (const word of groups[kind] ?? []) kinds.set(word, kind);
  const unknown = Object.keys(groups).filter((name) => !STATED.some((kind) => kind === name));
  if (unknown.length > 0)
    throw new Error(`place words: expected kinds among ${STATED.join(', ')}, found ${unknown.join(', ')}`);
  return kinds;
}
