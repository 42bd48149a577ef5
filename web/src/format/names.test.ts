import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inList, inNameOrder } from './names.ts';

test('names stand with the comma of the language, and beside Arabic each in its own direction', () => {
  assert.equal(inList(['34 people', 'a market'], 'en-GB'), '34 people, a market');
  assert.equal(inList(['34 people', 'a market'], 'ar-EG'), '\u206834 people\u2069، \u2068a market\u2069');
});

test('in the order of their names, each once', () => {
  assert.equal(inNameOrder(['the south', 'the north', 'the south'], 'en-GB'), 'the north, the south');
});
