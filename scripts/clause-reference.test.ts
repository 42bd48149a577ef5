import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clauseReference } from './clause-reference.ts';

test('the page of clause types is the one that the tests in force write', () => {
  assert.equal(readFileSync('docs/reference/clauses.md', 'utf8'), clauseReference(), 'run npm run docs:clauses');
});
