/** In a store too large to be seen as a whole, a picture that comes back is found wherever and whenever it was shown before. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Capture } from '../../src/journey/7-record/capture.ts';
import { seal } from '../../src/journey/7-record/sealed.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Report } from '../../src/model/report.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { commitBatch } from '../../src/shell/jobs/commit-batch.ts';
import { stagesOf } from '../../src/shell/jobs/stages.ts';
import { sha256 } from '../../src/shell/sha-256.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { freshOn } from '../contract/fresh-store.ts';
import { AT, captureRequest } from '../contract/sample-data.ts';
import { plainReport } from '../plain-report.ts';
import { smallCoder } from './small-coder.ts';

const engine = await openPglite(null);
after(() => engine.close());
const stages = { ...stagesOf(loadKnowledge(knowledgeDirectory())), assess: () => [] };

const LOOK = 'f0e1d2c3b4a59687'.repeat(4);
/** Two bits of the first sixteen are others. */
const NEARLY = `3${LOOK.slice(1)}`;
const OTHER = '0123456789abcdef'.repeat(4);

const reportOf = (id: string, text: string, published: string, look: string): Report =>
  plainReport(text, published, {
    id,
    pictures: [{ name: `${id}.jpg`, sha256: id.repeat(64).slice(0, 64), look }],
  });

test('a picture shown with another event a month before is named on both sides, and stays named when others join', async () => {
  const { store } = await freshOn(engine);
  const [captured] = await store.capture([
    captureRequest('rows', { name: 'rows.jsonl', contentType: null, given: {} }),
  ]);
  assert.ok(captured);
  const capture: Capture = captured.capture;
  const rows = [
    reportOf('a', 'Smoke rose. 2016-03-04: shelling in Alder, 3 killed.', '2016-03-05', LOOK),
    reportOf('o', 'Nobody slept there. 2016-03-20: shelling in Birch, 2 killed.', '2016-03-21', OTHER),
    reportOf('b', 'A siren was heard. 2016-04-09: air_strike in Cedar, 8 killed.', '2016-04-10', NEARLY),
    reportOf('c', 'Ferrymen saw it all. 2016-04-09: air_strike in Cedar, 8 killed.', '2016-04-11', OTHER),
  ];
  for (const [ordinal, read] of rows.entries()) {
    const sealed = seal(sha256, { ...smallCoder(read), pictures: read.pictures });
    assert.ok(!('kind' in sealed));
    await commitBatch(
      store,
      [{ capture, ordinal, read, coded: { kind: 'coded', sealed } }],
      { stages, isPlaced: true },
      AT,
    );
  }
  const said = async (id: string): Promise<string[]> =>
    ((await store.incident(id))?.incident.contradictions ?? [])
      .filter(({ about }) => about === 'picture')
      .map(({ reports }) => reports.join('+'))
      .sort();
  assert.deepEqual(await said('a#i0'), ['a+b']);
  assert.deepEqual(await said('b#i0'), ['a+b', 'o+c']);
  assert.deepEqual(await said('o#i0'), ['o+c']);
  assert.equal((await store.incident('b#i0'))?.incident.links.length, 2);
  assert.deepEqual((await store.verify()).discrepancies, []);
});
