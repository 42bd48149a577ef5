import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../words/en.ts';
import { extent, writtenDay, writtenInterval } from './dates.ts';

type Time = Parameters<typeof writtenInterval>[0];

const INTERVALS: [Time, string][] = [
  [{ start: '2016-06-12', end: '2016-06-13', precision: 'day' }, '12 June 2016'],
  [{ start: '2016-06-09', end: '2016-06-13', precision: 'range' }, '9–12 June 2016'],
  [{ start: '2016-05-30', end: '2016-06-03', precision: 'range' }, '30 May – 2 June 2016'],
  [{ start: '2016-06-01', end: '2016-07-01', precision: 'month' }, 'June 2016'],
  [{ start: '2016-01-01', end: '2017-01-01', precision: 'year' }, '2016'],
  [
    { start: '2016-06-12T18:00:00+03:00', end: '2016-06-12T19:50:00+03:00', precision: 'part_of_day' },
    '12 June 2016, 18:00–19:50, UTC+3',
  ],
  [
    { start: '2016-06-12T18:00+03:00', end: '2016-06-13T06:00+03:00', precision: 'part_of_day' },
    '12 June 2016, 18:00 – 13 June 2016, 06:00, UTC+3',
  ],
  [
    { start: '2016-06-12T18:00Z', end: '2016-06-13T00:00Z', precision: 'part_of_day' },
    '12 June 2016, 18:00–24:00, UTC+0',
  ],
  [
    { start: '2016-06-12T18:00+05:30', end: '2016-06-12T18:00+05:30', precision: 'minute' },
    '12 June 2016, 18:00, UTC+5:30',
  ],
  [{ start: '2016-02-27', end: null }, 'from 27 February 2016 on'],
  [{ start: null, end: '2016-06-13' }, 'before 13 June 2016'],
  [{ start: null, end: null }, 'not stated'],
  [null, 'not stated'],
];
test('an interval is written as a reader would say it, its exclusive end made inclusive', () => {
  assert.deepEqual(
    INTERVALS.map(([time]) => writtenInterval(time, 'en-GB', en)),
    INTERVALS.map(([, written]) => written),
  );
});

test('a day is never moved by the zone of the machine', () => {
  assert.equal(writtenDay('2016-06-12T00:30:00+03:00', 'en-GB', en), '12 June 2016');
  assert.equal(writtenDay('2016-06', 'en-GB', en), '1 June 2016');
  assert.equal(writtenDay(null, 'en-GB', en), 'not stated');
  assert.equal(writtenDay('last spring', 'en-GB', en), 'last spring');
});

test('the extent of an interval keeps its open sides', () => {
  assert.deepEqual(extent({ start: '2016-06-12', end: null }), { start: Date.UTC(2016, 5, 12), end: null });
  assert.deepEqual(extent({ start: null, end: '2016-06-12T06:30+03:00' }), {
    start: null,
    end: Date.UTC(2016, 5, 12, 6, 30),
  });
});
