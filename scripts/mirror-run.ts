/** Compares what the tests say of incidents with what they say of the same incidents with the sides exchanged. */
import { assessor } from '../src/journey/5-assess/assess.ts';
import { exchangeSides, type IncidentWithReports } from '../src/journey/5-assess/exchange-sides.ts';
import { termsOf } from '../src/journey/5-assess/terms.ts';
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

/** Made-up incidents of one agreement, the same for the same seed. */
export function generatedIncidents(agreement: Agreement, count: number, seed: number): IncidentWithReports[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => incidentOfFacts(generatedFacts(dice, agreement)));
}

export function mirrorRun(
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
  incidents: Iterable<IncidentWithReports>,
): MirrorReport {
  const assess = assessor(agreement, actors, codebook);
  const outcomes: Record<string, number> = {};
  const differences: string[] = [];
  let unmirrored = 0;
  let count = 0;
  for (const worked of incidents) {
    count += 1;
    const other = exchangeSides(worked, agreement);
    const here = assess(worked.incident, worked.reports);
    const there = assess(other.incident, other.reports);
    for (const finding of here) {
      if (finding.mirror === null) unmirrored += 1;
      else outcomes[finding.outcome] = (outcomes[finding.outcome] ?? 0) + 1;
    }
    differences.push(...differencesOf(here, there).map((message) => `${message} for ${inWords(worked)}`));
  }
  return { agreement: agreement.id, incidents: count, outcomes, unmirrored, differences };
}

function differencesOf(here: readonly Finding[], there: readonly Finding[]): string[] {
  const expected = comparable(here, (finding) => finding.mirror);
  const found = comparable(there, (finding) => (finding.mirror === null ? null : finding.clause));
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((clause) => expected.get(clause) !== found.get(clause))
    .map((clause) => `${clause}: ${expected.get(clause) ?? 'no finding'} became ${found.get(clause) ?? 'no finding'}`);
}

const inWords = ({ incident, reports }: IncidentWithReports): string =>
  `${incident.id}: ${[...reports.values()].map((report) => report.text.slice(0, 400)).join(' | ')}`;

/**
 * Incidents of real reports that can be exchanged: every actor of a side that they name has a counterpart, and no target is
 * known by its words alone, since words stay as they are.
 */
export function exchangeable(
  worked: IncidentWithReports,
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): boolean {
  const terms = termsOf(agreement, actors, codebook);
  const paired = new Set(agreement.counterparts.flat());
  const { incident, reports } = worked;
  const linked = incident.links.flatMap(
    ({ report, coded }) => reports.get(report)?.incidents.find(({ id }) => id === coded) ?? [],
  );
  const named = [
    ...incident.attributions.flatMap((claim) => [claim.accused.actor, ...claim.saidBy.map((sayer) => sayer.actor)]),
    ...linked.flatMap((coded) => [...coded.targets, ...coded.attributedTo].map((one) => one.actor)),
    ...[...reports.values()].flatMap((report) =>
      report.statements.map((statement) => statement.speaker?.actor ?? null),
    ),
  ];
  const isPaired = (actor: string | null): boolean =>
    actor === null || paired.has(actor) || terms.standing(actor).side === null;
  return (
    named.every(isPaired) &&
    linked.every((coded) => coded.targets.every((one) => one.actor !== null || terms.namedIn(one.name) === null))
  );
}
