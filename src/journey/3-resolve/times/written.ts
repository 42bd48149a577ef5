/** Stretches of local minutes as the intervals, precision and reasons that are printed. */
import { civilOf, isoDate } from '../../../measure/calendar.ts';
import { isoOffset, utcOffsetMinutes } from '../../../measure/time-zone.ts';
import type { TimeInterval } from '../../../model/interval.ts';
import type { ResolvedTime, TimeExpression } from '../../../model/time-expression.ts';
import { type Bounds, bounded } from './bearing.ts';
import type { TimePlace } from './context.ts';
import type { Running } from './running.ts';
import { DAY_MINUTES, type LocalMinutes, type Stretch } from './stretch.ts';
import type { TimedStretch } from './time-of-day.ts';

export function fromStretch(expression: TimeExpression, stretch: TimedStretch, running: Running): ResolvedTime {
  const bounds = edged(expression, stretch, bounded(stretch, expression.signal, running.today));
  const precision = bounds.isRange ? 'range' : stretch.precision;
  return {
    value: stretch.value,
    interval: interval(bounds, stretch, running.context.placeOf(expression)),
    precision,
    because: reason(expression, stretch, running),
  };
}

/** "Early June", "the end of the month": a third of the stretch; parts of a day keep it whole. */
export function edged({ modifier }: TimeExpression, stretch: Stretch, bounds: Bounds): Bounds {
  const { start, end } = bounds;
  if (start === null || end === null || stretch.precision === 'day' || stretch.clock || end - start < 3 * DAY_MINUTES)
    return bounds;
  const third = Math.ceil((end - start) / DAY_MINUTES / 3) * DAY_MINUTES;
  if (modifier === 'start') return { ...bounds, end: start + third, isRange: true };
  if (modifier === 'end') return { ...bounds, start: end - third, isRange: true };
  if (modifier === 'mid') return { start: start + third, end: end - third, isRange: true };
  return bounds;
}

function reason({ meaning, rule }: TimeExpression, { bySun }: TimedStretch, running: Running): string {
  const parts = [rule];
  if (meaning.kind === 'calendar') {
    const isWhole = meaning.shift === undefined && meaning.fields.year !== undefined;
    if (!isWhole)
      parts.push(
        meaning.anchor === 'mentioned' && running.mentioned !== null
          ? 'counted from the time mentioned before'
          : `counted from the publication on ${running.context.published ?? 'an unknown day'}`,
      );
    if (meaning.fields.ambiguousDay) parts.push('day and month could also be read the other way round');
    if (meaning.fields.hijriMonth !== undefined)
      parts.push('Umm al-Qura calendar; a sighted moon may move it by a day');
  }
  if (bySun) parts.push('sun at the place (adhan, Muslim World League)');
  return parts.join('; ');
}

/** ISO 8601; days where no clock time is meant, else local time with the offset of its place. */
export function interval({ start, end }: Bounds, stretch: TimedStretch, place: TimePlace | null): TimeInterval | null {
  if (start !== null && end !== null && start >= end) return null;
  const write = (at: LocalMinutes | null): string | null =>
    at === null
      ? null
      : stretch.clock
        ? localText(at, offsetText(at, stretch, place))
        : isoDate(civilOf(at / DAY_MINUTES));
  return { start: write(start), end: write(end) };
}

function offsetText(at: LocalMinutes, { utcOffset }: TimedStretch, place: TimePlace | null): string {
  if (utcOffset !== undefined) return isoOffset(utcOffset);
  if (place === null || place.zone === null) return '';
  const offset = utcOffsetMinutes(place.zone, civilOf(Math.floor(at / DAY_MINUTES)));
  return offset === null ? '' : isoOffset(offset);
}

/** "2016-06-12T19:45:00+03:00". */
export function localText(at: LocalMinutes, offset: string): string {
  const day = Math.floor(at / DAY_MINUTES);
  const minutes = at - day * DAY_MINUTES;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${isoDate(civilOf(day))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00${offset}`;
}
