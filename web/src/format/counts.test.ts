import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../words/en.ts';
import { type CountRange, percent, writtenCount } from './counts.ts';

const CASES: [CountRange, string, string][] = [
  [{ min: 30, best: 30, max: null }, '30+', 'at least 30'],
  [{ min: 12, best: 12, max: 12 }, '12', '12'],
  [{ min: 10, best: 10, max: 15 }, '10–15', 'between 10 and 15'],
  [{ min: 0, best: null, max: 4 }, '0–4', 'up to 4'],
  [{ min: 0, best: 0, max: 0 }, 'none reported', 'none reported'],
  [{ min: 1200, best: 1200, max: 1200 }, '1,200', '1,200'],
];
test('a count says whether it is open above, a range, or an explicit zero', () => {
  assert.deepEqual(
    CASES.map(([range]) => writtenCount(range, 'en-GB', en)),
    CASES.map(([, short, long]) => ({ short, long })),
  );
});

test('a share is written in whole per cent', () => {
  assert.equal(percent(0.874, 'en-GB'), '87%');
});
