/**
 * How likely coded incidents of two reports are one event, with the reasons. Compared are kind, time against its precision,
 * distance against both radii, tolls, objects and culprits; a contradiction in time or place keeps them apart.
 */
import { distanceKm } from '../../measure/distance.ts';
import type { Count } from '../../model/coded-report.ts';
import { kindWords, linkWords, linkWordsWith } from '../../model/link-words.ts';
import type { Profile } from './profile.ts';

export interface Likeness {
  /** 0 to 1; 0 when something keeps them apart. */
  readonly score: number;
  readonly reasons: string[];
}

/** Two incidents while they are weighed: points for and against, with words. */
interface Scale {
  score: number;
  readonly reasons: string[];
  /** Whether anything was found that speaks for them. */
  isTied: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Kinds that name the means: of two different ones, at most one is right. */
const FAMILIES: Record<string, string> = {
  air_strike: 'fire',
  drone_strike: 'fire',
  shelling: 'fire',
  missile_strike: 'fire',
  bombing: 'fire',
  suicide_bombing: 'fire',
  mine_or_uxo: 'fire',
  chemical_attack: 'fire',
  ground_attack: 'fight',
  armed_clash: 'fight',
  shooting: 'fight',
  sniper_fire: 'fight',
  killing: 'fight',
  execution: 'fight',
  territory_seizure: 'ground',
};
/** Kinds that say what was done but not with what; they go with any violent kind. */
const GENERIC = new Set(['ground_attack', 'killing', 'property_destruction', 'bombing']);
/** Whether a kind leaves open with what it was done. */
export const saysNotHow = (type: string): boolean => GENERIC.has(type);
const familyOf = (type: string): string => FAMILIES[type] ?? type;

export function likeness(a: Profile, b: Profile): Likeness {
  const scale: Scale = { score: 0, reasons: [], isTied: false };
  if (isApart(a, b)) return { score: 0, reasons: [] };
  const kind = weighKind(a, b, scale);
  const time = weighTime(a, b, scale);
  const place = weighPlace(a, b, scale);
  // Without a time or a place in common nothing says that two acts of one kind are one.
  if (kind === 'none' || (!time && !place)) return { score: 0, reasons: [] };
  const facts: Scale = { score: 0, reasons: scale.reasons, isTied: false };
  const differ = !place ? OTHER_TOLL.nowhere : isOneName(a, b) ? OTHER_TOLL.there : OTHER_TOLL.nearby;
  weighTolls(a.killed, b.killed, 'killed', differ, facts);
  if (a.killed === null || b.killed === null) weighTolls(a.injured, b.injured, 'injured', differ, facts);
  weighTargets(a, b, facts);
  weighCulprits(a, b, facts);
  scale.score += facts.score;
  // Where the kinds alone tie nothing ("a school was hit", "an air strike"), a toll, target or culprit must.
  if (kind === 'loose' && !facts.isTied) return { score: 0, reasons: [] };
  return { score: Math.max(0, Math.min(1, scale.score)), reasons: scale.reasons };
}

/** Facts that two accounts of one event cannot have: totals and single acts, other days, places out of reach. */
export function isApart(a: Profile, b: Profile): boolean {
  return a.aggregate !== b.aggregate || areTimesApart(a, b) || arePlacesApart(a, b);
}

/** Reports of one event near midnight differ by some hours. */
const SLACK = 12 * HOUR;

/** Days that two accounts of one event cannot both tell. */
export function areTimesApart(a: Timed, b: Timed): boolean {
  if (a.aggregate && a.time !== null && b.time !== null) return sharedWindow(a.time, b.time) < 0.8;
  return Math.max(a.from, b.from) - Math.min(a.until, b.until) > SLACK;
}

type Timed = Pick<Profile, 'aggregate' | 'time' | 'from' | 'until'>;
type Time = NonNullable<Profile['time']>;

/** Two totals are one when their windows are: the shared part over the whole, 0 to 1. */
function sharedWindow(a: Time, b: Time): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Places whose circles of doubt do not touch. */
export function arePlacesApart({ place: a }: Pick<Profile, 'place'>, { place: b }: Pick<Profile, 'place'>): boolean {
  if (a === null || b === null || (a.id !== null && a.id === b.id)) return false;
  if (a.point === null || b.point === null) return a.country !== null && b.country !== null && a.country !== b.country;
  return distanceKm(a.point, b.point) > a.radiusKm + b.radiusKm;
}

function add(scale: Scale, amount: number, reason: string): true {
  scale.score += amount;
  scale.isTied ||= amount > 0;
  scale.reasons.push(reason);
  return true;
}

function weighKind(a: Profile, b: Profile, scale: Scale): 'same' | 'kin' | 'loose' | 'none' {
  const isVague = GENERIC.has(a.type) || GENERIC.has(b.type);
  const isKin = familyOf(a.type) === familyOf(b.type);
  if (a.type === b.type) {
    add(scale, 0.25, linkWordsWith('link/same-kind', kindWords(a.type)));
    return 'same';
  }
  if (isKin) {
    add(scale, isVague ? 0.15 : 0.05, linkWords(isVague ? 'link/family' : 'link/means-of-family'));
    return 'kin';
  }
  if (bothHit(AIRCRAFT, a, b) && FAMILIES[a.type] !== undefined && FAMILIES[b.type] !== undefined) {
    add(scale, 0.05, 'an aircraft was hit, with whatever');
    return 'kin';
  }
  if (!isVague || (FAMILIES[a.type] === undefined && FAMILIES[b.type] === undefined)) return 'none';
  add(scale, 0.05, linkWords('link/kind-untold'));
  return 'loose';
}

/** Brought down by fire, by a missile, "shot down": accounts of one loss differ in the means, and few are lost on one day. */
const AIRCRAFT = 'aircraft';

const bothHit = (object: string, a: Profile, b: Profile): boolean =>
  a.objects.includes(object) && b.objects.includes(object);

/** True when the times say something for their being one. */
function weighTime(a: Profile, b: Profile, scale: Scale): boolean {
  if (a.time === null || b.time === null) return weighLikelyTime(a, b, scale);
  const start = Math.max(a.time.start, b.time.start);
  const end = Math.min(a.time.end, b.time.end);
  if (start >= end) return !add(scale, 0, linkWords('link/times-touch'));
  const width = Math.max(a.time.end - a.time.start, b.time.end - b.time.start);
  if (width <= 1.5 * DAY) return add(scale, 0.3, linkWords('link/same-day'));
  if (a.aggregate) return add(scale, 0.3, linkWords('link/same-window'));
  if (width <= 8 * DAY) return add(scale, 0.12, linkWords('link/times-overlap'));
  return !add(scale, -0.1, linkWords('link/long-stretch'));
}

/**
 * One of them tells no day: reports that came out within days of what the other tells are likelier to be of one act, where both name
 * the means. A death is told for many reasons.
 */
function weighLikelyTime(a: Profile, b: Profile, scale: Scale): false {
  const [one, other] = [a.time ?? a.likely, b.time ?? b.likely];
  const isTold = !GENERIC.has(a.type) && !GENERIC.has(b.type);
  const isNear = isTold && one !== null && other !== null && one.start < other.end && other.start < one.end;
  const isShort = isNear && Math.max(one.end - one.start, other.end - other.start) <= 4 * DAY;
  add(scale, isShort ? 0.1 : -0.1, linkWords(isShort ? 'link/told-within-days' : 'link/time-unknown'));
  // It ties nothing by itself: a place must be shared.
  return false;
}

const FINE_KM = 25;
/** Two named settlements at the end of their reach speak against one event: it was told of another town. */
const APART = 0.4;

/** True when the places say something for their being one. */
function weighPlace({ place: a }: Profile, { place: b }: Profile, scale: Scale): boolean {
  if (a === null || b === null) return !add(scale, -0.05, linkWords('link/place-unknown'));
  if (a.id !== null && a.id === b.id)
    return add(
      scale,
      Math.max(a.radiusKm, b.radiusKm) <= FINE_KM ? 0.35 : 0.12,
      linkWordsWith('link/same-place', a.name ?? a.id),
    );
  if (a.point === null || b.point === null) return !add(scale, -0.05, linkWords('link/place-unknown'));
  const reach = a.radiusKm + b.radiusKm;
  const apart = distanceKm(a.point, b.point);
  if (reach <= 15) return add(scale, 0.3 - APART * (apart / reach), linkWordsWith('link/km-apart', Math.round(apart)));
  if (reach <= 2 * FINE_KM) return add(scale, 0.12, linkWords('link/place-in-reach'));
  if (reach <= 110) return add(scale, 0.06, linkWords('link/area-holds'));
  return add(scale, -0.02, linkWords('link/wide-area'));
}

/** Rising tolls of one event seldom differ by more than this factor. */
const FAR_APART = 4;

/** Tolls rise, but of one place: without one in common, and more so of two towns by name, other tolls are of other events. */
const OTHER_TOLL = { there: -0.05, nearby: -0.3, nowhere: -0.15 } as const;

/** One place of the gazetteer, or one of them is no town by name. */
const isOneName = ({ place: a }: Profile, { place: b }: Profile): boolean =>
  a === null || b === null || a.id === null || b.id === null || a.id === b.id || a.radiusKm + b.radiusKm > 15;

function weighTolls(a: Count | null, b: Count | null, what: 'killed' | 'injured', differ: number, scale: Scale): void {
  if (a === null || b === null) return;
  if (a.claim.n !== undefined && a.claim.n === b.claim.n && a.claim.n > 2) {
    add(scale, 0.2, linkWordsWith(`link/same-${what}`, a.claim.n));
    return;
  }
  const low = Math.max(1, Math.min(a.best ?? a.min, b.best ?? b.min));
  const isSure = a.best !== null && b.best !== null;
  if (isSure && Math.max(a.min, b.min) / low > FAR_APART)
    add(scale, a.max === null || b.max === null ? -0.1 : -0.2, linkWords('link/tolls-far-apart'));
  else if (a.min <= (b.max ?? Number.POSITIVE_INFINITY) && b.min <= (a.max ?? Number.POSITIVE_INFINITY))
    add(scale, 0.06, linkWords('link/tolls-agree'));
  else add(scale, differ, linkWords('link/tolls-differ'));
}

/** A house and a market are two targets; a woman and a house may well be of one strike. */
function weighTargets(a: Profile, b: Profile, scale: Scale): void {
  const shared = sharedName(a.objects, b.objects) ?? sharedName(a.persons, b.persons);
  if (shared !== undefined) add(scale, 0.15, linkWordsWith('link/same-target', shared.replaceAll('_', ' ')));
  else if (a.objects.length > 0 && b.objects.length > 0) add(scale, -0.12, linkWords('link/other-targets'));
  else if (a.objects.length + a.persons.length > 0 && b.objects.length + b.persons.length > 0)
    add(scale, -0.05, linkWords('link/no-target'));
}

/** The first by code unit of the names that both hold; each stands in that order. */
const sharedName = (a: readonly string[], b: readonly string[]): string | undefined =>
  a.find((name) => b.includes(name));

function weighCulprits({ culprits: a }: Profile, { culprits: b }: Profile, scale: Scale): void {
  if (a.some((actor) => b.includes(actor))) add(scale, 0.08, linkWords('link/same-accused'));
}
