/** Words of war that are said of something else, beside the same words meant. Written for this project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');
const told = (text: string): string[] =>
  code(plainReport(text, '2020-10-10'), knowledge).incidents.map(({ type, modality }) => `${type} ${modality}`);

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  ['a scathing attack is one of words', 'The minister launched a scathing attack on the ruling of the court.', []],
  ['who attacks calling names speaks', 'Anna Holm attacked Peter Lund, calling him a liar.', []],
  ['hackers storm nothing', 'Hackers mounted cyber attacks on servers of the party.', []],
  ['votes capture states', 'He needed a third of the delegates to capture Ohio in the primary election.', []],
  ['companies are taken over', 'Senators fear a hostile takeover bid for the oil company.', []],
  ['a combat pilot and a murder rate are no acts', 'The combat pilot spoke of the murder rate in the city.', []],
  ['gifts to a campaign are no help', 'Larry Holm donated $4 million to a super PAC.', []],
  ['a heart attack is an ailment', 'The king suffered a heart attack and died on Monday.', []],
  ['who dies in his bed was not killed', 'Haakon Lund died on 12 April 1945 in Bergen.', []],
  [
    'a scathing attack with mortars is meant',
    'Rebels launched a scathing attack on the army base with mortars.',
    ['shelling asserted'],
  ],
  ['a fighter who dies of wounds was killed', 'A rebel commander died of his wounds in Aleppo.', ['killing asserted']],
  ['a civilian who dies is told of', 'A child died in Homs on Monday.', ['killing asserted']],
  [
    'an attack on an election is meant',
    'Gunmen attacked voters in the primary election, killing two.',
    ['ground_attack asserted'],
  ],
  [
    'what false reports tell of was not',
    'Falsified reports said that two explosions had hit the airport.',
    ['bombing denied'],
  ],
  ['what is difficult is not done', 'It is difficult to attack the base.', []],
];

for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(told(text), expected));
