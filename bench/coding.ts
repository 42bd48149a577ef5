/**
 * Speed of coding beside wink-nlp's full pipe on the same text in the same run, rounds interleaved and medians taken (the ratio
 * holds when the machine's speed drifts): on one core, on worker threads, and its growth by length of text and number of
 * reports. The text is the demonstration set, joined to reports of the usual length. `npm run bench` gives it the room for new objects
 * that `bin/trucewatch` gives.
 *
 * `--rounds N` interleaved rounds (5); `--most N` the largest number of reports coded in a row (1,000;
 * 100,000 takes long); `--threads N` worker threads (2).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRefusal } from '../src/journey/1-ingest/adapter.ts';
import { ingest } from '../src/journey/1-ingest/ingest.ts';
import { parseText } from '../src/journey/2-read/grammar/parse-text.ts';
import { code } from '../src/journey/journey.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { Report } from '../src/model/report.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';
import { ThreadPool } from '../src/shell/jobs/thread-pool.ts';
import { ceilings } from './threads.ts';

const WORDS_A_REPORT = 400;
const KNOWLEDGE = 'knowledge';

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      most: { type: 'string', default: '1000' },
      threads: { type: 'string', default: '2' },
    },
  });
  const knowledge = await startUp();
  const reports = joined(await demonstration());
  const size = sizeOf(reports, knowledge);
  growthByNumber(reports, Number(values.most), knowledge);
  growthByLength(reports, knowledge);
  console.log(`peak memory of coding alone: ${peakMegabytes()} MB`);
  const one = await beside(reports, size, Number(values.rounds), knowledge);
  await onThreads(reports, Number(values.threads), one);
  console.log(`peak memory with wink-nlp and ${values.threads} threads beside it: ${peakMegabytes()} MB`);
}

const peakMegabytes = (): string => (process.resourceUsage().maxRSS / 1024).toFixed(0);

/** From nothing loaded to the first report coded, as a command line pays it. */
async function startUp(): Promise<Knowledge> {
  const started = performance.now();
  const knowledge = loadKnowledge(KNOWLEDGE);
  const [first] = await demonstration();
  code(first ?? failed(), knowledge);
  const loaded = performance.now() - started;
  console.log(
    `start-up: ${Math.round(loaded)} ms from knowledge unread to the first report coded, ${Math.round(process.uptime() * 1000)} ms since the process began`,
  );
  return knowledge;
}

interface Size {
  readonly reports: number;
  readonly sentences: number;
  readonly tokens: number;
  readonly megabytes: number;
  /** Share of the tokens that stand in sentences with a tree. */
  readonly parsed: number;
}

function sizeOf(reports: readonly Report[], knowledge: Knowledge): Size {
  let [sentences, tokens, parsed, bytes] = [0, 0, 0, 0];
  for (const { text } of reports) {
    bytes += Buffer.byteLength(text);
    for (const sentence of parseText(text, knowledge.grammar, { wants: () => false }).sentences) {
      sentences += 1;
      tokens += sentence.tokens.length;
    }
  }
  for (const report of reports)
    for (const { text, parsed: isParsed } of code(report, knowledge, { explain: true }).explain?.sentences ?? [])
      if (isParsed) parsed += text.length;
  const characters = reports.reduce((sum, { text }) => sum + text.length, 0);
  const size = { reports: reports.length, sentences, tokens, megabytes: bytes / 1e6, parsed: parsed / characters };
  console.log(
    `text: ${size.reports} reports of about ${WORDS_A_REPORT} words, ${sentences} sentences, ${tokens} tokens, ${size.megabytes.toFixed(2)} MB; ${(size.parsed * 100).toFixed(0)} % of it parsed`,
  );
  return size;
}

/** Both on one core, round by round; gives the median seconds of a round of ours. */
async function beside(reports: readonly Report[], size: Size, rounds: number, knowledge: Knowledge): Promise<number> {
  // Loaded only now, so that it is no part of the memory that coding takes.
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const wink = winkNLP(model);
  const readAll = (): void => {
    for (const { text } of reports) wink.readDoc(text);
  };
  readAll();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(seconds(() => codeAll(reports, knowledge)));
    theirs.push(seconds(readAll));
  }
  console.log(`one core, ${rounds} interleaved rounds, medians (fastest):`);
  print('trucewatch', size, ours);
  print('wink-nlp', size, theirs);
  const ratios = ours.map((time, round) => (theirs[round] ?? time) / time);
  console.log(`  ratio ${median(ratios).toFixed(3)}`);
  return median(ours);
}

