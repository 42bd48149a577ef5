/**
 * How long corroboration takes from nothing, what it holds in memory, how cost grows with the number of reports and how well it
 * finds the events again, on generated coded reports: `npm run bench -- corroborate [SIZE…] [--identical]`. Each size has a
 * process of its own. With `--identical` every report is the same one under another id.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { corroborate } from '../src/journey/4-corroborate/corroborate.ts';
import { bytesOf } from '../src/journey/4-corroborate/flat-arrays.ts';
import { Sharing } from '../src/journey/4-corroborate/like-pairs.ts';
import { NearIncidents } from '../src/journey/4-corroborate/near-incidents.ts';
import { KnownTexts } from '../src/journey/4-corroborate/origins.ts';
import { profileOf } from '../src/journey/4-corroborate/profile.ts';
import { termVectors } from '../src/journey/4-corroborate/story-terms.ts';
import { loadCorroborationCodebook } from '../src/knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import { type Synthetic, syntheticCodings } from './synthetic-codings.ts';

const SIZES = [1000, 10_000, 100_000, 1_000_000];
/** Reports and incidents of a million are held at once, generated ones included. */
const HEAP_MEGABYTES = 14_000;

interface CorroborateBench {
  reports: number;
  /** Processor seconds from nothing. */
  seconds: number;
  /** Of the wording, by which a report finds what it copies, of the words, by which it finds its story, and of day and place. */
  indexBytesPerReport: { wording: number; words: number; nearness: number };
  /** What the result holds, per report: incidents with their links, numbers, grades and reasons. */
  resultBytesPerReport: number;
  /** Megabytes of memory that the process took at most, generated reports included. */
  peakMegabytes: number;
  /** Microseconds of processor time in which one more report finds what it copies. */
  oneMoreTextMicros: number;
  incidents: number;
  /** B-cubed F1 of the incidents against the events that the generator told of. */
  incidentsF1: number;
  /** Share of copies that were given the origin of what they copy. */
  copiesFound: number;
  /** Reports that are no copies and were given another's origin. */
  wrongOrigins: number;
}

