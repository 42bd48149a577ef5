/**
 * Finds the incidents of newly coded reports: asks the store what stands near in time and place, lets corroboration decide
 * over that block alone, and says what changed. What the block does not touch stays as it is.
 */
import type { Change } from '../../journey/7-record/change.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import type { CodedIncident, CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Incident } from '../../model/incident.ts';
import type { CandidateQuestion } from '../store/queries/candidates.ts';
import type { Turn } from '../store/store.ts';
import type { Stages } from './stages.ts';

/** Two reports of one event may differ by this much in time before they are held apart (36 hours, see the codebook). */
const WINDOW_MS = 36 * 3_600_000;
/** Where nothing is said of the time, it is sought in this time before the report came out. */
const UNDATED_MS = 14 * 24 * 3_600_000;
/** What a place may be away from another with the same meaning; its own radius comes on top. */
const REACH_KM = 25;

export async function placeIncidents(turn: Turn, fresh: readonly CodedReport[], stages: Stages): Promise<Change[]> {
  const block = await blockAround(turn, fresh);
  const { reports, incidents } = stages.corroborate([...block.codings, ...fresh]);
  const coded = new Map([...block.whole, ...fresh].map((coding) => [coding.id, coding]));
  const stored = new Map(block.incidents.map((incident) => [incident.id, incident]));
  const changed = incidents.filter(
    (incident) => canonicalJson(incident) !== canonicalJson(stored.get(incident.id) ?? null),
  );
  const now = new Set(incidents.map(({ id }) => id));
  const gone = block.incidents.filter(({ id }) => !now.has(id));
  const freshIds = new Set(fresh.map(({ id }) => id));
  return [
    ...gone.map(({ id }): Change => ({ kind: 'incident-dissolved', id })),
    ...changed.map((incident): Change => ({ kind: 'linked', incident })),
    ...changed.map(
      (incident): Change => ({ kind: 'assessed', incident: incident.id, findings: stages.assess(incident, coded) }),
    ),
    ...reports
      .filter(({ id }) => freshIds.has(id) || block.corroborations.has(id))
      .map(
        (report): Change => ({
          kind: 'corroborated',
          corroborated: joined(report, block.corroborations.get(report.id), stored),
        }),
      ),
  ];
}

interface Block {
  incidents: Incident[];
  /** Reports of these incidents with only those coded incidents that are linked to them, and the origins of the reports. */
  codings: CodedReport[];
  whole: CodedReport[];
  /** What was held before of the reports that the incidents rest on. */
  corroborations: Map<string, CorroboratedReport>;
}

async function blockAround(turn: Turn, fresh: readonly CodedReport[]): Promise<Block> {
  const freshIds = new Set(fresh.map(({ id }) => id));
  const near = await turn.candidateIncidents(
    fresh.flatMap((report) => report.incidents.flatMap((coded) => questionOf(coded, report))),
  );
  const own = await turn.incidentsOf([...freshIds]);
  const incidents = [...new Map([...near, ...own].map((incident) => [incident.id, incident])).values()];
  const links = incidents.flatMap((incident) => incident.links);
  const linked = new Set(links.map(({ report, coded }) => `${report}#${coded}`));
  const reports = [...new Set(links.map(({ report }) => report))].filter((id) => !freshIds.has(id));
  const corroborations = new Map((await turn.corroborations(reports)).map((one) => [one.id, one]));
  const origins = [...corroborations.values()].map(({ origin }) => origin).filter((id) => !freshIds.has(id));
  const whole = await turn.codings([...new Set([...reports, ...origins])]);
  const codings = whole.map((coding) => ({
    ...coding,
    incidents: coding.incidents.filter(({ id }) => linked.has(`${coding.id}#${id}`)),
  }));
  return { incidents, codings, whole, corroborations };
}

/** What to ask the store for one coded incident; nothing when neither its time nor the report's is known. */
function questionOf({ time, place }: CodedIncident, { published }: CodedReport): CandidateQuestion[] {
  const out = published === null ? Number.NaN : Date.parse(published);
  const start = time?.start == null ? out - UNDATED_MS : Date.parse(time.start) - WINDOW_MS;
  const end = time?.end == null ? out + WINDOW_MS : Date.parse(time.end) + WINDOW_MS;
  const [from, until] = [instant(start), instant(end)];
  if (from === null && until === null) return [];
  const isPlaced = place !== null && place.latitude !== null && place.longitude !== null;
  const near = isPlaced ? { latitude: place.latitude ?? 0, longitude: place.longitude ?? 0, radiusKm: REACH_KM } : null;
  return [{ from, until: until !== null && from !== null && until < from ? from : until, near }];
}

const instant = (milliseconds: number): string | null =>
  Number.isNaN(milliseconds) || Math.abs(milliseconds) > 8e15 ? null : new Date(milliseconds).toISOString();

/** A report may rest in incidents outside the block and descend from a report outside it: neither is forgotten. */
function joined(
  now: CorroboratedReport,
  before: CorroboratedReport | undefined,
  block: ReadonlyMap<string, Incident>,
): CorroboratedReport {
  if (before === undefined) return now;
  const elsewhere = before.incidents.filter((id) => !block.has(id));
  const incidents = [...new Set([...now.incidents, ...elsewhere])];
  const origin = now.origin === now.id ? before.origin : now.origin;
  const isStoryKept = incidents.includes(before.story) || before.story === origin;
  return { id: now.id, story: isStoryKept ? before.story : now.story, origin, incidents };
}
