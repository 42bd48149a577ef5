/** Whose word settles a culprit: not an opponent's, nor that of an unnamed body which may be one. Both sides alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadAgreement } from '../../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../../knowledge/assessment-codebook.ts';
import type { AttributionClaim } from '../../../model/incident.ts';
import { assessor } from '../assess.ts';
import { incidentOfFacts } from '../worked-case.ts';

const actors = loadActors('test/agreements/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pack = loadAgreement('test/agreements/two-sides', new Set(actors.actors.keys()), codebook);
assert.equal(pack.kind, 'loaded');
const assess = assessor(pack.agreement, actors, codebook);

type Side = 'north' | 'south';
const sayer = (name: string, actor: string | null = null): AttributionClaim['saidBy'][number] => ({ name, actor });

/** The reason of the bearer's limb of the first finding in which it is asked. */
function reasonOf(accused: Side, saidBy: AttributionClaim['saidBy']): string {
  const other = accused === 'north' ? 'south' : 'north';
  const facts = { type: 'shelling', by: [`${accused}.army`], against: [`${other}.army`], on: '2020-02-10' } as const;
  const { incident, reports } = incidentOfFacts({
    ...facts,
    by: [...facts.by],
    against: [...facts.against],
    at: { country: 'XA' },
  });
  const [finding] = assess(
    { ...incident, attributions: incident.attributions.map((claim) => ({ ...claim, saidBy })) },
    reports,
  );
  return finding?.limbs.bearer.reason?.code ?? 'none';
}

const CASES: readonly [what: string, saidBy: AttributionClaim['saidBy'], reason: string][] = [
  ['a report in its own voice', [], 'bearer/answer'],
  ['residents', [sayer('residents')], 'bearer/answer'],
  ['the rebels, of whom no name is told', [sayer('The rebels')], 'bearer/only-possible-party'],
  ['an army spokesman, of whom no side is told', [sayer('an army spokesman')], 'bearer/only-possible-party'],
  ['the rebels and residents', [sayer('The rebels'), sayer('residents')], 'bearer/answer'],
];
for (const accused of ['north', 'south'] as const) {
  for (const [what, saidBy, reason] of CASES) {
    test(`the ${accused} is accused by ${what}: ${reason}`, () => assert.equal(reasonOf(accused, saidBy), reason));
  }
  test(`the ${accused} is accused by its opponent alone`, () => {
    const other = accused === 'north' ? 'south' : 'north';
    assert.equal(reasonOf(accused, [sayer('its army', `${other}.army`)]), 'bearer/only-opponent');
    assert.equal(
      reasonOf(accused, [sayer('its army', `${other}.army`), sayer('the rebels')]),
      'bearer/only-possible-party',
    );
  });
}
