import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoOffset, utcOffsetMinutes } from './time-zone.ts';

test('Damascus kept summer time in June 2016 and winter time when the truce began', () => {
  assert.equal(utcOffsetMinutes('Asia/Damascus', { year: 2016, month: 6, day: 12 }), 180);
  assert.equal(utcOffsetMinutes('Asia/Damascus', { year: 2016, month: 2, day: 27 }), 120);
});

test('an unknown zone has no offset', () => {
  assert.equal(utcOffsetMinutes('Nowhere/Nothing', { year: 2016, month: 6, day: 12 }), null);
});

test('offsets are written as ISO 8601 writes them', () => {
  assert.deepEqual([180, 0, -210, 345].map(isoOffset), ['+03:00', '+00:00', '-03:30', '+05:45']);
});
