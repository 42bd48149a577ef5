/**
 * From coded reports to incidents: which reports tell one story, which descend from one origin, which coded incidents are one
 * event. Links are scored and carry their reasons; nothing is merged away, so each can be undone. The result does not depend
 * on the order in which the reports arrive.
 */
import type { CorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Contradiction, Incident } from '../../model/incident.ts';
import { holdDecisions, type LinkDecision, type RefusedDecision } from '../../model/link-decisions.ts';
import { aheadNote, aheadOfReceipt } from '../../model/publication-date.ts';
import { accountFor } from './accounting.ts';
import { decidedStories } from './decided-stories.ts';
import { incidentOf } from './incident-of.ts';
import { linkIncidents } from './link-incidents.ts';
import type { Member } from './member.ts';
import { compareText } from './order.ts';
import { originsOf } from './origins.ts';
import { pictureContradictions } from './pictures.ts';
import type { Item } from './profile.ts';
import { actsApart } from './short-acts.ts';
import { NO_SOURCES, type SourceContext } from './source-context.ts';
import { storiesOf } from './stories.ts';
import { storiesAcrossLanguages } from './stories-across-languages.ts';
import { translatedPairs } from './translated-titles.ts';

export interface Corroboration {
  /** In the order of the reports given. */
  reports: CorroboratedReport[];
  /** By time, then id. */
  incidents: Incident[];
  /** Decisions that contradict earlier ones and therefore do not hold. */
  refused: readonly RefusedDecision[];
}

export interface CorroborateOptions {
  /** What people decided about links, in the order in which they decided; the machine never goes against it. */
  readonly decisions?: readonly LinkDecision[];
  /** What people decided about stories, in the order in which they decided. */
  readonly storyDecisions?: readonly LinkDecision[];
  /** Outlets of the reports and who owns and copies whom; without it, independence rests on the texts alone. */
  readonly sources?: SourceContext;
  /** UTC instant of the receipt of reports that do not say themselves whether they are dated ahead of it. */
  readonly asOf?: string;
}

export function corroborate(
  reports: readonly CodedReport[],
  codebook: CorroborationCodebook,
  options: CorroborateOptions = {},
): Corroboration {
  const ordered = inFixedOrder(options.asOf === undefined ? reports : heldAgainst(reports, options.asOf));
  const origins = originsOf(ordered, codebook.reprint);
  const thresholds = { same: codebook.storySame, least: codebook.storyLeast };
  const stories = storiesOf(ordered, thresholds, origins, actsApart(ordered));
  const decisions = holdDecisions(options.decisions ?? []);
  const groups = linkIncidents(itemsOf(ordered, origins), codebook.sameIncident, decisions.held);
  const bounds = { beyondBelief: codebook.harmBeyondBelief };
  const single = groups.map((members) => incidentOf(idOf(members), members, options.sources ?? NO_SOURCES, bounds));
  const counted = accountFor(single).sort(
    (a, b) => compareText(a.time?.start ?? '', b.time?.start ?? '') || compareText(a.id, b.id),
  );
  const byReport = incidentsByReport(counted);
  const incidentsOf = (report: CodedReport): Incident[] => mainFirst(report, byReport.get(report.id) ?? []);
  const linked = (report: CodedReport): string[] => incidentsOf(report).map(({ id }) => id);
  const incidents = withPictures(counted, pictureContradictions(ordered, incidentsOf, codebook.samePicture));
  const told = ordered.map((report) => ({ report, incident: linked(report)[0] ?? null }));
  const onStories = holdDecisions(options.storyDecisions ?? []);
  const named = decidedStories(
    {
      stories: storiesAcrossLanguages(stories, told, translatedPairs(told, codebook.translated)),
      origins,
      ordered: ordered.map(({ id }) => id),
    },
    onStories.held,
  );
  return {
    reports: reports.map((report) => ({
      id: report.id,
      story: named.get(report.id) ?? report.id,
      origin: origins.get(report.id) ?? report.id,
      incidents: linked(report),
    })),
    incidents,
    refused: [...decisions.refused, ...onStories.refused],
  };
}

function withPictures(
  incidents: Incident[],
  contradictions: ReadonlyMap<string, readonly Contradiction[]>,
): Incident[] {
  if (contradictions.size === 0) return incidents;
  return incidents.map((incident) => ({
    ...incident,
    contradictions: [...incident.contradictions, ...(contradictions.get(incident.id) ?? [])],
  }));
}

/** Reports that are dated ahead of their receipt, noted as such. */
function heldAgainst(reports: readonly CodedReport[], receivedAt: string): CodedReport[] {
  return reports.map((report) => {
    const note = aheadNote(report) === undefined ? aheadOfReceipt(report.published, receivedAt) : null;
    return note === null ? report : { ...report, notes: [...report.notes, note] };
  });
}

/** By publication, then id; a report that comes twice under one id counts once. */
function inFixedOrder(reports: readonly CodedReport[]): CodedReport[] {
  const byId = new Map<string, CodedReport>();
  for (const report of reports) {
    const known = byId.get(report.id);
    if (known === undefined || JSON.stringify(report) < JSON.stringify(known)) byId.set(report.id, report);
  }
  return [...byId.values()].sort(
    (a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id),
  );
}

/** What is only supposed is no event. */
function itemsOf(reports: readonly CodedReport[], origins: ReadonlyMap<string, string>): Item[] {
  return reports
    .flatMap((report) =>
      report.incidents
        .filter(({ modality }) => modality !== 'hypothetical')
        .map((coded) => ({ report, coded, origin: origins.get(report.id) ?? report.id })),
    )
    .map((item, index) => ({ ...item, index }));
}

/** The founding link names the incident, so that its id stays when others join. */
function idOf(members: readonly Member[]): string {
  const first = members[0];
  return `${first?.link.report ?? ''}#${first?.link.coded ?? ''}`;
}

interface Linked {
  readonly incident: Incident;
  readonly coded: string;
}

function incidentsByReport(incidents: readonly Incident[]): Map<string, Linked[]> {
  const map = new Map<string, Linked[]>();
  for (const incident of incidents) {
    for (const link of incident.links) {
      const list = map.get(link.report);
      if (list === undefined) map.set(link.report, [{ incident, coded: link.coded }]);
      else list.push({ incident, coded: link.coded });
    }
  }
  return map;
}

/** The report's incidents; its main one (the one that harmed most, else the first told) stands first. */
function mainFirst(report: CodedReport, linked: readonly Linked[]): Incident[] {
  const rank = (id: string): number => {
    const coded = report.incidents.find((one) => one.id === id);
    return coded === undefined || coded.aggregate
      ? -1
      : (coded.harm.killed?.min ?? 0) * 1000 + (coded.harm.injured?.min ?? 0);
  };
  const order = new Map(report.incidents.map((coded, index) => [coded.id, index]));
  const own = [...linked].sort(
    (a, b) => rank(b.coded) - rank(a.coded) || (order.get(a.coded) ?? 0) - (order.get(b.coded) ?? 0),
  );
  return [...new Set(own.map(({ incident }) => incident))];
}
