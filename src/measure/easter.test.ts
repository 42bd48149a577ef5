import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from './calendar.ts';
import { easter, orthodoxEaster } from './easter.ts';

test('western Easter Sundays', () => {
  assert.deepEqual(
    [1998, 2016, 2019, 2024, 2026].map((year) => isoDate(easter(year))),
    ['1998-04-12', '2016-03-27', '2019-04-21', '2024-03-31', '2026-04-05'],
  );
});

test('orthodox Easter Sundays', () => {
  assert.deepEqual(
    [2014, 2016, 2022, 2024, 2026].map((year) => isoDate(orthodoxEaster(year))),
    ['2014-04-20', '2016-05-01', '2022-04-24', '2024-05-05', '2026-04-12'],
  );
});
