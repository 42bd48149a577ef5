import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aheadOfReceipt, reliedOnDate } from './publication-date.ts';

const RECEIVED = '2026-11-30T12:00:00.000Z';

const CASES: readonly (readonly [published: string | null, isAhead: boolean])[] = [
  [null, false],
  ['2016-05-02', false],
  ['2026-11-30T11:59:00Z', false],
  // The first of December has begun where the day begins first.
  ['2026-12-01', false],
  ['2026-12-02', true],
  ['2026-12-01T03:00:00Z', true],
  ['2199-01-01', true],
  ['no date', false],
];

for (const [published, isAhead] of CASES)
  test(`received at noon of 30 November, ${published} is ${isAhead ? '' : 'not '}ahead of the receipt`, () => {
    const note = aheadOfReceipt(published, RECEIVED);
    assert.equal(note !== null, isAhead);
    assert.equal(reliedOnDate({ published, notes: note === null ? [] : [note] }), isAhead ? null : published);
  });
