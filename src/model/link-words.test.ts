import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINK_WORDS, linkReason, linkWords, linkWordsWith } from './link-words.ts';

const FILLED: Record<string, { words: string; value: unknown }> = {
  decision: { words: 'd000012', value: 'd000012' },
  km: { words: '12', value: 12 },
  place: { words: 'Saraqib', value: 'Saraqib' },
  target: { words: 'market', value: 'market' },
  count: { words: '12', value: 12 },
  kind: { words: 'air strike', value: { type: 'air_strike' } },
};

test('every sentence is known again by its code, with what it was filled with', () => {
  for (const [code, words] of Object.entries(LINK_WORDS)) {
    const [, name] = words.split(/[{}]/);
    const filled = name === undefined ? null : FILLED[name];
    assert.notEqual(filled, undefined, code);
    const sentence = filled == null ? words : words.replace(`{${name}}`, filled.words);
    const values = filled == null || name === undefined ? {} : { [name]: filled.value };
    assert.deepEqual(linkReason(sentence), { code, values }, sentence);
  }
});

test('a sentence is made as it is read', () => {
  assert.equal(linkWords('link/same-day'), 'same day');
  assert.equal(linkWordsWith('link/km-apart', 3), '3 km apart');
  assert.equal(linkWordsWith('link/same-killed', 30), 'both tell of 30 killed');
});

test('what none of these says has no code', () => {
  for (const other of ['', 'both of them', 'far km apart', 'both tell of some killed', ' km apart'])
    assert.equal(linkReason(other), null, other);
});
