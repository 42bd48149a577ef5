import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { WorkedFacts } from '../../knowledge/worked-cases.ts';
import { whatIf, whatIfElsewhere } from './what-if.ts';
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

test('where several limbs of one clause are open, all are taken against the accused at once', () => {
  const suppositions = told({
    type: 'territory_seizure',
    byEither: ['north.army', 'stranger'],
    on: '2020-02-10',
    at: AT,
  });
  assert.deepEqual(suppositions.at(-1), [
    'if everything that is open came out against the accused',
    'TG: indeterminate → breach-indicated',
  ]);
});

test('a place that is known as an area is tried at its edges, alike ones together', () => {
  const near = {
    country: 'XA',
    name: 'Eastbank district',
    lat: 0.5,
    lon: 15.1,
    precision: 'district' as const,
    radiusKm: 25,
  };
  assert.deepEqual(told({ type: 'troop_deployment', by: ['north.army'], on: '2020-02-10', at: near }).slice(0, 4), [
    ['if it happened inside the zone', 'XP: indeterminate → breach-indicated'],
    ['if it happened outside the zone', 'XP: indeterminate → outside-scope'],
    ['if the exception holds', 'FR: indeterminate → consistent'],
    ['if the exception does not hold', 'FR: indeterminate → breach-indicated'],
  ]);
  assert.deepEqual(told({ type: 'troop_deployment', by: ['north.army'], on: '2020-02-10', at: near }).slice(4), [
    [
      'if it happened at the edge of Eastbank district, 25 km from its middle: north; north-east; east; south-east; south',
      'XP: indeterminate → outside-scope',
    ],
    [
      'if it happened at the edge of Eastbank district, 25 km from its middle: south-west; west; north-west',
      'XP: indeterminate → breach-indicated',
    ],
  ]);
});

const ELSEWHERE = { place: null, name: 'a point', admin1: null, precision: 'exact', radiusKm: 0 } as const;
const at = (facts: WorkedFacts, country: string, latitude: number, longitude: number) => {
  const { incident, reports } = incidentOfFacts(facts);
  const place = { ...ELSEWHERE, country, latitude, longitude };
  return whatIfElsewhere(place, incident, reports, agreement, actors, codebook);
};
const troops: WorkedFacts = { type: 'troop_deployment', by: ['north.army'], on: '2020-02-10', at: AT };

test('at another point each clause says what it comes to there, and where that point lies', () => {
  const inPort = at(troops, 'XA', 0.5, 12.5);
  assert.deepEqual(
    inPort.map(({ clause, from, to, zone }) => [clause, from, to, zone?.value, zone?.because]),
    [
      ['FR', 'indeterminate', 'indeterminate', 'met', 'a point lies in the country'],
      ['RD', 'outside-scope', 'breach-indicated', 'met', 'a point lies in the port area, about 56 km from its edge'],
      ['XP', 'outside-scope', 'outside-scope', 'not-met', 'a point lies about 167 km outside the strip'],
    ],
  );
});

test('a point in another country takes the incident out of the agreement', () => {
  assert.deepEqual(
    at(troops, 'XB', 0.5, 30).map(({ clause, to, zone }) => [clause, to, zone?.because]),
    [
      ['FR', 'outside-scope', 'a point (XB) lies outside the country'],
      ['RD', 'outside-scope', 'a point (XB) lies outside the port area'],
      ['XP', 'outside-scope', 'a point (XB) lies outside the strip'],
    ],
  );
});
