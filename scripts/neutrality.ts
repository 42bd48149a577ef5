/**
 * The neutrality report. Generated incidents are tested, the sides are exchanged, and every outcome, limb and confidence of a
 * mirrored clause must be exchanged with them; then the same sentences are read with the parties exchanged, and what is coded
 * otherwise is listed. `node scripts/neutrality.ts [INCIDENTS-PER-AGREEMENT] [--publish]`; exit 1 on a difference of the first kind.
 * `--publish` writes what it prints to docs/reference/neutrality.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { exchangeable, generatedIncidents, mirrorRun } from './mirror-run.ts';
import { readingAudit } from './reading-audit.ts';
import { sampleIncidents } from './sample-incidents.ts';

/** Fixed, so that the published report can be made again. */
const SEED = 20_160_227;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { publish: { type: 'boolean', default: false } },
});
const PER_AGREEMENT = Number(positionals[0] ?? 20_000);

const lines: string[] = [];
function tell(line: string): void {
  lines.push(line);
  console.log(line);
}

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
  tell(`${agreement.name} (${agreement.id}, version ${agreement.version})`);
  tell(`  ${report.incidents} generated incidents, each tested as generated and with the sides exchanged`);
  const outcomes = Object.entries(report.outcomes)
    .sort()
    .map(([outcome, count]) => `${outcome} ${count}`);
  tell(`  findings of mirrored clauses: ${outcomes.join(', ') || 'none (no clause of this agreement has a mirror)'}`);
  tell(`  findings of clauses without a mirror, not compared: ${report.unmirrored}`);
  for (const asymmetry of agreement.asymmetries) tell(`  declared asymmetry: ${asymmetry}`);
  tell(`  differences: ${report.differences.length}`);
  for (const difference of report.differences.slice(0, 10)) tell(`    ${difference}`);
}
const syria = knowledge.agreements.get('syria-2016');
if (syria !== undefined) {
  const all = await sampleIncidents(join(import.meta.dirname, '..', 'samples', 'syria-2016'), knowledge);
  const some = all.filter((one) => exchangeable(one, syria, knowledge.actors, knowledge.assessment));
  const report = mirrorRun(syria, knowledge.actors, knowledge.assessment, some);
  incidents += report.incidents;
  failed += report.differences.length;
  tell(`Demonstration reports (${syria.id}): ${some.length} of ${all.length} incidents can be exchanged`);
  tell(`  differences: ${report.differences.length}`);
  for (const difference of report.differences.slice(0, 10)) tell(`    ${difference}`);
}
const audit = readingAudit(knowledge, '2016-06-15');
tell(`Reading: ${audit.compared} sentences of our own, each read as written and with the parties exchanged`);
tell(`  coded otherwise: ${audit.coding.length}; coded alike with another confidence: ${audit.confidence.length}`);
for (const { pair, sentence, message } of [...audit.coding, ...audit.confidence]) {
  tell(`    ${pair.one} / ${pair.other}: "${sentence}": ${message}`);
}
tell(
  failed === 0 ? `\nNo difference in ${incidents} incidents.` : `\n${failed} differences in ${incidents} incidents.`,
);
if (values.publish) {
  const about = [
    '# Neutrality report',
    '',
    'Made by `npm run neutrality -- --publish`; anyone can make it again. First every incident is tested under every clause, as it is and with',
    'the sides exchanged: of a clause that is declared a mirror each outcome must be exchanged with them. Then the same sentence is read with',
    'the parties exchanged. What differs there is a fault of the reading, listed and not hidden; [accuracy](accuracy.md) says what causes it.',
    '',
    '```text',
  ];
  const path = join(import.meta.dirname, '..', 'docs', 'reference', 'neutrality.md');
  writeFileSync(path, `${[...about, ...lines, '```'].join('\n')}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
