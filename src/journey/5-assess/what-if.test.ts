import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { WorkedFacts } from '../../knowledge/worked-cases.ts';
import { whatIf } from './what-if.ts';
import { incidentOfFacts } from './worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded');
const { agreement } = pack;

const AT = { country: 'XA', lat: 5, lon: 15 };
const told = (facts: WorkedFacts): [string, string][] => {
  const { incident, reports } = incidentOfFacts(facts);
  return whatIf(incident, reports, agreement, actors, codebook).map(({ assumption, changes }) => [
    assumption,
    changes.map(({ clause, from, to }) => `${clause}: ${from} → ${to}`).join('; '),
  ]);
};

test('an incident with no open limb has nothing to suppose', () => {
  assert.deepEqual(
    told({ type: 'shelling', by: ['north.army'], against: ['south.army'], on: '2020-02-10', at: AT }),
    [],
  );
});

test('each open limb is settled both ways', () => {
  assert.deepEqual(told({ type: 'territory_seizure', by: ['north.army'], on: '2020-02-10', at: AT }), [
    ['if those whom the clause protects were hit', 'TG: indeterminate → breach-indicated'],
    ['if nobody whom the clause protects was hit', 'TG: indeterminate → outside-scope'],
  ]);
});

test('where registrars differ, each list is tried alone', () => {
  const suppositions = told({
    type: 'territory_seizure',
    by: ['north.army'],
    against: ['south.band'],
    on: '2020-02-10',
    at: AT,
  });
  assert.deepEqual(suppositions.slice(2), [
    ['if only the list of the first registrar counts', 'TG: indeterminate → breach-indicated'],
    ['if only the list of the second registrar counts', 'TG: indeterminate → outside-scope'],
  ]);
});

test('an open exception is settled both ways', () => {
  const suppositions = told({ type: 'troop_deployment', by: ['north.army'], on: '2020-02-10', at: AT });
  assert.deepEqual(suppositions, [
    ['if the exception holds', 'FR: indeterminate → consistent'],
    ['if the exception does not hold', 'FR: indeterminate → breach-indicated'],
  ]);
});