function print(name: string, size: Size, times: readonly number[]): void {
  const time = median(times);
  const a = (amount: number): string => (amount / time).toFixed(amount / time < 10 ? 2 : 0);
  console.log(
    `  ${name.padEnd(11)} ${a(size.reports)} reports/s (${(size.reports / Math.min(...times)).toFixed(0)})  ${a(size.sentences)} sentences/s  ${a(size.tokens)} tokens/s  ${a(size.megabytes)} MB/s`,
  );
}

const REPORTS_A_TASK = 4;
/** Each thread compiles for itself what it runs; until that is done, the compiling shares the cores with the coding. */
const WARM_UPS = 6;
const THREAD_ROUNDS = 5;

/**
 * The same reports through worker threads; efficiency is against one such thread, measured in turn with all of them, and stands
 * beside what the machine allows other work.
 */
async function onThreads(reports: readonly Report[], threads: number, oneCore: number): Promise<void> {
  const pools = [1, threads].map((size) => new ThreadPool({ size, knowledgeDirectory: KNOWLEDGE }));
  const times: number[][] = pools.map(() => []);
  for (const pool of pools) for (let round = 0; round < WARM_UPS * pool.size; round += 1) await codeOn(pool, reports);
  for (let round = 0; round < THREAD_ROUNDS; round += 1)
    for (const [index, pool] of pools.entries()) times[index]?.push(await codeOn(pool, reports));
  for (const pool of pools) await pool.close();
  const [single = oneCore, several = oneCore] = times.map(median);
  console.log(
    `worker threads: ${(reports.length / single).toFixed(0)} reports/s on one, ${(reports.length / several).toFixed(0)} on ${threads}; efficiency ${(single / several / threads).toFixed(2)} (codings cross to the main thread sealed)`,
  );
  const texts = reports.map(({ text }) => text);
  const others = (await ceilings(threads, texts)).map(([name, efficiency]) => `${name} ${efficiency.toFixed(2)}`);
  console.log(`  efficiency of other work on ${threads} threads: ${others.join(', ')}`);
}

async function codeOn(pool: ThreadPool, reports: readonly Report[]): Promise<number> {
  const started = performance.now();
  const tasks: Promise<unknown>[] = [];
  for (let at = 0; at < reports.length; at += REPORTS_A_TASK)
    tasks.push(pool.run({ kind: 'code', reports: reports.slice(at, at + REPORTS_A_TASK) }));
  await Promise.all(tasks);
  return (performance.now() - started) / 1000;
}

/** Cost per character from short to long texts: flat when the coder is linear. */
function growthByLength(reports: readonly Report[], knowledge: Knowledge): void {
  const all = reports.map((report) => report.text).join('\n\n');
  console.log('by length of text:');
  for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
    const text = all.repeat(Math.ceil(length / all.length)).slice(0, length);
    const report = { ...(reports[0] ?? failed()), text };
    // A short text is coded often enough to be timed, the longest once.
    const times = Math.max(1, Math.min(50, Math.round(200_000 / length)));
    const time = seconds(() => {
      for (let count = 0; count < times; count += 1) code(report, knowledge);
    });
    console.log(
      `  ${String(length).padStart(9)} characters: ${((time / times / length) * 1e6).toFixed(2)} µs a character`,
    );
  }
}

/** Cost per report over ever more of them, and what they leave in memory. */
function growthByNumber(reports: readonly Report[], most: number, knowledge: Knowledge): void {
  console.log('by number of reports:');
  for (let number = 100; number <= most; number *= 10) {
    const time = seconds(() => {
      for (let count = 0; count < number; count += 1)
        code({ ...(reports[count % reports.length] ?? failed()), id: `bench-${count}` }, knowledge);
    });
    console.log(
      `  ${String(number).padStart(9)} reports: ${((time / number) * 1000).toFixed(2)} ms a report, peak memory ${peakMegabytes()} MB`,
    );
  }
}

const failed = (): never => {
  throw new Error('samples/ holds no report');
};

async function demonstration(): Promise<Report[]> {
  const folder = 'samples/syria-2016';
  const tools = makeIngestTools();
  const reports: Report[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (/^README/.test(name)) continue;
    for (const result of await ingest(readFileSync(join(folder, name)), { name }, tools))
      if (!isRefusal(result)) reports.push(result);
  }
  return reports;
}

/** Reports joined until each has the length of an ordinary news report. */
function joined(reports: readonly Report[]): Report[] {
  const out: Report[] = [];
  let text = '';
  for (const report of [...reports, ...reports, ...reports, ...reports]) {
    text += `${report.text}\n\n`;
    if (text.split(/\s+/).length < WORDS_A_REPORT) continue;
    out.push({ ...report, id: `bench-${out.length}`, text });
    text = '';
  }
  return out;
}

function codeAll(reports: readonly Report[], knowledge: Knowledge): void {
  for (const report of reports) code(report, knowledge);
}

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
