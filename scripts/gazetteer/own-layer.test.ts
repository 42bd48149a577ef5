import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gazetteerOf } from '../../src/knowledge/gazetteer.ts';
import { decodeLayer, encodeLayer } from '../../src/knowledge/gazetteer-file.ts';
import { readOwnLayer } from './own-layer.ts';
import { areaKm2, centreOf, insidePolygon, type Ring } from './polygons.ts';

const root = join(import.meta.dirname, '..', '..', 'knowledge', 'gazetteer');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, 'world', name)));

test('own.bin is what the YAML files say: run npm run build:gazetteer -- --own-only when this fails', () => {
  const world = gazetteerOf([decodeLayer(bytesOf('world.bin'), 'world.bin')]);
  assert.ok(Buffer.from(encodeLayer(readOwnLayer(root, world))).equals(Buffer.from(bytesOf('own.bin'))));
});

test('the committed gazetteer stays within 25 MB', () => {
  const sizes = ['world.bin', 'own.bin', 'provinces.geojson', 'manifest.json'].map(
    (name) => statSync(join(root, 'world', name)).size,
  );
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 25_000_000);
});

const square: Ring = [
  [10, 0],
  [12, 0],
  [12, 2],
  [10, 2],
  [10, 0],
];
const hole: Ring = [
  [10.5, 0.5],
  [11.5, 0.5],
  [11.5, 1.5],
  [10.5, 1.5],
  [10.5, 0.5],
];

test('a point in a hole of an outline is outside', () => {
  assert.deepEqual(
    [
      insidePolygon([square, hole], [10.2, 0.2]),
      insidePolygon([square, hole], [11, 1]),
      insidePolygon([square], [13, 1]),
    ],
    [true, false, false],
  );
});

test('a square of two degrees at the equator has its centre in the middle and about 49,500 square km', () => {
  const { lat, lon } = centreOf([[square]]);
  assert.deepEqual([Math.round(lat * 1000), Math.round(lon * 1000)], [1000, 11000]);
  assert.equal(Math.round(areaKm2(square) / 500), 99);
});
