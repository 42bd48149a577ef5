/**
 * `npm run bench -- api [INCIDENTS] [--data DIR] [--database URL]`: lists, filters and pages of incidents over HTTP, with so
 * many incidents stored (100,000 unless told). With --data the store is kept, so that a second run need not fill it again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { systemClock } from '../src/shell/clock.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { startServer } from '../src/shell/http/server.ts';
import { openStore } from '../src/shell/store/open-store.ts';
import { fillWithIncidents } from './synthetic-incidents.ts';
import { seeded } from './synthetic-reports.ts';

const REQUESTS = 300;
const TARGET_MS = 50;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' }, database: { type: 'string' } },
  });
  const count = Number(positionals[0] ?? 100_000);
  const directory = values.data ?? mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  const store = await openStore({ directory, database: values.database, at: systemClock.now() });
  try {
    const started = performance.now();
    await fillWithIncidents(store, count);
    const { incidents, findings } = await store.counts();
    console.log(
      `${store.engine}: ${incidents} incidents, ${findings} findings; filled in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
    const server = await startServer({
      store,
      knowledge: loadKnowledge(knowledgeDirectory()),
      clock: systemClock,
      port: 0,
      log: () => {},
    });
    try {
      await measureAll(server.address, incidents);
    } finally {
      await server.close();
    }
  } finally {
    await store.close();
    if (values.data === undefined) rmSync(directory, { recursive: true, force: true });
  }
}

/** One kind of request; `path` makes the address of one of them from a number in [0, 1). */
interface Kind {
  name: string;
  path(random: () => number): string;
}

const days = (random: () => number): string => {
  const from = Date.UTC(2016, 0, 1) + Math.floor(random() * 700) * 86_400_000;
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return `from=${day(from)}&to=${day(from + 6 * 86_400_000)}`;
};
const pick = <T>(random: () => number, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
const box = (random: () => number): string => {
  const west = 35 + random() * 5;
  const south = 32 + random() * 4;
  return `bbox=${west.toFixed(3)},${south.toFixed(3)},${(west + 0.5).toFixed(3)},${(south + 0.5).toFixed(3)}`;
};

const KINDS: readonly Kind[] = [
  { name: 'list, newest', path: () => 'incidents' },
  { name: 'list, by killed', path: () => 'incidents?sort=killed' },
  { name: 'list, a week', path: (random) => `incidents?${days(random)}` },
  { name: 'list, one type', path: (random) => `incidents?type=${pick(random, ['shelling', 'air_strike', 'talks'])}` },
  { name: 'list, a party', path: (random) => `incidents?party=party.${Math.floor(random() * 20)}` },
  {
    name: 'list, an outcome',
    path: (random) => `incidents?outcome=${pick(random, ['breach-indicated', 'indeterminate', 'not-assessed'])}`,
  },
  { name: 'list, a clause', path: (random) => `incidents?clause=bench/c${Math.floor(random() * 10)}` },
  { name: 'list, a box', path: (random) => `incidents?${box(random)}` },
  { name: 'list, words', path: (random) => `incidents?q=town${Math.floor(random() * 500)}` },
  {
    name: 'list, all at once',
    path: (random) =>
      `incidents?type=shelling&${days(random)}&party=party.${Math.floor(random() * 20)}&outcome=breach-indicated`,
  },
];

async function measureAll(address: string, incidents: number): Promise<void> {
  const random = seeded(7);
  for (const kind of KINDS) report(kind.name, await timed(address, () => kind.path(random)));
  report('incident page', await timed(address, () => `incidents/inc-${Math.floor(random() * incidents)}`));
  report('list, pages on', await deepPages(address));
  report('summary, first time', await timed(address, () => `summary?${days(random)}`, 20));
}

interface Timing {
  times: number[];
  /** Processor time of server and client together, on average: what other work on the machine does not change. */
  cpuMs: number;
}

async function timed(address: string, path: () => string, requests = REQUESTS): Promise<Timing> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let count = 0; count < requests; count += 1) times.push((await fetched(address, path())).ms);
  return { times, cpuMs: cpuMsSince(before) / requests };
}

/** Follows the cursor from page to page. */
async function deepPages(address: string): Promise<Timing> {
  const times: number[] = [];
  const before = process.cpuUsage();
  let cursor: string | null = null;
  for (let count = 0; count < REQUESTS; count += 1) {
    const { ms, body } = await fetched(
      address,
      `incidents?limit=50${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    times.push(ms);
    cursor = body.next ?? null;
  }
  return { times, cpuMs: cpuMsSince(before) / REQUESTS };
}

async function fetched(address: string, path: string): Promise<{ ms: number; body: { next?: string | null } }> {
  const start = performance.now();
  const response = await fetch(`${address}/api/v1/${path}`);
  const body: { next?: string | null } = JSON.parse(await response.text());
  if (response.status !== 200) throw new Error(`${path}: status ${response.status}: ${JSON.stringify(body)}`);
  return { ms: performance.now() - start, body };
}

function report(name: string, { times, cpuMs }: Timing): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [median, p99] = [at(0.5), at(0.99)];
  console.log(
    `${name.padEnd(22)} median ${median.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms   processor ${cpuMs.toFixed(1).padStart(6)} ms   ${p99 <= TARGET_MS ? 'within' : 'above'} ${TARGET_MS} ms`,
  );
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
