/** How many incident-clause tests one core does in a second, on generated incidents of every agreement that we ship. */
import { join } from 'node:path';
import { Dice, generatedFacts } from '../scripts/generated-facts.ts';
import { assessor } from '../src/journey/5-assess/assess.ts';
import { incidentOfFacts } from '../src/journey/5-assess/worked-case.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { Agreement } from '../src/model/agreement.ts';
import type { Incident } from '../src/model/incident.ts';

const INCIDENTS = 2000;
/**
 * The engine that runs the program compiles what is hot while it runs: the first two seconds of a million incidents are left out. With a
 * quarter of it the first pack of a process came out anywhere between 67,000 and 116,000.
 */
const WARM_UP_ROUNDS = 100;
/** Least processor time that is measured of each pack. A third of a second, all at once, let one slow spell of a shared machine hit one pack. */
const MEASURED_MS = 3000;
const TARGET_PER_SECOND = 100_000;

interface Pack {
  readonly id: string;
  /** Clauses that the incidents are tested against, summed over the incidents. */
  readonly tests: number;
  /** Tests every incident once; how many findings come out. */
  readonly run: () => number;
  findings: number;
  measuredMs: number;
  /** Tests per second of processor time, a run each. */
  readonly speeds: number[];
}

export async function run(args: readonly string[] = []): Promise<void> {
  const knowledge = loadKnowledge(join(import.meta.dirname, '..', 'knowledge'));
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const packs = [...knowledge.agreements.values()]
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .map((agreement) => packOf(agreement, knowledge));
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const pack of packs) pack.run();
  // In rounds over all packs, so that a slow spell of the machine hits them alike.
  while (packs.some(({ measuredMs }) => measuredMs < MEASURED_MS)) for (const pack of packs) measure(pack);
  for (const { id, tests, findings, speeds, measuredMs } of packs) {
    const [low, median, high] = quartilesOf(speeds);
    console.log(
      `assess ${id}: ${median} tests/s in the middle run, ${low} to ${high} in half of them (target ${TARGET_PER_SECOND}); ${speeds.length} runs in turn with the other packs, ${(measuredMs / 1000).toFixed(1)} s; ${tests} tests and ${findings} findings a run`,
    );
  }
}

function packOf(agreement: Agreement, { actors, assessment }: Knowledge): Pack {
  const dice = new Dice(1);
  const incidents = Array.from({ length: INCIDENTS }, () => incidentOfFacts(generatedFacts(dice, agreement)));
  const assess = assessor(agreement, actors, assessment);
  const testsOf = (type: Incident['type']): number =>
    agreement.clauses.filter((clause) => clause.acts.includes(type) || clause.fulfils.includes(type)).length;
  return {
    id: agreement.id,
    tests: incidents.reduce((sum, { incident }) => sum + testsOf(incident.type), 0),
    run: () => {
      let findings = 0;
      for (const { incident, reports } of incidents) findings += assess(incident, reports).length;
      return findings;
    },
    findings: 0,
    measuredMs: 0,
    speeds: [],
  };
}

/** Processor time, so that other work on the machine does not count; garbage collection in other threads does. */
function measure(pack: Pack): void {
  const start = process.cpuUsage();
  pack.findings = pack.run();
  const { user, system } = process.cpuUsage(start);
  pack.measuredMs += (user + system) / 1000;
  pack.speeds.push((pack.tests / (user + system)) * 1_000_000);
}

/** The lower quartile, the median and the upper one, rounded. */
function quartilesOf(speeds: readonly number[]): [number, number, number] {
  const sorted = speeds.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return [at(0.25), at(0.5), at(0.75)];
}

if (import.meta.main) await run(process.argv.slice(2));
