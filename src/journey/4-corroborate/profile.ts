/** What of a coded incident is compared with others: its kind, time, place, tolls, targets and culprits as plain values. */
import type { CodedIncident, CodedReport, Count } from '../../model/coded-report.ts';
import type { TimeInterval } from '../../model/interval.ts';
import { reliedOnDate } from '../../model/publication-date.ts';

/** One coded incident within its report, in the fixed order of all of them. */
export interface Item {
  readonly index: number;
  readonly report: CodedReport;
  readonly coded: CodedIncident;
  /** Id of the report's text origin. */
  readonly origin: string;
}

export interface Profile {
  readonly type: CodedIncident['type'];
  readonly aggregate: boolean;
  /** UTC milliseconds, end exclusive; null when either end is unknown or the interval is turned round. */
  readonly time: { readonly start: number; readonly end: number } | null;
  /** UTC milliseconds between which it lies, infinite where open: "before Tuesday" has an end and no start. */
  readonly from: number;
  readonly until: number;
  /**
   * UTC milliseconds, end exclusive: when an act that is told without its day most likely was, from the day the report came out.
   * It speaks for two accounts being one and never against it; null when the day is told or nothing is known.
   */
  readonly likely: { readonly start: number; readonly end: number } | null;
  /** UTC milliseconds of publication; NaN when unknown. */
  readonly published: number;
  readonly place: {
    readonly id: string | null;
    readonly name: string | null;
    readonly country: string | null;
    /** Degrees; null when the gazetteer has no point. */
    readonly point: { readonly lat: number; readonly lon: number } | null;
    readonly radiusKm: number;
  } | null;
  readonly killed: Count | null;
  readonly injured: Count | null;
  /** Kinds of object that were hit. */
  readonly objects: readonly string[];
  /** Names of persons who were hit. */
  readonly persons: readonly string[];
  readonly culprits: readonly string[];
}

/** Kilometres within which the act may lie, when two incidents are compared. */
const RADIUS_KM: Record<string, number> = {
  exact: 0.5,
  settlement: 6,
  district: 25,
  province: 80,
  country: 400,
  region: 800,
};

export function profileOf({ report, coded }: Item): Profile {
  const published = Date.parse(reliedOnDate(report) ?? '');
  const times = timesOf(coded);
  return {
    type: coded.type,
    aggregate: coded.aggregate,
    ...times,
    likely: likelyTime(times, published, coded),
    published,
    place: locationOf(coded.place),
    killed: coded.harm.killed ?? null,
    injured: coded.harm.injured ?? null,
    objects: objectsOf(coded),
    persons: distinctNames(coded.targets.flatMap(({ kind, name }) => (kind === 'person' ? [name.toLowerCase()] : []))),
    culprits: distinctNames(coded.perpetrators.flatMap(({ actor }) => actor ?? [])),
  };
}

/** Posts tell of the day they are written on or of the one before. */
const BEFORE_POST_MS = 36 * 3_600_000;
const AFTER_POST_MS = 24 * 3_600_000;

/** Only for what is told as just happened: not after the report, and no word of when before it. */
function likelyTime(
  { time, from, until }: Pick<Profile, 'time' | 'from' | 'until'>,
  published: number,
  { modality, aggregate }: CodedIncident,
): Profile['likely'] {
  if (time !== null || Number.isFinite(from) || aggregate || modality === 'denied') return null;
  return Math.abs(until - published) <= 2 * AFTER_POST_MS
    ? { start: published - BEFORE_POST_MS, end: published + AFTER_POST_MS }
    : null;
}

/** A denial is dated by the day it was spoken and is about an act of that day or the days before. */
const DENIED_AFTER_MS = 3 * 86_400_000;

const timesOf = ({ time, modality }: CodedIncident): Pick<Profile, 'time' | 'from' | 'until'> =>
  spanOf(time, modality === 'denied' ? DENIED_AFTER_MS : 0);

/** An interval in milliseconds, begun so much earlier. */
export function spanOf(time: TimeInterval | null, earlierMs = 0): Pick<Profile, 'time' | 'from' | 'until'> {
  const start = instantOf(time?.start, Number.NEGATIVE_INFINITY) - earlierMs;
  const end = instantOf(time?.end, Number.POSITIVE_INFINITY);
  // An interval that is turned round says nothing.
  if (!(start < end)) return { time: null, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  return { time: Number.isFinite(end - start) ? { start, end } : null, from: start, until: end };
}

function instantOf(text: string | null | undefined, open: number): number {
  const at = text == null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? open : at;
}

/** A place with the radius within which the act may lie. */
export function locationOf(place: Omit<NonNullable<CodedIncident['place']>, 'spans'> | null): Profile['place'] {
  if (place === null) return null;
  const { latitude, longitude } = place;
  return {
    id: place.place,
    name: place.name,
    country: place.country,
    point: latitude === null || longitude === null ? null : { lat: latitude, lon: longitude },
    radiusKm: RADIUS_KM[place.precision ?? 'region'] ?? 0,
  };
}

/** "Civilian area" is said of nearly everything and tells nothing apart. */
function objectsOf(coded: CodedIncident): readonly string[] {
  return distinctNames(
    coded.targets.flatMap(({ object }) => (object !== undefined && object !== 'civilian_area' ? [object] : [])),
  );
}

const NONE: readonly string[] = [];
/** Longer lists are of no single act. */
const NAMES_AT_MOST = 64;

/** Each once, in order. Most are none or one, and a million sets would be larger than all else that is compared. */
export function distinctNames(names: readonly string[]): readonly string[] {
  if (names.length === 0) return NONE;
  return names.length === 1 ? names : [...new Set(names)].sort().slice(0, NAMES_AT_MOST);
}

const CONTEXT = 70;

/** The words around the trigger: the same in a reprint. */
export function wordingOf({ text }: CodedReport, { trigger }: CodedIncident): string {
  const first = trigger[0];
  if (first === undefined) return '';
  const around = text.slice(Math.max(0, first.start - CONTEXT), first.end + CONTEXT).toLowerCase();
  const words = around.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // The first and last word may be cut.
  return words.slice(1, -1).join(' ');
}
