/** Computes an incident from its links: where the reports agree the narrowest value, where they differ the range and the difference. */
import type { CodedIncident, CodedReport, Count } from '../../model/coded-report.ts';
import type { AttributionClaim, Contradiction, HarmMeasure, HarmRange, Incident, IncidentLink } from '../../model/incident.ts';

/** A coded incident with the report it stands in. */
export interface Member {
  readonly report: CodedReport;
  readonly coded: CodedIncident;
  readonly link: IncidentLink;
}

const RADIUS_KM: Record<string, number> = { exact: 0.1, settlement: 5, district: 25, province: 80, country: 400, region: 800 };

/** Derives every value of the incident `id` from its members, which stand in a fixed order (earliest report first). */
export function incidentOf(id: string, members: readonly Member[]): Incident {
  const first = members[0];
  if (first === undefined) throw new Error(`incident ${id} has no member`);
  const place = finestPlace(members);
  const attributions = members.flatMap(attributionsOf);
  return {
    id,
    type: commonest(members.map(({ coded }) => coded.type)) ?? first.coded.type,
    codes: first.coded.codes,
    modality: surest(members),
    completed: members.some(({ coded }) => coded.completed),
    aggregate: members.every(({ coded }) => coded.aggregate),
    links: members.map(({ link }) => link),
    time: commonTime(members),
    place,
    placeRadiusKm: place?.precision == null ? null : (RADIUS_KM[place.precision] ?? null),
    harm: harmRanges(members),
    targets: distinct(members.flatMap(({ coded }) => coded.targets), (target) => `${target.kind}/${target.object ?? target.name.toLowerCase()}`),
    weapons: [...new Set(members.flatMap(({ coded }) => coded.weapons.map((weapon) => weapon.term)))].sort(),
    attributions,
    attributionStatus: statusOf(attributions),
    contradictions: contradictionsOf(members),
    origins: new Set(members.map(({ link }) => link.origin)).size,
  };
}

function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => !seen.has(key(item)) && seen.add(key(item)) !== undefined);
}

function commonest<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const DOUBT: readonly CodedIncident['modality'][] = ['asserted', 'alleged', 'denied', 'threatened', 'planned', 'hypothetical'];

function surest(members: readonly Member[]): CodedIncident['modality'] {
  return DOUBT.find((modality) => members.some(({ coded }) => coded.modality === modality)) ?? 'hypothetical';
}

const FINENESS = ['exact', 'settlement', 'district', 'province', 'country', 'region'];

function finestPlace(members: readonly Member[]): Incident['place'] {
  const places = members.flatMap(({ coded }) => (coded.place === null ? [] : [coded.place]));
  return [...places].sort((a, b) => rank(a.precision) - rank(b.precision))[0] ?? null;
}

const rank = (precision: string | null): number => (precision === null ? FINENESS.length : FINENESS.indexOf(precision));

/** The part that all intervals share; their hull where they share none. */
function commonTime(members: readonly Member[]): Incident['time'] {
  const times = members.flatMap(({ coded }) => (coded.time?.start == null || coded.time.end == null ? [] : [{ start: coded.time.start, end: coded.time.end, precision: coded.time.precision }]));
  const first = times[0];
  if (first === undefined) {
    const open = members.find(({ coded }) => coded.time !== null)?.coded.time;
    return open == null ? null : { start: open.start, end: open.end, precision: open.precision };
  }
  const at = (text: string): number => Date.parse(text);
  const latestStart = times.reduce((a, b) => (at(b.start) > at(a.start) ? b : a));
  const earliestEnd = times.reduce((a, b) => (at(b.end) < at(a.end) ? b : a));
  if (at(latestStart.start) < at(earliestEnd.end)) return { start: latestStart.start, end: earliestEnd.end, precision: narrowest(times.map((time) => time.precision)) };
  const earliestStart = times.reduce((a, b) => (at(b.start) < at(a.start) ? b : a));
  const latestEnd = times.reduce((a, b) => (at(b.end) > at(a.end) ? b : a));
  return { start: earliestStart.start, end: latestEnd.end, precision: 'range' };
}

