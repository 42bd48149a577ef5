/** The mirror property over every pack that we ship, and proof that the comparison can fail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../src/knowledge/actors.ts';
import { loadAgreement, loadAgreements } from '../src/knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../src/knowledge/assessment-codebook.ts';
import { generatedIncidents, mirrorRun } from './mirror-run.ts';

const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const actors = loadActors('knowledge/actors');
const testActors = loadActors('test/agreements/actors');
const twoSides = loadAgreement('test/agreements/two-sides', new Set(testActors.actors.keys()), codebook);

for (const agreement of loadAgreements('knowledge/agreements', new Set(actors.actors.keys()), codebook).values()) {
  test(`${agreement.id}: exchanging the sides exchanges the outcomes, in 2,000 generated incidents`, () => {
    assert.deepEqual(mirrorRun(agreement, actors, codebook, generatedIncidents(agreement, 2000, 7)).differences, []);
  });
}

test('two-sides: exchanging the sides exchanges the outcomes of all clause types, in 2,000 generated incidents', () => {
  assert.equal(twoSides.kind, 'loaded');
  const report = mirrorRun(twoSides.agreement, testActors, codebook, generatedIncidents(twoSides.agreement, 2000, 7));
  assert.deepEqual(report.differences, []);
  assert.deepEqual(Object.keys(report.outcomes).sort(), [
    'breach-indicated',
    'consistent',
    'exception-claimed',
    'indeterminate',
    'outside-scope',
  ]);
});

test('a clause that is kinder to one side is found out', () => {
  assert.equal(twoSides.kind, 'loaded');
  const clauses = twoSides.agreement.clauses.map((clause) =>
    clause.id === 'S1' ? { ...clause, exceptions: [] } : clause,
  );
  const kinder = { ...twoSides.agreement, clauses };
  assert.notDeepEqual(mirrorRun(kinder, testActors, codebook, generatedIncidents(kinder, 2000, 7)).differences, []);
});
