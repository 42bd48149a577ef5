/**
 * The gazetteer: names to places, offline. It is read in layers (our own additions first, then the world), and every
 * place is a number (a `PlaceRef`) until somebody needs its fields, so that looking names up costs no objects.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceMention } from '../model/coded-report.ts';
import { DEGREE, decodeLayer, type LayerTables, PLACE_KINDS, type PlaceKind } from './gazetteer-file.ts';
import { addToHash, confirmBits, hashOf, indexBits, type KeyHash, looseKey, nameKey } from './name-key.ts';
import { remembered } from './word-memory.ts';

export { NAME_FLAG } from './gazetteer-file.ts';

/** A place of the gazetteer: layer in the top bits, row in the others. Valid for one loaded gazetteer. */
export type PlaceRef = number;

export interface Place {
  /** `geonames:ID`, `iso:SY` for countries, `region:SY-ID` for provinces without a GeoNames id, or an id of our own. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  /** ISO 3166-2 code and name of the first-order division, or null. */
  readonly provinceCode: string | null;
  readonly province: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  /** 3 capital of a country, 2 of a province, 1 of a district, 0 none. */
  readonly rank: number;
  readonly radiusKm: number;
}

/** One way in which a key names a place. */
export interface NameMatch {
  readonly place: PlaceRef;
  /** Bits of `NAME_FLAG`. */
  readonly flags: number;
}

/** What the gazetteer knows of a word by which names may begin. */
interface Opening {
  /** The running hash after the word: copied, never changed. */
  readonly hash: Readonly<KeyHash>;
  readonly matches: readonly NameMatch[] | null;
}

export interface Gazetteer {
  /** Matches under a running hash of exact keys; allocates only when there are any. */
  readonly matches: (hash: KeyHash) => readonly NameMatch[] | null;
  /** A word by which names may begin, by its key. */
  readonly opening: (key: string) => Opening;
  /** Matches of a whole name by its exact key. */
  readonly find: (name: string) => readonly NameMatch[];
  /** Matches of a whole name by its loose key, for transliterated names. */
  readonly findLoosely: (name: string) => readonly NameMatch[];
  readonly place: (ref: PlaceRef) => Place;
  readonly kind: (ref: PlaceRef) => PlaceKind;
  readonly population: (ref: PlaceRef) => number;
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: (ref: PlaceRef) => string | null;
  /** ISO 3166-2, or null. */
  readonly provinceCode: (ref: PlaceRef) => string | null;
  /** 3 capital of a country, 2 of a province, 1 of a district, 0 none. */
  readonly rank: (ref: PlaceRef) => number;
  readonly isGivenName: (key: string) => boolean;
  /** The area with this ISO 3166-1 or 3166-2 code, as a place of this gazetteer. */
  readonly areaRef: (code: string) => PlaceRef | null;
  /** The area with this ISO 3166-1 or 3166-2 code. */
  readonly area: (code: string) => Place | null;
  /** Settlements, their quarters, districts and sites in these countries (ISO 3166-1 alpha-2). */
  readonly placesIn: (countries: ReadonlySet<string>) => PlaceRef[];
  readonly size: number;
}

const NONE: readonly NameMatch[] = [];
const LAYER_BITS = 24;
const ROW_MASK = (1 << LAYER_BITS) - 1;
/** Radius in km by kind where the file gives none: a settlement's is read from its population instead. */
const RADIUS_KM: Record<PlaceKind, number> = {
  settlement: 3,
  quarter: 2,
  province: 80,
  country: 400,
  district: 25,
  region: 200,
  continent: 3000,
  water: 100,
  terrain: 50,
  site: 1,
};

/** How exactly the point of a place stands for what happened there, by its kind. */
export const PRECISION_OF_KIND: Record<PlaceKind, NonNullable<PlaceMention['precision']>> = {
  settlement: 'settlement',
  quarter: 'settlement',
  site: 'exact',
  district: 'district',
  province: 'province',
  country: 'country',
  region: 'region',
  continent: 'region',
  water: 'region',
  terrain: 'region',
};

