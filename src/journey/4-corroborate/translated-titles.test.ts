import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import { codedReport } from './example-reports.ts';
import { type KeptReport, translatedPairs } from './translated-titles.ts';

const book = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml').translated;

const EN = 'The envoy Karl Brenner met Nadia Kostova about 48 trucks.';
const AR = 'التقى المبعوث كارل برينر ناديا كوستوفا لبحث ٤٨ شاحنة.';

const told = (
  id: string,
  language: string,
  text: string,
  { published = '2016-05-02', incident = null }: { published?: string | null; incident?: string | null } = {},
): KeptReport => ({ report: { ...codedReport(id, [], { text, published }), language }, incident });

const CASES: readonly (readonly [string, KeptReport[], [string, string][]])[] = [
  [
    'names and a figure that a translation keeps tie two titles',
    [told('a', 'en', EN), told('b', 'ar', AR)],
    [['a', 'b']],
  ],
  ['a week later it is another story', [told('a', 'en', EN), told('b', 'ar', AR, { published: '2016-05-09' })], []],
  ['without a date nothing is tied', [told('a', 'en', EN, { published: null }), told('b', 'ar', AR)], []],
  ['titles of one language are left to their words', [told('a', 'en', EN), told('b', 'en-GB', EN)], []],
  ['one person alone ties nothing', [told('a', 'en', EN), told('b', 'ar', 'ألقى كارل خطابا في البرلمان.')], []],
  [
    'a figure alone ties nothing, nor a year',
    [told('a', 'en', 'In 2016 the town counted 48 wells.'), told('b', 'ar', 'في 2016 أحصت البلدة 48 بئرا.')],
    [],
  ],
  [
    'of two translations each is tied to the one that it shares most with',
    [
      told('a', 'en', 'Karl Brenner met Nadia Kostova about 48 trucks.'),
      told('b', 'en', 'Karl Brenner met Nadia Kostova about 73 prisoners.'),
      told('c', 'ar', 'التقى كارل برينر ناديا كوستوفا لبحث 73 أسيرا.'),
    ],
    [['b', 'c']],
  ],
  [
    'two events that are told apart need more to be one story',
    [
      told('a', 'en', 'Karl Brenner was at the square. 48 fell.', { incident: 'x' }),
      told('b', 'ar', 'كارل برينر في الساحة. سقط 48.', { incident: 'y' }),
    ],
    [],
  ],
];
for (const [fact, reports, pairs] of CASES) test(fact, () => assert.deepEqual(translatedPairs(reports, book), pairs));
