/** Kills an ingest with SIGKILL at many moments: what was acknowledged is there, and the next run completes the work. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { openStore } from '../../src/shell/store/open-store.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { temporaryFolder } from '../contract/fresh-store.ts';
import { AT } from '../contract/sample-data.ts';

const CHILD = new URL('./ingest-child.ts', import.meta.url).pathname;
const CAPTURES = 40;
/** Kills go on for this long, within their fewest and most; then one run may end by itself. */
const KILLING_MS = 12_000;
const [FEWEST_KILLS, MOST_KILLS] = [3, 20];

interface Run {
  acknowledged: string[];
  isDone: boolean;
}

/** Runs the child and kills it after so many lines of its output and milliseconds; null lets it end. */
async function run(directory: string, kill: { afterLines: number; afterMs: number } | null): Promise<Run> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, directory, String(CAPTURES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const outcome: Run = { acknowledged: [], isDone: false };
  let lines = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines += 1;
    if (line.startsWith('captured ')) outcome.acknowledged.push(line.slice(9));
    if (line === 'done') outcome.isDone = true;
    if (kill !== null && lines === kill.afterLines) setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  });
  await ended(child);
  return outcome;
}

async function ended(child: ChildProcess): Promise<void> {
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  await once(child, 'close');
  process.off('exit', stop);
}

/** What the store holds, without what tells of the time of day or the order of work. */
async function contents(store: Store): Promise<unknown> {
  const counts = await store.counts();
  const links = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await store.incidents({}, 'oldest', { limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id, reports } of page.items) links.add(`${id} ${reports}`);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const { captures, reports, codings, incidents, findings, refusals, unfinished } = counts;
  return { captures, reports, codings, incidents, findings, refusals, unfinished, links: [...links].sort() };
}

async function inspect(directory: string): Promise<{ contents: unknown; captures: string[] }> {
  const store = await openStore({ directory, at: AT });
  try {
    assert.deepEqual((await store.verify()).discrepancies, []);
    const captures: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.entries({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      captures.push(
        ...page.items.filter(({ kind }) => kind === 'captured').map(({ subject }) => subject.slice('capture:'.length)),
      );
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return { contents: await contents(store), captures };
  } finally {
    await store.close();
  }
}

test('nothing acknowledged is lost when an ingest is killed at any moment, and the next run completes it', async (t) => {
  const calm = temporaryFolder();
  const undisturbed = run(calm, null);
  const directory = temporaryFolder();
  const acknowledged = new Set<string>();
  const until = Date.now() + KILLING_MS;
  let kills = 0;
  while (kills < MOST_KILLS && (kills < FEWEST_KILLS || Date.now() < until)) {
    // Moments spread over opening, capturing and every batch: a number of lines, then a few milliseconds of work.
    const outcome = await run(directory, {
      afterLines: 1 + ((kills * 13) % (CAPTURES + 8)),
      afterMs: (kills * 7) % 50,
    });
    for (const sha256 of outcome.acknowledged) acknowledged.add(sha256);
    if (outcome.isDone) break;
    kills += 1;
  }
  assert.ok(kills >= FEWEST_KILLS);
  assert.ok(acknowledged.size > 0);
  assert.equal((await run(directory, null)).isDone, true);
  assert.equal((await undisturbed).isDone, true);
  const [killed, expected] = [await inspect(directory), await inspect(calm)];
  assert.deepEqual(killed.contents, expected.contents);
  assert.equal(new Set(killed.captures).size, killed.captures.length);
  for (const sha256 of acknowledged)
    assert.ok(killed.captures.includes(sha256), `${sha256} was acknowledged and is gone`);
  t.diagnostic(`${kills} kills`);
});

test('a second process gets a clear refusal while the first one has the directory', async () => {
  const directory = temporaryFolder();
  const store = await openStore({ directory, at: AT });
  try {
    await assert.rejects(openStore({ directory, at: AT }), { code: 'store/locked' });
    const other = spawn(
      process.execPath,
      [new URL('../../src/shell/cli/main.ts', import.meta.url).pathname, 'verify', '--data', directory],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const told: Buffer[] = [];
    other.stderr.on('data', (chunk: Buffer) => told.push(chunk));
    const [status] = await once(other, 'close');
    assert.equal(status, 74);
    assert.match(
      Buffer.concat(told).toString(),
      new RegExp(`process ${process.pid} .*is using this data directory.*\\[store/locked\\]`),
    );
  } finally {
    await store.close();
  }
  await (await openStore({ directory, at: AT })).close();
});
