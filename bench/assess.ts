/** How many incident-clause tests one core does in a second, on generated incidents of every agreement that we ship. */
import { join } from 'node:path';
import { Dice, generatedFacts } from '../scripts/generated-facts.ts';
import { assessor } from '../src/journey/5-assess/assess.ts';
import { incidentOfFacts } from '../src/journey/5-assess/worked-case.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';

const INCIDENTS = 2000;
/**
 * The engine that runs the program compiles what is hot while it runs: the first two seconds of a million incidents are left out. With a
 * quarter of it the first pack of a process came out anywhere between 67,000 and 116,000.
 */
const WARM_UP_RUNS = 100;
const RUNS = 15;
const TARGET_PER_SECOND = 100_000;

interface AssessBench {
  agreement: string;
  /** Clauses that the incidents were tested against, summed over the incidents. */
  tests: number;
  findings: number;
  /** Tests per second of processor time: the fastest run (least disturbed) and the middle one. */
  fastest: number;
  median: number;
  target: number;
}

export async function run(args: readonly string[] = []): Promise<void> {
  const knowledge = loadKnowledge(join(import.meta.dirname, '..', 'knowledge'));
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const results: AssessBench[] = [];
  for (const agreement of knowledge.agreements.values()) {
    if (wanted.length > 0 && !wanted.includes(agreement.id)) continue;
    const dice = new Dice(1);
    const incidents = Array.from({ length: INCIDENTS }, () => incidentOfFacts(generatedFacts(dice, agreement)));
    const assess = assessor(agreement, knowledge.actors, knowledge.assessment);
    const tests = incidents.reduce(
      (sum, { incident }) =>
        sum +
        agreement.clauses.filter(
          (clause) => clause.acts.includes(incident.type) || clause.fulfils.includes(incident.type),
        ).length,
      0,
    );
    let findings = 0;
    const speeds = Array.from({ length: WARM_UP_RUNS + RUNS }, () => {
      findings = 0;
      const start = process.cpuUsage();
      for (const { incident, reports } of incidents) findings += assess(incident, reports).length;
      // Processor time, so that other work on the machine does not count; garbage collection in other threads does.
      const { user, system } = process.cpuUsage(start);
      return (tests / (user + system)) * 1_000_000;
    });
    const sorted = speeds.slice(WARM_UP_RUNS).sort((a, b) => a - b);
    results.push({
      agreement: agreement.id,
      tests,
      findings,
      fastest: Math.round(sorted.at(-1) ?? 0),
      median: Math.round(sorted[RUNS >> 1] ?? 0),
      target: TARGET_PER_SECOND,
    });
  }
  for (const one of results)
    console.log(
      `assess ${one.agreement}: ${one.fastest} tests/s in the fastest run, ${one.median} in the median one (target ${one.target}); ${one.tests} tests, ${one.findings} findings`,
    );
}

if (import.meta.main) await run(process.argv.slice(2));
