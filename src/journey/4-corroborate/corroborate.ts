/**
 * From coded reports to incidents: which reports tell one story, which descend from one origin, which coded incidents are one
 * event. Links are scored and carry their reasons; nothing is merged away, so each can be undone. The result does not depend
 * on the order in which the reports arrive.
 */
import type { CorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import type { CodedIncident, CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Incident, IncidentLink } from '../../model/incident.ts';
import { blocksOf } from './blocks.ts';
import { incidentOf, type Member } from './incident-of.ts';
import { originsOf } from './origins.ts';
import { likeness } from './same-incident.ts';
import { storiesOf } from './stories.ts';

export interface Corroboration {
  /** In the order of the reports given. */
  reports: CorroboratedReport[];
  /** By time, then id. */
  incidents: Incident[];
}

export function corroborate(reports: readonly CodedReport[], codebook: CorroborationCodebook): Corroboration {
  const ordered = [...reports].sort((a, b) => compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id));
  const origins = originsOf(ordered, codebook.reprint);
  const stories = storiesOf(ordered, { same: codebook.storySame, least: codebook.storyLeast });
  const groups = new Groups(codebook.sameIncident);
  for (const report of ordered) {
    for (const coded of report.incidents) if (coded.modality !== 'hypothetical') groups.place(report, coded, origins.get(report.id) ?? report.id);
  }
  const incidents = groups.all.map((members) => incidentOf(idOf(members), members));
  incidents.sort((a, b) => compare(a.time?.start ?? '', b.time?.start ?? '') || compare(a.id, b.id));
  const byReport = incidentsByReport(incidents);
  return { reports: reports.map((report) => corroborated(report, byReport.get(report.id) ?? [], stories, origins)), incidents };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Groups of coded incidents, found again through blocks of place and day so that each is compared with few. */
class Groups {
  readonly all: Member[][] = [];
  private readonly blocks = new Map<string, Member[][]>();
  private readonly threshold: number;

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  place(report: CodedReport, coded: CodedIncident, origin: string): void {
    const keys = blocksOf(coded);
    const best = this.best(report, coded, keys);
    const link: IncidentLink = { report: report.id, coded: coded.id, origin, score: best?.score ?? 1, reasons: best?.reasons ?? ['first report of it'] };
    const members = best?.members ?? [];
    if (best === null) this.all.push(members);
    members.push({ report, coded, link });
    for (const key of keys) {
      const block = this.blocks.get(key) ?? [];
      if (!block.includes(members)) block.push(members);
      this.blocks.set(key, block);
    }
  }

  private best(report: CodedReport, coded: CodedIncident, keys: readonly string[]): { members: Member[]; score: number; reasons: string[] } | null {
    let best: { members: Member[]; score: number; reasons: string[] } | null = null;
    for (const members of new Set(keys.flatMap((key) => this.blocks.get(key) ?? []))) {
      // Two incidents that one report tells apart are never one event.
      if (members.some((member) => member.report.id === report.id)) continue;
      const alike = members.map((member) => likeness(member.coded, coded));
      if (alike.some((one) => one.score === 0)) continue;
      const strongest = alike.reduce((a, b) => (b.score > a.score ? b : a));
      if (strongest.score >= this.threshold && strongest.score > (best?.score ?? 0)) best = { members, score: strongest.score, reasons: strongest.reasons };
    }
    return best;
  }
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
    for (const link of incident.links) map.set(link.report, [...(map.get(link.report) ?? []), { incident, coded: link.coded }]);
  }
  return map;
}

/** The report's main incident (the one that harmed most, else the first told) stands first. */
function corroborated(report: CodedReport, linked: readonly Linked[], stories: ReadonlyMap<string, string>, origins: ReadonlyMap<string, string>): CorroboratedReport {
  const rank = (id: string): number => {
    const coded = report.incidents.find((one) => one.id === id);
    return coded === undefined || coded.aggregate ? -1 : (coded.harm.killed?.min ?? 0) * 1000 + (coded.harm.injured?.min ?? 0);
  };
  const order = new Map(report.incidents.map((coded, index) => [coded.id, index]));
  const own = [...linked].sort((a, b) => rank(b.coded) - rank(a.coded) || (order.get(a.coded) ?? 0) - (order.get(b.coded) ?? 0));
  return { id: report.id, story: stories.get(report.id) ?? report.id, origin: origins.get(report.id) ?? report.id, incidents: [...new Set(own.map(({ incident }) => incident.id))] };
}