type Precision = NonNullable<CodedIncident['time']>['precision'];
const PRECISIONS: readonly Precision[] = ['minute', 'part_of_day', 'day', 'range', 'week', 'month', 'year'];
const narrowest = (list: readonly Precision[]): Precision => PRECISIONS.find((precision) => list.includes(precision)) ?? 'range';

const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];

function harmRanges(members: readonly Member[]): Incident['harm'] {
  const harm: Incident['harm'] = {};
  for (const measure of MEASURES) {
    const claims = members.flatMap(({ coded, link }) => {
      const count = coded.harm[measure];
      return count === undefined ? [] : [{ report: link.report, origin: link.origin, count }];
    });
    if (claims.length > 0) harm[measure] = rangeOver(claims);
  }
  return harm;
}

/** One claim per origin (its latest), then the lowest minimum to the highest maximum; best = the median of the origins' bests. */
function rangeOver(claims: HarmRange['claims']): HarmRange {
  const byOrigin = new Map<string, Count>();
  for (const claim of claims) byOrigin.set(claim.origin, claim.count);
  const counts = [...byOrigin.values()];
  const bests = counts.flatMap((count) => (count.best === null ? [] : [count.best])).sort((a, b) => a - b);
  const maxima = counts.map((count) => count.max);
  return {
    min: Math.min(...counts.map((count) => count.min)),
    best: bests.length === 0 ? null : (bests[Math.floor((bests.length - 1) / 2)] ?? null),
    max: maxima.some((max) => max === null) ? null : Math.max(...maxima.map((max) => max ?? 0)),
    rule: counts.length === 1 ? 'harm/single-origin' : 'harm/median-of-origins',
    claims,
  };
}

function attributionsOf({ coded, link }: Member): AttributionClaim[] {
  return coded.perpetrators.map((accused) => ({
    accused,
    attribution: accused.attribution ?? 'stated',
    saidBy: coded.attributedTo.map(({ name, actor }) => ({ name, actor })),
    report: link.report,
    origin: link.origin,
    spans: accused.spans,
  }));
}

function statusOf(claims: readonly AttributionClaim[]): Incident['attributionStatus'] {
  if (claims.some((claim) => claim.attribution === 'claimed_by_itself')) return 'admitted';
  const accused = claims.filter((claim) => claim.attribution !== 'denied_by_itself');
  if (accused.length === 0) return 'unattributed';
  const denied = claims.some((claim) => claim.attribution === 'denied_by_itself');
  const names = new Set(accused.map((claim) => claim.accused.actor ?? claim.accused.name.toLowerCase()));
  return denied || names.size > 1 ? 'contested' : 'uncontested';
}

function contradictionsOf(members: readonly Member[]): Contradiction[] {
  const found: Contradiction[] = [];
  const killed = members.flatMap((member) => (member.coded.harm.killed === undefined ? [] : [{ member, count: member.coded.harm.killed }]));
  for (const a of killed) {
    for (const b of killed) {
      if (a.member.link.origin >= b.member.link.origin || a.count.max === null || a.count.max >= b.count.min) continue;
      found.push({
        about: 'harm',
        message: `killed: ${a.count.min}–${a.count.max} in one report, ${b.count.min}${b.count.max === null ? '+' : `–${b.count.max}`} in another`,
        severity: b.count.min > 2 * a.count.max ? 'major' : 'minor',
        reports: [a.member.link.report, b.member.link.report],
      });
    }
  }
  const denials = members.filter(({ coded }) => coded.modality === 'denied');
  const told = members.filter(({ coded }) => coded.modality !== 'denied');
  if (denials.length > 0 && told.length > 0) {
    found.push({ about: 'occurrence', message: 'reported by some and denied by others', severity: 'major', reports: [...denials, ...told].map(({ link }) => link.report) });
  }
  return found;
}
