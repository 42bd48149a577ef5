import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCountWording } from '../knowledge/quantity-words.ts';
import type { Claim } from '../model/quantity.ts';
import { rangeOf } from './count-range.ts';

const wording = loadCountWording('knowledge');

/** Domain guide, section 1.2. */
const TABLE: readonly (readonly [string, Claim, number, number | null, number | null])[] = [
  ['killed 12', { op: '=', n: 12 }, 12, 12, 12],
  ['at least 12', { op: '>=', n: 12 }, 12, 12, null],
  ['more than 12', { op: '>', n: 12 }, 13, 13, null],
  ['up to 12', { op: '<=', n: 12 }, 1, null, 12],
  ['fewer than 12', { op: '<', n: 12 }, 1, null, 11],
  ['nearly 60', { op: '<~', n: 60 }, 54, 60, 60],
  ['about 60', { op: '~', n: 60 }, 54, 60, 66],
  ['between 10 and 15', { op: 'range', n: 10, n2: 15 }, 10, 10, 15],
  ['a couple', { op: 'word', word: 'couple' }, 2, 2, 2],
  ['several', { op: 'word', word: 'several' }, 3, 3, null],
  ['tens', { op: 'word', word: 'tens' }, 10, 10, null],
  ['dozens', { op: 'word', word: 'dozens' }, 12, 12, null],
  ['scores', { op: 'word', word: 'scores' }, 20, 20, null],
  ['hundreds', { op: 'word', word: 'hundreds' }, 100, 100, null],
  ['civilians', { op: 'plural' }, 2, null, null],
  ['no casualties', { op: '=', n: 0 }, 0, 0, 0],
];

for (const [name, claim, min, best, max] of TABLE) {
  test(`"${name}" is ${min} to ${max ?? 'open'}, best ${best ?? 'unknown'}`, () => {
    assert.deepEqual(rangeOf(claim, wording), { min, best, max });
  });
}

test('the literal profile takes a plural of a group for two of it', () => {
  const best = (word: string) => rangeOf({ op: 'word', word }, wording, 'literal').best;
  assert.deepEqual(['tens', 'dozens', 'scores', 'hundreds'].map(best), [20, 24, 40, 200]);
});

test('a word outside the table is more than one', () => {
  assert.deepEqual(rangeOf({ op: 'word', word: 'umpteen' }, wording), { min: 2, best: 2, max: null });
});

test('min <= best <= max for every claim', () => {
  const op = fc.constantFrom<Claim['op']>('=', '>=', '>', '<=', '<', '~', '<~', 'range', 'word', 'plural');
  const n = fc.oneof(fc.nat({ max: 5_000_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(op, n, fc.nat(), (which, low, more) => {
      const { min, best, max } = rangeOf({ op: which, n: low, n2: low + more }, wording);
      assert.ok(
        min >= 0 && (best === null || min <= best) && (max === null || (best ?? min) <= max),
        `${which} ${low}: ${min} ${best} ${max}`,
      );
    }),
  );
});
