/**
 * The state of a truce, explained: the last days against a stated baseline, with the uncertainty of counts this small, what
 * reporting there was, and the incidents and statements that moved it most. A description of what was reported, no verdict.
 */
import type { Reason } from '../../../model/reason.ts';
import type { StatementForm } from '../../../model/statement-record.ts';
import { plain, type Said, say } from '../reason.ts';
import { type ChangePoint, type CountedDay, changePoints } from './change-points.ts';
import { type RatioRange, rateRatio } from './gamma-rates.ts';

export interface StateDay extends CountedDay {
  killed: { min: number; best: number | null; max: number | null };
}

/** Both days inclusive. */
export interface Period {
  from: string;
  to: string;
}

export interface MoverIncident {
  id: string;
  day: string;
  killedMin: number;
  says: Said;
}

export interface MoverStatement {
  id: string;
  day: string;
  form: StatementForm;
  says: Said;
}

export interface StateQuestion {
  /** Without gaps, ascending. */
  days: readonly StateDay[];
  baseline: Period;
  recent: Period;
  /** Of the recent days; those with most people killed suffice. */
  incidents: readonly MoverIncident[];
  statements: readonly MoverStatement[];
}

export interface Mover {
  kind: 'incident' | 'statement';
  id: string;
  day: string;
  says: string;
  /** The same as data, for pages in other languages. */
  reason: Reason;
  /** How much lower (or higher, when negative) the index would be without it. */
  moved: number;
}

export interface PeriodCounts extends Period {
  incidents: number;
  killed: { min: number; best: number | null; max: number | null };
  days: number;
  /** Days on which at least one outlet published. */
  daysReported: number;
  /** Mean number of outlets a day. */
  sources: number;
}

export interface TruceState {
  state: 'more-violence' | 'less-violence' | 'no-clear-change' | 'too-little-known';
  says: string;
  /** The same as data, for pages in other languages. */
  reason: Reason;
  doubts: Said[];
  baseline: PeriodCounts;
  recent: PeriodCounts;
  /** Incidents a reported day, recent against baseline: median and 90 % interval; null where nobody reported. */
  ratio: RatioRange | null;
  /** Sum of three logarithms of ratios: incidents, people killed (lowest reading), words that threaten against words that promise. */
  index: { value: number; incidents: number; killed: number; words: number };
  movers: Mover[];
  changePoints: ChangePoint[];
}

const CERTAINTY = 0.9;
const MOVERS_SHOWN = 5;
/** Fewer days with a report than this are no ground for saying that anything changed. */
const LEAST_DAYS_REPORTED = 3;
const THREATENING: ReadonlySet<StatementForm> = new Set(['threat', 'ultimatum']);
const CALMING: ReadonlySet<StatementForm> = new Set(['promise', 'restraint']);

export function truceState({ days, baseline, recent, incidents, statements }: StateQuestion): TruceState {
  const [then, now] = [countsOf(days, baseline), countsOf(days, recent)];
  const ratio = rateRatio(
    { count: now.incidents, days: now.daysReported },
    { count: then.incidents, days: then.daysReported },
    CERTAINTY,
  );
  const words = { before: statements.filter(within(baseline)), now: statements.filter(within(recent)) };
  const index = indexOf(now, then, words.now, words.before);
  const state = stateOf(now, then, ratio);
  const says = sentence(state, now, then, ratio);
  return {
    state,
    says: says.text,
    reason: says.reason,
    doubts: doubtsOf(now, then),
    baseline: then,
    recent: now,
    ratio: ratio === null ? null : { min: rounded(ratio.min), best: rounded(ratio.best), max: rounded(ratio.max) },
    index: roundedAll(index),
    movers: moversOf(now, then, incidents.filter(within(recent)), words, index.value),
    changePoints: changePoints(days),
  };
}

const within =
  ({ from, to }: Period) =>
  ({ day }: { day: string }): boolean =>
    day >= from && day <= to;

function countsOf(days: readonly StateDay[], period: Period): PeriodCounts {
  const own = days.filter(within(period));
  const sum = (of: (day: StateDay) => number): number => own.reduce((total, day) => total + of(day), 0);
  return {
    ...period,
    incidents: sum((day) => day.incidents),
    killed: {
      min: sum((day) => day.killed.min),
      best: sum((day) => day.killed.best ?? day.killed.min),
      max: own.some((day) => day.killed.max === null) ? null : sum((day) => day.killed.max ?? 0),
    },
    days: own.length,
    daysReported: own.filter((day) => day.sources > 0).length,
    sources: own.length === 0 ? 0 : rounded(sum((day) => day.sources) / own.length),
  };
}

