/**
 * Who is said to have done it, as a set of claims: each with who says so, denials tied to what they deny, alternatives
 * ("Syrian or Russian aircraft") as one claim of two names. The incident carries a status, never a culprit as truth.
 */
import { ARMED_GROUPS } from '../../model/armed-roles.ts';
import type { Participant } from '../../model/coded-report.ts';
import type { AttributionClaim, Incident } from '../../model/incident.ts';
import type { Member } from './member.ts';

/** Whom an accusation means: branches of one state are one side; a mere description ("armed groups") fits several. */
export interface Side {
  /** Country of a state, or id of another actor; null for a description. */
  readonly key: string | null;
  /** Whether it is a state; null when the description does not say. */
  readonly isState: boolean | null;
  readonly name: string;
}

const STATE_ROLES: readonly Participant['role'][] = ['state', 'military', 'police'];

export function sideOf({ actor, role, name }: Participant): Side {
  const isState = STATE_ROLES.includes(role) ? true : ARMED_GROUPS.has(role ?? 'unknown') ? false : null;
  const key = actor === null ? null : isState === true ? (actor.split('.')[0] ?? actor) : actor;
  return { key, isState, name };
}

/** Whether both may mean the same side: two different names do not, a description does unless it is of another sort. */
function mayBeOne(a: Side, b: Side): boolean {
  if (a.key !== null && b.key !== null) return a.key === b.key;
  return a.isState === null || b.isState === null || a.isState === b.isState;
}

/** Alternatives ("Syrian or Russian aircraft") agree with whoever names one of them. */
export const areRivals = (a: readonly Side[], b: readonly Side[]): boolean =>
  !a.some((one) => b.some((other) => mayBeOne(one, other)));

/** Each side once, by the first name that it is given. */
export const sidesText = (sides: readonly Side[]): string =>
  [...new Map(sides.map((side) => [side.key ?? side.name, side.name] as const).reverse()).values()].sort().join(' or ');

/** So many reports are named as those that a denial denies; there may be more. */
const DENIED_AT_MOST = 50;

export function attributionsOf(members: readonly Member[]): AttributionClaim[] {
  const claims = members.flatMap(claimsOf);
  const accusations = accusationsBySide(claims);
  for (const claim of claims) {
    if (claim.attribution !== 'denied_by_itself') continue;
    const own = sideOf(claim.accused);
    const denied = new Set(accusations.flatMap(({ side, reports }) => (mayBeOne(own, side) ? reports : [])));
    denied.delete(claim.report);
    if (denied.size > 0) claim.denies = [...denied].sort().slice(0, DENIED_AT_MOST);
  }
  return claims;
}

function accusationsBySide(claims: readonly AttributionClaim[]): { side: Side; reports: string[] }[] {
  const bySide = new Map<string, { side: Side; reports: string[] }>();
  for (const { accused, attribution, report } of claims) {
    if (attribution === 'denied_by_itself') continue;
    const side = sideOf(accused);
    const key = `${side.key}/${side.isState}`;
    const known = bySide.get(key);
    if (known === undefined) bySide.set(key, { side, reports: [report] });
    else if (known.reports.length <= DENIED_AT_MOST) known.reports.push(report);
  }
  return [...bySide.values()];
}

function claimsOf({ coded, link }: Member): AttributionClaim[] {
  const isDenial = coded.modality === 'denied';
  const named = isDenial ? coded.perpetrators.filter((accused) => mayBeSpokenFor(accused, coded)) : coded.perpetrators;
  return named.map((accused) => ({
    accused,
    attribution:
      isDenial && accused.attribution !== 'claimed_by_itself' ? 'denied_by_itself' : (accused.attribution ?? 'stated'),
    saidBy: coded.attributedTo.map(({ name, actor }) => ({ name, actor })),
    report: link.report,
    origin: link.origin,
    spans: accused.spans,
  }));
}

/** Who denies that he did it accuses nobody. Where somebody else is known to deny it for him, nothing is said of his own word. */
function mayBeSpokenFor(accused: Participant, { attributedTo }: Member['coded']): boolean {
  const own = sideOf(accused).key;
  if (own === null || attributedTo.length === 0) return true;
  return attributedTo.some(({ actor }) => actor === null || actor === own || actor.startsWith(`${own}.`));
}

/** Whom each report accuses; the alternatives of one report stand together. Reports that accuse nobody are left out. */
export function accusedByReport(claims: readonly AttributionClaim[]): Map<string, Side[]> {
  const byReport = new Map<string, Side[]>();
  for (const { accused, attribution, report } of claims) {
    if (attribution === 'denied_by_itself') continue;
    const sides = byReport.get(report);
    if (sides === undefined) byReport.set(report, [sideOf(accused)]);
    else sides.push(sideOf(accused));
  }
  return byReport;
}

/** Contested when one who is accused denies it, or when a report accuses somebody whom another cannot mean. */
export function attributionStatusOf(claims: readonly AttributionClaim[]): Incident['attributionStatus'] {
  if (claims.some(({ attribution }) => attribution === 'claimed_by_itself')) return 'admitted';
  const accused = [...accusedByReport(claims).values()];
  const [first, ...others] = accused;
  if (first === undefined) return 'unattributed';
  const denying = claims.flatMap((claim) => (claim.attribution === 'denied_by_itself' ? [sideOf(claim.accused)] : []));
  if (denying.some((own) => accused.some((sides) => sides.some((side) => mayBeOne(own, side))))) return 'contested';
  return others.some((sides) => areRivals(first, sides)) ? 'contested' : 'uncontested';
}
