/**
 * How long the figures of a large store take: on PostgreSQL and on PGlite, with every bucket counted before (as a reader finds
 * it), after one month has changed (as the first reader after an ingest finds it), and for a question that is counted when asked.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Engine } from '../src/shell/store/engine.ts';
import { openPglite } from '../src/shell/store/engine-pglite.ts';
import { openPostgresql } from '../src/shell/store/engine-postgresql.ts';
import { storeOn } from '../src/shell/store/open-store.ts';
import { tallies } from '../src/shell/store/queries/tallies.ts';
import { exposure, leftOut } from '../src/shell/store/queries/uncounted.ts';
import { startPostgres } from '../test/contract/postgres-server.ts';

const RUNS = 7;
/** Days over which the incidents are spread. */
const DAYS = 1000;

/** `npm run bench -- analytics [INCIDENTS] [pglite|postgresql]`; 1,000,000 on PostgreSQL and 100,000 on PGlite by default. */
export async function run(args: readonly string[] = []): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 0);
  if (!args.includes('pglite')) await onPostgresql(count || 1_000_000);
  if (!args.includes('postgresql')) await onPglite(count || 100_000);
}

async function onPostgresql(count: number): Promise<void> {
  const server = await startPostgres();
  try {
    const engine = await openPostgresql(await server.newDatabase());
    await measure(engine, count, 300);
  } finally {
    await server.stop();
  }
}

async function onPglite(count: number): Promise<void> {
  await measure(await openPglite(null), count, 1500);
}

async function measure(engine: Engine, count: number, targetMs: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  const store = await storeOn(engine, directory, '2026-01-01T00:00:00.000Z');
  const { db } = engine;
  for (const script of fill(count)) await engine.script(script);
  const ask = (filter: Parameters<typeof tallies>[1]) => async (): Promise<void> => {
    await tallies(db, filter);
    await leftOut(db, filter);
    await exposure(db, filter);
  };
  const first = await timed(ask({}));
  const all = await timedOften(ask({}));
  const agreement = await timedOften(ask({ agreement: ['bench'] }));
  await sql`update incidents set outcome = outcome where id = 'i1'`.execute(db);
  const month = await timed(ask({}));
  const narrow = await timed(ask({ party: ['actor.7'], from: '2020-03-01', to: '2020-03-31' }));
  await store.close();
  rmSync(directory, { recursive: true, force: true });
  console.log(
    `analytics on ${engine.kind}, ${count} incidents: ${all} ms for everything, ${agreement} ms for one agreement (target ${targetMs}); ` +
      `${month} ms after a month has changed, ${narrow} ms for one party in one month counted when asked; ${first} ms for counting all buckets once`,
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

/** The median. */
async function timedOften(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < RUNS; turn++) times.push(await timed(work));
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

/** Generated straight into the tables, past the ledger: what is measured reads only these. */
function fill(count: number): string[] {
  const reports = Math.max(1, Math.round(count / 5));
  const types =
    "(array['shelling','air_strike','armed_clash','bombing','shooting','aid_obstruction','talks','abduction'])";
  return [
    'set session_replication_role = replica',
    `insert into reports (id, capture, ordinal, source, published, plain_text, item, document)
      select 'r' || n, 'c', n, 'Outlet ' || n % 60, '2020-01-01'::timestamp + (n % ${DAYS}) * interval '1 day' + interval '9 hours', '', '{}', '{}'
      from generate_series(1, ${reports}) as n`,
    `insert into incidents (id, type, modality, completed, aggregate, time_start, time_end, day, accused, origins, plain_text, item, document)
      select 'i' || n, ${types}[1 + n % 8], case when n % 20 = 0 then 'denied' else 'asserted' end, n % 25 <> 0, n % 30 = 0,
        day, day + interval '1 day', day, array['actor.' || n % 40], 1 + n % 3, '',
        json_build_object('place', json_build_object('country', 'XA', 'admin1', 'Province ' || n % 14),
          'harm', case when n % 3 = 0 then json_build_object('killed', json_build_object('min', n % 7, 'best', n % 7, 'max', case when n % 11 = 0 then null else n % 7 + 2 end))
            else '{}'::json end),
        json_build_object('weapons', case when n % 2 = 0 then json_build_array('mortar') else json_build_array() end,
          'targets', case when n % 5 = 0 then json_build_array(json_build_object('object', 'market')) else json_build_array() end)
      from (select n, '2020-01-01'::timestamp + (n % ${DAYS}) * interval '1 day' as day from generate_series(1, ${count}) as n) as days`,
    `insert into findings (incident, agreement, clause, outcome, document)
      select 'i' || n, 'bench', 'C' || n % 12, case when n % 3 = 0 then 'breach-indicated' else 'indeterminate' end, '{"bearers":[]}'
      from generate_series(1, ${count}) as n where n % 3 <> 1`,
    `insert into incident_links (report, coded, incident, origin, score)
      select 'r' || 1 + n % ${reports}, 'i' || n, 'i' || n, 'o', 1 from generate_series(1, ${count}) as n`,
    'set session_replication_role = origin',
    `insert into stale_buckets select distinct 'incidents', bucket_of(day) from incidents;
     insert into stale_buckets select distinct 'reports', bucket_of(published) from reports`,
    'vacuum analyze',
  ];
}

if (import.meta.main) await run(process.argv.slice(2));
