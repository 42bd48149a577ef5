import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storiesAcrossLanguages, type ToldReport } from './stories-across-languages.ts';

const told = (id: string, language: string, published: string | null, incident: string | null): ToldReport => ({
  report: { id, language, published },
  incident,
});
const own = (...reports: ToldReport[]): ReadonlyMap<string, string> =>
  new Map(reports.map(({ report }) => [report.id, report.id]));

const cases: [string, ToldReport[], string[]][] = [
  [
    'one event in two languages within days is one story',
    [told('a', 'en', '2016-05-01', 'x'), told('b', 'ar', '2016-05-02', 'x')],
    ['a', 'a'],
  ],
  [
    'dialects of one language are left to their words',
    [told('a', 'en-GB', '2016-05-01', 'x'), told('b', 'en', '2016-05-01', 'x')],
    ['a', 'b'],
  ],
  [
    'an anniversary is another story',
    [told('a', 'en', '2016-05-01', 'x'), told('b', 'ar', '2017-05-01', 'x')],
    ['a', 'b'],
  ],
  [
    'reports without a date or an event tie nothing',
    [told('a', 'en', null, 'x'), told('b', 'ar', '2016-05-01', 'x'), told('c', 'ar', '2016-05-01', null)],
    ['a', 'b', 'c'],
  ],
  [
    'the earliest report names the story of all',
    [told('a', 'ar', '2016-05-01', 'x'), told('b', 'en', '2016-05-01', 'x'), told('c', 'ar', '2016-05-02', 'x')],
    ['a', 'a', 'a'],
  ],
];
for (const [fact, reports, stories] of cases)
  test(fact, () => assert.deepEqual([...storiesAcrossLanguages(own(...reports), reports).values()], stories));
