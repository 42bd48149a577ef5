/** Outlines of countries and provinces: for the hatching of areas, and where their names stand on the map. */
import type { AreaGroup } from './map-shapes.ts';

type Outline = GeoJSON.Feature<
  GeoJSON.Polygon | GeoJSON.MultiPolygon,
  { code: string; name: string; country: string; lon: number; lat: number; size: number }
>;

export interface Outlines {
  provinces: Outline[];
  outlineOf: (area: AreaGroup) => Outline | null;
  middleOf: (area: AreaGroup) => [number, number];
  names: (locale: string) => { text: string; kind: 'country' | 'province'; at: [number, number]; leastZoom: number }[];
}

async function outlinesNamed(name: string): Promise<Outline[]> {
  const response = await fetch(`/api/v1/map/outlines/${name}`);
  if (!response.ok) return [];
  // Written by this program's own build; see the contract of the route.
  return ((await response.json()) as { features: Outline[] }).features;
}

/** Countries always; provinces of the countries that incidents lie in. */
export async function loadOutlines(codes: readonly string[]): Promise<Outlines> {
  const [countries, ...provinces] = await Promise.all([outlinesNamed('countries'), ...codes.map(outlinesNamed)]);
  return outlinesFrom(countries ?? [], provinces.flat());
}

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

function outlinesFrom(countries: Outline[], provinces: Outline[]): Outlines {
  const byCountry = new Map(countries.map((outline) => [outline.properties.code, outline]));
  const byName = new Map(
    provinces.map((outline) => [`${outline.properties.country}:${folded(outline.properties.name)}`, outline]),
  );
  const byCode = new Map(provinces.map((outline) => [outline.properties.code, outline]));
  const outlineOf = ({ precision, country, admin1, name }: AreaGroup): Outline | null => {
    if (precision === 'country') return byCountry.get(country ?? '') ?? null;
    if (precision !== 'province') return null;
    return (
      byCode.get(admin1 ?? '') ??
      byName.get(`${country}:${folded(admin1 ?? '')}`) ??
      byName.get(`${country}:${folded(name)}`) ??
      null
    );
  };
  return {
    provinces,
    outlineOf,
    middleOf: (area) => {
      const outline = outlineOf(area);
      return outline === null ? [area.longitude, area.latitude] : [outline.properties.lon, outline.properties.lat];
    },
    names: (locale) => {
      const countryNames = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
      const nameOf = (outline: Outline): string =>
        (/^[A-Z]{2}$/.test(outline.properties.code) ? countryNames.of(outline.properties.code) : undefined) ??
        outline.properties.name;
      return [
        ...countries.map((outline) => ({
          text: nameOf(outline),
          kind: 'country' as const,
          at: placeOf(outline),
          leastZoom: zoomFor(outline, 32),
        })),
        ...provinces.map((outline) => ({
          text: outline.properties.name,
          kind: 'province' as const,
          at: placeOf(outline),
          leastZoom: zoomFor(outline, 50),
        })),
      ];
    },
  };
}

const placeOf = ({ properties }: Outline): [number, number] => [properties.lon, properties.lat];

/** The zoom from which an area is wide enough for its name: at zoom z a degree is about 1.4 * 2^z pixels. */
const zoomFor = ({ properties: { size } }: Outline, room: number): number =>
  Math.max(2, Math.log2(room / Math.max(0.02, size)));

loadOutlines.none = outlinesFrom([], []);
