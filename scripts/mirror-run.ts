/** Compares what the tests say of incidents with what they say of the same incidents with the sides exchanged. */
import { assessor } from '../src/journey/5-assess/assess.ts';
import { exchangeSides, type IncidentWithReports } from '../src/journey/5-assess/exchange-sides.ts';
import { incidentOfFacts } from '../src/journey/5-assess/worked-case.ts';
import type { ActorRegister } from '../src/knowledge/actors.ts';
import type { AssessmentCodebook } from '../src/knowledge/assessment-codebook.ts';
import type { Agreement } from '../src/model/agreement.ts';
import type { Finding } from '../src/model/finding.ts';
import { Dice, generatedFacts } from './generated-facts.ts';

export interface MirrorReport {
  readonly agreement: string;
  readonly incidents: number;
  /** Findings of clauses that declare a mirror, by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Findings of clauses without a mirror: shown, not compared. */
  readonly unmirrored: number;
  readonly differences: readonly string[];
}

/** Clause → what must be the same on the other side. */
function comparable(findings: readonly Finding[], clauseOf: (finding: Finding) => string | null): Map<string, string> {
  const rows = new Map<string, string>();
  for (const finding of findings) {
    const clause = clauseOf(finding);
    if (clause === null) continue;
    const limbs = Object.entries(finding.limbs).map(([name, limb]) => `${name} ${limb.value}`);
    rows.set(clause, `${finding.outcome}, ${limbs.join(', ')}, confidence ${finding.confidence}`);
  }
  return rows;
}

export function mirrorRun(
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
  incidents: number,
  seed: number,
): MirrorReport {
  const assess = assessor(agreement, actors, codebook);
  const dice = new Dice(seed);
  const outcomes: Record<string, number> = {};
  const differences: string[] = [];
  let unmirrored = 0;
  for (let number = 0; number < incidents; number++) {
    const facts = generatedFacts(dice, agreement);
    const worked: IncidentWithReports = incidentOfFacts(facts);
    const other = exchangeSides(worked, agreement);
    const here = assess(worked.incident, worked.reports);
    const there = assess(other.incident, other.reports);
    for (const finding of here) {
      if (finding.mirror === null) unmirrored += 1;
      else outcomes[finding.outcome] = (outcomes[finding.outcome] ?? 0) + 1;
    }
    const expected = comparable(here, (finding) => finding.mirror);
    const found = comparable(there, (finding) => (finding.mirror === null ? null : finding.clause));
    for (const clause of new Set([...expected.keys(), ...found.keys()])) {
      if (expected.get(clause) === found.get(clause)) continue;
      differences.push(
        `${clause}: ${expected.get(clause) ?? 'no finding'} became ${found.get(clause) ?? 'no finding'} for ${JSON.stringify(facts)}`,
      );
    }
  }
  return { agreement: agreement.id, incidents, outcomes, unmirrored, differences };
}
