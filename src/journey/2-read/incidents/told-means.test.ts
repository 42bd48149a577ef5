/** With what an act was done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** "type: weapon = words; …" of each incident. */
const meansIn = (text: string): string[] => {
  const coded = code(plainReport(text, '2024-06-12'), knowledge);
  return coded.incidents.map(({ type, weapons }) => {
    const told = weapons.map(
      ({ term, spans }) => `${term} = ${spans.map(({ start, end }) => coded.text.slice(start, end)).join(', ')}`,
    );
    return `${type}: ${told.join('; ')}`;
  });
};

const cases: readonly [fact: string, text: string, incidents: string[]][] = [
  [
    'an air strike is flown by aircraft',
    'Airstrikes on Easton on Monday killed a family of five.',
    ['air_strike: aircraft = Airstrikes'],
  ],
  [
    'all that stand in a row',
    'The army pounded the rebel enclave with artillery, rockets and barrel bombs, killing 30 civilians.',
    ['shelling: rocket = rockets; barrel-bomb = barrel bombs; artillery = artillery'],
  ],
  [
    'arms tied to what was hit',
    'Jihadists ambushed a bus with rockets and mortars in Mali, killing nine passengers.',
    ['shelling: rocket = rockets; mortar = mortars'],
  ],
  [
    'what he was armed with',
    'The gunman was armed with an assault rifle when he opened fire at a nightclub in Easton, killing nine people.',
    ['shooting: firearm = assault rifle'],
  ],
  [
    'a car that is the bomb is no target',
    'An Army captain was killed in a 2004 car bombing in Iraq.',
    ['bombing: car-bomb = car bombing'],
  ],
];

for (const [fact, text, incidents] of cases)
  test(`told means: ${fact}`, () => assert.deepEqual(meansIn(text), incidents));

test('told means: who is hurt by stones threw none', () => {
  const [incident] = code(
    plainReport('Two police officers were injured by stones thrown by protesters in Easton.', '2024-06-12'),
    knowledge,
  ).incidents;
  assert.deepEqual(
    incident?.perpetrators.map(({ name }) => name),
    ['protesters'],
  );
});
