/** Runs every clause test's tables over the invented agreement, with the sides as written and exchanged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import { CLAUSE_TYPES } from '../../model/agreement.ts';
import type { Finding } from '../../model/finding.ts';
import { assessor } from './assess.ts';
import type { ClauseTest, Outcome, TableCase } from './clause-test.ts';
import { CLAUSE_TESTS, whyUntestable } from './clause-tests.ts';
import { exchangeSides } from './exchange-sides.ts';
import { incidentOfFacts } from './worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded', JSON.stringify(pack));
const { agreement } = pack;
const assess = assessor(agreement, actors, codebook);
const typeOf = (clause: string): string | undefined => agreement.clauses.find((one) => one.id === clause)?.type;

function tablesOf(clauseTest: ClauseTest): [Outcome, readonly TableCase[]][] {
  return [
    ['breach-indicated', clauseTest.breachIndicated],
    ['consistent', clauseTest.consistent],
    ['indeterminate', clauseTest.indeterminate],
    ['outside-scope', clauseTest.outsideScope ?? []],
    ['exception-claimed', clauseTest.exceptionClaimed ?? []],
  ];
}

const ofType = (findings: readonly Finding[], type: string): Finding[] =>
  findings.filter((finding) => typeOf(finding.clause) === type);

for (const clauseTest of CLAUSE_TESTS) {
  for (const [outcome, cases] of tablesOf(clauseTest)) {
    for (const { says, facts } of cases) {
      test(`${clauseTest.id}: ${outcome} when: ${says}`, () => {
        const worked = incidentOfFacts(facts);
        const findings = ofType(assess(worked.incident, worked.reports), clauseTest.type);
        assert.ok(findings.length > 0, 'no clause of the type was concerned');
        for (const finding of findings) assert.equal(finding.outcome, outcome, finding.summary);
        const other = exchangeSides(worked, agreement);
        const mirrored = ofType(assess(other.incident, other.reports), clauseTest.type);
        assert.deepEqual(
          mirrored.map((finding) => [finding.mirror ?? finding.clause, finding.outcome]).sort(),
          findings.map((finding) => [finding.clause, finding.outcome]).sort(),
        );
      });
    }
  }
}

test('clause test ids are unique and each type has at most one test', () => {
  assert.equal(new Set(CLAUSE_TESTS.map((one) => one.id)).size, CLAUSE_TESTS.length);
  assert.equal(new Set(CLAUSE_TESTS.map((one) => one.type)).size, CLAUSE_TESTS.length);
});

test('the invented agreement holds a clause of each of the 24 types', () => {
  const held = new Set(agreement.clauses.map((clause) => clause.type));
  assert.deepEqual(
    CLAUSE_TYPES.filter((type) => !held.has(type)),
    [],
  );
});

test('every clause either has a test or says why no event could test it', () => {
  const untestable = agreement.clauses.filter((clause) => whyUntestable(clause) !== null).map((clause) => clause.id);
  assert.deepEqual(untestable, ['PA', 'EX', 'AD', 'AF', 'TS', 'GS', 'PR', 'CQ', 'DF', 'EV']);
});

test('every unknown limb says what would settle it, and every span points into a report that the finding names', () => {
  for (const clauseTest of CLAUSE_TESTS) {
    for (const { facts } of tablesOf(clauseTest).flatMap(([, cases]) => cases)) {
      const { incident, reports } = incidentOfFacts(facts);
      for (const finding of assess(incident, reports)) {
        for (const limb of Object.values(finding.limbs)) {
          assert.equal(limb.wouldSettle !== undefined, limb.value === 'unknown', limb.because);
          for (const span of limb.spans) {
            assert.ok(finding.reports.includes(span.report));
            assert.ok(
              span.start >= 0 && span.start < span.end && span.end <= (reports.get(span.report)?.text.length ?? 0),
            );
          }
        }
      }
    }
  }
});
