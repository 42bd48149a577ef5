/** Reports in which both sides act: nobody is given the other's act, its place or its dead. Written for this project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');
const incidentsOf = (text: string) => code(plainReport(text, '2020-10-10'), knowledge).incidents;

/** Party, dead, for each violent incident. */
const told = (text: string): string[] =>
  incidentsOf(text)
    .filter(({ type }) => type !== 'ceasefire_start')
    .map(
      ({ perpetrators, harm }) =>
        `${perpetrators.map(({ name }) => name).join(', ') || '-'}: ${harm.killed?.min ?? '-'}`,
    );

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  [
    'each side accuses the other of an attack of its own',
    'A spokeswoman in Yerevan said Azeri forces launched an attack at 12:05 towards Karakhanbeyli. Baku said Armenian units had shelled the villages of Gapanli and Terter, killing a farmer. Red Cross workers collected the bodies of 29 soldiers.',
    ['Azeri forces: -', 'Armenian units: 1'],
  ],
  [
    'the other side of a dialogue of fire did not do both',
    'Israel struck more than 20 targets across Lebanon on Monday, killing at least nine people, hours after Hezbollah fired two mortars towards an Israeli position in the Shebaa Farms.',
    ['Israel: 9', 'Hezbollah: -'],
  ],
  [
    'an army that tells of its dead killed nobody',
    'A photographer was wounded on Thursday when a rocket hit a house. The Ukrainian army said two of its soldiers were killed on Saturday.',
    ['-: 2'],
  ],
];

for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(told(text), expected));
