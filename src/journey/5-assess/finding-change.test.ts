import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../model/finding.ts';
import { changeReason } from './finding-change.ts';

const limb = { value: 'met' as const, because: 'said', spans: [] };
const found = (clause: string, outcome: Finding['outcome'], changes: Partial<Finding> = {}): Finding => ({
  schema: 'finding/1',
  incident: 'i',
  reports: [],
  agreement: 'truce',
  clause,
  mirror: null,
  outcome,
  limbs: { bearer: limb, counterparty: limb, act: limb, means: limb, zone: limb, time: limb, exception: limb },
  bearers: [],
  confidence: 0.5,
  summary: '',
  ...changes,
});
const open = found('C1', 'indeterminate');
const doubted: Finding = { ...open, limbs: { ...open.limbs, counterparty: { ...limb, value: 'unknown' } } };

const CASES: [fact: string, before: Finding[], after: Finding[], says: string][] = [
  [
    'an outcome that turned names the limb',
    [doubted],
    [found('C1', 'breach-indicated')],
    'truce/C1: indeterminate → breach-indicated (counterparty unknown → met)',
  ],
  [
    'a limb can turn and leave the outcome',
    [doubted],
    [open],
    'truce/C1: still indeterminate (counterparty unknown → met)',
  ],
  [
    'other grounds are told',
    [open],
    [{ ...open, confidence: 0.6 }],
    'truce/C1: still indeterminate, on other grounds or with another confidence',
  ],
  [
    'a clause that does not concern it any more',
    [open],
    [],
    'truce/C1: was indeterminate, does not concern it any more',
  ],
  ['a clause that did not concern it before', [], [open], 'truce/C1: new, indeterminate'],
];
for (const [fact, before, after, says] of CASES) {
  test(`the reason of a change: ${fact}`, () => {
    assert.equal(
      changeReason(before, after, 'linked-anew', null).text,
      `The incident changed: its reports were coded or linked anew. ${says}`,
    );
  });
}

test('a change that a decision set off names who decided', () => {
  assert.match(changeReason([open], [], 'dissolved', 'ana').text, /^After a decision by ana\. The incident is no more/);
});

test('a change is told as data, too, so that a page can say it in its own language', () => {
  const { text, reason } = changeReason([open], [open], 'clauses-or-program', null);
  assert.equal(text, 'The incident is as it was: the clauses, the parties or the program changed.');
  assert.deepEqual(reason, { code: 'change/clauses-or-program', values: {} });
  const outcome = { code: 'outcome/indeterminate', values: {} };
  assert.deepEqual(changeReason([], [open], 'linked-anew', null).reason.values['changes'], [
    { code: 'change/new', values: { clause: 'truce/C1', outcome } },
  ]);
});
