import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mapOutlines } from './map-outlines.ts';

type Position = [number, number];
interface Outline {
  properties: { code: string; name: string; lon: number; lat: number; size: number };
  geometry: { coordinates: Position[][][] };
}

const square = (west: number, south: number, east: number, north: number): Position[][][] => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];
const province = (code: string, name: string, coordinates: Position[][][]) => ({
  type: 'Feature',
  properties: { code, name, country: code.slice(0, 2) },
  geometry: { type: 'MultiPolygon', coordinates },
});

function outlinesFrom(...features: unknown[]): (name: string) => Outline[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'outlines-'));
  const path = join(folder, 'provinces.geojson');
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  const outline = mapOutlines(path);
  outline('countries');
  rmSync(folder, { recursive: true });
  return (name) => {
    const text = outline(name);
    return text === undefined ? undefined : JSON.parse(text).features;
  };
}

const corners = (ring: Position[] | undefined): string[] => [...new Set((ring ?? []).map(String))].sort();

test('two provinces side by side make one country without the border between them', () => {
  const outline = outlinesFrom(
    province('AA-1', 'West', square(0, 0, 1, 1)),
    province('AA-2', 'East', square(1, 0, 2, 1)),
  );
  const [country] = outline('countries') ?? [];
  assert.equal(country?.geometry.coordinates.length, 1);
  const [ring] = country?.geometry.coordinates[0] ?? [];
  assert.deepEqual(corners(ring), ['0,0', '0,1', '1,0', '1,1', '2,0', '2,1']);
  assert.deepEqual(ring?.[0], ring?.at(-1), 'the ring is closed');
  assert.deepEqual(country?.properties, { code: 'AA', name: 'AA', country: 'AA', lon: 1, lat: 0.5, size: 1.41 });
});

test('countries keep their own borders, islands stay, specks go', () => {
  const outline = outlinesFrom(
    province('AA-1', 'Land', square(0, 0, 1, 1)),
    province('AA-2', 'Island', square(3, 0, 4, 1)),
    province('AA-3', 'Speck', square(5, 0, 5.02, 0.02)),
    province('BB-1', 'Neighbour', square(1, 0, 2, 1)),
    province('CC-1', 'A country of one speck', square(6, 0, 6.02, 0.02)),
  );
  const rings = Object.fromEntries(
    (outline('countries') ?? []).map(({ properties, geometry }) => [properties.code, geometry.coordinates.length]),
  );
  assert.deepEqual(rings, { AA: 2, BB: 1, CC: 1 });
});

test('the provinces of a country are given with their names and where these stand', () => {
  const outline = outlinesFrom(
    province('AA-1', 'West', square(0, 0, 1, 1)),
    province('BB-1', 'Other', square(3, 3, 4, 4)),
  );
  assert.deepEqual(
    outline('AA')?.map(({ properties }) => properties),
    [{ code: 'AA-1', name: 'West', country: 'AA', lon: 0.5, lat: 0.5, size: 1 }],
  );
  assert.equal(outline('ZZ'), undefined);
});

test('without a file there are no outlines', () => {
  const outline = mapOutlines('does-not-exist.geojson');
  assert.equal(outline('SY'), undefined);
  assert.equal(outline('countries'), '{"type":"FeatureCollection","features":[]}');
});
