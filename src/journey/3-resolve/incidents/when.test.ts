/** Days of acts beside days of courts and hospitals, longer stretches, and clock times that go on with a day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly [text: string, days: string[]][] = [
  [
    'On Monday a court jailed two men for the attack on a bus in Diffa on 12 January, in which seven passengers were killed.',
    ['arbitrary_detention 2024-03-04', 'ground_attack 2024-01-12'],
  ],
  [
    'Police on Tuesday arrested a suspect in the killing of a journalist in Tijuana on Saturday.',
    ['arbitrary_detention 2024-03-05', 'killing 2024-03-02'],
  ],
  [
    'A farmer was killed in a raid on Ruweng last month. The raid began on 13 February and went on for hours.',
    ['killing 2024-02-13'],
  ],
  ['A farmer was killed in a raid on Ruweng last month. He was buried on 27 February.', ['killing 2024-02-01']],
  [
    'Two farmers were killed on Sunday night in Ruweng. The first was near the river. He had a cow with him. His brother saw him. ' +
      'The other was shot at 11:15 p.m. at his house.',
    ['killing 2024-03-03', 'shooting 2024-03-03'],
  ],
  [
    'A guard shot at a gate in Kalma camp remained in hospital on Monday. The shooting happened on Saturday.',
    ['shooting 2024-03-02'],
  ],
];
for (const [text, days] of cases)
  test(`day of the act: ${text}`, () =>
    assert.deepEqual(
      code(plainReport(text, '2024-03-05'), knowledge).incidents.map(
        ({ type, time }) => `${type} ${time?.start?.slice(0, 10)}`,
      ),
      days,
    ));
