/** Tests one incident against every clause of an agreement that could concern it, limb by limb. The stage's door. */
import type { ActorRegister } from '../../knowledge/actors.ts';
import type { AssessmentCodebook } from '../../knowledge/assessment-codebook.ts';
import type { Agreement, Clause } from '../../model/agreement.ts';
import type { CodedReport, IncidentType } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import type { ClauseTest, Weighing } from './clause-test.ts';
import { testOf } from './clause-tests.ts';
import { type Facts, factsOf } from './facts.ts';
import { summaryOf } from './summary.ts';
import { type Hypothesis, LIMB_NAMES, type Terms, termsOf } from './terms.ts';

/**
 * Makes the tester of one agreement; it may be used for any number of incidents. `hypothesis` is for "what if" runs; `only` names
 * the clauses (`agreement/clause`) that are tested, all when absent.
 */
export function assessor(
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
  hypothesis: Hypothesis = {},
): (incident: Incident, coded: ReadonlyMap<string, CodedReport>, only?: ReadonlySet<string>) => Finding[] {
  const terms = termsOf(agreement, actors, codebook, hypothesis);
  const tests = testsByAct(agreement);
  return (incident, coded, only) => findingsOf(incident, coded, terms, tests, only);
}

/** A clause with the test that weighs it. */
interface Testable {
  readonly clause: Clause;
  readonly decide: ClauseTest['decide'];
}

/** Clauses that an incident of a type could concern, in the agreement's order. */
function testsByAct({ clauses }: Agreement): ReadonlyMap<IncidentType, readonly Testable[]> {
  const index = new Map<IncidentType, Testable[]>();
  for (const clause of clauses) {
    const test = testOf(clause);
    if (test === null) continue;
    for (const act of new Set([...clause.acts, ...clause.fulfils]))
      index.set(act, [...(index.get(act) ?? []), { clause, decide: test.decide }]);
  }
  return index;
}

/**
 * Findings of one incident, in the order of the agreement's clauses. `coded` holds the reports that the incident is linked
 * to, by report id; a linked report that is missing there only costs its spans.
 */
export function assess(
  incident: Incident,
  coded: ReadonlyMap<string, CodedReport>,
  agreement: Agreement,
  actors: ActorRegister,
  codebook: AssessmentCodebook,
): Finding[] {
  return assessor(agreement, actors, codebook)(incident, coded);
}

function findingsOf(
  incident: Incident,
  coded: ReadonlyMap<string, CodedReport>,
  terms: Terms,
  tests: ReadonlyMap<IncidentType, readonly Testable[]>,
  only?: ReadonlySet<string>,
): Finding[] {
  const all = tests.get(incident.type);
  const clauses =
    only === undefined ? all : all?.filter(({ clause }) => only.has(`${terms.agreement.id}/${clause.id}`));
  if (clauses === undefined || clauses.length === 0) return [];
  const facts = factsOf(incident, coded, terms);
  const findings: Finding[] = [];
  for (const { clause, decide } of clauses) {
    const weighing = decide(facts, clause, terms);
    if (weighing !== null) findings.push(findingOf(facts, clause, weighing, terms));
  }
  return findings;
}

function findingOf(facts: Facts, clause: Clause, weighing: Weighing, terms: Terms): Finding {
  return {
    schema: 'finding/1',
    incident: facts.incident.id,
    reports: [...facts.reports],
    agreement: terms.agreement.id,
    clause: clause.id,
    mirror: clause.mirror,
    outcome: weighing.outcome,
    limbs: weighing.limbs,
    bearers: [...weighing.bearers],
    confidence: confidenceOf(facts, clause, weighing, terms),
    summary: summaryOf(facts, clause, weighing, terms),
  };
}

/** Share of trust in the outcome, by table; two decimals, because the table has no more. */
function confidenceOf(
  { incident, codedConfidence }: Facts,
  clause: Clause,
  { limbs, outcome }: Weighing,
  { codebook }: Terms,
): number {
  const table = codebook.confidence;
  const byOrigins =
    incident.origins >= 3
      ? table['three-origins']
      : incident.origins === 2
        ? table['two-origins']
        : table['one-origin'];
  const attribution =
    incident.attributionStatus === 'admitted'
      ? table.admitted
      : byOrigins * (incident.attributionStatus === 'contested' ? table.contested : 1);
  const doubt = outcome === 'indeterminate' ? 1 : table['unknown-limb'] ** unknownsAmong(limbs);
  return (
    Math.round(codedConfidence * attribution * doubt * (clause.checked ? 1 : table['unchecked-clause']) * 100) / 100
  );
}

function unknownsAmong(limbs: Weighing['limbs']): number {
  let unknowns = 0;
  for (const name of LIMB_NAMES) if (limbs[name].value === 'unknown') unknowns++;
  return unknowns;
}
