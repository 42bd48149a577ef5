/**
 * Finds the incidents of newly coded reports: asks the store what stands near in time and place, lets corroboration decide
 * over that neighbourhood alone, report by report, and says what changed. What lies outside of it stays as it is.
 */
import { compareText } from '../../journey/4-corroborate/order.ts';
import type { Change } from '../../journey/7-record/change.ts';
import { sameCanonical } from '../../ledger/canonical-json.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Decision } from '../../model/decision.ts';
import type { Incident } from '../../model/incident.ts';
import { type LinkDecision, linkDecisions, storyDecisions } from '../../model/link-decisions.ts';
import type { CandidateQuestion } from '../store/queries/candidates.ts';
import type { Neighbourhood } from '../store/queries/intake.ts';
import type { Turn } from '../store/store.ts';
import { isNear, type Located, locate, questionsOf } from './nearness.ts';
import { looksOf, stillSaid, withPictures } from './repeated-pictures.ts';
import type { Stages } from './stages.ts';
import { tieTranslations } from './tie-translations.ts';

export interface PlacedBy {
  stages: Stages;
  /** All that people decided so far, in their order. */
  decisions: readonly Decision[];
}

export async function placeIncidents(
  turn: Turn,
  fresh: readonly CodedReport[],
  { stages, decisions }: PlacedBy,
): Promise<Change[]> {
  const fellows = new Fellows([...linkDecisions(decisions), ...storyDecisions(decisions)]);
  const area = await areaAround(turn, fresh, fellows);
  const before = new Map([...area.incidents].map(([id, { incident }]) => [id, incident]));
  const told = new Map(area.corroborations);
  for (const report of fresh) place(report, { area, stages, decisions, fellows });
  tellPictures(fresh, area, stages);
  await tieTranslations(turn, fresh, area, { stages, decisions });
  const changed = [...area.incidents.values()]
    .map(({ incident }) => incident)
    .filter((incident) => !sameCanonical(incident, before.get(incident.id)));
  const gone = [...before.keys()].filter((id) => !area.incidents.has(id));
  return [
    ...gone.map((id): Change => ({ kind: 'incident-dissolved', id })),
    ...changed.map((incident): Change => ({ kind: 'linked', incident })),
    ...changed.map(
      (incident): Change => ({
        kind: 'assessed',
        incident: incident.id,
        findings: stages.assess(incident, area.codings),
      }),
    ),
    ...[...area.touched]
      .map((id) => corroborationOf(id, area))
      .filter((corroborated) => !sameCanonical(corroborated, told.get(corroborated.id)))
      .map((corroborated): Change => ({ kind: 'corroborated', corroborated })),
  ];
}

/** What may have to do with the reports of one batch, and what became of it so far. */
interface Area {
  incidents: Map<string, Located>;
  codings: Map<string, CodedReport>;
  corroborations: Map<string, CorroboratedReport>;
  /** Reports that carried a picture of the batch before, wherever they are. */
  twins: ReadonlySet<string>;
  /** Reports whose corroboration was decided anew. */
  touched: Set<string>;
}

async function areaAround(turn: Turn, fresh: readonly CodedReport[], fellows: Fellows): Promise<Area> {
  const freshIds = fresh.map(({ id }) => id);
  const twins = new Set(await turn.reportsWithPictures(looksOf(fresh)));
  const reports = new Set([...freshIds, ...twins]);
  const area: Area = { incidents: new Map(), codings: new Map(), corroborations: new Map(), twins, touched: new Set() };
  const add = (found: Neighbourhood): void => {
    for (const incident of found.incidents) area.incidents.set(incident.id, locate(incident));
    for (const one of found.corroborations) area.corroborations.set(one.id, one);
    for (const coding of found.codings) area.codings.set(coding.id, coding);
    for (const id of reportsOf(found.incidents)) reports.add(id);
  };
  add(await turn.neighbourhood(fresh.flatMap(questionsOf), [...reports]));
  // What people tied to them may lie anywhere, and so may what is tied to that.
  const unseen = (): string[] => fellows.of(reports).filter((id) => !reports.has(id));
  for (let asked = unseen(); asked.length > 0; asked = unseen()) {
    for (const id of asked) reports.add(id);
    add(await turn.neighbourhood([], asked));
  }
  for (const report of fresh) area.codings.set(report.id, report);
  return area;
}

const reportsOf = (incidents: readonly Incident[]): string[] =>
  incidents.flatMap(({ links }) => links.map(({ report }) => report));

/** Which reports people have tied or parted: a decision holds only where both of its ends are looked at together. */
class Fellows {
  private readonly byReport = new Map<string, Set<string>>();

  constructor(decisions: readonly LinkDecision[]) {
    for (const { a, b } of decisions) {
      this.add(a.report, b.report);
      this.add(b.report, a.report);
    }
  }

