import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sunMinutes } from './sun.ts';

test('sunset in Idlib on 12 June 2016 was shortly before 20:00 local time (16:50 UTC)', () => {
  const minutes = sunMinutes('sunset', { year: 2016, month: 6, day: 12 }, { latitude: 35.93, longitude: 36.63 }) ?? 0;
  const midnight = Date.UTC(2016, 5, 12) / 60_000;
  assert.ok(Math.abs(minutes - midnight - (16 * 60 + 52)) <= 4, `${minutes - midnight} minutes after midnight UTC`);
});

test('moments of a day stand in their order', () => {
  const of = (moment: Parameters<typeof sunMinutes>[0]) =>
    sunMinutes(moment, { year: 2016, month: 6, day: 12 }, { latitude: 33.5, longitude: 36.3 }) ?? 0;
  const order = (['dawn-prayer', 'sunrise', 'noon-prayer', 'afternoon-prayer', 'sunset', 'night-prayer'] as const).map(
    of,
  );
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
});

test('a place that does not exist has no sunset', () => {
  assert.equal(sunMinutes('sunset', { year: 2016, month: 6, day: 12 }, { latitude: 95, longitude: 0 }), null);
});
