/**
 * From coded reports to incidents: which reports descend from one origin, which coded incidents are one event. Links are
 * scored and carry their reasons; nothing is merged away, so each can be undone. The result does not depend on the order
 * in which the reports arrive.
 */
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Incident, IncidentLink } from '../../model/incident.ts';
import { incidentOf, type Member } from './incident-of.ts';
import { likeness } from './same-incident.ts';
import { containment, shinglesOf } from './shingles.ts';

export interface Corroboration {
  /** In the order of the reports given. */
  reports: CorroboratedReport[];
  /** By time, then id. */
  incidents: Incident[];
}

/** Reports that share this part of their wording descend from one text. */
const REPRINT = 0.5;
const SAME_INCIDENT = 0.55;

export function corroborate(reports: readonly CodedReport[]): Corroboration {
  const ordered = [...reports].sort((a, b) => (a.published ?? '').localeCompare(b.published ?? '') || a.id.localeCompare(b.id));
  const origins = originsOf(ordered);
  const groups: Member[][] = [];
  for (const report of ordered) {
    for (const coded of report.incidents) {
      if (coded.modality === 'hypothetical') continue;
      place(groups, report, coded, origins.get(report.id) ?? report.id);
    }
  }
  const incidents = groups.map((members) => incidentOf(idOf(members), members));
  incidents.sort((a, b) => (a.time?.start ?? '').localeCompare(b.time?.start ?? '') || a.id.localeCompare(b.id));
  return { reports: reports.map((report) => corroborated(report, incidents, origins)), incidents };
}

function place(groups: Member[][], report: CodedReport, coded: CodedReport['incidents'][number], origin: string): void {
  let best: { members: Member[]; score: number; reasons: string[] } | null = null;
  for (const members of groups) {
    // Two incidents that one report tells apart are never one event.
    if (members.some((member) => member.report.id === report.id)) continue;
    const alike = members.map((member) => likeness(member.coded, coded));
    if (alike.some((one) => one.score === 0)) continue;
    const strongest = alike.reduce((a, b) => (b.score > a.score ? b : a));
    if (strongest.score >= SAME_INCIDENT && strongest.score > (best?.score ?? 0)) best = { members, score: strongest.score, reasons: strongest.reasons };
  }
  const link: IncidentLink = { report: report.id, coded: coded.id, origin, score: best?.score ?? 1, reasons: best?.reasons ?? ['first report of it'] };
  if (best === null) groups.push([{ report, coded, link }]);
  else best.members.push({ report, coded, link });
}

/** The founding link names the incident, so that its id stays when others join. */
function idOf(members: readonly Member[]): string {
  const first = members[0];
  return `${first?.link.report ?? ''}#${first?.link.coded ?? ''}`;
}

/** Each report's origin: the earliest report whose wording it shares. */
function originsOf(ordered: readonly CodedReport[]): Map<string, string> {
  const origins = new Map<string, string>();
  const seen: { id: string; shingles: ReadonlySet<number> }[] = [];
  for (const report of ordered) {
    const shingles = shinglesOf(report.text);
    const source = seen.find((other) => containment(other.shingles, shingles) >= REPRINT);
    origins.set(report.id, source === undefined ? report.id : (origins.get(source.id) ?? source.id));
    seen.push({ id: report.id, shingles });
  }
  return origins;
}

function corroborated(report: CodedReport, incidents: readonly Incident[], origins: ReadonlyMap<string, string>): CorroboratedReport {
  const own = report.incidents.flatMap((coded) => {
    const incident = incidents.find((candidate) => candidate.links.some((link) => link.report === report.id && link.coded === coded.id));
    return incident === undefined ? [] : [{ id: incident.id, toll: (coded.harm.killed?.min ?? 0) * 1000 + (coded.harm.injured?.min ?? 0) }];
  });
  const main = [...own].sort((a, b) => b.toll - a.toll)[0];
  const origin = origins.get(report.id) ?? report.id;
  return { id: report.id, story: main?.id ?? origin, origin, incidents: [...new Set([...(main === undefined ? [] : [main.id]), ...own.map((one) => one.id)])] };
}
