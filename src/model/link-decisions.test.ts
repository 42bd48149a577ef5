import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdDecisions, type LinkDecision } from './link-decisions.ts';

const ref = (report: string) => ({ report, coded: 'i1' });
const decide = (id: string, kind: LinkDecision['kind'], a: string, b: string): LinkDecision => ({
  id,
  kind,
  a: ref(a),
  b: ref(b),
});

test('decisions that agree all hold', () => {
  const decisions = [
    decide('d1', 'must-link', 'a', 'b'),
    decide('d2', 'must-link', 'b', 'c'),
    decide('d3', 'cannot-link', 'c', 'x'),
  ];
  assert.deepEqual(holdDecisions(decisions), { held: decisions, refused: [] });
});

test('a decision to hold apart what others join is refused with the chain that joins them', () => {
  const { held, refused } = holdDecisions([
    decide('d1', 'must-link', 'a', 'b'),
    decide('d2', 'must-link', 'c', 'b'),
    decide('d3', 'cannot-link', 'a', 'c'),
  ]);
  assert.deepEqual(
    held.map(({ id }) => id),
    ['d1', 'd2'],
  );
  assert.deepEqual(refused, [
    {
      kind: 'refused',
      code: 'corroborate/contradictory-decision',
      where: 'd3',
      message:
        'expected no decision against it, found that a#i1 and c#i1 cannot be two events by d1 (must-link), d2 (must-link); undo one of them first',
      chain: ['d1', 'd2'],
    },
  ]);
});

test('a decision to join what others hold apart is refused, however long the way between them', () => {
  const { refused } = holdDecisions([
    decide('d1', 'must-link', 'a', 'b'),
    decide('d2', 'cannot-link', 'c', 'b'),
    decide('d3', 'must-link', 'c', 'd'),
    decide('d4', 'must-link', 'd', 'a'),
  ]);
  assert.deepEqual(
    refused.map(({ where, chain }) => [where, chain]),
    [['d4', ['d3', 'd2', 'd1']]],
  );
});

test('a coded incident cannot be held apart from itself', () => {
  assert.deepEqual(
    holdDecisions([decide('d1', 'cannot-link', 'a', 'a')]).refused.map(({ chain }) => chain),
    [[]],
  );
});
