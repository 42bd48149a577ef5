/** A place that somebody types: coordinates, or a name of the gazetteer with all places that bear it. */
import type { PlaceMention } from '../model/coded-report.ts';
import { type Gazetteer, NAME_FLAG, type NameMatch, type PlaceRef, PRECISION_OF_KIND } from './gazetteer.ts';
import type { NamesInScript } from './names-in-script.ts';
import { type ProvinceOutline, provinceAt } from './province-outlines.ts';

export interface AskedPlace extends Omit<PlaceMention, 'kind' | 'id' | 'span' | 'text'> {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
}

/** What places are looked up in. */
export interface PlaceTables {
  readonly gazetteer: Gazetteer;
  readonly provinceOutlines: readonly ProvinceOutline[];
  readonly namesInScript: ReadonlyMap<string, NamesInScript>;
}

/** Places of one name that are offered; a name that more have needs its province or its coordinates. */
const OFFERED = 10;

/** The likeliest first: those in `country`, then those whose own name it is, then the larger. Empty when nothing is known by it. */
export function askedPlaces(text: string, country: string | null, tables: PlaceTables): AskedPlace[] {
  const point = pointIn(text);
  if (point !== null) return [pointPlace(point, tables)];
  const { gazetteer } = tables;
  const rank = ({ place, flags }: NameMatch): number =>
    (gazetteer.country(place) === country ? 2 : 0) + ((flags & NAME_FLAG.primary) !== 0 ? 1 : 0);
  const byLikelihood = (a: NameMatch, b: NameMatch): number =>
    rank(b) - rank(a) || gazetteer.population(b.place) - gazetteer.population(a.place) || a.place - b.place;
  const matches = matchesOf(text, tables).sort(byLikelihood);
  return [...new Set(matches.map(({ place }) => place))].slice(0, OFFERED).map((place) => namedPlace(place, gazetteer));
}

function matchesOf(name: string, { gazetteer, namesInScript }: PlaceTables): NameMatch[] {
  const isPlace = ({ flags }: NameMatch): boolean => (flags & NAME_FLAG.demonym) === 0;
  for (const matches of [gazetteer.find(name), gazetteer.findLoosely(name)]) {
    const places = matches.filter(isPlace);
    if (places.length > 0) return places;
  }
  return [...namesInScript.values()].flatMap((names) => names.find(name).map((place) => ({ place, flags: 0 })));
}

function namedPlace(ref: PlaceRef, gazetteer: Gazetteer): AskedPlace {
  const { id, name, country, province, lat, lon, kind, radiusKm } = gazetteer.place(ref);
  const precision = PRECISION_OF_KIND[kind];
  return { place: id, name, country, admin1: province, latitude: lat, longitude: lon, precision, radiusKm };
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function pointPlace({ latitude, longitude }: Point, { gazetteer, provinceOutlines }: PlaceTables): AskedPlace {
  const province = provinceAt([longitude, latitude], provinceOutlines);
  return {
    place: null,
    name: `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`,
    country: province?.country ?? null,
    admin1: province === null ? null : (gazetteer.area(province.code)?.name ?? province.name),
    latitude,
    longitude,
    precision: 'exact',
    radiusKm: 0,
  };
}

/** "33.46, 36.23", "33.46 36.23", "33.46N 36.23E"; digits and marks of Arabic too. Null for anything else. */
function pointIn(text: string): Point | null {
  const [latitude, longitude, ...rest] = inAscii(text)
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(degreesIn);
  if (latitude === undefined || longitude === undefined || rest.length > 0) return null;
  if (Number.isNaN(latitude + longitude) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

/** Degrees with a sign or a letter: south and west are negative. */
function degreesIn(part: string): number {
  const [, number, letter = ''] = /^([+-]?\d{1,3}(?:\.\d{1,12})?)°?([NSEW]?)$/i.exec(part) ?? [];
  return number === undefined ? Number.NaN : Number(number) * (/[SW]/i.test(letter) ? -1 : 1);
}

/** U+0660 to U+0669 are the Arabic digits, U+06F0 to U+06F9 those of Persian. */
const inAscii = (text: string): string =>
  text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll('٫', '.')
    .replaceAll('،', ',');
