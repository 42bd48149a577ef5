import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, grouped, type MapPoint, ring } from './map-shapes.ts';

const point = (id: string, fields: Partial<MapPoint>): MapPoint => ({
  id,
  type: 'shelling',
  latitude: 35,
  longitude: 37,
  place: 'p',
  name: 'P',
  country: 'SY',
  admin1: 'Idlib',
  precision: 'settlement',
  radiusKm: 3,
  start: null,
  killedMin: null,
  killedMax: null,
  outcome: null,
  aggregate: false,
  ...fields,
});

test('incidents known to an area stand together on the area, others stand as points', () => {
  const { pinned, areas } = grouped([
    point('a', {}),
    point('b', { precision: 'exact' }),
    point('c', { precision: 'province', place: 'idlib' }),
    point('d', { precision: 'province', place: 'idlib' }),
    point('e', { precision: 'district', place: 'idlib' }),
    point('f', { precision: null }),
  ]);
  assert.deepEqual(
    pinned.map(({ id }) => id),
    ['a', 'b', 'f'],
  );
  assert.deepEqual(
    areas.map(({ key, points }) => [key, points.length]),
    [
      ['province:idlib', 2],
      ['district:idlib', 1],
    ],
  );
});

test('totals over several events are not on the map', () => {
  assert.deepEqual(grouped([point('a', { aggregate: true }), point('b', { aggregate: true, precision: 'country' })]), {
    pinned: [],
    areas: [],
  });
});

test('a ring is closed and as wide on the ground in the north as at the equator', () => {
  for (const latitude of [0, 60]) {
    const corners = ring(10, latitude, 111.32);
    assert.deepEqual(corners[0], corners.at(-1));
    const width = Math.max(...corners.map(([lon]) => lon)) - 10;
    assert.ok(Math.abs(width * Math.cos((latitude * Math.PI) / 180) - 1) < 0.01);
  }
});

test('bounds hold all points, and there are none without points', () => {
  assert.deepEqual(boundsOf([point('a', { longitude: 36 }), point('b', { latitude: 33 })]), [36, 33, 37, 35]);
  assert.equal(boundsOf([]), null);
});
