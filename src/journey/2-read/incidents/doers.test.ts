/** Who must not be printed as having done it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const doersOf = (text: string): string[] =>
  code(plainReport(text, '2024-06-12'), knowledge).incidents.flatMap(({ perpetrators }) =>
    perpetrators.map(({ name }) => name),
  );

const cases: readonly [fact: string, text: string, doers: string[]][] = [
  ['those killed in a headline', 'Two fighters killed, third wounded in blast targeting their car', []],
  ['people of a bare passive', '131 people killed and wounded in airstrike on a wedding in Taiz', []],
  ['the label of a post', 'Jabalia camp: warplanes dropped bombs on a residential block.', ['warplanes']],
  ['tags before the doer', '#EasternGhouta #Hammouriyeh warplanes drop barrel bombs, 20 dead', ['warplanes']],
  [
    'demonstrators beside police who fire',
    'Demonstrators blocked a road in Omdurman; police fired live rounds, killing one protester.',
    ['Demonstrators', 'police'],
  ],
  [
    'who is blamed behind the act',
    'Rockets hit the centre of Barda, killing 21 people; Azerbaijan blamed Armenia.',
    ['Armenia'],
  ],
  ['who stands by', 'Sami Darwish shot himself in the head as soldiers walked up to the car.', ['Sami Darwish']],
];

for (const [fact, text, doers] of cases) test(`doers: ${fact}`, () => assert.deepEqual(doersOf(text), doers));
