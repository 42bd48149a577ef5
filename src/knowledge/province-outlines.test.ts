import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadProvinceOutlines, type ProvinceOutline, provinceAt } from './province-outlines.ts';

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const PROVINCES: ProvinceOutline[] = [
  {
    type: 'Feature',
    properties: { code: 'XA-1', name: 'Ring', country: 'XA' },
    geometry: { type: 'MultiPolygon', coordinates: [[square(0, 0, 10), square(4, 4, 2)], [square(20, 0, 1)]] },
  },
  {
    type: 'Feature',
    properties: { code: 'XA-2', name: 'Middle', country: 'XA' },
    geometry: { type: 'MultiPolygon', coordinates: [[square(4, 4, 2)]] },
  },
];

test('a point lies in the province whose outline holds it, islands included, and not in one that surrounds it', () => {
  const at = (lon: number, lat: number) => provinceAt([lon, lat], PROVINCES)?.code ?? null;
  assert.deepEqual([at(1, 1), at(20.5, 0.5), at(5, 5), at(15, 5)], ['XA-1', 'XA-1', 'XA-2', null]);
});

test('without a file of outlines there are none', () => {
  assert.deepEqual(loadProvinceOutlines('no/such/file.geojson'), []);
});
