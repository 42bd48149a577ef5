import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths, civilOf, dayNumber, isCivilDate, isoDay, isoWeek, parseInstant, weekdayOf } from './calendar.ts';

test('day numbers agree with the platform calendar and reverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (n) => {
      assert.equal(isoDay(n), new Date(n * 86_400_000).toISOString().slice(0, 10));
      assert.equal(dayNumber(civilOf(n)), n);
      assert.equal(weekdayOf(n), new Date(n * 86_400_000).getUTCDay() || 7);
    }),
  );
});

test('an ISO week belongs to the year of its Thursday', () => {
  const weekOf = (year: number, month: number, day: number) => isoWeek(dayNumber({ year, month, day }));
  assert.deepEqual({ ...weekOf(2016, 1, 3), monday: 0 }, { year: 2015, week: 53, monday: 0 });
  assert.deepEqual({ ...weekOf(2016, 6, 15), monday: 0 }, { year: 2016, week: 24, monday: 0 });
  assert.equal(isoDay(weekOf(2016, 6, 15).monday), '2016-06-13');
});

test('adding months keeps to days that exist', () => {
  assert.deepEqual(addMonths({ year: 2016, month: 1, day: 31 }, 1), { year: 2016, month: 2, day: 29 });
  assert.deepEqual(addMonths({ year: 2016, month: 1, day: 31 }, -2), { year: 2015, month: 11, day: 30 });
});

test('days that do not exist and years outside the range are no dates', () => {
  for (const [year, month, day] of [
    [2016, 2, 31],
    [2015, 2, 29],
    [0, 1, 1],
    [9999, 1, 1],
    [2016, 13, 1],
    [2016, 6, 0],
  ] as const)
    assert.equal(isCivilDate({ year, month, day }), false, `${year}-${month}-${day}`);
  assert.equal(isCivilDate({ year: 2016, month: 2, day: 29 }), true);
});

test('published instants are read with their own calendar date', () => {
  assert.deepEqual(parseInstant('2016-06-15'), { year: 2016, month: 6, day: 15, time: null, offsetMinutes: null });
  assert.deepEqual(parseInstant('2016-06-15T23:30:00+03:00'), {
    year: 2016,
    month: 6,
    day: 15,
    time: { hour: 23, minute: 30 },
    offsetMinutes: 180,
  });
  assert.deepEqual(parseInstant('2016-06-15T23:30Z')?.offsetMinutes, 0);
  for (const wrong of ['', 'yesterday', '2016-02-31', '0000-01-01', '2016-06-15T99:00Z'])
    assert.equal(parseInstant(wrong), null, wrong);
});
