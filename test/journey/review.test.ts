/** A person's decisions from the desk to the record and back: whatever is computed again afterwards, they hold until undone. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ReviewCommand } from '../../src/journey/6-review/review.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { fixedClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { ingestCaptures } from '../../src/shell/jobs/ingest-captures.ts';
import { reconcile } from '../../src/shell/jobs/reconcile.ts';
import { review } from '../../src/shell/jobs/review.ts';
import { type Stages, stagesOf } from '../../src/shell/jobs/stages.ts';
import { ThreadPool } from '../../src/shell/jobs/thread-pool.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { freshOn } from '../contract/fresh-store.ts';
import { AT, captureRequest, finding } from '../contract/sample-data.ts';

const engine = await openPglite(null);
const program = new URL('./small-coder-thread.ts', import.meta.url);
const pool = new ThreadPool({ size: 1, knowledgeDirectory: '', program });
after(async () => {
  await pool.close();
  await engine.close();
});
const stages: Stages = {
  ...stagesOf(loadKnowledge(knowledgeDirectory())),
  assess: ({ id }) => (id.startsWith('far') ? [finding(id, 'quiet', 'indeterminate')] : []),
};

const ROWS = [
  { id: 'a', text: 'Smoke over the mill at noon. 2016-03-04: shelling in Alder, 3 killed.', published: '2016-03-05' },
  { id: 'b', text: 'Doctors counted them late. 2016-03-04: shelling in Alder, 3 killed.', published: '2016-03-06' },
  {
    id: 'c',
    text: 'The council was told by the ferrymen. 2016-03-04: shelling in Alder, 3 killed.',
    published: '2016-03-07',
  },
  { id: 'far', text: 'Nobody saw it. 2016-04-09: air_strike in Cedar, 8 killed.', published: '2016-04-10' },
];

async function stored(): Promise<Store> {
  const { store } = await freshOn(engine);
  const text = ROWS.map((row) => JSON.stringify(row)).join('\n');
  await store.capture([captureRequest(text, { name: 'rows.jsonl', contentType: null, given: {} })]);
  await ingestCaptures({ store, pool, stages, clock: fixedClock(AT) });
  return store;
}

const command = (kind: ReviewCommand['kind'], ...about: string[]): ReviewCommand => ({
  kind,
  about,
  reason: 'read',
  by: 'ana',
});

/** Which reports are one incident now, as "a+b c". */
async function groups(store: Store): Promise<string> {
  const { items } = await store.incidents({}, 'oldest', {});
  const links = await Promise.all(items.map(async ({ id }) => (await store.incident(id))?.incident.links ?? []));
  return links
    .map((list) => list.map(({ report }) => report).join('+'))
    .sort()
    .join(' ');
}

