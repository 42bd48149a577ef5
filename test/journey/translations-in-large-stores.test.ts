/** In a store too large to be seen as a whole, a report finds its translations by the places, figures and names that they keep. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { seal } from '../../src/journey/7-record/sealed.ts';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { commitBatch } from '../../src/shell/jobs/commit-batch.ts';
import { review } from '../../src/shell/jobs/review.ts';
import { stagesOf } from '../../src/shell/jobs/stages.ts';
import { sha256 } from '../../src/shell/sha-256.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { freshOn } from '../contract/fresh-store.ts';
import { AT, captureRequest } from '../contract/sample-data.ts';
import { plainReport } from '../plain-report.ts';

const engine = await openPglite(null);
after(() => engine.close());
const knowledge = loadKnowledge(knowledgeDirectory());
const stages = { ...stagesOf(knowledge), assess: () => [] };

interface Row {
  id: string;
  language: string;
  text: string;
  published?: string;
}
const EN = { id: 'en', language: 'en', text: 'The envoy Karl Brenner met Nadia Kostova in Aleppo about 48 trucks.' };
const AR = { id: 'ar', language: 'ar', text: 'التقى المبعوث كارل برينر ناديا كوستوفا في حلب لبحث ٤٨ شاحنة.' };
const RU = {
  id: 'ru',
  language: 'ru',
  text: 'Посланник Карл Бреннер встретился с Надей Костовой, речь шла о 48 грузовиках.',
};
const OTHER = { id: 'other', language: 'en', text: 'The council of Aleppo counted 73 wells this week.' };

/** Each row by itself, as reports come in. */
async function storeOf(rows: readonly Row[]): Promise<Store> {
  const { store } = await freshOn(engine);
  for (const row of rows) await take(store, row);
  return store;
}

async function take(store: Store, { id, language, text, published = '2016-05-02' }: Row): Promise<void> {
  const [captured] = await store.capture([captureRequest(id, { name: `${id}.txt` })]);
  assert.ok(captured);
  const read = plainReport(text, published, { id, language });
  const sealed = seal(sha256, code(read, knowledge));
  assert.ok(!('kind' in sealed));
  const item = { capture: captured.capture, ordinal: 0, read, coded: { kind: 'coded' as const, sealed } };
  assert.equal((await commitBatch(store, [item], { stages, isPlaced: true }, AT)).refused, 0);
}

const storiesOf = async (store: Store, ids: readonly string[]): Promise<(string | undefined)[]> =>
  Promise.all(ids.map(async (id) => (await store.report(id))?.corroboration?.story));

test('the translation that comes later joins the story of the first, whichever comes first', async () => {
  for (const rows of [
    [EN, OTHER, AR],
    [AR, OTHER, EN],
  ]) {
    const store = await storeOf(rows);
    // Both came out on one day: the first by id names the story.
    assert.deepEqual(await storiesOf(store, ['en', 'ar', 'other']), ['ar', 'ar', 'other']);
    assert.deepEqual((await store.verify()).discrepancies, []);
  }
});

test('a script without places in the gazetteer is found by names and figures', async () => {
  const store = await storeOf([EN, OTHER, RU]);
  assert.deepEqual(await storiesOf(store, ['en', 'ru']), ['en', 'en']);
});

test('a week later it is another story', async () => {
  const store = await storeOf([EN, { ...AR, published: '2016-05-09' }]);
  assert.deepEqual(await storiesOf(store, ['en', 'ar']), ['en', 'ar']);
});

test('one that shares less than another of its language is not the translation', async () => {
  const rival = { id: 'rival', language: 'en', text: 'The envoy Karl Brenner met Nadia Kostova in Paris.' };
  const store = await storeOf([EN, AR, rival]);
  assert.deepEqual(await storiesOf(store, ['en', 'ar', 'rival']), ['ar', 'ar', 'rival']);
});

test('what people parted is not joined by a third language that comes later', async () => {
  const store = await storeOf([EN, AR]);
  const command = { kind: 'part-story', about: ['report:en', 'report:ar'], reason: 'two stories', by: 'ana' } as const;
  const decided = await review(store, stages, command, { at: AT, wholeAtMost: 0 });
  assert.ok(!('code' in decided), JSON.stringify(decided));
  const parted = await storiesOf(store, ['en', 'ar']);
  assert.notEqual(parted[0], parted[1]);
  await take(store, RU);
  const now = await storiesOf(store, ['en', 'ar']);
  assert.notEqual(now[0], now[1]);
});
