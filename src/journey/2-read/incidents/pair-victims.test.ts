/** One death told twice is one act, two deaths are two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');
const BETWEEN = 'The council will vote on the budget. Buses run again. Farmers hope for rain. ';

const FAR = BETWEEN.repeat(4);

const cases: readonly [what: string, text: string, acts: number][] = [
  [
    'a person by name',
    `Gunmen murdered the lawyer Peter Hall in Goma on Monday. ${BETWEEN}The bishop condemned the murder of Peter Hall in Bukavu.`,
    1,
  ],
  [
    'people told as known',
    `Two teachers were murdered in Goma on Monday. ${BETWEEN}The union asked who was behind the murder of the two teachers.`,
    1,
  ],
  [
    'a person of two surnames',
    `Justice Carlos Valencia was murdered in Bogota on Monday. ${BETWEEN}The murder of Justice Carlos Valencia Garcia shocked the town.`,
    1,
  ],
  [
    'a person of two surnames, later by these alone',
    `Minister Ana Ruiz Mora was murdered in Bogota on Monday. ${BETWEEN}The murder of Ruiz Mora shocked the town.`,
    1,
  ],
  [
    'a person by a description',
    `Gunmen shot dead Senator Peter Hall in Goma on Monday. ${FAR}The bishop said that the lawmaker was murdered for his words.`,
    1,
  ],
  [
    'people by a shorter description',
    `Six Jesuit priests were shot dead in Goma on Monday. ${FAR}Nobody has been held for the murder of the Jesuits.`,
    1,
  ],
  [
    'another person',
    `Gunmen murdered the lawyer Peter Hall in Goma on Monday. ${BETWEEN}The bishop condemned the murder of Anna Lee in Bukavu.`,
    2,
  ],
  [
    'other people of the same number',
    `Two teachers were murdered in Goma on Monday. ${BETWEEN}Two teachers were murdered in Bukavu on Tuesday.`,
    2,
  ],
];
for (const [what, text, acts] of cases)
  test(`victims: ${what}`, () => {
    const { incidents } = code(plainReport(text, '2024-03-06'), knowledge);
    assert.equal(incidents.filter(({ type }) => type === 'killing' || type === 'shooting').length, acts);
  });
