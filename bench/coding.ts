/**
 * Speed of coding on one core, beside wink-nlp's full pipe on the same text in the same run (the ratio holds when the machine's
 * speed drifts). The text is the demonstration set, repeated; `--rounds N` sets how many interleaved rounds are run (5).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { isRefusal } from '../src/journey/1-ingest/adapter.ts';
import { ingest } from '../src/journey/1-ingest/ingest.ts';
import { code } from '../src/journey/journey.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { Report } from '../src/model/report.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';

const WORDS_A_REPORT = 400;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '5' } } });
  const started = performance.now();
  const knowledge = loadKnowledge('knowledge');
  const reports = joined(await demonstration());
  codeAll(reports.slice(0, 3), knowledge);
  console.log(`knowledge and first codings: ${Math.round(performance.now() - started)} ms`);
  const wink = winkNLP(model);
  const tokens = reports.reduce((sum, report) => sum + wink.readDoc(report.text).tokens().length(), 0);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    ours.push(seconds(() => codeAll(reports, knowledge)));
    theirs.push(
      seconds(() => {
        for (const report of reports) wink.readDoc(report.text);
      }),
    );
  }
  const bytes = reports.reduce((sum, report) => sum + Buffer.byteLength(report.text), 0);
  const one = median(ours);
  const other = median(theirs);
  console.log(
    `${reports.length} reports of about ${WORDS_A_REPORT} words, ${tokens} tokens (as wink-nlp counts), ${(bytes / 1e6).toFixed(2)} MB, ${values.rounds} rounds, medians`,
  );
  console.log(
    `trucewatch  ${(reports.length / one).toFixed(0)} reports/s  ${(tokens / one).toFixed(0)} tokens/s  ${(bytes / 1e6 / one).toFixed(2)} MB/s`,
  );
  console.log(
    `wink-nlp    ${(reports.length / other).toFixed(0)} reports/s  ${(tokens / other).toFixed(0)} tokens/s  ${(bytes / 1e6 / other).toFixed(2)} MB/s`,
  );
  console.log(
    `ratio ${(other / one).toFixed(3)}; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
  growth(reports, knowledge);
}

/** Cost per character from short to long texts: flat when the coder is linear. */
function growth(reports: readonly Report[], knowledge: Knowledge): void {
  const all = reports.map((report) => report.text).join('\n\n');
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const text = all.repeat(Math.ceil(size / all.length)).slice(0, size);
    const report = { ...(reports[0] ?? failed()), text };
    const times = [1, 2, 3].map(() => seconds(() => code(report, knowledge)));
    console.log(`${String(size).padStart(8)} characters: ${((median(times) / size) * 1e9).toFixed(0)} ns a character`);
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
