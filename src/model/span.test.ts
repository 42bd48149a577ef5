import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, overlaps, spanOf } from './span.ts';

test('a span that points outside its text is a defect', () => {
  for (const [start, end] of [
    [-1, 2],
    [2, 2],
    [3, 2],
    [0, 9],
    [0.5, 2],
  ] as const) {
    assert.throws(() => spanOf('a truce', start, end), RangeError);
  }
  assert.deepEqual(spanOf('a truce', 2, 7), { start: 2, end: 7 });
});

test('overlapping needs a shared character, covering needs all of them', () => {
  assert.equal(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }), false);
  assert.equal(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 }), true);
  assert.equal(covers({ start: 0, end: 5 }, { start: 3, end: 5 }), true);
  assert.equal(covers({ start: 3, end: 5 }, { start: 0, end: 5 }), false);
});
