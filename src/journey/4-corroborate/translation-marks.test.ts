import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { codedReport } from './example-reports.ts';
import { marksSought, translationMarks } from './translation-marks.ts';

const book = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml').translated;
const report = (language: string, text: string, published: string | null = '2016-05-02'): CodedReport => ({
  ...codedReport(language, [], { text, published }),
  language,
});
const EN = report('en', 'The envoy Karl Brenner met Nadia Kostova about 48 trucks.');
const AR = 'التقى المبعوث كارل برينر ناديا كوستوفا لبحث ٤٨ شاحنة.';

const shared = (sought: readonly number[], found: CodedReport): number => {
  const marks = new Set(translationMarks(found, book)?.marks ?? []);
  return sought.filter((mark) => marks.has(mark)).length;
};

test('a translation of some days around bears marks that are sought, in its own language alone', () => {
  const sought = marksSought(EN, ['en', 'ar'], book);
  for (const day of ['2016-04-30', '2016-05-02', '2016-05-04'])
    assert.ok(shared(sought, report('ar', AR, day)) >= 3, day);
  assert.equal(shared(sought, report('ar', AR, '2016-05-06')), 0);
  assert.equal(shared(sought, EN), 0);
  assert.equal(shared(sought, report('fa', AR)), 0);
});

test('without a date or a known language nothing is sought and nothing is marked', () => {
  assert.equal(translationMarks(report('en', EN.text, null), book), null);
  assert.deepEqual(marksSought(report('und', EN.text), ['ar'], book), []);
});

test('a round figure alone marks nothing: too many share it', () =>
  assert.deepEqual(translationMarks(report('en', 'there were 20 of them'), book)?.marks, []));
