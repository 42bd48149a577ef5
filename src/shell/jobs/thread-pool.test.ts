import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Report } from '../../model/report.ts';
import { ThreadPool } from './thread-pool.ts';

const program = new URL('../../../test/journey/small-coder-thread.ts', import.meta.url);
const pool = new ThreadPool({ size: 2, knowledgeDirectory: '', program, timeoutMs: 1500 });
after(() => pool.close());

const report = (text: string): Report => ({
  id: text,
  title: null,
  text,
  language: 'en',
  published: null,
  publishedBasis: null,
  byline: null,
  source: null,
  url: null,
  notes: [],
});
const outcomes = async (...texts: string[]): Promise<string[]> =>
  (await pool.run({ kind: 'code', reports: texts.map(report) })).map((one) =>
    one.kind === 'coded' ? 'coded' : one.code,
  );

test('a thread reads bytes and codes reports, in the order given', async () => {
  const bytes = new TextEncoder().encode(
    '2016-03-04: shelling in Alder, residents of the quarter said on Friday evening.',
  );
  const read = await pool.run({ kind: 'read', bytes, hints: { name: 'a.txt' } });
  assert.deepEqual(
    read.map((one) => ('kind' in one ? one.code : one.text.slice(0, 10))),
    ['2016-03-04'],
  );
  assert.equal(await pool.knowledge, 'small');
  assert.deepEqual(await outcomes('a', 'b'), ['coded', 'coded']);
});

test('a report that makes the coder throw is refused, the others of its batch are coded', async () => {
  assert.deepEqual(await outcomes('a', 'break the coder', 'b', 'half a character \ud800'), [
    'coded',
    'code/defect',
    'coded',
    'code/without-canonical-form',
  ]);
});

test('a thread that dies or hangs is replaced, and its task is told so', async () => {
  await assert.rejects(outcomes('end the thread'), { code: 'thread-died' });
  const hanging = outcomes('never end');
  await assert.rejects(hanging, { code: 'thread-timed-out' });
  assert.deepEqual(await Promise.all([outcomes('a'), outcomes('b'), outcomes('c')]), [['coded'], ['coded'], ['coded']]);
});

test('threads that cannot start refuse what waits, and what comes later', async () => {
  const broken = new ThreadPool({ size: 1, knowledgeDirectory: '', program: new URL('file:///nowhere/program.ts') });
  await assert.rejects(broken.run({ kind: 'code', reports: [] }), { code: 'thread-died' });
  await assert.rejects(broken.run({ kind: 'code', reports: [] }), { code: 'thread-died' });
  await broken.close();
});
