/** The stages that the jobs call on the main thread: corroboration over a block of reports, assessment of one incident. */
import { type Corroboration, corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { pictureContradictions } from '../../journey/4-corroborate/pictures.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { type KeptReport, translatedPairs } from '../../journey/4-corroborate/translated-titles.ts';
import { marksSought, type TranslationMarks, translationMarks } from '../../journey/4-corroborate/translation-marks.ts';
import { assessor } from '../../journey/5-assess/assess.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { clauseSubject, type Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { Contradiction, Incident } from '../../model/incident.ts';
import { linkDecisions, storyDecisions } from '../../model/link-decisions.ts';

export interface Stages {
  corroborate(codings: readonly CodedReport[], decisions: readonly Decision[]): Corroboration;
  /** What the pictures of these reports, earliest first, contradict, by incident. */
  repeatedPictures(
    reports: readonly CodedReport[],
    incidentsOf: (report: CodedReport) => readonly Incident[],
  ): ReadonlyMap<string, readonly Contradiction[]>;
  /** Marks by which the translations of a report are found, and those that it is found by. */
  translationMarks(report: CodedReport): TranslationMarks | null;
  marksSought(report: CodedReport, languages: Iterable<string>): readonly number[];
  /** Which of these reports, earliest first, translate each other. */
  translatedPairs(told: readonly KeptReport[]): [string, string][];
  /** Findings under every agreement in force, or under some clauses only; `coded` holds the linked reports by id. */
  assess(incident: Incident, coded: ReadonlyMap<string, CodedReport>, only?: ReadonlySet<string>): Finding[];
  /** What these clauses (`agreement/clause`) can reach: themselves and those they except from, and the types of their incidents. */
  reach(named: readonly string[]): { clauses: ReadonlySet<string>; types: readonly Incident['type'][] };
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
        storyDecisions: storyDecisions(decisions),
        sources: sourcesOfCodings(codings, knowledge.sources),
      }),
    repeatedPictures: (reports, incidentsOf) =>
      pictureContradictions(reports, incidentsOf, knowledge.corroboration.samePicture),
    translationMarks: (report) => translationMarks(report, knowledge.corroboration.translated),
    marksSought: (report, languages) => marksSought(report, languages, knowledge.corroboration.translated),
    translatedPairs: (told) => translatedPairs(told, knowledge.corroboration.translated),
    assess: (incident, coded, only) => assessors.flatMap((findingsOf) => findingsOf(incident, coded, only)),
    reach: (named) => reachOf([...knowledge.agreements.values()], named),
  };
}

function reachOf(agreements: readonly Agreement[], named: readonly string[]): ReturnType<Stages['reach']> {
  const clauses = new Set(named);
  const types = new Set<Incident['type']>();
  for (const { id, clauses: own } of agreements) {
    const isNamed = (clause: string): boolean => named.includes(`${id}/${clause}`);
    for (const clause of own) {
      if (!isNamed(clause.id) && !clause.exceptions.some(isNamed)) continue;
      clauses.add(`${id}/${clause.id}`);
      for (const type of [...clause.acts, ...clause.fulfils]) types.add(type);
    }
  }
  return { clauses, types: [...types].sort() };
}
