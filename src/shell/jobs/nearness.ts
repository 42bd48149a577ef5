/** What stands near enough in time and place to be the same: the question to the store, and the same test in memory. */
import { distanceKm } from '../../measure/distance.ts';
import type { CodedIncident, CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import type { CandidateQuestion } from '../store/queries/candidates.ts';

/** Two reports of one event may differ by this much in time before they are held apart (36 hours, see the codebook). */
const WINDOW_MS = 36 * 3_600_000;
/** Where nothing is said of the time, it is sought in this time before the report came out. */
const UNDATED_MS = 14 * 24 * 3_600_000;
/** What a place may be away from another with the same meaning; the radius of the stored one comes on top. */
const REACH_KM = 25;

/** One question for each coded incident; none for one of which neither its time nor the report's is known. */
export function questionsOf(report: CodedReport): CandidateQuestion[] {
  return report.incidents.flatMap((coded) => questionOf(coded, report.published));
}

/** What else may be this incident; empty when its time is not known. */
export const questionsAbout = (incident: Incident): CandidateQuestion[] => questionOf(incident, null);

function questionOf(
  { time, place }: Pick<CodedIncident, 'place'> & Pick<Incident, 'time'>,
  published: string | null,
): CandidateQuestion[] {
  const out = published === null ? Number.NaN : Date.parse(published);
  const start = time?.start == null ? out - UNDATED_MS : Date.parse(time.start) - WINDOW_MS;
  const end = time?.end == null ? out + WINDOW_MS : Date.parse(time.end) + WINDOW_MS;
  const [from, until] = [instant(start), instant(end)];
  if (from === null && until === null) return [];
  const isPlaced = place !== null && place.latitude !== null && place.longitude !== null;
  const near = isPlaced ? { latitude: place.latitude ?? 0, longitude: place.longitude ?? 0, radiusKm: REACH_KM } : null;
  return [{ from, until: until !== null && from !== null && until < from ? from : until, near }];
}

/** Beyond what ECMAScript can print, a time is as good as open. */
const LATEST_MS = 8.64e15;

const instant = (milliseconds: number): string | null =>
  Number.isNaN(milliseconds) || Math.abs(milliseconds) > LATEST_MS ? null : new Date(milliseconds).toISOString();

/** An incident with its time and place ready for comparing. */
export interface Located {
  incident: Incident;
  start: number;
  end: number;
}

export function locate(incident: Incident): Located {
  const start = incident.time?.start == null ? Number.NEGATIVE_INFINITY : Date.parse(incident.time.start);
  const end = incident.time?.end == null ? Number.POSITIVE_INFINITY : Date.parse(incident.time.end);
  return { incident, start, end };
}

/** As the store answers the question, so that an incident of this very batch is found like one of an earlier. */
export function isNear({ incident, start, end }: Located, { from, until, near }: CandidateQuestion): boolean {
  if (incident.time === null) return false;
  if (until !== null && !(start <= Date.parse(until))) return false;
  if (from !== null && !(end > Date.parse(from))) return false;
  const { place, placeRadiusKm } = incident;
  if (near === null || place === null || place.latitude === null || place.longitude === null) return true;
  const distance = distanceKm(
    { lat: near.latitude, lon: near.longitude },
    { lat: place.latitude, lon: place.longitude },
  );
  return distance <= near.radiusKm + (placeRadiusKm ?? 0);
}
