/** Runs the proof of every rule for times: its examples read and resolved, its misses left alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../knowledge/grammar-weights.ts';
import { loadTimeWords } from '../knowledge/time-words.ts';
import { parseText } from './2-read/grammar/parse-text.ts';
import { findTimes } from './2-read/times/find-times.ts';
import { timeRules } from './2-read/times/time-rules.ts';
import { resolveTimes, type TimeContext } from './3-resolve/times.ts';

const words = loadTimeWords('knowledge', 'en');
const grammar = loadGrammar('knowledge/weights');
const context: TimeContext = {
  published: '2016-06-15',
  placeOf: () => ({ zone: 'Asia/Damascus', latitude: 35.93, longitude: 36.63 }),
  anchors: new Map([['ceasefire', { start: '2016-02-27T00:00:00+02:00', end: null }]]),
  holidays: words.holidayRules,
};

for (const rule of timeRules) {
  for (const example of rule.examples) {
    test(`${rule.id} reads "${example.found}" in "${example.text}"`, () => {
      const parsed = parseText(example.text, grammar);
      const times = findTimes(parsed, words);
      const resolved = resolveTimes(times, parsed, context);
      const at = times.findIndex((time) => time.text === example.found);
      assert.notEqual(at, -1, `found ${times.map((time) => `"${time.text}"`).join(', ') || 'nothing'}`);
      assert.deepEqual(
        { type: times[at]?.type, value: resolved[at]?.value },
        { type: example.type, value: example.value },
      );
    });
  }
  for (const miss of rule.misses) {
    test(`${rule.id} reads nothing in "${miss}"`, () => {
      const found = findTimes(parseText(miss, grammar), words).filter((time) => time.rule === rule.id);
      assert.deepEqual(
        found.map((time) => time.text),
        [],
      );
    });
  }
}

test('rule ids are unique', () => {
  const ids = timeRules.map((rule) => rule.id);
  assert.deepEqual([...new Set(ids)], ids);
});
