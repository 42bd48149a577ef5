/** What holds of every assessment, whatever the clause. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { WorkedFacts } from '../../knowledge/worked-cases.ts';
import type { Finding } from '../../model/finding.ts';
import { assess } from './assess.ts';
import { incidentOfFacts } from './worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded');
const { agreement } = pack;

const ATTACK: WorkedFacts = {
  type: 'shelling',
  by: ['north.army'],
  against: ['south.army'],
  on: '2020-02-10',
  at: { country: 'XA', lat: 5, lon: 15 },
};

function findingsOf(
  facts: WorkedFacts,
  change: (worked: ReturnType<typeof incidentOfFacts>) => ReturnType<typeof incidentOfFacts> = (worked) => worked,
): Finding[] {
  const { incident, reports } = change(incidentOfFacts(facts));
  return assess(incident, reports, agreement, actors, codebook);
}

test('a finding names incident, reports, agreement, clause, mirror and whose conduct it is', () => {
  const [finding] = findingsOf(ATTACK);
  assert.ok(finding);
  const { limbs, summary, ...rest } = finding;
  assert.deepEqual(rest, {
    schema: 'finding/1',
    incident: 'incident-1',
    reports: ['account-1'],
    agreement: 'two-sides',
    clause: 'N1',
    mirror: 'S1',
    outcome: 'breach-indicated',
    bearers: ['north.army'],
    confidence: 0.7,
  });
  assert.deepEqual(Object.keys(limbs), ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception']);
  assert.match(
    summary,
    /^N1 \(no attacks by the north on the south\) of the Two Sides agreement: a breach is indicated: /,
  );
  assert.match(summary, /A determination is a person's act\.$/);
});

test('the same facts give the same findings, in the order of the clauses', () => {
  const runs = [findingsOf(ATTACK), findingsOf(ATTACK)];
  assert.deepEqual(runs[0], runs[1]);
  const order = agreement.clauses.map((clause) => clause.id);
  const places = (runs[0] ?? []).map((finding) => order.indexOf(finding.clause));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test('an act that no clause names gives no finding', () =>
  assert.deepEqual(findingsOf({ ...ATTACK, type: 'protest' }), []));

test('talks of nobody known in another country, or of strangers anywhere, carry no duty out', () => {
  const steps = (facts: Partial<WorkedFacts>): string[] =>
    findingsOf({ type: 'talks', on: '2020-02-10', ...facts })
      .filter(({ clause }) => clause === 'PS')
      .map(({ outcome }) => outcome);
  const abroad = { country: 'XB', lat: 5, lon: 40 };
  assert.deepEqual(steps({ at: abroad }), []);
  assert.deepEqual(steps({ at: abroad, by: ['observers'] }), []);
  assert.deepEqual(steps({ at: abroad, by: ['north.gov', 'south.gov'] }), ['consistent']);
  assert.deepEqual(steps({ at: { country: 'XA', lat: 5, lon: 15 } }), ['indeterminate']);
});

test('an act of strangers elsewhere gives no finding', () => {
  assert.deepEqual(
    findingsOf({ type: 'shelling', by: ['stranger'], against: ['stranger'], on: '2020-02-10', at: { country: 'XB' } }),
    [],
  );
});

test('more origins raise confidence, a contested attribution lowers it', () => {
  const withIncident = (changes: object) =>
    findingsOf(ATTACK, ({ incident, reports }) => ({ incident: { ...incident, ...changes }, reports }))[0]?.confidence;
  assert.deepEqual(
    [withIncident({ origins: 1 }), withIncident({ origins: 2 }), withIncident({ origins: 5 })],
    [0.7, 0.85, 0.92],
  );
  assert.equal(withIncident({ attributionStatus: 'contested' }), 0.52);
  assert.equal(withIncident({ attributionStatus: 'admitted' }), 0.97);
});

test('a text of a thousand incidents and justifications is assessed incident by incident', () => {
  const worked = incidentOfFacts({ ...ATTACK, claims: [{ by: 'north.gov', words: 'we fight raiders' }] });
  const report = worked.reports.get('account-1');
  const [coded] = report?.incidents ?? [];
  const [statement] = report?.statements ?? [];
  assert.ok(report && coded && statement);
  const many = {
    ...report,
    incidents: Array.from({ length: 1000 }, (_, i) => ({ ...coded, id: `i${i + 1}` })),
    statements: Array.from({ length: 1000 }, () => statement),
  };
  const reports = new Map([[report.id, many]]);
  const outcomes = many.incidents.flatMap(({ id }) => {
    const incident = { ...worked.incident, id, links: worked.incident.links.map((link) => ({ ...link, coded: id })) };
    return assess(incident, reports, agreement, actors, codebook).map((finding) => finding.outcome);
  });
  assert.equal(outcomes.filter((outcome) => outcome === 'exception-claimed').length, 1);
  assert.equal(outcomes.filter((outcome) => outcome === 'breach-indicated').length, 999);
});
