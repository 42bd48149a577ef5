/** What is no act: accidents, words, effigies, what nobody knows of; and what some acts are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly [text: string, types: string[]][] = [
  ['The rebels have placed snipers on some tall buildings.', []],
  ['The traffickers left Medellin in small airplanes.', []],
  ['The government does not have any right to murder civilians.', []],
  ['The admiral today harshly attacked President Garcia and President Ortega.', []],
  ['Demonstrators burned eight flags and a coffin in Lima on Monday.', []],
  ['Protesters burned flags and two police cars in Lima.', ['arson']],
  ['The colonel said he had no knowledge of a rebel attack on the garrison.', []],
  ['There was no sign of an attack on the base on Monday.', []],
  ['The police captured two drug traffickers in Quito on Monday.', ['arbitrary_detention']],
  ['The rebels captured two soldiers in Vik.', ['abduction']],
  ['Rebels shot down a plane in Yemen, killing three crewmen.', ['ground_attack']],
  ['Gunmen opened fire on a car in Goma, and the driver died in the crash.', ['shooting']],
  ['Guerrillas left a bomb in a bank in Bogota.', ['bombing']],
  ['The rebels planted a grenade in a bus.', ['bombing']],
];
for (const [text, types] of cases)
  test(`acts and accidents: ${text}`, () => {
    assert.deepEqual(
      code(plainReport(text, '2024-03-06'), knowledge).incidents.map(({ type }) => type),
      types,
    );
  });

test('acts and accidents: a row of verbs behind a plan', () => {
  const text = 'The rebels plan to burn vehicles, destroy stores, and step up sabotage.';
  const { incidents } = code(plainReport(text, '2024-03-06'), knowledge);
  assert.deepEqual(
    incidents.map(({ modality }) => modality),
    incidents.map(() => 'planned'),
  );
});
