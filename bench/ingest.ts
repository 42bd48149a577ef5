/**
 * `npm run bench -- ingest [REPORTS]`: reports through the whole journey into a new PGlite store on the disk, with as many
 * coding threads as there are cores. Prints the time of each part and writes nothing but its own temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { systemClock } from '../src/shell/clock.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { ingestSources } from '../src/shell/jobs/ingest.ts';
import { openStore } from '../src/shell/store/open-store.ts';
import { syntheticReports } from './synthetic-reports.ts';

const DEFAULT_REPORTS = 10_000;
const ROWS_A_FILE = 500;

export async function run(args: string[]): Promise<void> {
  const count = Number(args[0] ?? DEFAULT_REPORTS);
  const directory = mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  try {
    const rows = [...syntheticReports(count)].map((row) => JSON.stringify(row));
    const files = Array.from({ length: Math.ceil(count / ROWS_A_FILE) }, (_, index) =>
      rows.slice(index * ROWS_A_FILE, (index + 1) * ROWS_A_FILE).join('\n'),
    );
    const sources = files.map((text, index) => ({
      kind: 'bytes' as const,
      name: `rows-${index}.jsonl`,
      bytes: new TextEncoder().encode(text),
    }));
    await measure(directory, count, sources);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  directory: string,
  count: number,
  sources: { kind: 'bytes'; name: string; bytes: Uint8Array }[],
): Promise<void> {
  const knowledge = loadKnowledge(knowledgeDirectory());
  const store = await openStore({ directory, at: systemClock.now() });
  const started = performance.now();
  const before = { process: process.cpuUsage(), main: process.threadCpuUsage() };
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  const { done } = await ingestSources(store, knowledge, sources, {
    clock: systemClock,
    onCaptured: () => console.log(`captured ${seconds()} s`),
    onProgress: ({ coded }) => coded % 1000 === 0 && console.log(`${coded} reports ${seconds()} s`),
  });
  const total = (performance.now() - started) / 1000;
  const main = cpuSeconds(process.threadCpuUsage(before.main));
  const all = cpuSeconds(process.cpuUsage(before.process));
  const counts = await store.counts();
  const verifying = performance.now();
  const { discrepancies } = await store.verify();
  console.log(
    `ingest: ${done.coded} reports of ${count}, ${counts.incidents} incidents, ${counts.findings} findings, ${counts.entries} entries: ${total.toFixed(1)} s, ${(done.coded / total).toFixed(0)} reports/s; processor time ${all.toFixed(1)} s, of that the main thread (store, corroboration, assessment) ${main.toFixed(1)} s; ` +
      `verify ${((performance.now() - verifying) / 1000).toFixed(1)} s, ${discrepancies.length} discrepancies; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; ` +
      `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'unknown'}`,
  );
  await store.close();
}

const cpuSeconds = ({ user, system }: { user: number; system: number }): number => (user + system) / 1_000_000;
