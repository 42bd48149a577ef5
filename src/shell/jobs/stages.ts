/** The stages that the jobs call on the main thread: corroboration over a block of reports, assessment of one incident. */
import { type Corroboration, corroborate } from '../../journey/4-corroborate/corroborate.ts';
import type { CodedRef, LinkDecision } from '../../journey/4-corroborate/link-decisions.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { assessor } from '../../journey/5-assess/assess.ts';
import type { Decision } from '../../journey/7-record/decision.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';

export interface Stages {
  corroborate(codings: readonly CodedReport[], decisions: readonly Decision[]): Corroboration;
  /** Findings under every agreement in force; `coded` holds the linked reports by id. */
  assess(incident: Incident, coded: ReadonlyMap<string, CodedReport>): Finding[];
}

export function stagesOf(knowledge: Knowledge): Stages {
  const assessors = [...knowledge.agreements.values()].map((agreement) =>
    assessor(agreement, knowledge.actors, knowledge.assessment),
  );
  return {
    corroborate: (codings, decisions) =>
      corroborate(codings, knowledge.corroboration, {
        decisions: decisions.flatMap(linkDecision),
        sources: sourcesOfCodings(codings, knowledge.sources),
      }),
    assess: (incident, coded) => assessors.flatMap((findingsOf) => findingsOf(incident, coded)),
  };
}

/** A decision about links names two coded incidents as `report#coded`; notes bind nothing. */
function linkDecision({ id, kind, about }: Decision): LinkDecision[] {
  const [a, b] = about.map(codedRef);
  if (kind === 'note' || a === undefined || b === undefined) return [];
  return [{ id, kind: kind === 'link' ? 'must-link' : 'cannot-link', a, b }];
}

/** Report ids may hold a number sign, ids of coded incidents do not. */
function codedRef(text: string): CodedRef {
  const mark = text.lastIndexOf('#');
  return { report: text.slice(0, mark), coded: text.slice(mark + 1) };
}
