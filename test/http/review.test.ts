/** The review desk over HTTP: what is asked about, a decision, its refusal with the chain, and the state before it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  decided,
  decisionDetail,
  decisionPage,
  doubtPage,
  ledgerPage,
  ledgerRecord,
  problem,
  reportPage,
  reportStory,
} from '../../src/shell/http/contract.ts';
import { type ApiOverSeed, apiOverSeed, jsonOf } from './api-over-seed.ts';

let api: ApiOverSeed;
before(async () => {
  api = await apiOverSeed();
});
after(() => api.close());

const post = async (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  api.app.request('/api/v1/decisions', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
  });

test('a doubtful link is asked about with the words of both sides, parted, and put back', async () => {
  const [doubt] = doubtPage.parse(await jsonOf(await api.get('/api/v1/review/doubts'))).items;
  assert.ok(doubt);
  assert.equal(doubt.account.report.source, 'Harbour Radio');
  assert.deepEqual([doubt.others.length, doubt.otherRefs.length], [2, 2]);
  const ref = `${doubt.account.report.id}#${doubt.account.coded.id}`;
  const split = await post({
    kind: 'separate',
    about: [ref, ...doubt.otherRefs],
    reason: 'another market',
    by: 'Nadia',
  });
  assert.equal(split.status, 201, await split.clone().text());
  const { decision } = decided.parse(await split.json());
  assert.deepEqual([decision.id, decision.by], ['d000001', 'Nadia']);
  const detail = decisionDetail.parse(await jsonOf(await api.get('/api/v1/decisions/d000001')));
  const was = detail.before.find(({ incident }) =>
    incident.links.some(({ report }) => report === doubt.account.report.id),
  );
  assert.equal(was?.incident.links.length, 3);
  assert.ok(!detail.now.some(({ links }) => links.length === 3), 'the three are one incident no more');

  const link = await post({ kind: 'link', about: [ref, doubt.otherRefs[0]], reason: '', by: 'Omar' });
  assert.equal(link.status, 409);
  const refusal = problem.parse(await link.json());
  assert.deepEqual(
    refusal.errors?.map(({ where }) => where),
    ['review/contradictory-decision', 'decision:d000001'],
  );
  assert.equal((await post({ kind: 'undo', about: ['decision:d000001'], reason: '', by: 'Omar' })).status, 201);
  assert.deepEqual(
    decisionPage
      .parse(await jsonOf(await api.get('/api/v1/decisions')))
      .items.map(({ decision: { id, kind }, undoneBy }) => [id, kind, undoneBy]),
    [
      ['d000002', 'undo', null],
      ['d000001', 'separate', 'd000002'],
    ],
  );
});

test('two reports are put into one story and the decision shows what was told before', async () => {
  const { items } = reportPage.parse(await jsonOf(await api.get('/api/v1/reports?limit=200')));
  const [one] = items;
  const other = items.find(({ story }) => story !== null && story !== one?.story);
  assert.ok(one !== undefined && other !== undefined);
  const joined = await post({
    kind: 'join-story',
    about: [`report:${one.id}`, `report:${other.id}`],
    reason: 'one fire',
    by: 'Nadia',
  });
  assert.equal(joined.status, 201, await joined.clone().text());
  const { decision } = decided.parse(await joined.json());
  const { told } = reportStory.parse(await jsonOf(await api.get(`/api/v1/reports/${one.id}/story`)));
  assert.ok(told.some(({ id }) => id === other.id));
  const detail = decisionDetail.parse(await jsonOf(await api.get(`/api/v1/decisions/${decision.id}`)));
  assert.ok(detail.stories.length > 0 && detail.stories.every(({ before, now }) => before !== now));
  const undo = await post({ kind: 'undo', about: [`decision:${decision.id}`], reason: '', by: 'Nadia' });
  assert.equal(undo.status, 201);
  const after = reportStory.parse(await jsonOf(await api.get(`/api/v1/reports/${one.id}/story`)));
  assert.equal(after.story, one.story);
});

test('what became of a statement is said by a person, read with what the program says, and taken back', async () => {
  const { items } = ledgerPage.parse(await jsonOf(await api.get('/api/v1/statements/ledger')));
  const id = items[0]?.record.id ?? '';
  const subject = `statement:${id}`;
  const record = async () =>
    ledgerRecord.parse(await jsonOf(await api.get(`/api/v1/statements/ledger/${encodeURIComponent(id)}`))).record;
  const before = await record();
  const body = { kind: 'status', about: [subject], finds: 'met', reason: 'seen at the gate', by: 'Nadia' };
  const made = decided.parse(await (await post(body)).json()).decision;
  assert.deepEqual(await record(), {
    ...before,
    status: {
      ...before.status,
      ...{ value: 'met', by: 'person', because: 'Nadia: seen at the gate' },
      decision: made.id,
      reason: { code: 'status/person-said', values: { by: 'Nadia', words: 'seen at the gate' } },
      wouldSettle: null,
      settles: null,
      later: null,
    },
    programStatus: before.status,
  });
  assert.equal((await post({ ...body, finds: 'missed' })).status, 409, 'one word holds at a time');
  await post({ kind: 'undo', about: [`decision:${made.id}`], reason: 'another gate', by: 'Omar' });
  assert.deepEqual(await record(), before);
  const about = decisionPage.parse(
    await jsonOf(await api.get(`/api/v1/decisions?about=${encodeURIComponent(subject)}`)),
  );
  assert.deepEqual(
    about.items.map(({ decision: { kind, by }, undoneBy }) => [kind, by, undoneBy === null]),
    [
      ['status', 'Nadia', false],
      ['undo', 'Omar', true],
    ],
  );
});

test('a page of another origin decides nothing', async () => {
  const body = { kind: 'note', about: ['incident:saraqib-market'], reason: 'seen', by: 'Nadia' };
  for (const origin of ['https://example.org', 'null', 'http://127.0.0.1.example.org']) {
    const answer = await post(body, { origin });
    assert.deepEqual([answer.status, problem.parse(await answer.json()).code], [403, 'request/foreign-origin'], origin);
  }
  assert.equal((await post(body, { origin: 'http://127.0.0.1:4710' })).status, 201);
});

const WRONG: [string, object][] = [
  ['no kind', { about: ['a#i1'], reason: '', by: 'Nadia' }],
  ['an unknown kind', { kind: 'merge', about: ['a#i1', 'b#i1'], reason: '', by: 'Nadia' }],
  ['nothing it is about', { kind: 'link', about: [], reason: '', by: 'Nadia' }],
];
for (const [name, body] of WRONG)
  test(`a decision with ${name} is refused`, async () => assert.equal((await post(body)).status, 400));

test('a decision about what is not stored, or by nobody, is refused with its code', async () => {
  const codeOf = async (body: object): Promise<string | undefined> =>
    problem.parse(await (await post(body)).json()).errors?.[0]?.where;
  assert.equal(
    await codeOf({ kind: 'link', about: ['x#i1', 'y#i1'], reason: '', by: 'Nadia' }),
    'review/unknown-account',
  );
  assert.equal(await codeOf({ kind: 'note', about: ['incident:x'], reason: 'seen', by: '  ' }), 'review/nobody');
});
