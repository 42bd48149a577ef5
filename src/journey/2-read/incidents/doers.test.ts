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
  ['the body of a lone fighter', 'An FLQ sniper killed a farmer near Easton.', ['FLQ sniper', 'FLQ']],
  [
    'a body that no list holds',
    'Two members of the Red Dawn killed a teacher in Easton.',
    ['Two members of the Red Dawn', 'Red Dawn'],
  ],
  ['a body left before', 'A former RVLF commander shot a farmer in Easton.', ['former RVLF commander']],
  ['nobody', 'No organization has claimed the attack on the bus in Easton, which killed three teachers.', []],
  ['what an attack was like', 'A fierce guerrilla attack killed four farmers in Easton.', ['guerrilla']],
  ['who stands by', 'Sami Darwish shot himself in the head as soldiers walked up to the car.', ['Sami Darwish']],
];

for (const [fact, text, doers] of cases) test(`doers: ${fact}`, () => assert.deepEqual(doersOf(text), doers));

const roles: readonly [fact: string, text: string, doer: string[]][] = [
  ['troops of rebels', 'Rebel troops killed two teachers in Easton.', ['non_state_armed_group', 'group_of_people']],
  ['forces of the opposition', 'Opposition forces shelled Easton.', ['non_state_armed_group', 'group_of_people']],
  ['a patrol of a militia', 'A militia patrol shot a farmer in Easton.', ['militia', 'group_of_people']],
  ['troops of a state', 'Norwegian troops killed two teachers in Easton.', ['military', 'group_of_people']],
  [
    'a band without a name',
    'Six teachers were killed by an armed group in Easton.',
    ['non_state_armed_group', 'group_of_people'],
  ],
];

for (const [fact, text, doer] of roles)
  test(`role and kind of doers: ${fact}`, () => {
    const [{ role, kind } = {}] = code(plainReport(text, '2024-06-12'), knowledge).incidents[0]?.perpetrators ?? [];
    assert.deepEqual([role, kind], doer);
  });

test('what each of two joined verbs was done to is its own', () => {
  const { incidents } = code(plainReport('Rebels attacked a farm and burned a truck.', '2024-06-12'), knowledge);
  assert.deepEqual(
    incidents.map(({ type, targets }) => [type, targets.map(({ name }) => name)]),
    [
      ['ground_attack', ['farm']],
      ['arson', ['truck']],
    ],
  );
});

test('every member of a series is a victim', () => {
  const text = 'Gunmen killed a mayor, two councillors, a teacher and four policemen in Easton.';
  const [incident] = code(plainReport(text, '2024-06-12'), knowledge).incidents;
  assert.equal(incident?.harm?.killed?.best, 8);
  assert.deepEqual(
    incident.targets.map(({ name }) => name),
    ['mayor', 'two councillors', 'teacher', 'four policemen'],
  );
});
