import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, isoDay } from './calendar.ts';
import { dayOfHijri, hijriOf } from './islamic-calendar.ts';

test('known days of the Islamic calendar', () => {
  const at = (year: number, month: number, day: number) => isoDay(dayOfHijri({ year, month, day }) ?? 0);
  assert.equal(at(1437, 9, 1), '2016-06-06');
  assert.equal(at(1437, 10, 1), '2016-07-06');
  // The calendar's own day; the moon was sighted a day later and the feast kept on 12 September.
  assert.equal(at(1437, 12, 10), '2016-09-11');
  assert.equal(at(1438, 1, 10), '2016-10-11');
});

test('every day of two centuries converts there and back', () => {
  for (let n = dayNumber({ year: 1900, month: 1, day: 1 }); n < dayNumber({ year: 2070, month: 1, day: 1 }); n += 97)
    assert.equal(dayOfHijri(hijriOf(n)), n);
});

test('days that do not exist are null', () => {
  for (const wrong of [
    { year: 0, month: 1, day: 1 },
    { year: 1437, month: 13, day: 1 },
    { year: 1437, month: 9, day: 31 },
  ])
    assert.equal(dayOfHijri(wrong), null);
});
