import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLabelScores, addMoveScores, readLabelTable, readMoveTable } from './weight-tables.ts';

/** Keys that crowd into the same slots, with differences as they are stored; some share their low bits. */
const keys = [0, 1, 2, 1024, 2048, 65_536, 65_537, 0x1_0400, 0x7fff_fc00, 0x8000_0000, 0xffff_fc00, 0xffff_ffff];
const steps = Uint32Array.from(keys, (key, i) => key - (keys[i - 1] ?? 0));
const zigzag = (values: readonly number[]) => Uint32Array.from(values, (value) => (value << 1) ^ (value >> 31));
const absent = [3, 1025, 3072, 0x1_0800, 0x7fff_fbff, 0x8000_0400, 0xffff_fffe];
const asked = () => Int32Array.from([...keys, ...absent, ...keys.slice(0, 4)]);

test('labels are scored by the rows of known keys, each time they are asked for', () => {
  const streams = {
    keys: steps,
    lengths: new Uint8Array(keys.length).fill(2),
    labels: Uint8Array.from(keys.flatMap((_, i) => [i, i + 1])),
    weights: zigzag(keys.flatMap((_, i) => [10 ** (i % 5), -i])),
  };
  const table = readLabelTable(streams, keys.length, 2 * keys.length, 13);
  const expected = new Int32Array(13);
  for (const i of [...keys.keys(), 0, 1, 2, 3]) {
    expected[i] = (expected[i] ?? 0) + 10 ** (i % 5);
    expected[i + 1] = (expected[i + 1] ?? 0) - i;
  }
  const scores = new Int32Array(13);
  addLabelScores(table, asked(), asked().length, scores);
  assert.deepEqual(scores, expected);
});

test('moves are scored by the weights of known keys', () => {
  // In a table of few slots a key is told by its low half alone; in one of 65,536 and more by all of it.
  const told = [1, 1024, 2048, 0x1_0402, 0x7fff_fc00, 0x8000_0800 + 5, 0xffff_ffff];
  const others = [3, 3072, 0x1_0404, 0x8000_0404, 0xffff_fffe];
  const differences = Uint32Array.from(told, (key, i) => key - (told[i - 1] ?? 0));
  const table = readMoveTable(differences, zigzag(told.flatMap((_, i) => [i, -300 * i, 32_000])), told.length);
  const scores = new Int32Array(3);
  const all = Int32Array.from([...told, ...others]);
  addMoveScores(table, all, all.length, scores);
  const sum = (told.length * (told.length - 1)) / 2;
  assert.deepEqual([...scores], [sum, -300 * sum, 32_000 * told.length]);
});

test('rows that hold more weights than they should are a defect', () => {
  const streams = {
    keys: steps,
    lengths: new Uint8Array(12).fill(3),
    labels: new Uint8Array(36),
    weights: new Uint8Array(36),
  };
  assert.throws(() => readLabelTable(streams, 12, 24, 13), /expected 24 cells/);
});
