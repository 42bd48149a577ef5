import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addLabelScores,
  labelCheckBits,
  moveCheckBits,
  placeOf,
  readLabelTable,
  readMoveTable,
  readSumTable,
  setMoveScores,
  sumCheckBits,
  sumOfWeights,
} from './weight-tables.ts';

const slotBits = 4;
/** Keys of different slots in a table of sixteen, the first and the last among them. */
const keys = [5, 0x1000_0000, 0x2fff_ffff, 0x7000_0400, 0x8000_0000, 0xf000_0001];
/** Keys of slots that are taken by others or by none. */
const absent = [4, 0x1000_0001, 0x7000_0401, 0xa000_0123, 0xffff_ffff];
const asked = Int32Array.from([...keys, ...absent, ...keys.slice(0, 2)]);
const zigzag = (values: readonly number[]) => Uint32Array.from(values, (value) => (value << 1) ^ (value >> 31));
const steps = (checkBits: number, of: readonly number[] = keys) => {
  const places = of.map((key) => placeOf(key, slotBits, checkBits));
  return Uint32Array.from(places, (place, i) => place - (places[i - 1] ?? 0));
};

test('labels are scored by the rows of known keys, each time they are asked for', () => {
  const streams = {
    places: steps(labelCheckBits),
    lengths: new Uint8Array(keys.length).fill(2),
    labels: Uint8Array.from(keys.flatMap((_, i) => [i, i + 1])),
    weights: zigzag(keys.flatMap((_, i) => [10 ** i, -i])),
  };
  const table = readLabelTable(streams, slotBits, 2 * keys.length, 8);
  const expected = new Int32Array(8);
  for (const i of [...keys.keys(), 0, 1]) {
    expected[i] = (expected[i] ?? 0) + 10 ** i;
    expected[i + 1] = (expected[i + 1] ?? 0) - i;
  }
  const scores = new Int32Array(8);
  addLabelScores(table, asked, asked.length, scores);
  assert.deepEqual(scores, expected);
});

test('moves are scored by the weights of known keys', () => {
  const weights = keys.flatMap((_, i) => [i - 1023, 1023 - 300 * i]);
  const table = readMoveTable(steps(moveCheckBits), zigzag(weights), slotBits);
  const sum = (of: (i: number) => number) => [...keys.keys(), 0, 1].reduce((total, i) => total + of(i), 0);
  const scores = new Int32Array(2);
  setMoveScores(table, asked, asked.length, scores);
  assert.deepEqual([...scores], [sum((i) => i - 1023), sum((i) => 1023 - 300 * i)]);
});

test('the weights of known keys are added up', () => {
  const table = readSumTable(steps(sumCheckBits), zigzag(keys.map((_, i) => 10 ** i * (-1) ** i)), slotBits);
  assert.equal(sumOfWeights(table, asked, asked.length), 1 - 10 + 100 - 1000 + 10_000 - 100_000 + 1 - 10);
  assert.equal(sumOfWeights(table, Int32Array.from(absent), absent.length), 0);
});

test('two features in one slot are a defect', () => {
  const twice = steps(moveCheckBits, [5, 6]);
  assert.throws(() => readMoveTable(twice, new Uint8Array(4), slotBits), /expected an empty slot/);
});

test('rows that hold more weights than they should are a defect', () => {
  const streams = {
    places: steps(labelCheckBits),
    lengths: new Uint8Array(keys.length).fill(3),
    labels: new Uint8Array(18),
    weights: new Uint8Array(18),
  };
  assert.throws(() => readLabelTable(streams, slotBits, 12, 13), /expected 12 cells/);
});
