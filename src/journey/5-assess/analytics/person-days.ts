/**
 * Duties that last: how long people were without what a clause gives them, in person-days. What is not told stays open: an
 * incident without a number of people has days and no person-days, one without an end lasts at most until the day asked about.
 */
import type { Clause, ClauseType } from '../../../model/agreement.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Incident } from '../../../model/incident.ts';
import type { Reason } from '../../../model/reason.ts';
import { plain, type Said, say } from '../reason.ts';
import { DAY_MS, millisecondsOf } from '../statements/spoken.ts';

/** Clauses whose breach lasts until something ends it. */
const LASTING: ReadonlySet<ClauseType> = new Set([
  'humanitarian-access',
  'detainees',
  'redeployment',
  'freeze-in-place',
  'exclusive-presence',
  'monitor-access',
]);
export const isLasting = ({ type }: Clause): boolean => LASTING.has(type);

export interface Range {
  min: number;
  best: number | null;
  /** Null = open above. */
  max: number | null;
}

export interface DutyIncident {
  readonly id: string;
  readonly type: Incident['type'];
  readonly time: Incident['time'];
  /** `country/first-order division`; null when unknown. */
  readonly area: string | null;
  readonly outcome: Finding['outcome'];
  /** People whom it keeps from what is theirs: taken, missing or driven out, whichever is told. */
  readonly persons: Range | null;
}

export interface DutySpan {
  incident: string;
  outcome: Finding['outcome'];
  persons: Range | null;
  days: Range;
  /** Null where the number of people is not told. */
  personDays: Range | null;
  because: string;
  /** The same as data, for pages in other languages. */
  reason: Reason;
}

export interface DutyDuration {
  clause: string;
  spans: DutySpan[];
  /** Over spans with a number of people; null when there is none. */
  personDays: Range | null;
  /** Spans of which the number of people is not told. */
  withoutPersons: string[];
  /** Incidents that carried the duty out. */
  fulfilled: string[];
}

const AGAINST: ReadonlySet<Finding['outcome']> = new Set(['breach-indicated', 'exception-claimed', 'indeterminate']);

/** UTC milliseconds between which days count against a clause: its beginning, and the day asked about or its end. */
export interface InForce {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** `incidents` are those with a finding under the clause. */
export function dutyDuration(clause: Clause, incidents: readonly DutyIncident[], inForce: InForce): DutyDuration {
  const acts = new Set(clause.acts);
  const fulfils = new Set(clause.fulfils);
  const kept = incidents.filter(({ type, outcome }) => fulfils.has(type) && outcome === 'consistent');
  const spans = incidents
    .filter(({ type, outcome }) => acts.has(type) && AGAINST.has(outcome))
    .map((incident) => spanOf(incident, kept, inForce))
    .sort((a, b) => (a.incident < b.incident ? -1 : 1));
  return {
    clause: clause.id,
    spans,
    personDays: sumOf(spans.flatMap(({ personDays }) => personDays ?? [])),
    withoutPersons: spans.filter(({ persons }) => persons === null).map(({ incident }) => incident),
    fulfilled: kept.map(({ id }) => id).sort(),
  };
}

function spanOf(incident: DutyIncident, kept: readonly DutyIncident[], inForce: InForce): DutySpan {
  const { days, because } = daysOf(incident, kept, inForce);
  const { persons } = incident;
  return {
    incident: incident.id,
    outcome: incident.outcome,
    persons,
    days,
    personDays: persons === null ? null : product(persons, days),
    because: because.text,
    reason: because.reason,
  };
}

/**
 * At least as long as told; at most until something in the same area that carries the duty out, or else until the day asked
 * about. A day of which only the date is told counts as one.
 */
function daysOf(
  { time, area }: DutyIncident,
  kept: readonly DutyIncident[],
  { fromMs, untilMs }: InForce,
): { days: Range; because: Said } {
  const toldStart = millisecondsOf(time?.start);
  const toldEnd = millisecondsOf(time?.end);
  if (toldStart === null) return { days: { min: 1, best: null, max: null }, because: plain('duty/no-beginning') };
  const start = Math.max(toldStart, fromMs);
  const told = toldEnd === null ? 1 : Math.max(1, Math.ceil((Math.min(toldEnd, untilMs) - start) / DAY_MS));
  const endings = kept
    .filter((other) => area !== null && other.area === area)
    .flatMap((other) => {
      const at = millisecondsOf(other.time?.start);
      return at === null || at < start ? [] : [{ id: other.id, at }];
    });
  const ending = endings.sort((a, b) => a.at - b.at)[0];
  const last = ending?.at ?? untilMs;
  const max = Number.isFinite(last) ? Math.max(told, Math.ceil((last - start) / DAY_MS)) : null;
  const days = { count: told, of: 'days' } as const;
  const lasted = start > toldStart ? say('duty/lasted-in-force', { days }) : say('duty/lasted', { days });
  const because =
    ending === undefined ? say('duty/not-ended', { lasted }) : say('duty/ended', { lasted, incident: ending.id });
  return { days: { min: told, best: null, max }, because };
}

/** `best` only where both are told. */
function product(a: Range, b: Range): Range {
  return {
    min: a.min * b.min,
    best: a.best === null || b.best === null ? null : a.best * b.best,
    max: a.max === null || b.max === null ? null : a.max * b.max,
  };
}

function sumOf(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null;
  const total = (of: (range: Range) => number | null): number | null =>
    ranges.reduce<number | null>((sum, range) => {
      const value = of(range);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  return { min: total(({ min }) => min) ?? 0, best: total(({ best }) => best), max: total(({ max }) => max) };
}
