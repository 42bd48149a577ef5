/** Our own layer: countries, regions and local additions from the YAML files that experts keep. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Gazetteer, Place } from '../../src/knowledge/gazetteer.ts';
import {
  type LayerContent,
  NAME_FLAG,
  type NameEntry,
  PLACE_KINDS,
  type PlaceEntry,
} from '../../src/knowledge/gazetteer-file.ts';
import { looseKey, nameKey } from '../../src/knowledge/name-key.ts';
import { distanceKm } from '../../src/measure/distance.ts';

const names = z.array(z.string().min(1)).default([]);
const point = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]);
const countryFile = z.strictObject({
  countries: z.record(
    z.string().length(2),
    z.strictObject({ name: z.string(), point, also: names, demonyms: names, short: names }),
  ),
});
const placeFile = z.strictObject({
  /** Defaults for the file's places. */
  country: z.string().length(2).optional(),
  basis: z.string(),
  places: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]{1,5}\/[a-z0-9-]+$/),
      name: z.string(),
      kind: z.enum(PLACE_KINDS),
      point,
      radiusKm: z.number().positive().optional(),
      country: z.string().length(2).optional(),
      /** ISO 3166-2 code of the province. */
      in: z.string().optional(),
      also: names,
      demonyms: names,
      short: names,
      population: z.number().int().min(0).default(0),
      basis: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});
/** Places whose sides use different names: who uses which, and why we print the one we do. */
const registerFile = z.strictObject({
  register: z.record(z.string(), z.strictObject({ names: z.record(z.string(), z.string()), printed: z.string() })),
});
const givenFile = z.strictObject({ givenNames: z.array(z.string()) });
class OwnLayer {
  readonly places: PlaceEntry[] = [];
  readonly names = new Map<string, NameEntry>();
  readonly provinces: [string, string][] = [];
  readonly givenNames: string[] = [];
  readonly ids = new Set<string>();
  readonly registered: string[] = [];
  readonly world: Gazetteer | null;

  constructor(world: Gazetteer | null) {
    this.world = world;
  }

  name(name: string, place: number, flags: number): void {
    this.key(nameKey(name), place, flags);
    const loose = looseKey(nameKey(name));
    if (loose !== '' && (flags & (NAME_FLAG.demonym | NAME_FLAG.abbreviation)) === 0)
      this.key(`~${loose}`, place, flags | NAME_FLAG.loose);
  }

  key(key: string, place: number, flags: number): void {
    const id = `${key}\t${place}`;
    this.names.set(id, { key, place, flags: flags | this.marks(key) | (this.names.get(id)?.flags ?? 0) });
  }

  /** Ordinary words and given names, as far as the world layer has marked the same key. */
  marks(key: string): number {
    if (this.world === null || key.startsWith('~')) return 0;
    const marked =
      this.world.find(key).reduce((all, match) => all | match.flags, 0) & (NAME_FLAG.word | NAME_FLAG.person);
    return marked | (this.world.isGivenName(key) ? NAME_FLAG.person : 0);
  }

  province(code: string | undefined): number {
    if (code === undefined) return -1;
    const at = this.provinces.findIndex(([known]) => known === code);
    return at >= 0 ? at : this.provinces.push([code, code]) - 1;
  }

  add(
    id: string,
    place: PlaceEntry,
    all: { also: readonly string[]; demonyms: readonly string[]; short: readonly string[] },
  ): void {
    this.ids.add(id);
    const row = this.places.push(place) - 1;
    this.name(place.name, row, NAME_FLAG.primary);
    for (const name of all.also) this.name(name, row, 0);
    const names = new Set([place.name, ...all.also]);
    for (const name of all.demonyms.flatMap(withPlural)) if (!names.has(name)) this.name(name, row, NAME_FLAG.demonym);
    for (const name of all.short) this.name(name, row, NAME_FLAG.abbreviation);
  }
}