  /** Every report that a decision names together with any of these. */
  of(reports: Iterable<string>): string[] {
    if (this.byReport.size === 0) return [];
    return [...new Set([...reports].flatMap((report) => [...(this.byReport.get(report) ?? [])]))];
  }

  private add(report: string, fellow: string): void {
    const known = this.byReport.get(report);
    if (known === undefined) this.byReport.set(report, new Set([fellow]));
    else known.add(fellow);
  }
}

interface Placing {
  area: Area;
  stages: Stages;
  decisions: readonly Decision[];
  fellows: Fellows;
}

/** Decides over one report with the incidents near it, and takes the outcome over into the area. */
function place(report: CodedReport, { area, stages, decisions, fellows }: Placing): void {
  const near = incidentsNear(report, area, fellows);
  const { reports, incidents } = stages.corroborate([...neighbours(report, near, area, fellows), report], decisions);
  for (const { id } of near) area.incidents.delete(id);
  for (const incident of incidents)
    area.incidents.set(incident.id, locate(withPictures(incident, stillSaid(incident, near))));
  const held = new Set(near.flatMap(({ links }) => links.map((link) => link.report)));
  const redone = new Set(near.map(({ id }) => id));
  for (const one of reports) {
    if (one.id !== report.id && !held.has(one.id)) continue;
    area.corroborations.set(one.id, joined(one, area.corroborations.get(one.id), redone));
    area.touched.add(one.id);
  }
}

function incidentsNear(report: CodedReport, { incidents }: Area, fellows: Fellows): Incident[] {
  const questions: CandidateQuestion[] = questionsOf(report);
  const isOwn = ({ incident }: Located): boolean => incident.links.some((link) => link.report === report.id);
  const near = new Set(
    [...incidents.values()]
      .filter((located) => questions.some((question) => isNear(located, question)) || isOwn(located))
      .map(({ incident }) => incident),
  );
  const tied = new Set([report.id]);
  for (const incident of near) for (const link of incident.links) tied.add(link.report);
  for (let size = -1; size !== near.size; ) {
    size = near.size;
    const wanted = new Set(fellows.of(tied));
    for (const { incident } of incidents.values()) {
      if (near.has(incident) || !incident.links.some((link) => wanted.has(link.report))) continue;
      near.add(incident);
      for (const link of incident.links) tied.add(link.report);
    }
  }
  return [...near];
}

/** The reports that those incidents rest on, with only the coded incidents that are linked to them, and their origins. */
function neighbours(
  report: CodedReport,
  near: readonly Incident[],
  { codings, corroborations }: Area,
  fellows: Fellows,
): CodedReport[] {
  const links = near.flatMap((incident) => incident.links);
  const linked = new Set(links.map((link) => `${link.report}#${link.coded}`));
  const ids = new Set(links.map((link) => link.report));
  for (const id of [...ids]) ids.add(corroborations.get(id)?.origin ?? id);
  // A decision about stories holds also where one of the two tells of no incident.
  for (const id of fellows.of([...ids, report.id])) ids.add(id);
  ids.delete(report.id);
  return [...ids].flatMap((id) => {
    const coding = codings.get(id);
    return coding === undefined
      ? []
      : [{ ...coding, incidents: coding.incidents.filter((coded) => linked.has(`${id}#${coded.id}`)) }];
  });
}

/** Names on both sides what the pictures of the batch contradict, as the incidents are in the end. */
function tellPictures(fresh: readonly CodedReport[], area: Area, stages: Stages): void {
  const carriers = [...new Set([...area.twins, ...fresh.map(({ id }) => id)])]
    .flatMap((id) => area.codings.get(id) ?? [])
    .toSorted((a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id));
  const incidentsOf = ({ id }: CodedReport): Incident[] =>
    (area.corroborations.get(id)?.incidents ?? []).flatMap((one) => area.incidents.get(one)?.incident ?? []);
  for (const [id, said] of stages.repeatedPictures(carriers, incidentsOf)) {
    const located = area.incidents.get(id);
    if (located !== undefined) area.incidents.set(id, { ...located, incident: withPictures(located.incident, said) });
  }
}

/** A report may rest in incidents further off and descend from a report further off: neither is forgotten. */
function joined(
  now: CorroboratedReport,
  before: CorroboratedReport | undefined,
  redone: ReadonlySet<string>,
): CorroboratedReport {
  if (before === undefined) return now;
  const incidents = [...new Set([...now.incidents, ...before.incidents.filter((id) => !redone.has(id))])];
  const origin = now.origin === now.id ? before.origin : now.origin;
  const isStoryKept = incidents.includes(before.story) || before.story === origin;
  return { id: now.id, story: isStoryKept ? before.story : now.story, origin, incidents };
}

function corroborationOf(id: string, { corroborations }: Area): CorroboratedReport {
  const corroborated = corroborations.get(id);
  if (corroborated === undefined) throw new Error(`unreachable: ${id} was touched without a corroboration`);
  return corroborated;
}
