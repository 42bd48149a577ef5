/** Two expressions that are the ends of one stretch: both carry the whole of it. */
import { civilOf, isoDate } from '../../../measure/calendar.ts';
import type { ResolvedTime, TimeExpression } from '../../../model/time-expression.ts';
import { DATING, type Running } from './running.ts';
import { DAY_MINUTES } from './stretch.ts';
import type { TimedStretch } from './time-of-day.ts';
import { edged, fromStretch, interval } from './written.ts';

/** "Between 10 p.m. on Friday and 2 a.m.", "between midnight and dawn": the end without a day of its own crosses midnight. */
function overMidnight(
  expressions: readonly TimeExpression[],
  i: number,
  partner: number,
  first: TimedStretch,
  second: TimedStretch,
  running: Running,
): ResolvedTime | null {
  const expression = expressions[i];
  const opening = expressions[Math.min(i, partner)];
  if (expression === undefined || !first.clock || !second.clock || first.start - second.start > DAY_MINUTES)
    return null;
  const isFirstDated =
    opening?.meaning.kind === 'calendar' &&
    (opening.meaning.shift !== undefined ||
      DATING.some((field) => opening.meaning.kind === 'calendar' && opening.meaning.fields[field] !== undefined));
  const [start, end] = isFirstDated ? [first.start, second.end + DAY_MINUTES] : [first.start - DAY_MINUTES, second.end];
  const place = running.context.placeOf(expression);
  const written = interval({ start, end, isRange: true }, first, place);
  const own = i < partner ? first : second;
  return {
    value: own.value,
    interval: written,
    precision: 'range',
    because: `${expression.rule}; one stretch with its other end, over midnight`,
  };
}

/** Both ends of "from … to …" carry the whole stretch; an end that falls before its start by the tense is taken a week on. */
export function joinedRange(
  expressions: readonly TimeExpression[],
  stretches: readonly (TimedStretch | null)[],
  i: number,
  running: Running,
): ResolvedTime | null {
  const partner = expressions[i]?.rangeWith ?? null;
  const [one, other] = [stretches[i] ?? null, partner === null ? null : (stretches[partner] ?? null)];
  const expression = expressions[i];
  if (expression === undefined || partner === null || one === null || other === null) return null;
  const [first, second] = i < partner ? [one, other] : [other, one];
  const isOneNight =
    first.value.endsWith('TNI') &&
    second.precision === 'day' &&
    second.start > first.start &&
    second.start - first.start < DAY_MINUTES;
  if (isOneNight) return { ...fromStretch(expression, first, running), value: one.value };
  const isWeekly =
    first.start >= second.end &&
    first.precision === 'day' &&
    second.precision === 'day' &&
    first.start - second.start < 7 * DAY_MINUTES;
  const start = isWeekly ? first.start - 7 * DAY_MINUTES : first.start;
  if (start >= second.end) return overMidnight(expressions, i, partner, first, second, running);
  const [opening, closing] = [expressions[Math.min(i, partner)], expressions[Math.max(i, partner)]];
  const from =
    opening === undefined || isWeekly ? start : (edged(opening, first, { ...first, isRange: false }).start ?? start);
  const to =
    closing === undefined ? second.end : (edged(closing, second, { ...second, isRange: false }).end ?? second.end);
  const both = { ...second, clock: first.clock || second.clock };
  const written = interval({ start: from, end: to, isRange: true }, both, running.context.placeOf(expression));
  const value = isWeekly && i < partner ? isoDate(civilOf(start / DAY_MINUTES)) : one.value;
  return {
    value,
    interval: written,
    precision: 'range',
    because: `${expression.rule}; one stretch with its other end`,
  };
}