/** "Yemeni" has "Yemenis"; "French" and "Chinese" have no plural of their own. */
const withPlural = (demonym: string): string[] =>
  /(?:[aieo]n|[aiou]|[^s]er|ek|[tbdlr]|sh ?man|rk|ne|ole)$/.test(demonym) ? [demonym, `${demonym}s`] : [demonym];

/** Reads every YAML file under `root`. `world` gives ids and points to places that it also has, and marks to their names. */
export function readOwnLayer(root: string, world: Gazetteer | null): LayerContent {
  const layer = new OwnLayer(world);
  for (const path of yamlFiles(root)) readFile(path, layer);
  const unknown = layer.registered.filter((id) => !layer.ids.has(id));
  if (unknown.length > 0) throw new Error(`contested.yaml: expected ids of places, found ${unknown.join(', ')}`);
  return {
    places: layer.places,
    names: [...layer.names.values()],
    provinces: layer.provinces,
    givenNames: [...new Set(layer.givenNames)].sort(),
  };
}

function readFile(path: string, layer: OwnLayer): void {
  const content: unknown = parse(readFileSync(path, 'utf8'));
  try {
    if (path.endsWith('countries.yaml')) addCountries(countryFile.parse(content), layer);
    else if (path.endsWith('given-names.yaml'))
      layer.givenNames.push(...givenFile.parse(content).givenNames.map(nameKey));
    else if (path.endsWith('contested.yaml'))
      layer.registered.push(...Object.keys(registerFile.parse(content).register));
    else addPlaces(placeFile.parse(content), layer);
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function addCountries({ countries }: z.infer<typeof countryFile>, layer: OwnLayer): void {
  for (const [iso, country] of Object.entries(countries)) {
    const [lat, lon] = country.point;
    layer.add(
      `iso:${iso}`,
      {
        geonamesId: 0,
        ownId: `iso:${iso}`,
        name: country.name,
        kind: 'country',
        country: iso,
        province: -1,
        lat,
        lon,
        population: 0,
        rank: 3,
        radius: 0,
      },
      country,
    );
  }
}

type OwnPlace = z.infer<typeof placeFile>['places'][number];

function addPlaces(file: z.infer<typeof placeFile>, layer: OwnLayer): void {
  for (const place of file.places) {
    const country = place.country ?? file.country ?? '';
    const base = layer.world === null ? null : inWorld(place, country, layer.world);
    layer.add(
      place.id,
      {
        geonamesId: base === null ? 0 : Number(base.id.slice(GEONAMES.length)),
        ownId: base === null ? place.id : '',
        name: place.name,
        kind: place.kind,
        country,
        province: layer.province(place.in ?? base?.provinceCode ?? undefined),
        lat: base?.lat ?? place.point[0],
        lon: base?.lon ?? place.point[1],
        population: Math.max(place.population, base?.population ?? 0),
        rank: base?.rank ?? 0,
        radius: Math.round((place.radiusKm ?? 0) * 10),
      },
      place,
    );
  }
}

const GEONAMES = 'geonames:';
/** Farther away than this, a namesake is another place. */
const SAME_PLACE_KM = 10;

/** The world layer's settlement of the same name and place, whose id and point are then used. */
function inWorld(place: OwnPlace, country: string, world: Gazetteer): Place | null {
  if (place.kind !== 'settlement' && place.kind !== 'quarter') return null;
  const [lat, lon] = place.point;
  let nearest: Place | null = null;
  for (const match of [place.name, ...place.also].flatMap((name) => [
    ...world.find(name),
    ...world.findLoosely(name),
  ])) {
    const found = world.place(match.place);
    const isSettled = found.kind === 'settlement' || found.kind === 'quarter';
    if (
      !isSettled ||
      found.country !== country ||
      !found.id.startsWith(GEONAMES) ||
      distanceKm(found, { lat, lon }) > SAME_PLACE_KM
    )
      continue;
    if (nearest === null || distanceKm(found, { lat, lon }) < distanceKm(nearest, { lat, lon })) nearest = found;
  }
  return nearest;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return yamlFiles(path);
      return name.endsWith('.yaml') ? [path] : [];
    });
}
