/** Acts of nobody named against nobody named: what makes them news, and what became of bombs that were found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');
const AROUND =
  'The budget is large. Prices of bread rose. The school year begins soon. Farmers hope for rain. A new road is planned. Buses run again. ';

const incidentsOf = (text: string): readonly CodedIncident[] =>
  code(plainReport(text, '2024-03-05'), knowledge).incidents;
const attacksIn = (text: string): string[] =>
  incidentsOf(text)
    .filter(({ confidence }) => confidence >= 0.45)
    .map(({ type }) => type);

const news: readonly [text: string, types: string[]][] = [
  ['Police reported at least six bombings last night in the city of Taiz.', ['bombing']],
  ['Air strikes hit Saraqeb on Monday, residents said.', ['air_strike']],
  ['An explosion was heard in central Kabul on Sunday night.', ['bombing']],
  ['Activists reported shelling in the eastern suburbs of Damascus on Monday.', ['shelling']],
  ['The bombings of recent years have scarred the town.', []],
  ['The bombing in Taiz is still remembered.', []],
  ['An explosion in Taiz in 2019 is still remembered.', []],
];
for (const [text, types] of news) test(`news: ${text}`, () => assert.deepEqual(attacksIn(AROUND + text), types));

test('a bomb that was found is none that went off, and is no other that did', () => {
  const found = incidentsOf(
    'A bomb exploded in Taiz on Monday. Police defused a bomb that had been planted at the entrance of a school in Aden.',
  );
  assert.deepEqual(
    found.map(({ completed, place, targets }) => [completed, place?.name, targets.map(({ name }) => name)]),
    [
      [true, 'Taiz', []],
      [false, 'Aden', ['school']],
    ],
  );
});
