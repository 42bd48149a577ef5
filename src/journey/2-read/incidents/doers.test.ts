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
  [
    'the body of "X urban guerrillas"',
    'FARC urban guerrillas set off a bomb in a school in Arauca on Monday.',
    ['FARC urban guerrillas', 'FARC'],
  ],
  [
    'the force whose helicopter it is',
    'A Salvadoran Air Force helicopter strafed a camp in Vik.',
    ['Salvadoran Air Force helicopter', 'Salvadoran Air Force'],
  ],
  ['who an act is blamed on', 'The attack on the bus, which killed ten, was blamed on the FARC.', ['FARC']],
  ['the state of an adjective is told by the noun', 'Norwegian troops shot two people in Oslo.', ['Norwegian troops']],
  ['a body left before', 'A former RVLF commander shot a farmer in Easton.', ['former RVLF commander']],
  ['nobody', 'No organization has claimed the attack on the bus in Easton, which killed three teachers.', []],
  ['what an attack was like', 'A fierce guerrilla attack killed four farmers in Easton.', ['guerrilla']],
  [
    'a body of no list that carried it out',
    'A bomb killed three soldiers in Easton. The FLQ carried out the attack.',
    ['FLQ'],
  ],
  [
    'a body of no list by which it was carried out',
    'The attack on the bus in Easton was carried out by the FLQ.',
    ['FLQ'],
  ],
  [
    'whoever accuses somebody of it',
    'A bomb killed three farmers in Easton. The army accused the FLQ of the attack.',
    ['FLQ'],
  ],
  ['who defuses a bomb', 'On Monday security forces defused a bomb planted in front of the embassy in Easton.', []],
  ['who finds one laid before', 'A squad defused a bomb that had been planted at the gate of the town hall.', []],
  [
    'those driven out by it',
    'The envoy met residents of Easton, who were driven from their homes by shelling.',
    ['envoy'],
  ],
  [
    'who did something else near a bomb that was found',
    'Police defused five bombs in Easton on Monday. The so-called Army of the North kidnapped a mayor nearby.',
    ['Army of the North'],
  ],
  ['a column of people who flee', 'Jets strafed a column of refugees near Easton on Monday, killing six.', ['Jets']],
  [
    'both sides of clashes that erupt',
    'Clashes erupted on Saturday between the army and the Northern Front in Easton.',
    ['army', 'Northern Front'],
  ],
  ['who stepped into it', 'Ernesto and Rosa Vega set off an explosive device left in a field near Easton.', []],
  ['who set it off on purpose', 'The rebels set off two bombs in the market of Easton.', ['rebels']],
  ['whose patrol hit a bomb', 'Four peacekeepers were wounded when their patrol hit a roadside bomb in Easton.', []],
  ['who is given for captives', 'Three aid workers abducted in May were released in exchange for two commanders.', []],
  ['who took people away', 'Armed men stopped a bus near Easton and took away six students.', ['Armed men']],
  [
    'who acted at a place of no list',
    'Three teachers were abducted in Borno on Monday. Soldiers burned 40 houses in the village of Thantlang.',
    ['Soldiers'],
  ],
  ['who stands by', 'Sami Darwish shot himself in the head as soldiers walked up to the car.', ['Sami Darwish']],
];

for (const [fact, text, doers] of cases) test(`doers: ${fact}`, () => assert.deepEqual(doersOf(text), doers));

const roles: readonly [fact: string, text: string, doer: string[]][] = [
  ['fighter jets', 'Fighter jets bombed a market in Easton on Monday.', ['military', 'object']],
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

const deeds: readonly [what: string, text: string, told: string[]][] = [
  ['fire on somebody', 'Gunmen opened fire on a bus in Easton.', ['shooting: Gunmen > bus']],
  ['fire at somebody', 'Rebels opened fire at a patrol near Easton.', ['shooting: Rebels > patrol']],
  ['a siege that was laid', 'Troops laid siege to the town of Tresa.', ['siege: Troops > town of Tresa']],
  ['snipers', 'Snipers picked off two civilians in Easton.', ['sniper_fire: Snipers > two civilians']],
  ['a bomb', 'A roadside bomb ripped through a police vehicle in Easton.', ['bombing:  > police vehicle']],
  [
    'a participle that opens the sentence',
    'Hooded men entered an office in Easton and beat three workers.',
    ['torture: Hooded men > three workers'],
  ],
  [
    'a verb behind a relative clause',
    'The Red Dawn, which is fighting to overthrow the government, blew up four power pylons in the north.',
    ['bombing: Red Dawn > four power pylons'],
  ],
  [
    'a second verb of what somebody says',
    'A spokesman for the Front said its fighters had destroyed two tanks and killed eleven soldiers in Easton.',
    ['property_destruction: fighters > two tanks', 'killing: fighters > eleven soldiers'],
  ],
];

for (const [what, text, told] of deeds)
  test(`deeds: ${what}`, () =>
    assert.deepEqual(
      code(plainReport(text, '2024-06-12'), knowledge).incidents.map(
        ({ type, perpetrators, targets }) =>
          `${type}: ${perpetrators.map(({ name }) => name).join(', ')} > ${targets.map(({ name }) => name).join(', ')}`,
      ),
      told,
    ));

const harmed: readonly [what: string, text: string, told: string][] = [
  [
    'in what state somebody was left',
    'Unidentified persons threw a grenade at the house of Judge Paul Lund, leaving his son wounded.',
    'injured 1',
  ],
  [
    'who is joined to a name',
    'The guerrillas kidnapped the engineer Peter Hall and his driver near Easton.',
    'abducted 2',
  ],
];

for (const [what, text, told] of harmed)
  test(`harm beside doers: ${what}`, () => {
    const [incident] = code(plainReport(text, '2024-06-12'), knowledge).incidents;
    assert.equal(
      Object.entries(incident?.harm ?? {})
        .map(([measure, { best }]) => `${measure} ${best}`)
        .join(', '),
      told,
    );
  });

test('the dead are counted once, with the act that killed them', () => {
  const { incidents } = code(
    plainReport('Rebels destroyed two tanks and killed eleven soldiers in Easton.', '2024-06-12'),
    knowledge,
  );
  assert.deepEqual(
    incidents.map(({ type, harm }) => [type, harm.killed?.best ?? null]),
    [
      ['property_destruction', null],
      ['killing', 11],
    ],
  );
});