/** Both ways of computing anew: the whole of a small store, and only what a decision touches. */
for (const [way, wholeAtMost] of [
  ['as a whole', 1000],
  ['around the decision', 0],
] as const) {
  const act = (store: Store, ...parts: Parameters<typeof command>): ReturnType<typeof review> =>
    review(store, stages, command(...parts), { at: AT, wholeAtMost });

  test(`computed ${way}: an account that is split off stays so until the split is undone, and the state before is kept`, async () => {
    const store = await stored();
    assert.equal(await groups(store), 'a+b+c far');
    const before = (await store.incident('a#i0'))?.incident;
    const split = await act(store, 'separate', 'b#i0', 'a#i0', 'c#i0');
    assert.equal('decision' in split && split.decision.id, 'd000001');
    assert.equal(await groups(store), 'a+c b far');
    await reconcile(store, stages, { at: AT, assessAll: false });
    assert.equal(await groups(store), 'a+c b far');
    assert.deepEqual(
      (await store.replacedIncidents({ decision: 'd000001' })).map(({ incident }) => incident),
      [before],
    );
    assert.deepEqual((await store.verify()).discrepancies, []);
    await act(store, 'undo', 'decision:d000001');
    assert.equal(await groups(store), 'a+b+c far');
    assert.deepEqual((await store.incident('a#i0'))?.incident, before);
    assert.deepEqual(
      (await store.decisions()).map(({ id, kind }) => `${id} ${kind}`),
      ['d000001 separate', 'd000002 undo'],
    );
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  test(`computed ${way}: reports that are put into one story and parted again stay so until it is undone`, async () => {
    const store = await stored();
    const stories = async (): Promise<string> =>
      (await store.reportRows(['a', 'b', 'c', 'far'])).map(({ id, story }) => `${id}:${story}`).join(' ');
    const machine = await stories();
    const joined = await act(store, 'join-story', 'report:far', 'report:a');
    assert.ok('decision' in joined, JSON.stringify(joined));
    const together = await stories();
    assert.match(together, /^a:a .*far:a$/);
    const refused = await act(store, 'part-story', 'report:a', 'report:far');
    assert.deepEqual('chain' in refused && [refused.code, ...refused.chain], [
      'review/contradictory-decision',
      joined.decision.id,
    ]);
    await reconcile(store, stages, { at: AT, assessAll: true });
    assert.equal(await stories(), together);
    await act(store, 'undo', `decision:${joined.decision.id}`);
    assert.equal(await stories(), machine);
    const parted = await act(store, 'part-story', 'report:b', 'report:a');
    assert.ok('decision' in parted, JSON.stringify(parted));
    assert.match(await stories(), /a:a b:b/);
    assert.ok((await store.replacedStories(parted.decision.id)).every(({ corroborated }) => corroborated.id !== 'far'));
    await act(store, 'undo', `decision:${parted.decision.id}`);
    assert.equal(await stories(), machine);
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  test(`computed ${way}: what a person ties holds over any distance, also when one of the two comes anew`, async () => {
    const store = await stored();
    await act(store, 'link', 'far#i0', 'a#i0');
    assert.equal(await groups(store), 'a+b+c+far');
    const more = {
      id: 'd',
      text: 'Heard on the ferry. 2016-03-04: shelling in Alder, 3 killed.',
      published: '2016-03-08',
    };
    await store.capture([captureRequest(JSON.stringify(more), { name: 'more.jsonl', contentType: null, given: {} })]);
    await ingestCaptures({ store, pool, stages, clock: fixedClock(AT) });
    assert.equal(await groups(store), 'a+b+c+d+far');
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  test(`computed ${way}: a decision against earlier ones is refused with their chain and leaves nothing`, async () => {
    const store = await stored();
    await act(store, 'link', 'a#i0', 'b#i0');
    await act(store, 'link', 'b#i0', 'far#i0');
    const size = (await store.ledgerRoot()).size;
    const answer = await act(store, 'separate', 'far#i0', 'a#i0');
    assert.deepEqual('code' in answer && [answer.code, answer.chain], [
      'review/contradictory-decision',
      ['d000002', 'd000001'],
    ]);
    assert.equal((await store.ledgerRoot()).size, size);
  });
}

test('a past state that was altered behind the back of the ledger is found', async () => {
  const { store, tamper } = await freshOn(engine);
  await store.capture([
    captureRequest(
      ROWS.slice(0, 2)
        .map((row) => JSON.stringify(row))
        .join('\n'),
      { name: 'rows.jsonl', contentType: null, given: {} },
    ),
  ]);
  await ingestCaptures({ store, pool, stages, clock: fixedClock(AT) });
  await review(store, stages, command('separate', 'a#i0', 'b#i0'), { at: AT });
  await tamper(`update replaced_incidents set document = '{}'`);
  assert.deepEqual(
    (await store.verify()).discrepancies.map(({ kind, where, key }) => `${kind} ${where} ${key}`),
    ['altered replaced_incidents d000001 a#i0'],
  );
});

const FAR = 'findings:far#i0';
const finds = (what: string, about: string[], kind: ReviewCommand['kind'] = 'determination'): ReviewCommand => ({
  ...command(kind, ...about),
  finds: what,
});
const act = (store: Store, one: ReviewCommand): ReturnType<typeof review> => review(store, stages, one, { at: AT });

test('what a person finds about an incident under a clause is sealed with what was seen, and ends when it is undone', async () => {
  const store = await stored();
  const outcome = await act(store, finds('no-breach', [FAR, 'clause:syria-2016/G2']));
  assert.ok('decision' in outcome, JSON.stringify(outcome));
  const entries = (await store.entries({ limit: 200 })).items;
  assert.equal(outcome.decision.seen, entries.findLast(({ subject }) => subject === FAR)?.body);
  const adjudicated = async (): Promise<string[]> =>
    (await store.incidents({ evidence: ['adjudicated'] }, 'newest', {})).items.map(({ id }) => id);
  assert.deepEqual(await adjudicated(), ['far#i0']);
  assert.deepEqual((await store.verify()).discrepancies, []);
  await act(store, command('undo', 'decision:d000001'));
  assert.deepEqual(await adjudicated(), []);
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a row of what was found that no decision says is told by verify', async () => {
  const { store, tamper } = await freshOn(engine);
  await store.record({ changes: [], at: AT, by: 'ana' });
  await tamper(`set session_replication_role = replica;
    insert into determinations values ('d000009', 'x', 'a', 'c', 'breach', true); set session_replication_role = origin`);
  const [fault] = (await store.verify()).discrepancies;
  assert.deepEqual([fault?.kind, fault?.where, fault?.key], ['added', 'determinations', 'd000009']);
});

const REFUSED: [fact: string, one: ReviewCommand, code: string][] = [
  [
    'a finding that there is none of',
    finds('breach', ['findings:none', 'clause:syria-2016/G2']),
    'review/unknown-subject',
  ],
  ['a clause that there is none of', finds('breach', [FAR, 'clause:syria-2016/Z9']), 'review/unknown-subject'],
  ['a statement that there is none of', finds('met', ['statement:a#s9'], 'status'), 'review/unknown-subject'],
  ['a word that is none of those allowed', finds('guilty', [FAR, 'clause:syria-2016/G2']), 'review/finds-unknown'],
  ['nothing found', command('determination', FAR, 'clause:syria-2016/G2'), 'review/finds-unknown'],
  ['a clause with a breach instead of a score', finds('breach', ['clause:syria-2016/G2']), 'review/finds-unknown'],
  ['an incident without a clause', finds('breach', [FAR]), 'review/about-nothing'],
  ['no reason', { ...finds('2', ['clause:syria-2016/G2']), reason: ' ' }, 'review/no-reason'],
];
for (const [fact, one, code] of REFUSED) {
  test(`a determination is refused for ${fact}`, async () => {
    const outcome = await act(await stored(), one);
    assert.equal('code' in outcome && outcome.code, code);
  });
}

test('a second determination of the same is refused until the first is undone', async () => {
  const store = await stored();
  await act(store, finds('2', ['clause:syria-2016/G4']));
  const second = await act(store, finds('3', ['clause:syria-2016/G4']));
  assert.deepEqual('code' in second && [second.code, second.chain], ['review/decided-already', ['d000001']]);
  await act(store, command('undo', 'decision:d000001'));
  assert.ok('decision' in (await act(store, finds('3', ['clause:syria-2016/G4']))));
});
