/** The stages that the jobs call on the main thread: corroboration over a block of reports, assessment of one incident. */
import { type Corroboration, corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { assessor } from '../../journey/5-assess/assess.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';

export interface Stages {
  corroborate(codings: readonly CodedReport[]): Corroboration;
  /** Findings under every agreement in force; `coded` holds the linked reports by id. */
  assess(incident: Incident, coded: ReadonlyMap<string, CodedReport>): Finding[];
}

export function stagesOf(knowledge: Knowledge): Stages {
  const assessors = [...knowledge.agreements.values()].map((agreement) =>
    assessor(agreement, knowledge.actors, knowledge.assessment),
  );
  return {
    corroborate: (codings) => corroborate(codings, knowledge.corroboration),
    assess: (incident, coded) => assessors.flatMap((findingsOf) => findingsOf(incident, coded)),
  };
}
