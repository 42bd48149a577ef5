/**
 * What one more report costs in a large store: the question for what lies near, and the whole of it, from the question to the record, with
 * corroboration, assessment and the ledger. `npm run bench -- place [INCIDENTS] [pglite|postgresql]`: 1,000,000 reports (333,334
 * incidents) on PostgreSQL and 300,000 (100,000 incidents) on PGlite by default.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capture } from '../src/journey/7-record/capture.ts';
import { seal } from '../src/journey/7-record/sealed.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { commitBatch } from '../src/shell/jobs/commit-batch.ts';
import { questionsOf } from '../src/shell/jobs/nearness.ts';
import { type Stages, stagesOf } from '../src/shell/jobs/stages.ts';
import { sha256 } from '../src/shell/sha-256.ts';
import type { Engine } from '../src/shell/store/engine.ts';
import { openPglite } from '../src/shell/store/engine-pglite.ts';
import { openPostgresql } from '../src/shell/store/engine-postgresql.ts';
import { storeOn } from '../src/shell/store/open-store.ts';
import type { Store } from '../src/shell/store/store.ts';
import { startPostgres } from '../test/contract/postgres-server.ts';
import { plainReport } from '../test/plain-report.ts';
import { fill, type LargeStore, oneMore } from './large-store.ts';
import { seeded } from './synthetic-reports.ts';

const RUNS = 300;
const WARM_UP = 30;
const AT = '2026-01-01T00:00:00.000Z';
const QUESTION_MS = 10;
const WHOLE_MS = 20;

export async function run(args: readonly string[] = []): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 0);
  const stages = stagesOf(loadKnowledge(knowledgeDirectory()));
  if (!args.includes('pglite')) await onPostgresql({ incidents: count || 333_334, days: 5000 }, stages);
  if (!args.includes('postgresql')) await onPglite({ incidents: count || 100_000, days: 1500 }, stages);
}

async function onPostgresql(size: LargeStore, stages: Stages): Promise<void> {
  const server = await startPostgres();
  try {
    await measure(await openPostgresql(await server.newDatabase()), size, stages);
  } finally {
    await server.stop();
  }
}

async function onPglite(size: LargeStore, stages: Stages): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  try {
    await measure(await openPglite(join(folder, 'store')), size, stages);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(engine: Engine, size: LargeStore, stages: Stages): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  const store = await storeOn(engine, directory, AT);
  try {
    const started = performance.now();
    await fill(engine, size);
    console.log(
      `${store.engine}: ${size.incidents} incidents of ${3 * size.incidents} reports; filled in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
    const [captured] = await store.capture([
      {
        bytes: new TextEncoder().encode('bench'),
        name: 'bench',
        contentType: null,
        given: {},
        illustrative: true,
        receivedAt: AT,
      },
    ]);
    if (captured === undefined) throw new Error('unreachable: one capture was asked for');
    const dice = seeded(5);
    const question: number[] = [];
    const whole: number[] = [];
    let linked = 0;
    for (let turn = 0; turn < RUNS + WARM_UP; turn += 1) {
      const coding = oneMore(1 + Math.floor(dice() * size.incidents), size);
      const questionMs = await timed(() => store.candidateIncidents(questionsOf(coding)));
      const wholeMs = await timed(() => takeIn(store, coding, captured.capture, turn, stages));
      if (turn < WARM_UP) continue;
      question.push(questionMs);
      whole.push(wholeMs);
      linked += (await store.incidentsOf([coding.id])).some(({ links }) => links.length > 1) ? 1 : 0;
    }
    report('the question for what lies near', question, QUESTION_MS);
    report('one more report, from the question to the record', whole, WHOLE_MS);
    console.log(`${linked} of ${RUNS} were linked to the incident they tell of`);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** As ingest does it, one report to a batch: its text, its coding and its place among the incidents are found and recorded. */
async function takeIn(
  store: Store,
  coding: CodedReport,
  capture: Capture,
  ordinal: number,
  stages: Stages,
): Promise<void> {
  const { id, title, text, language, published } = coding;
  const report = plainReport(text, published, { id, title, language });
  const sealed = seal(sha256, coding);
  if ('kind' in sealed) throw new Error('unreachable: a generated coding has a canonical form');
  await commitBatch(
    store,
    [{ capture, ordinal, read: report, coded: { kind: 'coded', sealed } }],
    { stages, isPlaced: true },
    AT,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(name: string, times: readonly number[], targetMs: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  console.log(`${name}: median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, aim ${targetMs} ms`);
}