/** Loads every `*.bin` layer of a directory such as `knowledge/gazetteer/world`; own additions come before the world. */
export function loadGazetteer(directory: string): Gazetteer {
  const files = ['own.bin', 'world.bin'].map((name) => join(directory, name)).filter((path) => existsSync(path));
  if (files.length === 0)
    throw new Error(
      `gazetteer: expected own.bin and world.bin in ${directory}, found neither; run npm run build:gazetteer`,
    );
  return gazetteerOf(files.map((path) => decodeLayer(aligned(readFileSync(path)), path)));
}

/** Typed arrays need their offsets aligned; small files may lie anywhere in a shared buffer. */
const aligned = (bytes: Buffer): Uint8Array => (bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes));

/** Makes a gazetteer of layers, earlier ones first in every answer. */
export function gazetteerOf(layers: readonly LayerTables[]): Gazetteer {
  const areas = new Map<string, PlaceRef>();
  for (const [index, layer] of layers.entries()) indexAreas(layer, index, areas);
  const layerOf = (ref: PlaceRef): LayerTables => {
    const layer = layers[ref >>> LAYER_BITS];
    if (layer === undefined) throw new RangeError(`place ${ref} is not of this gazetteer`);
    return layer;
  };
  const provinceName = (code: string): string | null => {
    const ref = areas.get(code);
    return ref === undefined ? null : placeAt(layerOf(ref), ref & ROW_MASK).name;
  };
  const place = remembered((ref: PlaceRef): Place => {
    const found = placeAt(layerOf(ref), ref & ROW_MASK);
    return found.provinceCode !== null && found.province === found.provinceCode
      ? { ...found, province: provinceName(found.provinceCode) }
      : found;
  });
  const matches = (hash: KeyHash): readonly NameMatch[] | null => {
    let found: NameMatch[] | null = null;
    for (let index = 0; index < layers.length; index++) found = matchesIn(layers[index], index, hash, found);
    return found;
  };
  return {
    matches,
    opening: remembered((key) => {
      const hash = hashOf(key);
      return { hash, matches: matches(hash) };
    }),
    find: remembered((name) => matches(hashOf(nameKey(name))) ?? NONE),
    findLoosely: remembered((name) => {
      const key = looseKey(nameKey(name));
      return key === '' ? NONE : (matches(hashOf(`~${key}`)) ?? NONE);
    }),
    place,
    kind: (ref) => kindAt(layerOf(ref), ref & ROW_MASK),
    population: (ref) => layerOf(ref).population[ref & ROW_MASK] ?? 0,
    country: (ref) => countryAt(layerOf(ref), ref & ROW_MASK),
    provinceCode: (ref) => {
      const layer = layerOf(ref);
      return layer.provinces[layer.province[ref & ROW_MASK] ?? -1]?.[0] ?? null;
    },
    rank: (ref) => (layerOf(ref).kindAndRank[ref & ROW_MASK] ?? 0) & 3,
    isGivenName: remembered((key) => layers.some((layer) => holds(layer.given, indexBits(hashOf(key))))),
    areaRef: (code) => areas.get(code) ?? null,
    area: (code) => {
      const ref = areas.get(code);
      return ref === undefined ? null : place(ref);
    },
    placesIn: (countries) =>
      layers.flatMap((layer, index) => rowsIn(layer, countries).map((row) => (index << LAYER_BITS) | row)),
    size: layers.reduce((sum, layer) => sum + layer.lat.length, 0),
  };
}

