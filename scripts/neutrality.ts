/**
 * The neutrality report. Generated incidents are tested, the sides are exchanged, and every outcome, limb and confidence of a
 * mirrored clause must be exchanged with them; then the same sentences are read with the parties exchanged, and what is coded
 * otherwise is listed. `node scripts/neutrality.ts [INCIDENTS-PER-AGREEMENT]`; exit 1 on a difference of the first kind.
 */
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { exchangeable, generatedIncidents, mirrorRun } from './mirror-run.ts';
import { readingAudit } from './reading-audit.ts';
import { sampleIncidents } from './sample-incidents.ts';

/** Fixed, so that the published report can be made again. */
const SEED = 20_160_227;
const PER_AGREEMENT = Number(process.argv[2] ?? 20_000);

const knowledge = loadKnowledge(join(import.meta.dirname, '..', 'knowledge'));
let failed = 0;
let incidents = 0;
for (const agreement of knowledge.agreements.values()) {
  const report = mirrorRun(
    agreement,
    knowledge.actors,
    knowledge.assessment,
    generatedIncidents(agreement, PER_AGREEMENT, SEED),
  );
  incidents += report.incidents;
  failed += report.differences.length;
  console.log(`${agreement.name} (${agreement.id}, version ${agreement.version})`);
  console.log(`  ${report.incidents} generated incidents, each tested as generated and with the sides exchanged`);
  const outcomes = Object.entries(report.outcomes)
    .sort()
    .map(([outcome, count]) => `${outcome} ${count}`);
  console.log(
    `  findings of mirrored clauses: ${outcomes.join(', ') || 'none (no clause of this agreement has a mirror)'}`,
  );
  console.log(`  findings of clauses without a mirror, not compared: ${report.unmirrored}`);
  for (const asymmetry of agreement.asymmetries) console.log(`  declared asymmetry: ${asymmetry}`);
  console.log(`  differences: ${report.differences.length}`);
  for (const difference of report.differences.slice(0, 10)) console.log(`    ${difference}`);
}
const syria = knowledge.agreements.get('syria-2016');
if (syria !== undefined) {
  const all = await sampleIncidents(join(import.meta.dirname, '..', 'samples', 'syria-2016'), knowledge);
  const some = all.filter((one) => exchangeable(one, syria, knowledge.actors, knowledge.assessment));
  const report = mirrorRun(syria, knowledge.actors, knowledge.assessment, some);
  incidents += report.incidents;
  failed += report.differences.length;
  console.log(`Demonstration reports (${syria.id}): ${some.length} of ${all.length} incidents can be exchanged`);
  console.log(`  differences: ${report.differences.length}`);
  for (const difference of report.differences.slice(0, 10)) console.log(`    ${difference}`);
}
const audit = readingAudit(knowledge, '2016-06-15');
console.log(`Reading: ${audit.compared} sentences of our own, each read as written and with the parties exchanged`);
console.log(
  `  coded otherwise: ${audit.coding.length}; coded alike with another confidence: ${audit.confidence.length}`,
);
for (const { pair, sentence, message } of [...audit.coding, ...audit.confidence]) {
  console.log(`    ${pair.one} / ${pair.other}: "${sentence}": ${message}`);
}
console.log(
  failed === 0 ? `\nNo difference in ${incidents} incidents.` : `\n${failed} differences in ${incidents} incidents.`,
);
process.exitCode = failed === 0 ? 0 : 1;
