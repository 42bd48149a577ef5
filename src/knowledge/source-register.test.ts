/** The register of fictional outlets, and that both leanings are held to one measure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSourceRegister } from './source-register.ts';

const register = loadSourceRegister(new URL('../../knowledge/sources/demonstration.yaml', import.meta.url));

test('every outlet of the demonstration is marked as fictional', () => {
  assert.equal(register.size, 15);
  assert.ok([...register.values()].every((outlet) => outlet.fictional));
});

test('outlets that lean to either side of Syria are graded alike', () => {
  const grades = (leaning: string) =>
    [...register.values()].filter((outlet) => outlet.leaning === leaning).map((outlet) => outlet.reliability);
  assert.deepEqual(grades('syrian-government').sort(), ['C', 'D']);
  assert.deepEqual(new Set(grades('syrian-opposition')), new Set(['C', 'D']));
});

test('a digest takes its copy from the wire', () => {
  assert.deepEqual(register.get('Cedar Digest')?.takesCopyFrom, ['demo.orontes-wire']);
});
