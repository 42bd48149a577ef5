/**
 * How long corroboration takes from nothing, what it holds in memory, how cost grows with the number of reports, what one more
 * report costs, and how well it finds the events again, on generated coded reports. `npm run bench -- corroborate [SIZE…]`.
 */
import { join } from 'node:path';
import { corroborate } from '../src/journey/4-corroborate/corroborate.ts';
import { loadCorroborationCodebook } from '../src/knowledge/corroboration-codebook.ts';
import { type Synthetic, syntheticCodings } from './synthetic-codings.ts';

const SIZES = [1000, 10_000, 100_000];
const TARGET_SECONDS = 60;

export interface CorroborateBench {
  reports: number;
  /** Processor seconds from nothing. */
  seconds: number;
  /** Heap that the result and its making held at the end, per report. */
  bytesPerReport: number;
  /** Exponent of the growth since the size before; 1 is linear. Null for the first. */
  growth: number | null;
  /** B-cubed F1 of the incidents against the events that the generator told of. */
  incidentsF1: number;
  /** Share of copies that were given the origin of what they copy. */
  copiesFound: number;
  /** Reports that are no copies and were given another's origin. */
  wrongOrigins: number;
}

export async function run(args: readonly string[] = []): Promise<CorroborateBench[]> {
  const codebook = loadCorroborationCodebook(join(import.meta.dirname, '../knowledge/codebook/corroboration.yaml'));
  const asked = args.map(Number).filter((size) => Number.isInteger(size) && size > 0);
  const results: CorroborateBench[] = [];
  for (const size of asked.length > 0 ? asked : SIZES) {
    const synthetic = syntheticCodings(size);
    globalThis.gc?.();
    const heapBefore = process.memoryUsage().heapUsed;
    const start = process.cpuUsage();
    const result = corroborate(synthetic.reports, codebook);
    const { user, system } = process.cpuUsage(start);
    globalThis.gc?.();
    const seconds = (user + system) / 1e6;
    const before = results.at(-1);
    const growth = before === undefined ? null : Math.log(seconds / before.seconds) / Math.log(size / before.reports);
    results.push({
      reports: size,
      seconds: Math.round(seconds * 100) / 100,
      bytesPerReport: Math.round((process.memoryUsage().heapUsed - heapBefore) / size),
      growth: growth === null ? null : Math.round(growth * 100) / 100,
      incidentsF1: bCubed(result, synthetic),
      ...originScores(result, synthetic),
    });
    const last = results.at(-1);
    const goal = size === 100_000 ? `, aim ${TARGET_SECONDS}` : '';
    console.log(
      `${size} reports: ${last?.seconds} s of processor time${goal}, ${last?.bytesPerReport} bytes a report, growth n^${last?.growth ?? '-'}, incidents B-cubed F1 ${last?.incidentsF1}, copies found ${last?.copiesFound}, wrong origins ${last?.wrongOrigins}`,
    );
  }
  return results;
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
