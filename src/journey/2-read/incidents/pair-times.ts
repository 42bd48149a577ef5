/**
 * Whether two mentions can tell one event by when they were, told roughly and before anything is resolved: "tonight" is
 * not "in July of last year", and what follows an act of three years ago is seldom told of today's.
 */
import type { CalendarMeaning, TimeExpression, TimeUnit } from '../../../model/time-expression.ts';
import { dependents } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

/** Days from the day of publication, both inclusive; the past is negative. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/** A time farther from the act in the tree is rather another's. */
export const OWN_TIME = 4;

/** So many days between them, and no slip of a reporter or of a calendar makes one event of two. */
const APART = 20;

/** What is told without a time, in a report that has named none, is news. */
const NEWS: Days = { from: -3, to: 0 };

/** So many sentences back a time still says when it was. */
const SCENE = 6;

/** Both are told with times of their own, and those lie far apart; people may die of their wounds long after the act. */
export function areErasApart(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const fresh = ownDays(page, now);
  const old = hull(before.flatMap((mention) => ownDays(page, mention) ?? []));
  if (fresh === null || old === null) return false;
  return now.entry.frame === 'suffer' ? old.from - fresh.to > APART : gapOf(fresh, old) > APART;
}

/** Only the later is told with a time of its own, far from that at which the others were being told. */
export function isOutOfScene(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const [first] = before;
  if (first === undefined || (now.nominal && now.definite)) return false;
  const fresh = ownDays(page, now);
  if (fresh === null || before.some((mention) => ownDays(page, mention) !== null)) return false;
  const scene = sceneOf(page, first.sentence);
  return scene !== null && gapOf(fresh, scene) > APART;
}

/** "came a month after the murder of X": two acts with a stretch of time between them. */
export function areStretchApart(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  return before.some(
    (mention) =>
      mention.sentence === now.sentence &&
      mention.entry.frame !== 'suffer' &&
      now.entry.frame !== 'suffer' &&
      isMeasuredFrom(page, mention) !== isMeasuredFrom(page, now),
  );
}

const MEASURES: ReadonlySet<string> = new Set(['after', 'before', 'since', 'following']);

/** How long before or after a noun for an act something else was stands before it. */
function isMeasuredFrom(page: Page, { nominal, sentence, token }: EventMention): boolean {
  const line = page.lines[sentence];
  const mark = line === undefined || !nominal ? undefined : dependents(line.sentence, token, 'case')[0];
  if (line === undefined || mark === undefined || !MEASURES.has(line.sentence.tokens[mark]?.lower ?? '')) return false;
  const time = page.times[line.timeAt.get(mark - 1) ?? -1];
  return time?.meaning.kind === 'duration';
}

/** Days between two stretches; below nought where they touch. */
export const gapOf = (a: Days, b: Days): number => Math.max(a.from - b.to, b.from - a.to);

const hull = (all: readonly Days[]): Days | null =>
  all.length === 0
    ? null
    : { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };

/** The days that the mention's own time names; null where it has none, or none that the calendar tells. */
export function ownDays(page: Page, { times: [nearest] }: EventMention): Days | null {
  const time = nearest === undefined || nearest.distance > OWN_TIME ? undefined : page.times[nearest.index];
  return time === undefined ? null : daysOf(page, time);
}

/** The time named last before a sentence. */
function sceneOf(page: Page, sentence: number): Days | null {
  if (page.published === null) return null;
  for (let at = sentence; at >= Math.max(0, sentence - SCENE); at -= 1)
    for (const index of page.lines[at]?.times.toReversed() ?? []) {
      const time = page.times[index];
      const days = time === undefined ? null : daysOf(page, time);
      if (days !== null) return days;
    }
  return NEWS;
}

const DAY = 86_400_000;

function daysOf({ published }: Page, { meaning, signal }: TimeExpression): Days | null {
  if (published === null || meaning.kind !== 'calendar' || meaning.anchor !== 'publication' || signal === 'since')
    return null;
  return meaning.shift === undefined ? ofFields(meaning, published) : ofShift(meaning.shift);
}

/** Days of one unit; shorter ones are of the day itself. */
const LENGTH: Readonly<Partial<Record<TimeUnit, number>>> = {
  day: 1,
  night: 1,
  weekend: 7,
  week: 7,
  month: 30,
  quarter: 91,
  season: 91,
  year: 365,
  decade: 3652,
};

/** "three days ago" to the day; "three years ago" give or take half of one, "last year" anywhere in it. */
function ofShift({ amount, unit, whole }: NonNullable<CalendarMeaning['shift']>): Days | null {
  const length = LENGTH[unit];
  if (length === undefined) return unit === 'century' ? null : { from: -1, to: 0 };
  const middle = amount * length;
  const slack = length === 1 ? 0 : whole ? length : Math.ceil(length / 2);
  return { from: middle - slack, to: middle + slack };
}

/** "in July 1989", "on 24 October", "in 1987"; weekdays say nothing of the era. */
function ofFields({ fields, turn }: CalendarMeaning, published: string): Days | null {
  const { year, month, day, shortYear, hijriMonth, ambiguousDay } = fields;
  if (shortYear === true || hijriMonth !== undefined || ambiguousDay === true) return null;
  if (turn === 'next' || (year === undefined && month === undefined)) return null;
  const today = Date.parse(published);
  const inYear = (of: number): Days => {
    const [first, last] = month === undefined ? [0, 11] : [month - 1, month - 1];
    const start = Date.UTC(of, first, day ?? 1);
    const end = day === undefined ? Date.UTC(of, last + 1, 0) : start;
    return { from: (start - today) / DAY, to: (end - today) / DAY };
  };
  if (year !== undefined) return inYear(year);
  const ofThis = inYear(new Date(today).getUTCFullYear());
  // A month that is still to come is that of the year before, unless it is near.
  return ofThis.from > APART ? inYear(new Date(today).getUTCFullYear() - 1) : ofThis;
}
