/** An agreement that was replaced while an incident was open: the doubt has a name, and only such incidents carry it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadAgreement } from '../../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../../knowledge/assessment-codebook.ts';
import { assess } from '../assess.ts';
import { incidentOfFacts } from '../worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded');
const { calendar } = pack.agreement;
const replacement = { at: '2020-06-01T00:00', by: 'the second truce', note: null, source: 'invented', checked: true };
const replaced = {
  ...pack.agreement,
  calendar: { ...calendar, replaced: [{ ...replacement, atMs: Date.parse('2020-05-31T21:00Z') }] },
};

function timeOf(on: string, clock = false) {
  const facts = { type: 'shelling', by: ['north.army'], against: ['south.army'], on, clock } as const;
  const { incident, reports } = incidentOfFacts({
    ...facts,
    by: [...facts.by],
    against: [...facts.against],
    at: { country: 'XA', lat: 5, lon: 15 },
  });
  const [finding] = assess(incident, reports, replaced, actors, codebook);
  return { outcome: finding?.outcome, code: finding?.limbs.time.reason?.code, because: finding?.limbs.time.because };
}

const CASES: readonly [says: string, on: string, clock: boolean, outcome: string, code: string][] = [
  ['the day before it was replaced', '2020-05-31', false, 'breach-indicated', 'time/within'],
  ['over the days around it', '2020-05-30/2020-06-03', false, 'indeterminate', 'time/across-replacement'],
  ['at an hour within an hour of it', '2020-06-01T00:20', true, 'indeterminate', 'time/across-replacement'],
  ['the day after, when nobody ended the first', '2020-06-02', false, 'breach-indicated', 'time/within'],
  ['over the whole year, its end included', '2020-05-30/2021-02-01', false, 'indeterminate', 'time/across-replacement'],
  ['after its end', '2021-03-01', false, 'outside-scope', 'time/after'],
];
for (const [says, on, clock, outcome, code] of CASES) {
  test(`an agreement that was replaced, and fire ${says}: ${outcome}`, () => {
    const found = timeOf(on, clock);
    assert.deepEqual([found.outcome, found.code], [outcome, code]);
  });
}

test('the doubt names the instrument that took its place', () =>
  assert.match(
    timeOf('2020-05-30/2020-06-03').because ?? '',
    /reaches across 2020-06-01T00:00 .*when the second truce took the place/,
  ));
