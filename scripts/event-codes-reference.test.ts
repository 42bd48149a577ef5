import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventCodesReference } from './event-codes-reference.ts';

test('the page of event codes is the one that the codebook in force writes', () => {
  const page = readFileSync('docs/reference/event-codes.md', 'utf8');
  assert.equal(page, eventCodesReference('knowledge'), 'run npm run docs:codes');
});