/** Half an event is added on both sides, so that no logarithm is without end. */
const logRatio = (now: number, nowDays: number, then: number, thenDays: number): number =>
  Math.log((now + 0.5) / Math.max(1, nowDays)) - Math.log((then + 0.5) / Math.max(1, thenDays));

function indexOf(
  now: PeriodCounts,
  then: PeriodCounts,
  wordsNow: readonly MoverStatement[],
  wordsThen: readonly MoverStatement[],
): TruceState['index'] {
  const incidents = logRatio(now.incidents, now.daysReported, then.incidents, then.daysReported);
  const killed = logRatio(now.killed.min, now.daysReported, then.killed.min, then.daysReported);
  const tone = (words: readonly MoverStatement[]): number =>
    Math.log(
      (words.filter(({ form }) => THREATENING.has(form)).length + 1) /
        (words.filter(({ form }) => CALMING.has(form)).length + 1),
    );
  const words = tone(wordsNow) - tone(wordsThen);
  return { value: incidents + killed + words, incidents, killed, words };
}

function stateOf(now: PeriodCounts, then: PeriodCounts, ratio: RatioRange | null): TruceState['state'] {
  const isKnown = Math.min(now.daysReported, then.daysReported) >= LEAST_DAYS_REPORTED;
  if (ratio === null || !isKnown) return 'too-little-known';
  if (ratio.min > 1) return 'more-violence';
  return ratio.max < 1 ? 'less-violence' : 'no-clear-change';
}

function sentence(state: TruceState['state'], now: PeriodCounts, then: PeriodCounts, ratio: RatioRange | null): Said {
  const [recent, baseline] = [periodSaid(now), periodSaid(then)];
  if (ratio === null || state === 'too-little-known') return say('state/too-few', { recent, baseline });
  const { best, min, max } = ratio;
  const range = say('state/ratio', { best: tenth(best), min: tenth(min), max: tenth(max) });
  const code = (
    {
      'more-violence': 'state/more',
      'less-violence': 'state/less',
      'no-clear-change': 'state/no-clear-change',
    } as const
  )[state];
  return say(code, { recent, baseline, ratio: range });
}

const periodSaid = ({ incidents, from, to, days, daysReported }: PeriodCounts): Said =>
  say('state/period', {
    incidents: { count: incidents, of: 'incidents' },
    from,
    to,
    reported: daysReported,
    days: { count: days, of: 'days' },
  });

function doubtsOf(now: PeriodCounts, then: PeriodCounts): Said[] {
  const doubts: Said[] = [];
  const silent = now.days - now.daysReported;
  if (silent > 0) doubts.push(say('state/silent', { silent, days: { count: now.days, of: 'days' } }));
  const more = now.sources / Math.max(0.1, then.sources);
  if (more > 1.5 || more < 1 / 1.5)
    doubts.push(say('state/reporting', { before: tenth(then.sources), after: tenth(now.sources) }));
  if (now.killed.max === null) doubts.push(plain('state/open-above'));
  return doubts;
}

function moversOf(
  now: PeriodCounts,
  then: PeriodCounts,
  incidents: readonly MoverIncident[],
  words: { now: readonly MoverStatement[]; before: readonly MoverStatement[] },
  value: number,
): Mover[] {
  const byIncident = incidents.map(({ id, day, says, killedMin }): Mover => {
    const killed = { ...now.killed, min: now.killed.min - killedMin };
    const without = indexOf({ ...now, incidents: now.incidents - 1, killed }, then, words.now, words.before);
    return { kind: 'incident', id, day, says: says.text, reason: says.reason, moved: rounded(value - without.value) };
  });
  const byStatement = words.now.map((one): Mover => {
    const rest = words.now.filter((other) => other !== one);
    const without = indexOf(now, then, rest, words.before);
    const { id, day, says } = one;
    return { kind: 'statement', id, day, says: says.text, reason: says.reason, moved: rounded(value - without.value) };
  });
  return [...byIncident, ...byStatement]
    .filter(({ moved }) => moved !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.moved) - Math.abs(a.moved) || (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, MOVERS_SHOWN);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const roundedAll = (index: TruceState['index']): TruceState['index'] => ({
  value: rounded(index.value),
  incidents: rounded(index.incidents),
  killed: rounded(index.killed),
  words: rounded(index.words),
});
