/** Accidents are no acts, and only what may lie somewhere is laid. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly [text: string, types: string[]][] = [
  ["About 130 passengers were killed in today's crash of an airliner in southern Lima.", []],
  ['The Spaniards killed in the accident were Francisco Iranzo and Maria Lozano.', []],
  ['The rebels have placed snipers on some tall buildings.', []],
  ['The traffickers left Medellin in small airplanes.', []],
  ['The government does not have any right to murder civilians.', []],
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
