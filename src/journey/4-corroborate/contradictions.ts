/** Which values of which reports cannot all be right: tolls, places, times, culprits, and whether it happened at all. */
import { distanceKm } from '../../measure/distance.ts';
import { contradictionOf, contradictionReason, measureReason, tollReason } from '../../model/contradiction-words.ts';
import type { AttributionClaim, Contradiction, HarmMeasure } from '../../model/incident.ts';
import { aheadNote } from '../../model/publication-date.ts';
import { accusedByReport, areRivals, sidesText } from './attributions.ts';
import { type LineClaim, MEASURES } from './harm-ranges.ts';
import type { Member } from './member.ts';

/** However many lines disagree, so many pairs are named per topic; the outermost come first. */
const PAIRS_AT_MOST = 10;

export interface Disagreeing {
  readonly members: readonly Member[];
  readonly attributions: readonly AttributionClaim[];
  readonly byLine: ReadonlyMap<HarmMeasure, readonly LineClaim[]>;
  readonly beyondBelief: number;
}

export function contradictionsOf(told: Disagreeing): Contradiction[] {
  return [
    ...[...told.byLine].flatMap(([measure, lines]) => tollContradictions(measure, lines)),
    ...unbelievable(told),
    ...placeContradictions(told.members),
    ...aheadOfReceipt(told.members),
    ...timeContradictions(told.members),
    ...culpritContradictions(told.attributions),
    ...occurrenceContradictions(told.members),
  ];
}

/** How badly the sources of an incident disagree: the major contradictions first, then the minor ones. The store computes the same. */
export function disagreementOf(contradictions: readonly Contradiction[]): number {
  const major = contradictions.filter(({ severity }) => severity === 'major').length;
  return 1000 * major + Math.min(999, contradictions.length - major);
}

function tollContradictions(measure: HarmMeasure, lines: readonly LineClaim[]): Contradiction[] {
  const low = [...lines].sort((a, b) => top(a) - top(b) || a.line - b.line).slice(0, PAIRS_AT_MOST);
  const high = [...lines]
    .sort((a, b) => b.claim.count.min - a.claim.count.min || a.line - b.line)
    .slice(0, PAIRS_AT_MOST);
  const pairs = low.flatMap((a) =>
    high.filter((b) => top(a) < b.claim.count.min).map((b) => ({ a: a.claim, b: b.claim })),
  );
  return pairs.slice(0, PAIRS_AT_MOST).map(({ a, b }) => {
    const severity = b.count.min > 2 * (a.count.max ?? 0) ? 'major' : 'minor';
    const tolls = { measure: measureReason(measure), less: tollReason(a.count), more: tollReason(b.count) };
    const reason = contradictionReason('contradiction/tolls', { ...tolls, one: a.report, other: b.report });
    return contradictionOf('harm', severity, [a.report, b.report], reason);
  });
}

const top = ({ claim }: LineClaim): number => claim.count.max ?? Number.POSITIVE_INFINITY;

function unbelievable({ members, beyondBelief }: Disagreeing): Contradiction[] {
  return members.flatMap(({ report, coded }) =>
    MEASURES.flatMap((measure): Contradiction[] => {
      const count = coded.harm[measure]?.min ?? 0;
      if (count <= beyondBelief) return [];
      const values = { measure: measureReason(measure), count, report: report.id };
      return [
        contradictionOf('harm', 'major', [report.id], contradictionReason('contradiction/beyond-belief', values)),
      ];
    }),
  );
}

/** Kilometres by which two points of one settlement may differ. */
const SAME_TOWN_KM = 3;
const FAR_KM = 15;

function placeContradictions(members: readonly Member[]): Contradiction[] {
  const places = new Map<string, Member>();
  for (const member of members) {
    const place = member.coded.place;
    if (place?.latitude != null && (place.precision === 'exact' || place.precision === 'settlement')) {
      const key = place.place ?? `${place.latitude}`;
      if (!places.has(key)) places.set(key, member);
    }
  }
  const [first, ...others] = places.values();
  if (first === undefined) return [];
  return others.slice(0, PAIRS_AT_MOST).flatMap((other): Contradiction[] => {
    const [a, b] = [pointOf(first), pointOf(other)];
    const km = a === null || b === null ? 0 : distanceKm(a, b);
    if (km <= SAME_TOWN_KM || (km <= FAR_KM && (namesPlaceOf(first, other) || namesPlaceOf(other, first)))) return [];
    const reason = contradictionReason('contradiction/places', {
      place: first.coded.place?.name ?? '',
      one: first.report.id,
      elsewhere: other.coded.place?.name ?? '',
      other: other.report.id,
      km: Math.round(km),
    });
    return [contradictionOf('place', km > FAR_KM ? 'major' : 'minor', [first.report.id, other.report.id], reason)];
  });
}

