import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, offsetsOfZone } from './instant.ts';

const damascus = offsetsOfZone('Asia/Damascus', 2015, 2017);
const iso = (text: string): string | null => {
  const ms = instantOf(text, damascus);
  return ms === null ? null : new Date(ms).toISOString();
};

const CASES: readonly (readonly [text: string, utc: string | null])[] = [
  ['2016-02-27T00:00', '2016-02-26T22:00:00.000Z'],
  ['2016-06-12', '2016-06-11T21:00:00.000Z'],
  ['2016-06-12T17:30', '2016-06-12T14:30:00.000Z'],
  ['2016-06-12T17:30Z', '2016-06-12T17:30:00.000Z'],
  ['2016-06-12T17:30:15+02:00', '2016-06-12T15:30:15.000Z'],
  ['2016-06', '2016-05-31T21:00:00.000Z'],
  ['2016', '2015-12-31T22:00:00.000Z'],
  ['0099-01-01', '0098-12-31T22:00:00.000Z'],
  ['2016-02-30', null],
  ['2016-13-01', null],
  ['yesterday', null],
  ['', null],
];
for (const [text, utc] of CASES)
  test(`"${text}" in Damascus is ${utc ?? 'no instant'}`, () => assert.equal(iso(text), utc));

test('a skipped hour is read by the old offset, a repeated one by the earlier', () => {
  // Damascus went from UTC+2 to UTC+3 on 25 March 2016 at 00:00, and back on 28 October 2016 at 00:00.
  assert.equal(iso('2016-03-25T00:30'), '2016-03-24T22:30:00.000Z');
  assert.equal(iso('2016-10-27T23:30'), '2016-10-27T20:30:00.000Z');
});

test('an unknown zone is refused', () => assert.throws(() => offsetsOfZone('Asia/Atlantis', 2015, 2016), RangeError));
