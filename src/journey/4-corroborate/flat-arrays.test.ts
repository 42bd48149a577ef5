import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { grown, LatestLists, PairTable } from './flat-arrays.ts';

/** Few keys, the outermost among them, so that many numbers stand under one. */
const entries = fc.array(
  fc.tuple(fc.constantFrom(0, 1, 7, 2 ** 31, 2 ** 32 - 1, 123_456), fc.nat({ max: 2 ** 31 - 2 })),
  {
    maxLength: 400,
  },
);

test('a table of pairs finds every number under its key, however many stand under others', () =>
  fc.assert(
    fc.property(entries, (added) => {
      const table = new PairTable();
      const into = new Int32Array(1000);
      for (const [key, value] of added) table.add(key, value);
      for (const [asked] of added) {
        const expected = added.flatMap(([key, value]) => (key === asked ? [value] : [])).sort((a, b) => a - b);
        const found = [...into.subarray(0, table.gather(asked, into))].sort((a, b) => a - b);
        assert.deepEqual(found, expected);
      }
      assert.equal(table.gather(99, into), 0);
    }),
    { seed: 4 },
  ));

test('a table of pairs gives as many numbers as there is room for', () => {
  const table = new PairTable();
  for (let value = 0; value < 500; value += 1) table.add(5, value);
  assert.equal(table.gather(5, new Int32Array(100)), 100);
});

test('a table of a hundred thousand keys keeps them all and little more room than they need', () => {
  const table = new PairTable();
  const into = new Int32Array(4);
  for (let key = 0; key < 100_000; key += 1) table.add(Math.imul(key, 2_654_435_761), key);
  for (let key = 0; key < 100_000; key += 997) {
    assert.equal(table.gather(Math.imul(key, 2_654_435_761), into), 1);
    assert.equal(into[0], key);
  }
  assert.ok(table.bytes <= 100_000 * 8 * 2, `${table.bytes}`);
});

test('lists are read from the latest on, until the reader has enough', () =>
  fc.assert(
    fc.property(entries, fc.nat({ max: 10 }), (added, enough) => {
      const lists = new LatestLists();
      for (const [key, value] of added) lists.add(key, value);
      for (const [asked] of added) {
        const expected = added.flatMap(([key, value]) => (key === asked ? [value] : [])).reverse();
        const found: number[] = [];
        lists.each(asked, (value) => found.push(value) < enough + 1);
        assert.deepEqual(found, expected.slice(0, enough + 1));
      }
      lists.each(99, () => assert.fail('nothing stands there'));
    }),
    { seed: 4 },
  ));

test('what grows keeps its values and has at least the room that was asked for', () => {
  const longer = grown(Uint32Array.of(1, 2, 3), 10, Uint32Array);
  assert.deepEqual([...longer.subarray(0, 4), longer.length], [1, 2, 3, 0, 10]);
  assert.equal(grown(longer, 10, Uint32Array), longer);
});
