import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { timeRulesReference } from './time-rules-reference.ts';

test('the page of rules for times is the one that the rules in force write', () => {
  assert.equal(readFileSync('docs/reference/time-rules.md', 'utf8'), timeRulesReference(), 'run npm run docs:times');
});
