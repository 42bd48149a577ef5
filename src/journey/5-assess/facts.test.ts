/** What facts take from coded reports that reading left rough. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import { factsOf } from './facts.ts';
import { termsOf } from './terms.ts';
import { incidentOfFacts } from './worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded');
const terms = termsOf(pack.agreement, actors, codebook);

const worked = incidentOfFacts({ type: 'shelling', by: ['north.army'], against: ['south.army'], on: '2020-02-10' });
const report = worked.reports.get('account-1');
assert.ok(report);

/** The worked incident with its one target replaced. */
function hitNamed(name: string, changes: Partial<CodedReport['incidents'][number]['targets'][number]> = {}) {
  assert.ok(report);
  const target = { name, kind: 'group_of_people' as const, actor: null, spans: [{ start: 0, end: 3 }], ...changes };
  const reports = new Map([
    [report.id, { ...report, incidents: report.incidents.map((coded) => ({ ...coded, targets: [target] })) }],
  ]);
  const [hit] = factsOf(worked.incident, reports, terms).hits();
  return { actor: hit?.actor, nature: hit?.nature };
}

const HITS: readonly [
  name: string,
  changes: Parameters<typeof hitNamed>[1],
  actor: string | null,
  nature: 'civilian' | 'armed' | null,
][] = [
  ['Army of the South position', { object: 'military_position' }, 'south.army', 'armed'],
  ['a camp of the Raiders', {}, 'raiders', 'armed'],
  ['the raiders', {}, null, null],
  ['posts of the Army of the South and the Raiders', {}, null, null],
  ['two people', { role: 'civilian' }, null, null],
  ['two residents', { role: 'civilian' }, null, 'civilian'],
  ['a market', { object: 'market', role: 'unknown' }, null, 'civilian'],
  ['a road', { object: 'road' }, null, null],
  ['a town', { object: 'civilian_area' }, null, null],
  ['civilian areas', { object: 'civilian_area' }, null, 'civilian'],
];
for (const [name, changes, actor, nature] of HITS) {
  test(`target "${name}" is ${actor ?? 'no actor of the register'}, ${nature ?? 'of untold nature'}`, () => {
    assert.deepEqual(hitNamed(name, changes), { actor, nature });
  });
}

test('a force and those who are told to be of it are one accusation, by the fuller name', () => {
  const [claim] = worked.incident.attributions;
  assert.ok(claim);
  const named = (name: string, by: string | null): Incident['attributions'][number] => ({
    ...claim,
    accused: { ...claim.accused, name },
    saidBy: by === null ? [] : [{ name: by, actor: by }],
  });
  const accusedOf = (...attributions: Incident['attributions']) =>
    factsOf({ ...worked.incident, attributions }, worked.reports, terms).accused.map(({ name, saidBy, spans }) => [
      name,
      saidBy.map(({ actor }) => actor),
      spans.length,
    ]);
  assert.deepEqual(accusedOf(named('fighters of the north', null), named('North', null)), [
    ['fighters of the north', [], 2],
  ]);
  assert.deepEqual(accusedOf(named('North', null), named('northern gunmen', null)), [['northern gunmen', [], 2]]);
  assert.deepEqual(
    accusedOf(named('North', 'south.army'), named('North', null)).map(([, saidBy]) => saidBy),
    [['south.army'], []],
    'who else says so is kept',
  );
});

test('a culprit whose name holds alternatives is not one culprit', () => {
  const attributions: Incident['attributions'] = worked.incident.attributions.map((claim) => ({
    ...claim,
    accused: { ...claim.accused, name: 'northern or southern aircraft' },
  }));
  const facts = factsOf({ ...worked.incident, attributions }, worked.reports, terms);
  assert.deepEqual(
    facts.accused.map((one) => one.either),
    ['account-1#northern or southern aircraft'],
  );
});

test('a linked report that is not at hand costs its spans and nothing else', () => {
  const facts = factsOf(worked.incident, new Map(), terms);
  const { act, time, place, means } = facts.spans;
  assert.deepEqual([act, time, place, means], [[], [], [], []]);
  assert.deepEqual(
    facts.hits().map((hit) => hit.actor),
    ['south.army'],
  );
});

test('a time that is no date is no time', () => {
  const time = { start: 'soon', end: null, precision: 'day' as const };
  assert.equal(factsOf({ ...worked.incident, time }, worked.reports, terms).time, null);
});
