/**
 * An agreement is replaced while incidents are open: from reports on disk through the stored findings, the replacement in the pack and
 * the test anew, to what a reader is told. The doubt is named, each change has its reason, and the old findings stay readable.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { clausesOf } from '../../src/shell/cli/reassess.ts';
import { fixedClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import {
  agreementDetail,
  findingHistory,
  findingPage,
  incidentDetail,
  incidentPage,
} from '../../src/shell/http/contract.ts';
import { appOver } from '../../src/shell/http/server.ts';
import { ingestSources } from '../../src/shell/jobs/ingest.ts';
import { reassess } from '../../src/shell/jobs/reassess.ts';
import { stagesOf } from '../../src/shell/jobs/stages.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { storeOn } from '../../src/shell/store/open-store.ts';
import type { Store } from '../../src/shell/store/store.ts';

const AT = '2018-07-10T00:00:00.000Z';
const AGREEMENT = 'south-sudan-2017';
/** What took the place of the truce, in the shipped calendar; taken out of it for the time before. */
const REPLACED = /^replaced:\n(?: {2}.*\n)+/m;

/** The shipped knowledge, with a calendar of its own. */
function knowledgeWith(folder: string, calendar: (shipped: string) => string): Knowledge {
  mkdirSync(join(folder, 'agreements'), { recursive: true });
  for (const name of readdirSync(knowledgeDirectory()))
    if (name !== 'agreements') symlinkSync(join(knowledgeDirectory(), name), join(folder, name));
  cpSync(join(knowledgeDirectory(), 'agreements', AGREEMENT), join(folder, 'agreements', AGREEMENT), {
    recursive: true,
  });
  const file = join(folder, 'agreements', AGREEMENT, 'calendar.yaml');
  writeFileSync(file, calendar(readFileSync(file, 'utf8')));
  const names = join(folder, 'agreements', AGREEMENT, 'names.ar.yaml');
  writeFileSync(names, calendar(readFileSync(names, 'utf8')));
  return loadKnowledge(folder);
}

const REPORTS = {
  'across.txt':
    'WAU, July 4, 2018 - SPLM-IO fighters attacked government soldiers near Wau from 29 June to 3 July 2018, residents said. At least six soldiers were killed.',
  'before.txt':
    'YEI, May 4, 2018 - SPLM-IO fighters attacked government soldiers near Yei on 3 May 2018, residents said. Two soldiers were killed.',
};

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-replaced-'));
let store: Store;
let later: Knowledge;
before(async () => {
  mkdirSync(join(folder, 'reports'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(folder, 'reports', name), text);
  store = await storeOn(await openPglite(null), join(folder, 'data'), AT);
  const earlier = knowledgeWith(join(folder, 'earlier'), (shipped) => shipped.replace(REPLACED, ''));
  later = knowledgeWith(join(folder, 'later'), (shipped) => shipped);
  await ingestSources(store, earlier, [{ kind: 'path', path: join(folder, 'reports') }], {
    clock: fixedClock(AT),
    threads: 1,
  });
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

test('findings turn with a named doubt, and what was found before stays readable with the reason', async () => {
  const { app, close } = appOver({ store, knowledge: later, clock: fixedClock(AT), log: () => {} });
  const get = async (path: string): Promise<unknown> =>
    (await app.request(`/api/v1/${path}`, { headers: { host: 'localhost' } })).json();
  const incidents = incidentPage.parse(await get('incidents')).items;
  const [across, early] = ['2018-06-29', '2018-05-03'].map(
    (day) => incidents.find(({ time }) => time?.start?.startsWith(day))?.id ?? '',
  );
  const found = async (id = '') => incidentDetail.parse(await get(`incidents/${encodeURIComponent(id)}`)).findings;
  const past = async (id = '') =>
    findingHistory.parse(await get(`incidents/${encodeURIComponent(id)}/findings/past`)).items;
  const before = await found(across);
  const beforeEarly = await found(early);
  assert.ok(
    before.some(({ limbs }) => limbs.time.value === 'met'),
    JSON.stringify(before.map(({ limbs }) => limbs.time)),
  );
  assert.deepEqual(await past(across), []);

  const summary = await reassess(store, stagesOf(later), clausesOf(AGREEMENT, later), () => AT);
  assert.equal(summary.changed, 1, 'only what reaches across the day is changed');

  const now = await found(across);
  const time = now.find(({ limbs }) => limbs.time.value === 'unknown')?.limbs.time;
  assert.equal(time?.reason?.code, 'time/across-replacement');
  assert.match(time?.because ?? '', /when the permanent ceasefire of the Khartoum declaration took the place of/);
  assert.match(time?.wouldSettle ?? '', /which instrument the parties apply to what was open then/);
  const [kept] = await past(across);
  assert.deepEqual(kept?.findings, before, 'word for word');
  assert.match(kept?.reason ?? '', /clauses, the parties or the program changed.*time met → unknown/);
  assert.deepEqual([await found(early), await past(early)], [beforeEarly, []], 'what lies before the day is as it was');

  // Nothing is said of the later instrument, which has no pack; the agreement says what took its place.
  assert.ok(now.every(({ agreement }) => agreement === AGREEMENT));
  const { replaced } = agreementDetail.parse(await get(`agreements/${AGREEMENT}`));
  assert.ok(replaced.some(({ by }) => by.includes('Khartoum declaration')));
  const indeterminate = findingPage.parse(await get(`findings?agreement=${AGREEMENT}&outcome=indeterminate`)).items;
  assert.ok(indeterminate.some(({ incident }) => incident === across));
  assert.deepEqual((await store.verify()).discrepancies, []);
  await close();
});

test('testing anew without a change changes nothing', async () => {
  const { changed } = await reassess(store, stagesOf(later), clausesOf(AGREEMENT, later), () => AT);
  assert.equal(changed, 0);
});
