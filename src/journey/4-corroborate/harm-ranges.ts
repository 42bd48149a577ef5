/**
 * The number algebra over sources: claims are kept as worded, a later one supersedes an earlier one within a line of
 * dependent reports only, and independent lines give a range. Parts stay with their claim and are never added; killed, injured
 * and joint figures are never added to each other.
 */
import type { Count } from '../../model/coded-report.ts';
import type { HarmMeasure, HarmRange, Incident } from '../../model/incident.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import type { Member } from './member.ts';

export const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];

/** Rule of a toll of which no claim is believed. It reaches from nothing to anything: it is not known, and no sum counts it. */
export const BEYOND_BELIEF = 'harm/beyond-belief';

type Claim = HarmRange['claims'][number];

/** What one independent line says in the end. */
export interface LineClaim {
  readonly line: number;
  readonly claim: Claim;
}

export interface HarmBounds {
  /** A claim of more than this in one act is kept and not counted. */
  readonly beyondBelief: number;
}

/** Ranges per measure, and what each line says in the end. `lineOf` numbers the independent line of a report. */
export function harmRanges(
  members: readonly Member[],
  lineOf: (report: string) => number,
  { beyondBelief }: HarmBounds,
): { harm: Incident['harm']; byLine: Map<HarmMeasure, LineClaim[]> } {
  const harm: Incident['harm'] = {};
  const byLine = new Map<HarmMeasure, LineClaim[]>();
  for (const measure of MEASURES) {
    const told = members.flatMap((member) => claimOf(member, measure));
    if (told.length === 0) continue;
    const standing = standingClaims(told, lineOf, beyondBelief);
    byLine.set(measure, standing);
    harm[measure] = rangeOver(standing, told);
  }
  return { harm, byLine };
}

function claimOf({ report, coded, link }: Member, measure: HarmMeasure): { claim: Claim; said: string }[] {
  const count = coded.harm[measure];
  return count === undefined
    ? []
    : [{ claim: { report: link.report, origin: link.origin, count }, said: reliedOnDate(report) ?? '' }];
}

/** The claim that stands for each line: its latest, unless that is only vaguer than the one before. */
function standingClaims(
  told: readonly { claim: Claim; said: string }[],
  lineOf: (report: string) => number,
  beyondBelief: number,
): LineClaim[] {
  const standing = new Map<number, { claim: Claim; said: string }>();
  for (const next of told) {
    if (next.claim.count.min > beyondBelief) {
      next.claim.setAside = 'beyond-belief';
      continue;
    }
    const line = lineOf(next.claim.report);
    const before = standing.get(line);
    if (before === undefined) standing.set(line, next);
    else if (supersedes(next, before)) {
      before.claim.setAside = 'superseded';
      standing.set(line, next);
    } else next.claim.setAside = 'superseded';
  }
  return [...standing].sort(([a], [b]) => a - b).map(([line, { claim }]) => ({ line, claim }));
}

function supersedes(next: { claim: Claim; said: string }, before: { claim: Claim; said: string }): boolean {
  if (next.said < before.said) return false;
  if (next.said > before.said) return !isVaguer(next.claim.count, before.claim.count);
  // Said at once: the more exact one stands; of two exact ones the lower, as the more careful.
  return (
    isVaguer(before.claim.count, next.claim.count) ||
    (!isVaguer(next.claim.count, before.claim.count) && next.claim.count.min < before.claim.count.min)
  );
}

const top = (count: Count): number => count.max ?? Number.POSITIVE_INFINITY;

/** Holds all of the other's range and is worded as a word or open above where the other is not. */
function isVaguer(a: Count, b: Count): boolean {
  const isWord = a.claim.op === 'word' || a.claim.op === 'plural';
  return (
    a.min <= b.min && top(a) >= top(b) && ((a.max === null && b.max !== null) || (isWord && b.claim.op !== a.claim.op))
  );
}

/** Lowest minimum to highest maximum over the lines; best is the lower median of their bests. */
function rangeOver(standing: readonly LineClaim[], told: readonly { claim: Claim }[]): HarmRange {
  const claims = told.map(({ claim }) => claim);
  if (standing.length === 0) return { min: 0, best: null, max: null, rule: BEYOND_BELIEF, claims };
  const counts = standing.map(({ claim }) => claim.count);
  const bests = counts.flatMap(({ best }) => (best === null ? [] : [best])).sort((a, b) => a - b);
  const highest = counts.reduce((most, count) => Math.max(most, top(count)), 0);
  return {
    min: counts.reduce((least, { min }) => Math.min(least, min), Number.POSITIVE_INFINITY),
    best: bests[(bests.length - 1) >> 1] ?? null,
    max: Number.isFinite(highest) ? highest : null,
    rule: counts.length === 1 ? 'harm/single-origin' : 'harm/median-of-origins',
    claims,
  };
}
