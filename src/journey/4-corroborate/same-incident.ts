/**
 * How likely coded incidents of two reports are one event, with the reasons. Compared are type, time against its precision,
 * distance against both radii, tolls, objects and culprits; a contradiction in time or place keeps them apart.
 */
import { distanceKm } from '../../measure/distance.ts';
import type { CodedIncident } from '../../model/coded-report.ts';

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: string[];
}

const APART: Likeness = { score: 0, reasons: [] };
const HOUR = 3_600_000;
const RADIUS_KM: Record<string, number> = { exact: 0.5, settlement: 6, district: 25, province: 80, country: 400, region: 800 };

const FAMILIES: Record<string, string> = {
  air_strike: 'fire', drone_strike: 'fire', shelling: 'fire', missile_strike: 'fire', bombing: 'fire', suicide_bombing: 'fire', mine_or_uxo: 'fire', chemical_attack: 'fire',
  ground_attack: 'fight', armed_clash: 'fight', shooting: 'fight', sniper_fire: 'fight', killing: 'fight', execution: 'fight', territory_seizure: 'ground',
};
const GENERIC = new Set(['ground_attack', 'killing', 'property_destruction']);
const familyOf = (type: string): string => FAMILIES[type] ?? type;

export function likeness(a: CodedIncident, b: CodedIncident): Likeness {
  if (a.aggregate !== b.aggregate) return APART;
  const reasons: string[] = [];
  let score = 0;
  if (a.type === b.type) score += add(reasons, 0.25, `both ${a.type.replaceAll('_', ' ')}`);
  else if (familyOf(a.type) === familyOf(b.type)) score += add(reasons, 0.15, 'kinds of one family');
  else if (GENERIC.has(a.type) || GENERIC.has(b.type)) score += 0.05;
  else return APART;
  const time = timeLikeness(a, b, reasons);
  const place = placeLikeness(a, b, reasons);
  if (time < 0 || place < 0) return APART;
  // Without a time or a place in common nothing says that two acts of one kind are one.
  if (time === 0 && place === 0) return APART;
  score += time + place + tollLikeness(a, b, reasons) + targetLikeness(a, b, reasons) + culpritLikeness(a, b, reasons);
  return { score: Math.max(0, Math.min(1, score)), reasons };
}

function add(reasons: string[], amount: number, reason: string): number {
  reasons.push(reason);
  return amount;
}

function timeLikeness(a: CodedIncident, b: CodedIncident, reasons: string[]): number {
  if (a.time?.start == null || b.time?.start == null || a.time.end === null || b.time.end === null) return 0;
  const start = Math.max(Date.parse(a.time.start), Date.parse(b.time.start));
  const end = Math.min(Date.parse(a.time.end), Date.parse(b.time.end));
  if (start < end) {
    const width = Math.max(Date.parse(a.time.end) - Date.parse(a.time.start), Date.parse(b.time.end) - Date.parse(b.time.start));
    return width <= 36 * HOUR ? add(reasons, 0.3, 'same day') : width <= 8 * 24 * HOUR ? add(reasons, 0.12, 'times overlap') : 0.04;
  }
  return start - end <= 12 * HOUR ? add(reasons, 0.1, 'times touch') : -1;
}

function placeLikeness(a: CodedIncident, b: CodedIncident, reasons: string[]): number {
  const one = a.place;
  const other = b.place;
  if (one === null || other === null) return 0;
  if (one.place !== null && one.place === other.place) {
    const fine = one.precision === 'exact' || one.precision === 'settlement' || one.precision === 'district';
    return fine ? add(reasons, 0.35, `both in ${one.name}`) : add(reasons, 0.12, `both in ${one.name}`);
  }
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null) {
    return one.country !== null && other.country !== null && one.country !== other.country ? -1 : 0;
  }
  const distance = distanceKm({ lat: one.latitude, lon: one.longitude }, { lat: other.latitude, lon: other.longitude });
  const reach = (RADIUS_KM[one.precision ?? 'region'] ?? 0) + (RADIUS_KM[other.precision ?? 'region'] ?? 0);
  if (distance > reach) return -1;
  return reach <= 15 ? add(reasons, 0.3, `${Math.round(distance)} km apart`) : reach <= 110 ? add(reasons, 0.12, 'one place lies within reach of the other') : 0.03;
}

function tollLikeness(a: CodedIncident, b: CodedIncident, reasons: string[]): number {
  const one = a.harm.killed;
  const other = b.harm.killed;
  if (one === undefined || other === undefined) return 0;
  if (one.claim.n !== undefined && one.claim.n === other.claim.n && one.claim.n > 2) return add(reasons, 0.2, `both tell of ${one.claim.n} killed`);
  const overlap = one.min <= (other.max ?? Number.POSITIVE_INFINITY) && other.min <= (one.max ?? Number.POSITIVE_INFINITY);
  if (overlap) return 0.06;
  const low = Math.max(1, Math.min(one.min, other.min));
  return Math.max(one.min, other.min) / low > 4 ? add(reasons, -0.2, 'tolls far apart') : add(reasons, -0.05, 'tolls differ');
}

function targetLikeness(a: CodedIncident, b: CodedIncident, reasons: string[]): number {
  const names = (incident: CodedIncident): Set<string> => new Set(incident.targets.flatMap((target) => (target.object === undefined || target.object === 'civilian_area' ? (target.kind === 'person' ? [target.name.toLowerCase()] : []) : [target.object])));
  const one = names(a);
  const other = names(b);
  if (one.size === 0 || other.size === 0) return 0;
  for (const name of one) if (other.has(name)) return add(reasons, 0.15, `both name a ${name.replaceAll('_', ' ')}`);
  return add(reasons, -0.08, 'different targets');
}

function culpritLikeness(a: CodedIncident, b: CodedIncident, reasons: string[]): number {
  const actors = (incident: CodedIncident): Set<string> => new Set(incident.perpetrators.flatMap((one) => (one.actor === null ? [] : [one.actor])));
  const one = actors(a);
  const other = actors(b);
  if (one.size === 0 || other.size === 0) return 0;
  for (const actor of one) if (other.has(actor)) return add(reasons, 0.08, 'the same accused');
  return 0;
}