function matchesIn(
  layer: LayerTables | undefined,
  index: number,
  hash: KeyHash,
  found: NameMatch[] | null,
): NameMatch[] | null {
  if (layer === undefined) return found;
  const high = indexBits(hash);
  const low = confirmBits(hash);
  const bucket = high >>> layer.shift;
  const end = layer.bucket[bucket + 1] ?? 0;
  let all = found;
  for (let row = layer.bucket[bucket] ?? 0; row < end; row++) {
    if (layer.keyHigh[row] !== high || layer.keyLow[row] !== low) continue;
    all ??= [];
    all.push({ place: (index << LAYER_BITS) | (layer.keyPlace[row] ?? 0), flags: layer.keyFlags[row] ?? 0 });
  }
  return all;
}

const NAMED_KINDS: ReadonlySet<PlaceKind> = new Set(['settlement', 'quarter', 'district', 'site']);

function rowsIn(layer: LayerTables, countries: ReadonlySet<string>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < layer.lat.length; row++)
    if (countries.has(countryAt(layer, row) ?? '') && NAMED_KINDS.has(kindAt(layer, row))) rows.push(row);
  return rows;
}

const kindAt = (layer: LayerTables, row: number): PlaceKind =>
  PLACE_KINDS[(layer.kindAndRank[row] ?? 0) >> 2] ?? 'settlement';

function countryAt(layer: LayerTables, row: number): string | null {
  const code = layer.country[row] ?? 0;
  return code === 0 ? null : countryOf(code);
}

/** A country's two letters out of their two bytes. */
const countryOf = remembered((code: number) => String.fromCharCode(code >> 8, code & 255));

function placeAt(layer: LayerTables, row: number): Place {
  const [ownId, name] = namesAt(layer, row);
  const kind = kindAt(layer, row);
  const province = layer.provinces[layer.province[row] ?? -1];
  const population = layer.population[row] ?? 0;
  const radius = layer.radius[row] ?? 0;
  return {
    id: ownId ?? `geonames:${layer.geonamesId[row]}`,
    name,
    kind,
    country: countryAt(layer, row),
    provinceCode: province?.[0] ?? null,
    province: province?.[1] ?? null,
    lat: (layer.lat[row] ?? 0) / DEGREE,
    lon: (layer.lon[row] ?? 0) / DEGREE,
    population,
    rank: (layer.kindAndRank[row] ?? 0) & 3,
    radiusKm: radius > 0 ? radius / 10 : kind === 'settlement' ? settlementRadiusKm(population) : RADIUS_KM[kind],
  };
}

/** A settlement's extent from its population, at about 5,000 people to the square kilometre; never under a kilometre. */
const settlementRadiusKm = (population: number): number =>
  Math.min(25, Math.max(1, Math.round(Math.sqrt(population / 5000 / Math.PI) * 10) / 10));

function namesAt(layer: LayerTables, row: number): readonly [ownId: string | null, name: string] {
  const text = Buffer.from(
    layer.names.buffer,
    layer.names.byteOffset + (layer.nameAt[row] ?? 0),
    (layer.nameAt[row + 1] ?? 0) - (layer.nameAt[row] ?? 0),
  ).toString('utf8');
  const tab = text.indexOf('\t');
  return tab < 0 ? [null, text] : [text.slice(0, tab), text.slice(tab + 1)];
}

/** Countries and provinces by their ISO codes; the first layer that has one wins. */
function indexAreas(layer: LayerTables, index: number, areas: Map<string, PlaceRef>): void {
  for (let row = 0; row < layer.lat.length; row++) {
    const kind = kindAt(layer, row);
    if (kind !== 'country' && kind !== 'province') continue;
    const place = placeAt(layer, row);
    const code = kind === 'country' ? place.country : place.provinceCode;
    if (code !== null && !areas.has(code)) areas.set(code, (index << LAYER_BITS) | row);
  }
}

function holds(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

/** Extends a running hash by one more token's key; the separator keeps "new york" apart from "newyork". */
export function extendHash(hash: KeyHash, key: string, isTied: boolean): void {
  if (!isTied) addToHash(hash, ' ');
  addToHash(hash, key);
}
