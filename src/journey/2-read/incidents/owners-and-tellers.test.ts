/** Whose act it is by a noun: states that own it, those behind "by"; and who only tells, asks, is fired or mourns. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** "type: doers > targets @ place". */
const told = (text: string): string[] =>
  code(plainReport(text, '2024-06-12'), knowledge).incidents.map(
    ({ type, perpetrators, targets, place }) =>
      `${type}: ${perpetrators.map(({ name }) => name).join(', ')} > ${targets.map(({ name }) => name).join(', ')} @ ${place?.name ?? '-'}`,
  );

const cases: readonly [fact: string, text: string, incidents: string[]][] = [
  [
    "a state's own air strikes, and not in that state",
    "Chad's airstrikes on Tripoli killed 20 people.",
    ['air_strike: Chad > Tripoli, 20 people @ Tripoli'],
  ],
  [
    "a state's bombing in another",
    "Norway's bombing in Chad has killed scores of civilians.",
    ['bombing: Norway > civilians @ Chad'],
  ],
  [
    'what a state suffered is not its own act',
    "Norway's massacre on the island killed 69 people.",
    ['killing:  > 69 people @ Norway'],
  ],
  [
    'who did it behind those it befell',
    'A commission will look into the killing of four miners by police in Mali.',
    ['killing: police > four miners @ Mali'],
  ],
  [
    'those who say it behind a comma',
    'The strikes helped in routing the rebels, analysts and military officials say.',
    ['armed_clash:  > rebels @ -'],
  ],
  [
    'an agency that says it',
    'The Redland agency said rebels had detonated a car bomb in Mali.',
    ['bombing: rebels >  @ Mali'],
  ],
  [
    'whom one only asks for something',
    'The UN condemned the killing of two aid workers in Kandahar and called on the Taliban to protect civilians.',
    ['killing:  > two aid workers @ Kandahar'],
  ],
  ['who is fired from office', "The president's firing of the police chief was criticised.", []],
  [
    'the soldiers were killed, and not their families',
    'The president met the families of soldiers killed in an ambush in Mali.',
    ['talks: president > families of soldiers @ Mali', 'killing:  > soldiers @ Mali'],
  ],
  [
    'one man by two words',
    'The gunman, a former student, killed 17 people at a school in Mali.',
    ['killing: gunman > 17 people @ Mali'],
  ],
  [
    'who is blamed in the next sentence',
    'A shell hit a house in Mali, killing a woman. The governor blamed rebels across the river.',
    ['shelling: rebels > house, woman @ Mali'],
  ],
  [
    'an act after which another was done has its own doer and victim',
    "Protesters set fire to the governor's office in Mali after soldiers killed a demonstrator.",
    ["arson: Protesters > governor's office @ Mali", 'killing: soldiers > demonstrator @ Mali'],
  ],
  [
    'some of those who had killed',
    'Militiamen killed 12 villagers in Mali. Soldiers later killed five of the militiamen.',
    ['killing: Militiamen > 12 villagers @ Mali', 'killing: Soldiers > militiamen @ Mali'],
  ],
  [
    'a boy by his age and people',
    'Soldiers shot a 15-year-old Norwegian boy in Mali.',
    ['shooting: Soldiers > 15-year-old Norwegian boy @ Mali'],
  ],
  [
    'the side of a commander who died has not brought it',
    'The commander of the militia died when his car was hit by a missile in Baghdad.',
    ['missile_strike:  > commander of the militia, car @ Baghdad'],
  ],
];

for (const [fact, text, incidents] of cases) test(`owners: ${fact}`, () => assert.deepEqual(told(text), incidents));