/** "The Sukkari quarter of Aleppo" and "in Aleppo" are no two places: who names both knows how they lie. */
function namesPlaceOf({ report }: Member, { coded: { place } }: Member): boolean {
  return place?.place != null && report.mentions.some((one) => one.kind === 'place' && one.place === place.place);
}

function pointOf({ coded: { place } }: Member): { lat: number; lon: number } | null {
  return place?.latitude == null || place.longitude === null ? null : { lat: place.latitude, lon: place.longitude };
}

function aheadOfReceipt(members: readonly Member[]): Contradiction[] {
  const ahead = members.flatMap(({ report }): Contradiction[] => {
    if (aheadNote(report) === undefined) return [];
    const values = { report: report.id, published: report.published ?? '' };
    return [contradictionOf('time', 'major', [report.id], contradictionReason('contradiction/dated-ahead', values))];
  });
  return ahead.slice(0, PAIRS_AT_MOST);
}

const DAY_MS = 86_400_000;

/** Whether its day cannot be right: its report is dated ahead of its receipt, or tells of a day well after its own publication. */
export function isDayDoubtful({ report, coded: { time, modality } }: Member): boolean {
  if (aheadNote(report) !== undefined) return true;
  if (time?.start == null || report.published === null) return false;
  const isTold = modality === 'asserted' || modality === 'alleged';
  return isTold && Date.parse(time.start) > Date.parse(report.published) + 2 * DAY_MS;
}

function timeContradictions(members: readonly Member[]): Contradiction[] {
  const dated = members.flatMap((member) => {
    const { report, coded } = member;
    return coded.time?.start == null ||
      coded.time.end === null ||
      (coded.modality !== 'asserted' && coded.modality !== 'alleged')
      ? []
      : [{ report, start: coded.time.start, end: coded.time.end, isDoubtful: isDayDoubtful(member) }];
  });
  const found: Contradiction[] = [];
  for (const { report, start, isDoubtful } of dated) {
    if (!isDoubtful || aheadNote(report) !== undefined) continue;
    const values = { report: report.id, published: report.published ?? '', day: start };
    found.push(contradictionOf('time', 'major', [report.id], contradictionReason('contradiction/told-ahead', values)));
  }
  if (dated.length < 2) return found.slice(0, PAIRS_AT_MOST);
  const latest = dated.reduce((a, b) => (Date.parse(b.start) > Date.parse(a.start) ? b : a));
  const earliest = dated.reduce((a, b) => (Date.parse(b.end) < Date.parse(a.end) ? b : a));
  const gap = Date.parse(latest.start) - Date.parse(earliest.end);
  if (gap >= 0 && latest.report.id !== earliest.report.id) {
    const [one, other] = [earliest.report.id, latest.report.id];
    const reason = contradictionReason('contradiction/times', { end: earliest.end, one, start: latest.start, other });
    found.push(contradictionOf('time', gap > DAY_MS ? 'major' : 'minor', [one, other], reason));
  }
  return found.slice(0, PAIRS_AT_MOST);
}

function culpritContradictions(attributions: readonly AttributionClaim[]): Contradiction[] {
  const accused = [...accusedByReport(attributions)];
  const found: Contradiction[] = [];
  const [first, ...others] = accused;
  const rival = first === undefined ? undefined : others.find(([, sides]) => areRivals(first[1], sides));
  if (first !== undefined && rival !== undefined) {
    const sides = { accused: sidesText(first[1]), one: first[0], rival: sidesText(rival[1]), other: rival[0] };
    const reason = contradictionReason('contradiction/culprits', sides);
    found.push(contradictionOf('culprit', 'major', [first[0], rival[0]], reason));
  }
  const denial = attributions.find(({ denies }) => denies !== undefined);
  if (denial?.denies !== undefined) {
    const values = { accused: denial.accused.name, one: denial.denies[0] ?? '', other: denial.report };
    const reports = [...new Set([denial.report, ...denial.denies])].slice(0, PAIRS_AT_MOST);
    found.push(contradictionOf('culprit', 'major', reports, contradictionReason('contradiction/denied', values)));
  }
  return found;
}

function occurrenceContradictions(members: readonly Member[]): Contradiction[] {
  const denials = members.filter(({ coded }) => coded.modality === 'denied');
  const told = members.filter(({ coded }) => coded.modality === 'asserted' || coded.modality === 'alleged');
  if (denials.length === 0 || told.length === 0) return [];
  const reports = [...denials.slice(0, PAIRS_AT_MOST), ...told.slice(0, PAIRS_AT_MOST)].map(({ report }) => report.id);
  return [
    contradictionOf('occurrence', 'major', [...new Set(reports)], contradictionReason('contradiction/occurrence')),
  ];
}
