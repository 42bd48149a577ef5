/** Times that an agreement dates: "since the ceasefire began". */
import { civilOf, dayNumber, isoDate, parseInstant } from '../../../measure/calendar.ts';
import type { NamedMeaning, ResolvedTime, TimeExpression } from '../../../model/time-expression.ts';
import { type Running, unresolved } from './running.ts';

/** "Since the ceasefire began": dated by the agreement. */
export function resolveNamed(
  { signal, rule }: TimeExpression,
  { name, edge }: NamedMeaning,
  running: Running,
): ResolvedTime {
  const anchor = running.context.anchors.get(name);
  const moment = edge === 'end' ? anchor?.end : anchor?.start;
  if (anchor === undefined || moment == null) return unresolved(`no agreement in force dates "${name}"`);
  const value = moment.slice(0, 10);
  const because = `${rule}; dated by the agreement`;
  const today = running.today === null ? null : isoDate(civilOf(running.today + 1));
  if (signal === 'since') return { value, interval: { start: moment, end: today }, precision: 'range', because };
  if (signal === 'from' || signal === 'after')
    return { value, interval: { start: moment, end: null }, precision: 'range', because };
  if (signal === 'before' || signal === 'until')
    return { value, interval: { start: null, end: moment }, precision: 'range', because };
  if (edge === 'whole') return { value, interval: anchor, precision: 'range', because };
  const day = parseInstant(moment);
  return {
    value,
    interval: day === null ? null : { start: value, end: isoDate(civilOf(dayNumber(day) + 1)) },
    precision: 'day',
    because,
  };
}
