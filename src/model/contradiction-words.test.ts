import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CONTRADICTION_WORDS,
  contradictionOf,
  contradictionReason,
  contradictionWords,
  measureReason,
  tollReason,
} from './contradiction-words.ts';

test('the sentence of a contradiction is made of its code and values, those within it included', () => {
  const tolls = {
    measure: measureReason('killed'),
    less: tollReason({ min: 3, max: 5 }),
    more: tollReason({ min: 9, max: null }),
  };
  const reason = contradictionReason('contradiction/tolls', { ...tolls, one: 'r1', other: 'r2' });
  assert.deepEqual(contradictionOf('harm', 'minor', ['r1', 'r2'], reason), {
    about: 'harm',
    message: 'killed: 3 to 5 in r1, 9 or more in r2',
    reason,
    severity: 'minor',
    reports: ['r1', 'r2'],
  });
  assert.equal(contradictionWords(tollReason({ min: 4, max: 4 })), '4');
});

test('a blank without a value stays empty, and a code of no table says nothing', () => {
  assert.equal(contradictionWords(contradictionReason('contradiction/times')), 'before  in , from  in ');
  assert.equal(contradictionWords({ code: 'contradiction/of-tomorrow', values: {} }), '');
  assert.ok(Object.keys(CONTRADICTION_WORDS).every((code) => /^[a-z]+\/[a-z-]+$/.test(code)));
});
