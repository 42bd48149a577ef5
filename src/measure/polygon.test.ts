import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceToPathKm, isInside, selfIntersection } from './polygon.ts';

const SQUARE = [
  [12, 0],
  [13, 0],
  [13, 1],
  [12, 1],
  [12, 0],
] as const;

test('a point is inside a ring or outside', () => {
  assert.equal(isInside([12.5, 0.5], SQUARE), true);
  assert.equal(isInside([13.5, 0.5], SQUARE), false);
});

test('a degree of latitude is about 111 km, a degree of longitude shrinks with latitude', () => {
  assert.ok(Math.abs(distanceToPathKm([12.5, 2], SQUARE) - 111.2) < 0.1);
  assert.ok(
    Math.abs(
      distanceToPathKm(
        [1, 60],
        [
          [0, 59.9],
          [0, 60.1],
        ],
      ) - 55.6,
    ) < 0.1,
  );
});

test('distance to a path of one position is the distance to it', () =>
  assert.equal(distanceToPathKm([10, 10], [[10, 10]]), 0));

test('a ring that crosses itself names the edges', () => {
  assert.equal(selfIntersection(SQUARE), null);
  assert.deepEqual(
    selfIntersection([
      [12, 0],
      [13, 1],
      [13, 0],
      [12, 1],
      [12, 0],
    ]),
    [0, 2],
  );
});
