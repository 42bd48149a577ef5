/** A list of another monitor over HTTP: how its rows and our incidents stand to each other, page by page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listDetail, listOfLists, problem } from '../../src/shell/http/contract.ts';
import { type ApiOverSeed, apiOverSeed, jsonOf } from './api-over-seed.ts';

let api: ApiOverSeed;
before(async () => {
  api = await apiOverSeed();
});
after(() => api.close());

const detail = async (query = ''): Promise<ReturnType<typeof listDetail.parse>> =>
  listDetail.parse(await jsonOf(await api.get(`/api/v1/lists/seed-list${query}`)));

test('a kept list is found by its name', async () => {
  assert.deepEqual(listOfLists.parse(await jsonOf(await api.get('/api/v1/lists'))).items, [
    { id: 'seed-list', name: 'riverside-mission-2016-05.csv', mapping: 'riverside', events: 3 },
  ]);
});

test('rows stand beside the incidents of the store: agreed, in another unit, only theirs', async () => {
  const { items, kinds, refused } = await detail();
  assert.deepEqual(
    items.map(({ kind, theirs, ours }) => `${kind} ${theirs.map(({ id }) => id)} ${ours.map(({ id }) => id)}`),
    ['agreed RM-1 saraqib-market', 'different-unit RM-3 aleppo-strikes,saraqib-market', 'only-theirs RM-2 '],
  );
  assert.equal(kinds.agreed, 1);
  assert.equal(refused.length, 1);
});

test('one kind alone, and pages that follow each other', async () => {
  assert.deepEqual(
    (await detail('?kind=only-theirs')).items.map(({ theirs }) => theirs[0]?.clause),
    [null],
  );
  const first = await detail('?limit=1');
  assert.equal(first.next, '1');
  assert.equal((await detail(`?limit=1&cursor=${first.next}`)).items.length, 1);
  const wrong = await api.get('/api/v1/lists/seed-list?cursor=x');
  assert.equal(problem.parse(await wrong.json()).code, 'request/cursor-invalid');
});
