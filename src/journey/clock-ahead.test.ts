/** A report whose date cannot have come yet: what it words is kept, what is counted from its date is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../test/plain-report.ts';
import { loadKnowledge } from '../knowledge/knowledge.ts';
import { aheadOfReceipt } from '../model/publication-date.ts';
import { code } from './journey.ts';

const knowledge = loadKnowledge('knowledge');
const PUBLISHED = '2031-06-15';
const note = aheadOfReceipt(PUBLISHED, '2016-06-15T12:00:00.000Z');

const coded = (text: string) => {
  const report = plainReport(text, PUBLISHED);
  return code({ ...report, notes: note === null ? [] : [note] }, knowledge);
};

test('a weekday is not counted from a date that cannot have come yet, and the date stays as it was stated', () => {
  const { incidents, published, notes } = coded('Shelling killed five people in Aleppo on Tuesday, a doctor said.');
  assert.deepEqual(
    incidents.map(({ type, time }) => [type, time]),
    [['shelling', null]],
  );
  assert.equal(published, PUBLISHED);
  assert.deepEqual(
    notes.map(({ code: id }) => id),
    ['published-ahead-of-receipt'],
  );
});

test('a day that the text writes out holds whatever the date of the report is', () => {
  const { incidents } = coded('Shelling killed five people in Aleppo on 12 June 2016, a doctor said.');
  assert.deepEqual(
    incidents.map(({ time }) => [time?.start, time?.end]),
    [['2016-06-12', '2016-06-13']],
  );
});
