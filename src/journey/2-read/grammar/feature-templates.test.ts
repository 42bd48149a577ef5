import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTemplates, fillKeys, mixFacts, pairRoom, saltsOf, type Template } from './feature-templates.ts';
import { mix } from './hashing.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const list: readonly Template[] = [
  [1, 'a'],
  [2, 'e', 'a'],
  [3, 'a', 'b', 'c'],
  [4, 'a', 'd', 'b'],
  [5, 'c', 'd', 'e'],
  [6, 'e', 'b', 'a', 'c'],
];

const factsOf = (values: readonly number[]): Int32Array => {
  const facts = new Int32Array(names.length + pairRoom);
  facts.set(values);
  mixFacts(facts, saltsOf(names), 0, names.length);
  return facts;
};

test('a key is the exclusive or of its facts and the seed, whichever pairs are joined first', () => {
  const facts = factsOf([7, 7, -1, 0, 254]);
  const keys = new Int32Array(10);
  const end = fillKeys(compileTemplates(list, names), facts, keys, 2);
  assert.equal(end, 8);
  const expected = list.map(([number, ...parts]) =>
    parts.reduce((key, name) => key ^ (facts[names.indexOf(name)] ?? 0), mix(number, 0)),
  );
  assert.deepEqual(new Set(keys.subarray(2, end)), new Set(expected));
});

test('one value in two roles is two things', () => {
  const [a, b] = factsOf([3, 3, 0, 0, 0]);
  assert.notEqual(a, b);
});

test('a fact that nobody works out is a defect', () => {
  assert.throws(() => compileTemplates([[9, 'z']], names), /template 9: expected a known fact, found "z"/);
});
