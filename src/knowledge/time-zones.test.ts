import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTimeZones, zoneAt } from './time-zones.ts';

const zones = loadTimeZones('knowledge');

test('a country with one zone needs no point', () => {
  assert.equal(zoneAt(zones, 'SY', { latitude: null, longitude: null }), 'Asia/Damascus');
});

test('in a country with several zones the nearest reference point tells', () => {
  assert.equal(zoneAt(zones, 'US', { latitude: 34, longitude: -118 }), 'America/Los_Angeles');
  assert.equal(zoneAt(zones, 'RU', { latitude: 55.7, longitude: 37.6 }), 'Europe/Moscow');
  assert.equal(zoneAt(zones, 'US', { latitude: null, longitude: null }), null);
});

test('an unknown country has no zone', () => {
  assert.equal(zoneAt(zones, 'XX', { latitude: 0, longitude: 0 }), null);
  assert.equal(zoneAt(zones, null, { latitude: 0, longitude: 0 }), null);
});
