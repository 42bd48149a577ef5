/** What only wounds is no killing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly [text: string, type: string][] = [
  ['A journalist was injured last night during an attack in Easton.', 'ground_attack'],
  ['Three farmers were wounded by gunfire in Easton on Monday.', 'shooting'],
  ['Three farmers were wounded in Easton on Monday, but no one was killed.', 'ground_attack'],
  ['A guard was killed and two farmers were wounded in Easton on Monday.', 'killing'],
  ['Gunmen tried to kill the mayor of Easton on Monday.', 'killing'],
];
for (const [text, type] of cases)
  test(`wounds: ${text}`, () =>
    assert.deepEqual(
      code(plainReport(text, '2024-03-05'), knowledge).incidents.map((incident) => incident.type),
      [type],
    ));
