/** Every agreement that we ship loads, and each of its worked cases comes out as it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from '../../knowledge/actors.ts';
import { unnamedIn } from '../../knowledge/agreement-names.ts';
import { agreementIds, loadAgreement } from '../../knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import { loadWorkedCases } from '../../knowledge/worked-cases.ts';
import { failedCases } from './worked-case.ts';

const actors = loadActors('knowledge/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const FEWEST_CASES = 30;

for (const id of agreementIds('knowledge/agreements')) {
  const directory = `knowledge/agreements/${id}`;
  const pack = loadAgreement(directory, new Set(actors.actors.keys()), codebook);
  const loaded = loadWorkedCases(directory);

  test(`${id} loads without complaint`, () => {
    assert.deepEqual(pack.kind === 'refused' ? pack.complaints : [], []);
    assert.deepEqual('complaints' in loaded ? loaded.complaints : [], []);
  });
  if (pack.kind === 'refused' || 'complaints' in loaded) continue;

  test(`${id} has an Arabic name for everything that its pages name`, () => {
    const { agreement } = pack;
    assert.deepEqual(
      agreement.names.map((names) => [names.language, unnamedIn(agreement, names)]),
      [['ar', []]],
    );
  });

  test(`${id} has at least ${FEWEST_CASES} worked cases with ids of their own`, () => {
    assert.ok(loaded.cases.length >= FEWEST_CASES, `found ${loaded.cases.length}`);
    assert.equal(new Set(loaded.cases.map((one) => one.id)).size, loaded.cases.length);
  });
  for (const one of loaded.cases) {
    test(`${id}: ${one.id}: ${one.says}`, () => {
      assert.deepEqual(failedCases([one], pack.agreement, actors, codebook), []);
    });
  }
}

test('a case that expects another outcome fails, with the finding in words', () => {
  const pack = loadAgreement('knowledge/agreements/syria-2016', new Set(actors.actors.keys()), codebook);
  assert.equal(pack.kind, 'loaded');
  const facts = {
    type: 'shelling',
    by: ['sy.army'],
    against: ['sy.fsa'],
    on: '2016-03-10',
    at: { country: 'SY' },
  } as const;
  const wrong = {
    id: 'wrong',
    says: 'wrong',
    facts: { ...facts, by: [...facts.by], against: [...facts.against] },
    expect: { G2: 'consistent' as const },
  };
  const [failure] = failedCases([wrong], pack.agreement, actors, codebook);
  assert.match(failure?.message ?? '', /^G2: expected consistent, found breach-indicated\. G2 /);
  assert.equal(failedCases([{ ...wrong, expect: {} }], pack.agreement, actors, codebook).length, 1);
});
