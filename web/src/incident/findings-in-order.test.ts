import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../src/model/finding.ts';
import { findingsInOrder } from './findings-in-order.ts';

const limb = { value: 'unknown', because: '', spans: [] } as const;
const finding = (clause: string, outcome: Finding['outcome'], confidence: number): Finding => ({
  schema: 'finding/1',
  incident: 'i',
  reports: [],
  agreement: 'a',
  clause,
  mirror: null,
  outcome,
  bearers: [],
  confidence,
  summary: '',
  limbs: {
    bearer: { ...limb, spans: [] },
    counterparty: { ...limb, spans: [] },
    act: { ...limb, spans: [] },
    means: { ...limb, spans: [] },
    zone: { ...limb, spans: [] },
    time: { ...limb, spans: [] },
    exception: { ...limb, spans: [] },
  },
});

test('the strongest outcome comes first, then the more certain one; outside scope stands apart', () => {
  const { within, outside } = findingsInOrder([
    finding('1', 'outside-scope', 0.9),
    finding('2', 'indeterminate', 0.2),
    finding('3', 'consistent', 0.9),
    finding('4', 'breach-indicated', 0.1),
    finding('5', 'indeterminate', 0.8),
  ]);
  assert.deepEqual(
    within.map(({ clause }) => clause),
    ['4', '5', '2', '3'],
  );
  assert.deepEqual(
    outside.map(({ clause }) => clause),
    ['1'],
  );
});
