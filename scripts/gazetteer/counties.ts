/** Counties of the United States from the us-atlas TopoJSON: names and middle points, since GeoNames' city list has no districts. */
import type { PlaceEntry } from '../../src/knowledge/gazetteer-file.ts';
import type { Position } from './polygons.ts';
import type { Province } from './world-layer.ts';

interface Topology {
  transform: { scale: Position; translate: Position };
  arcs: Position[][];
  objects: {
    counties: { geometries: { id: string; properties: { name: string }; arcs: (number[] | number[][])[] }[] };
  };
}

export interface County {
  readonly place: PlaceEntry;
  readonly name: string;
}

/** Louisiana calls them parishes; the state's FIPS code opens the county's. */
const LOUISIANA = '22';
/** Virginia's independent cities are listed beside its counties, and are cities. */
const VIRGINIA = '51';
const FIRST_INDEPENDENT_CITY = '51500';

/** `stateOf` gives the index of a province by its two-digit FIPS code. */
export function countiesOf(
  topology: Topology,
  stateOf: (fips: string) => number,
  provinces: readonly Province[],
  populationOf: (province: number, county: string) => number,
): County[] {
  return topology.objects.counties.geometries.flatMap(({ id, properties, arcs }) => {
    const province = stateOf(id.slice(0, 2));
    if (id.startsWith(VIRGINIA) && id >= FIRST_INDEPENDENT_CITY) return [];
    if (province < 0 || provinces[province] === undefined) return [];
    const name = `${properties.name} ${id.startsWith(LOUISIANA) ? 'Parish' : 'County'}`;
    const { lat, lon, radiusKm } = middleOf(arcs.flat(2), topology);
    const place: PlaceEntry = {
      geonamesId: 0,
      ownId: `us-county:${id}`,
      name,
      kind: 'district',
      country: 'US',
      province,
      lat,
      lon,
      population: populationOf(province, id.slice(2)),
      rank: 1,
      radius: Math.round(radiusKm * 10),
    };
    return [{ place, name }];
  });
}

/** Middle of the bounding box, and half its mean side. */
function middleOf(
  arcs: readonly number[],
  { transform, arcs: all }: Topology,
): { lat: number; lon: number; radiusKm: number } {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const arc of arcs) {
    let [x, y] = [0, 0];
    for (const [dx, dy] of all[arc < 0 ? ~arc : arc] ?? []) {
      x += dx;
      y += dy;
      const lon = x * transform.scale[0] + transform.translate[0];
      const lat = y * transform.scale[1] + transform.translate[1];
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  const lat = (south + north) / 2;
  const height = (north - south) * 111;
  const width = (east - west) * 111 * Math.cos((lat * Math.PI) / 180);
  return { lat, lon: (west + east) / 2, radiusKm: Math.max(5, (height + width) / 4) };
}
