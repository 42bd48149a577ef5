/** The stages that the jobs call on the main thread: corroboration over a block of reports, assessment of one incident. */
import { type Corroboration, corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { assessor } from '../../journey/5-assess/assess.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { clauseSubject, type Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import { linkDecisions } from '../../model/link-decisions.ts';

export interface Stages {
  corroborate(codings: readonly CodedReport[], decisions: readonly Decision[]): Corroboration;
  /** Findings under every agreement in force; `coded` holds the linked reports by id. */
  assess(incident: Incident, coded: ReadonlyMap<string, CodedReport>): Finding[];
  /** Whether `clause:AGREEMENT/CLAUSE` is a clause of an agreement. */
  hasClause(subject: string): boolean;
}

export function stagesOf(knowledge: Knowledge): Stages {
  const assessors = [...knowledge.agreements.values()].map((agreement) =>
    assessor(agreement, knowledge.actors, knowledge.assessment),
  );
  const clauses = new Set(
    [...knowledge.agreements.values()].flatMap(({ id, clauses: own }) =>
      own.map((clause) => clauseSubject(id, clause.id)),
    ),
  );
  return {
    hasClause: (subject) => clauses.has(subject),
    corroborate: (codings, decisions) =>
      corroborate(codings, knowledge.corroboration, {
        decisions: linkDecisions(decisions),
        sources: sourcesOfCodings(codings, knowledge.sources),
      }),
    assess: (incident, coded) => assessors.flatMap((findingsOf) => findingsOf(incident, coded)),
  };
}
