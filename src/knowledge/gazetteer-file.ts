/**
 * The binary form of one gazetteer layer: typed-array tables that are used as they lie in the file, so that loading costs
 * no parsing. `scripts/build-gazetteer.ts` writes it, `gazetteer.ts` reads it; both through this file alone.
 */
import { confirmBits, hashOf, indexBits } from './name-key.ts';

/** What a place is. The position in this list is the code in the file: add at the end only. */
export const PLACE_KINDS = [
  'settlement',
  'quarter',
  'province',
  'country',
  'district',
  'region',
  'continent',
  'water',
  'terrain',
  'site',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Properties of a name as a bit set. */
export const NAME_FLAG = {
  /** The name we print, or its plain-letter form. */
  primary: 1,
  /** Also an ordinary English word. */
  word: 2,
  /** Also a person's name. */
  person: 4,
  /** An adjective or people's name: never a place. */
  demonym: 8,
  /** Found by the loose key only. */
  loose: 16,
  /** Holds only in capitals or with full stops ("US", "Ky."). */
  abbreviation: 32,
} as const;

export interface PlaceEntry {
  /** GeoNames id, or 0 for places with an id of our own. */
  readonly geonamesId: number;
  /** Own id; empty for GeoNames places. */
  readonly ownId: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2; empty for what no country holds. */
  readonly country: string;
  /** Position in the layer's list of provinces, or -1. */
  readonly province: number;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  /** Administrative rank: 3 capital of a country, 2 of a province, 1 of a district, 0 none. */
  readonly rank: number;
  /** Radius in tenths of a kilometre; 0 = by kind. */
  readonly radius: number;
}

export interface NameEntry {
  readonly key: string;
  /** Index into the places. */
  readonly place: number;
  readonly flags: number;
}

export interface LayerContent {
  readonly places: readonly PlaceEntry[];
  readonly names: readonly NameEntry[];
  /** ISO 3166-2 code and name of each province. */
  readonly provinces: readonly (readonly [code: string, name: string])[];
  /** Exact keys of given names. */
  readonly givenNames: readonly string[];
}

/** The tables of one layer, as views into its file. */
export interface LayerTables {
  readonly provinces: readonly (readonly [string, string])[];
  /** Bits to shift a hash right by, to get its bucket. */
  readonly shift: number;
  readonly bucket: Uint32Array;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint16Array;
  readonly keyPlace: Uint32Array;
  readonly keyFlags: Uint8Array;
  readonly geonamesId: Uint32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly population: Uint32Array;
  readonly country: Uint16Array;
  readonly province: Int16Array;
  readonly radius: Uint16Array;
  readonly kindAndRank: Uint8Array;
  readonly nameAt: Uint32Array;
  readonly names: Uint8Array;
  readonly given: Uint32Array;
}

const ARRAYS = {
  bucket: Uint32Array,
  keyHigh: Uint32Array,
  keyPlace: Uint32Array,
  geonamesId: Uint32Array,
  lat: Int32Array,
  lon: Int32Array,
  population: Uint32Array,
  nameAt: Uint32Array,
  given: Uint32Array,
  keyLow: Uint16Array,
  country: Uint16Array,
  province: Int16Array,
  radius: Uint16Array,
  keyFlags: Uint8Array,
  kindAndRank: Uint8Array,
  names: Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES: readonly ArrayName[] = [
  'bucket',
  'keyHigh',
  'keyPlace',
  'geonamesId',
  'lat',
  'lon',
  'population',
  'nameAt',
  'given',
  'keyLow',
  'country',
  'province',
  'radius',
  'keyFlags',
  'kindAndRank',
  'names',
];

const MAGIC = 'TWGAZ001';
/** Degrees are stored in hundred-thousandths: about a metre. */
export const DEGREE = 100_000;

/** A bucket holds about four names; small layers need few. The count of buckets is in the table's own length. */
const bucketBits = (names: number): number => Math.max(4, Math.min(18, Math.ceil(Math.log2(Math.max(1, names / 4)))));

interface LayerHeader {
  provinces: readonly (readonly [string, string])[];
  arrays: Record<string, readonly [offset: number, length: number]>;
}

const countryCode = (iso: string): number => (iso.length === 2 ? iso.charCodeAt(0) * 256 + iso.charCodeAt(1) : 0);

/** Lays a layer out as bytes; the same content gives the same bytes. */
export function encodeLayer(content: LayerContent): Uint8Array {
  const tables = { ...keyTables(content.names), ...placeTables(content.places), given: givenTable(content.givenNames) };
  const arrays: Record<string, readonly [number, number]> = {};
  let at = 0;
  for (const name of ARRAY_NAMES) {
    arrays[name] = [at, tables[name].length];
    at += Math.ceil(tables[name].byteLength / 8) * 8;
  }
  const header = Buffer.from(JSON.stringify({ provinces: content.provinces, arrays } satisfies LayerHeader));
  const base = Math.ceil((12 + header.length) / 8) * 8;
  const bytes = new Uint8Array(base + at);
  bytes.set(Buffer.from(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, 12);
  for (const name of ARRAY_NAMES) {
    const table = tables[name];
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), base + (arrays[name]?.[0] ?? 0));
  }
  return bytes;
}

function keyTables(names: readonly NameEntry[]) {
  const rows = names.map((entry) => {
    const hash = hashOf(entry.key);
    return { high: indexBits(hash), low: confirmBits(hash), place: entry.place, flags: entry.flags };
  });
  rows.sort((a, b) => a.high - b.high || a.low - b.low || a.place - b.place);
  const bits = bucketBits(rows.length);
  const bucket = new Uint32Array((1 << bits) + 1);
  for (const row of rows) bucket[(row.high >>> (32 - bits)) + 1] = (bucket[(row.high >>> (32 - bits)) + 1] ?? 0) + 1;
  for (let at = 1; at < bucket.length; at++) bucket[at] = (bucket[at] ?? 0) + (bucket[at - 1] ?? 0);
  return {
    bucket,
    keyHigh: Uint32Array.from(rows, (row) => row.high),
    keyLow: Uint16Array.from(rows, (row) => row.low),
    keyPlace: Uint32Array.from(rows, (row) => row.place),
    keyFlags: Uint8Array.from(rows, (row) => row.flags),
  };
}

function placeTables(places: readonly PlaceEntry[]) {
  const encoder = new TextEncoder();
  const nameAt = new Uint32Array(places.length + 1);
  const chunks: Uint8Array[] = [];
  let length = 0;
  places.forEach((place, index) => {
    const chunk = encoder.encode(place.ownId === '' ? place.name : `${place.ownId}\t${place.name}`);
    chunks.push(chunk);
    length += chunk.length;
    nameAt[index + 1] = length;
  });
  return {
    geonamesId: Uint32Array.from(places, (place) => place.geonamesId),
    lat: Int32Array.from(places, (place) => Math.round(place.lat * DEGREE)),
    lon: Int32Array.from(places, (place) => Math.round(place.lon * DEGREE)),
    population: Uint32Array.from(places, (place) => place.population),
    country: Uint16Array.from(places, (place) => countryCode(place.country)),
    province: Int16Array.from(places, (place) => place.province),
    radius: Uint16Array.from(places, (place) => Math.min(65_535, place.radius)),
    kindAndRank: Uint8Array.from(places, (place) => PLACE_KINDS.indexOf(place.kind) * 4 + place.rank),
    nameAt,
    names: new Uint8Array(Buffer.concat(chunks)),
  };
}

const givenTable = (names: readonly string[]): Uint32Array =>
  Uint32Array.from(new Set(names.map((name) => indexBits(hashOf(name))))).sort();

/** Reads a layer. Throws when the bytes are no layer: the file is ours, so that is a broken installation. */
export function decodeLayer(bytes: Uint8Array, where: string): LayerTables {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, 8).toString('latin1') !== MAGIC) {
    throw new Error(`gazetteer layer ${where}: expected the mark ${MAGIC}; run npm run build:gazetteer`);
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header: LayerHeader = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + 12, headerLength).toString('utf8'),
  );
  const base = bytes.byteOffset + Math.ceil((12 + headerLength) / 8) * 8;
  const place = (name: ArrayName): readonly [number, number] => {
    const found = header.arrays[name];
    if (found === undefined)
      throw new Error(`gazetteer layer ${where}: table ${name} is missing; run npm run build:gazetteer`);
    return [base + found[0], found[1]];
  };
  return {
    provinces: header.provinces,
    shift: 32 - Math.round(Math.log2(place('bucket')[1] - 1)),
    bucket: new Uint32Array(bytes.buffer, ...place('bucket')),
    keyHigh: new Uint32Array(bytes.buffer, ...place('keyHigh')),
    keyLow: new Uint16Array(bytes.buffer, ...place('keyLow')),
    keyPlace: new Uint32Array(bytes.buffer, ...place('keyPlace')),
    keyFlags: new Uint8Array(bytes.buffer, ...place('keyFlags')),
    geonamesId: new Uint32Array(bytes.buffer, ...place('geonamesId')),
    lat: new Int32Array(bytes.buffer, ...place('lat')),
    lon: new Int32Array(bytes.buffer, ...place('lon')),
    population: new Uint32Array(bytes.buffer, ...place('population')),
    country: new Uint16Array(bytes.buffer, ...place('country')),
    province: new Int16Array(bytes.buffer, ...place('province')),
    radius: new Uint16Array(bytes.buffer, ...place('radius')),
    kindAndRank: new Uint8Array(bytes.buffer, ...place('kindAndRank')),
    nameAt: new Uint32Array(bytes.buffer, ...place('nameAt')),
    names: new Uint8Array(bytes.buffer, ...place('names')),
    given: new Uint32Array(bytes.buffer, ...place('given')),
  };
}