export function run(args: readonly string[] = []): void {
  const asked = args.map(Number).filter((size) => Number.isInteger(size) && size > 0);
  let before: CorroborateBench | null = null;
  for (const size of asked.length > 0 ? asked : SIZES) {
    const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`];
    const child = spawnSync(
      process.execPath,
      [...flags, import.meta.filename, String(size), ...(args.includes('--identical') ? ['identical'] : [])],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (child.status !== 0) throw new Error(`${size} reports: the process ended with ${child.status ?? child.signal}`);
    const found: CorroborateBench = JSON.parse(child.stdout);
    console.log(lineOf(found, before));
    before = found;
  }
}

function lineOf(found: CorroborateBench, before: CorroborateBench | null): string {
  const growth =
    before === null
      ? '-'
      : (Math.log(found.seconds / before.seconds) / Math.log(found.reports / before.reports)).toFixed(2);
  const { wording, words, nearness } = found.indexBytesPerReport;
  const all = wording + words + nearness;
  return [
    `${found.reports} reports: ${found.seconds} s of processor time, growth n^${growth}`,
    `bytes a report: ${all} of indexes (${wording} wording, ${words} words, ${nearness} day and place), ${found.resultBytesPerReport} result`,
    `at most ${found.peakMegabytes} MB`,
    `one more text finds its origin in ${found.oneMoreTextMicros} µs`,
    `${found.incidents} incidents, B-cubed F1 ${found.incidentsF1}, copies found ${found.copiesFound}, wrong origins ${found.wrongOrigins}`,
  ].join('; ');
}

function measure(size: number, isIdentical: boolean): CorroborateBench {
  const codebook = loadCorroborationCodebook(join(import.meta.dirname, '../knowledge/codebook/corroboration.yaml'));
  const synthetic = isIdentical ? identical(size) : syntheticCodings(size);
  const { reports } = synthetic;
  const heapBefore = heldBytes();
  const start = process.cpuUsage();
  const result = corroborate(reports, codebook);
  const seconds = cpuSeconds(start);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const resultBytesPerReport = Math.round((heldBytes() - heapBefore) / size);
  const scores = {
    incidents: result.incidents.length,
    incidentsF1: bCubed(result, synthetic),
    ...originScores(result, synthetic),
  };
  return {
    reports: size,
    seconds: Math.round(seconds * 100) / 100,
    peakMegabytes,
    resultBytesPerReport,
    ...indexes(reports, codebook.reprint),
    ...scores,
  };
}

const MORE = 1000;

/** Each index by itself; what they hold is what their flat arrays take, which a collection at the wrong time cannot falsify. */
function indexes(
  reports: readonly CodedReport[],
  reprint: number,
): Pick<CorroborateBench, 'indexBytesPerReport' | 'oneMoreTextMicros'> {
  const more = syntheticCodings(MORE, 2).reports.map((report) => ({ ...report, id: `more ${report.id}` }));
  const perReport = (bytes: number): number => Math.round(bytes / reports.length);
  const texts = new KnownTexts(reprint);
  for (const report of reports) texts.originOf(report);
  const wording = perReport(texts.bytes);
  const start = process.cpuUsage();
  for (const report of more) texts.originOf(report);
  return {
    oneMoreTextMicros: Math.round((cpuSeconds(start) * 1e6) / MORE),
    indexBytesPerReport: {
      wording,
      words: perReport(bytesOfWords(reports)),
      nearness: perReport(bytesOfNearness(reports)),
    },
  };
}

function bytesOfWords(reports: readonly CodedReport[]): number {
  const vectors = termVectors(reports);
  const { ends, entries, scales, rarity } = vectors;
  return bytesOf(ends, entries, scales, rarity) + new Sharing(vectors).bytes;
}

function bytesOfNearness(reports: readonly CodedReport[]): number {
  const near = new NearIncidents();
  let index = 0;
  for (const report of reports)
    for (const coded of report.incidents) {
      near.meet(index, profileOf({ index, report, coded, origin: report.id }));
      index += 1;
    }
  return near.bytes;
}

/** Heap and flat arrays after a collection. */
function heldBytes(): number {
  // The first collection finds what is gone, the second sees that it was freed.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function cpuSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function identical(size: number): Synthetic {
  const [first] = syntheticCodings(1).reports;
  if (first === undefined) throw new Error('unreachable: one report was asked for');
  const reports = Array.from({ length: size }, (_, index) => ({ ...first, id: `r${String(index).padStart(7, '0')}` }));
  return {
    reports,
    truth: new Map(reports.map(({ id }) => [`${id}#i1`, 0])),
    origins: new Map(reports.map(({ id }) => [id, 'r0000000'])),
  };
}

type Result = ReturnType<typeof corroborate>;

/** B-cubed over coded incidents (Bagga and Baldwin 1998). */
export function bCubed({ incidents }: Result, { truth }: Synthetic): number {
  const sizes = new Map<number, number>();
  for (const event of truth.values()) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  let total = 0;
  for (const { links } of incidents) {
    const shares = new Map<number, number>();
    for (const { report, coded } of links) {
      const event = truth.get(`${report}#${coded}`) ?? -1;
      shares.set(event, (shares.get(event) ?? 0) + 1);
    }
    for (const [event, count] of shares) {
      precision += (count * count) / links.length;
      recall += (count * count) / (sizes.get(event) ?? 1);
      total += count;
    }
  }
  const [p, r] = [precision / total, recall / total];
  return Math.round(((2 * p * r) / (p + r)) * 10_000) / 10_000;
}

function originScores({ reports }: Result, { origins }: Synthetic): { copiesFound: number; wrongOrigins: number } {
  let copies = 0;
  let found = 0;
  let wrongOrigins = 0;
  for (const { id, origin } of reports) {
    const source = origins.get(id) ?? id;
    if (source === id) wrongOrigins += origin === id ? 0 : 1;
    else {
      copies += 1;
      found += origin === source ? 1 : 0;
    }
  }
  return { copiesFound: copies === 0 ? 1 : Math.round((found / copies) * 10_000) / 10_000, wrongOrigins };
}

if (import.meta.main) console.log(JSON.stringify(measure(Number(process.argv[2]), process.argv[3] === 'identical')));
