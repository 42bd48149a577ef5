/** The register of fictional outlets, and that both leanings are held to one measure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSourceRegister, loadSources, registerOf } from './source-register.ts';

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

const head = {
  about: 'a',
  source: 's',
  date: '2026-11-22',
  licence: 'Apache-2.0',
  reviewer: 'none',
  reason: 'r',
  fictional: true,
};
const outlet = (id: string, ownedBy: { id: string; from?: string; to?: string }[]) => ({
  id,
  name: id,
  kind: 'daily',
  country: 'LB',
  leaning: 'none',
  reliability: 'F',
  ownedBy,
});

test('all registers of the folder fit together', () => {
  assert.ok(loadSources('knowledge/sources').has('Orontes Wire'));
});

test('owners in a circle are refused, and the circle is named', () => {
  const outlets = [outlet('x.a', [{ id: 'x.b' }]), outlet('x.b', [{ id: 'x.c' }]), outlet('x.c', [{ id: 'x.a' }])];
  assert.throws(
    () => registerOf('test.yaml', { ...head, outlets }),
    /test\.yaml: owners in a circle: x\.a is owned by x\.b is owned by x\.c is owned by x\.a;/,
  );
});

test('an outlet that owns itself is refused', () => {
  assert.throws(
    () => registerOf('test.yaml', { ...head, outlets: [outlet('x.a', [{ id: 'x.a' }])] }),
    /in a circle: x\.a is owned by x\.a/,
  );
});

test('two outlets may own each other one after the other', () => {
  const outlets = [
    outlet('x.a', [{ id: 'x.b', to: '2015-12-31' }]),
    outlet('x.b', [{ id: 'x.a', from: '2016-01-01' }]),
  ];
  assert.equal(registerOf('test.yaml', { ...head, outlets }).size, 2);
});

test('an owner that nobody registered is refused', () => {
  assert.throws(
    () => registerOf('test.yaml', { ...head, outlets: [outlet('x.a', [{ id: 'x.z' }])] }),
    /x\.a is owned by x\.z, which is not in the file/,
  );
});
