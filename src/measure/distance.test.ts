import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displaced, distanceKm } from './distance.ts';

test('a degree of latitude is about 111 km', () => {
  assert.equal(Math.round(distanceKm({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })), 111);
});

test('a degree of longitude at 60 north is about half of that', () => {
  assert.equal(Math.round(distanceKm({ lat: 60, lon: 10 }, { lat: 60, lon: 11 })), 56);
});

test('opposite points of the globe are half its circumference apart', () => {
  assert.equal(Math.round(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })), 20015);
});

test('going north keeps the longitude, and going east keeps near the latitude', () => {
  const north = displaced({ lat: 36, lon: 37 }, 5, 0);
  assert.deepEqual([Math.round(north.lat * 1000), Math.round(north.lon * 1000)], [36045, 37000]);
  const east = displaced({ lat: 36, lon: 37 }, 5, 90);
  assert.deepEqual([Math.round(east.lat * 1000), Math.round(east.lon * 1000)], [36000, 37056]);
});

test('a displaced point crosses the date line without leaving the range of longitudes', () => {
  const { lon } = displaced({ lat: 0, lon: 179.9 }, 50, 90);
  assert.ok(lon > -180 && lon < -179);
});

test('a displaced point lies as far away as asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -80, max: 80 }),
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 359 }),
      (lat, lon, km, degrees) => {
        assert.ok(Math.abs(distanceKm({ lat, lon }, displaced({ lat, lon }, km, degrees)) - km) < 0.01);
      },
    ),
  );
});
