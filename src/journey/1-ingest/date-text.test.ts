/** Dates as containers write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from './date-text.ts';
import { datelineDate } from './dateline.ts';

const dates: [string, string | null][] = [
  ['2016-06-12', '2016-06-12'],
  ['20160612', '2016-06-12'],
  ['2016-06-12T09:30:00.000Z', '2016-06-12T09:30:00Z'],
  ['2016-06-12T09:30+0300', '2016-06-12T09:30:00+03:00'],
  ['2016-06-12 09:30', '2016-06-12T09:30:00'],
  ['Sun, 12 Jun 2016 10:00:00 +0300', '2016-06-12T10:00:00+03:00'],
  ['Sun, 12 Jun 2016 10:00:00 GMT', '2016-06-12T10:00:00Z'],
  ['June 12th, 2016 5:30 pm', '2016-06-12T17:30:00'],
  ['12 June 2016', '2016-06-12'],
  ['4 FEB 90', '1990-02-04'],
  ['1465725600', '2016-06-12T10:00:00Z'],
  ['1465725600000', '2016-06-12T10:00:00Z'],
  ['2016-02-29', '2016-02-29'],
  ['2015-02-29', null],
  ['2016-13-01', null],
  ['2016-06-12T99:99', '2016-06-12'],
  ['yesterday', null],
  ['', null],
];

for (const [text, expected] of dates) {
  test(`"${text}" is ${expected ?? 'no date'}`, () => assert.equal(isoDate(text), expected));
}

const datelines: [string, string | null][] = [
  ['BEIRUT, 12 June 2016 (Orontes Wire) -- Shells fell.', '2016-06-12'],
  ['GENEVA, June 12, 2016 (Orontes Wire) - Talks began.', '2016-06-12'],
  ['SAN MARCOS, 4 FEB 90 (ACAN) -- [TEXT] A bridge was hit.', '1990-02-04'],
  ['A headline\n\nHAMA, 3 March 2016 — Both sides kept quiet.', '2016-03-03'],
  [
    'The truce of 27 February 2016 held, residents of the two towns said on the telephone after a long and quiet night in the hills - mostly.',
    null,
  ],
  ['BEIRUT, June 12 (Orontes Wire) -- Shells fell.', null],
  ['Shells fell on 12 June 2016.', null],
  ['', null],
];

for (const [text, expected] of datelines) {
  test(`the dateline of "${text.slice(0, 40)}" is ${expected ?? 'absent'}`, () =>
    assert.equal(datelineDate(text), expected));
}
