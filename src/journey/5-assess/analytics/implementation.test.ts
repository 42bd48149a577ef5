import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { Finding } from '../../../model/finding.ts';
import { type ClauseEvidence, implementationScore } from './implementation.ts';

const { agreements, assessment } = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);
const clauses = new Map(agreements.get('syria-2016')?.clauses.map((clause) => [clause.id, clause]));

function score(clauseId: string, outcomes: Finding['outcome'][], changes: Partial<ClauseEvidence> = {}) {
  const clause = clauses.get(clauseId);
  assert.ok(clause !== undefined);
  const findings = outcomes.map((outcome, index) => ({
    incident: `i${index}`,
    type: 'shelling',
    outcome,
    day: `2016-03-${10 + index}`,
  }));
  return implementationScore(
    { clause, findings, daysReported: 40, determined: null, ...changes },
    assessment.implementation,
  );
}

const CASES: [fact: string, given: Parameters<typeof score>, expected: object | null][] = [
  ['a prohibition without a breach on reported days is kept', ['G2', []], { min: 3, max: 3 }],
  ['what is open counts at the lower end only', ['G2', ['indeterminate', 'exception-claimed']], { min: 2, max: 3 }],
  ['breaches on a tenth of the days', ['G2', Array(4).fill('breach-indicated')], { min: 1, max: 1 }],
  ['breaches on more than a quarter of the days', ['G2', Array(11).fill('breach-indicated')], { min: 0, max: 0 }],
  ['where nobody reported nothing is kept', ['G2', [], { daysReported: 0 }], null],
  ['a duty that nothing carries out is not begun', ['G4', []], { min: 0, max: 0 }],
  ['a duty that is carried out once, and broken once', ['G4', ['consistent', 'breach-indicated']], { min: 1, max: 1 }],
  [
    'a duty carried out more often than not is well on, never full',
    ['G4', Array(9).fill('consistent')],
    { min: 2, max: 2 },
  ],
  [
    "full is a person's word",
    ['G4', [], { determined: { score: 3, by: 'ana', reason: 'all permits were given', decision: 'd000001' } }],
    { min: 3, max: 3 },
  ],
  ['what no event could test has no score', ['X4', []], null],
];
for (const [fact, given, expected] of CASES) {
  test(`implementation: ${fact}`, () => {
    assert.deepEqual(score(...given).score, expected);
  });
}

test('implementation: the mirror of a clause has the same score for the same findings', () => {
  for (const outcomes of [['breach-indicated'], ['indeterminate', 'consistent'], []] as Finding['outcome'][][]) {
    const [one, other] = [score('G2', outcomes), score('O2', outcomes)];
    assert.deepEqual({ ...one, clause: '' }, { ...other, clause: '' });
  }
});
