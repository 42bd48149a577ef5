/** A clause was corrected: only what it can reach is tested anew, against it alone, and what was found before stays readable. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Finding } from '../../src/model/finding.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { reassess } from '../../src/shell/jobs/reassess.ts';
import { type Stages, stagesOf } from '../../src/shell/jobs/stages.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { freshOn } from '../contract/fresh-store.ts';
import { AT, BY, captureRequest, coding, finding, incident, sampleReport } from '../contract/sample-data.ts';

const engine = await openPglite(null);
after(() => engine.close());
const shipped = stagesOf(loadKnowledge(knowledgeDirectory()));

/** Tests everything as the shipped stages would reach it, and finds what it is told. */
function stagesThatFind(outcome: Finding['outcome']): Stages & { tested: string[] } {
  const tested: string[] = [];
  return {
    ...shipped,
    tested,
    assess: ({ id, type }, _coded, only) => {
      tested.push(id);
      const isTested = only?.has('syria-2016/G2') ?? true;
      return type === 'shelling' && isTested ? [{ ...finding(id, 'G2', outcome), agreement: 'syria-2016' }] : [];
    },
  };
}

test('only incidents that the clause can reach are tested, other findings are kept, and the old ones stay readable', async () => {
  const { store } = await freshOn(engine);
  const [captured] = await store.capture([captureRequest('text')]);
  const report = sampleReport('a');
  const old = { ...finding('shelled', 'G2', 'indeterminate'), agreement: 'syria-2016' };
  const other = { ...finding('shelled', 'A1', 'breach-indicated'), agreement: 'syria-2016' };
  const record = { at: AT, by: BY };
  await store.record({
    ...record,
    changes: [
      { kind: 'read', read: { capture: captured?.capture.sha256 ?? '', ordinal: 0, report } },
      { kind: 'coded', coding: coding(report) },
      { kind: 'linked', incident: incident('shelled', ['a']) },
      { kind: 'linked', incident: incident('talked', ['a'], { type: 'talks' }) },
      { kind: 'linked', incident: incident('was-found', ['a'], { type: 'protest' }) },
      { kind: 'assessed', incident: 'shelled', findings: [old, other] },
      {
        kind: 'assessed',
        incident: 'was-found',
        findings: [{ ...finding('was-found', 'G2', 'indeterminate'), agreement: 'syria-2016' }],
      },
    ],
  });
  const stages = stagesThatFind('breach-indicated');
  const summary = await reassess(store, stages, ['syria-2016/G2'], () => AT);
  assert.deepEqual(summary, { clauses: ['syria-2016/G2'], reached: 2, changed: 2 });
  assert.deepEqual(stages.tested, ['shelled', 'was-found']);
  const outcomes = (await store.findingsFor(['shelled'])).map(({ clause, outcome }) => `${clause} ${outcome}`);
  assert.deepEqual(outcomes, ['A1 breach-indicated', 'G2 breach-indicated']);
  assert.match(
    (await store.pastFindings('shelled'))[0]?.reason ?? '',
    /clauses, the parties or the program changed.*G2: indeterminate → breach/,
  );
  assert.match((await store.pastFindings('was-found'))[0]?.reason ?? '', /does not concern it any more/);
  const again = await reassess(store, stages, ['syria-2016/G2'], () => AT);
  assert.deepEqual([again.reached, again.changed], [1, 0]);
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a clause that excepts others reaches what they reach', () => {
  const { clauses, types } = shipped.reach(['syria-2016/X1']);
  assert.ok(clauses.has('syria-2016/G2') && clauses.has('syria-2016/O2'));
  assert.ok(types.includes('air_strike') && !types.includes('talks'));
});
