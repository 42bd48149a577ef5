/** Lengths of time: windows up to or from the publication, points ahead, and lengths counted from another time. */
import { civilOf, dayNumber, isoDate, parseInstant } from '../../../measure/calendar.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import type {
  DurationMeaning,
  ResolvedTime,
  TimeExpression,
  TimePrecision,
  TimeUnit,
} from '../../../model/time-expression.ts';
import { durationMinutes, durationValue } from './durations.ts';
import { type Running, UNKNOWN_PUBLICATION, unresolved } from './running.ts';
import { DAY_MINUTES, shiftDay } from './stretch.ts';
import type { Tense } from './tense.ts';

/** "The past three days", "within 48 hours", "the next week or two": a window from the day of publication; a bare length has none. */
export function resolveDuration(
  expression: TimeExpression,
  meaning: DurationMeaning,
  running: Running,
  tense: Tense,
): ResolvedTime {
  const value = durationValue(meaning.parts);
  const last = meaning.parts.at(-1);
  const longest =
    meaning.upTo === undefined || last === undefined
      ? durationMinutes(meaning.parts)
      : durationMinutes([{ amount: meaning.upTo, unit: last.unit }]);
  const window = meaning.window ?? (expression.signal === 'within' ? 'future' : null);
  if (window === null) return pointAhead(expression, meaning, running, tense) ?? unresolved('a length of time', value);
  if (running.today === null || longest === null || longest > 500_000_000)
    return unresolved(running.today === null ? UNKNOWN_PUBLICATION : 'how long is not said', value);
  const start = running.today * DAY_MINUTES;
  const wholeDays = Math.ceil(longest / DAY_MINUTES) * DAY_MINUTES;
  const bounds =
    window === 'past'
      ? { start: start - wholeDays, end: start + DAY_MINUTES }
      : { start, end: start + wholeDays + DAY_MINUTES };
  const at = (minutes: number): string => isoDate(civilOf(minutes / DAY_MINUTES));
  return {
    value,
    interval: { start: at(bounds.start), end: at(bounds.end) },
    precision: 'range',
    because: `${expression.rule}; window ${window === 'past' ? 'up to' : 'from'} the publication on ${running.context.published}`,
  };
}

/** "Two days after the truce began", "a day before 12 June": both expressions carry the day that they name together. */
export function countedFrom(
  expressions: readonly TimeExpression[],
  resolved: readonly ResolvedTime[],
  i: number,
  parsed: ParsedText,
): ResolvedTime | null {
  const at = expressions[i]?.meaning.kind === 'duration' ? i : i - 1;
  const [length, base] = [expressions[at], expressions[at + 1]];
  const own = resolved[i];
  if (
    length?.meaning.kind !== 'duration' ||
    base === undefined ||
    own === undefined ||
    !isCountedFrom(length, base, parsed)
  )
    return null;
  const [part] = length.meaning.parts;
  const from = resolved[at + 1]?.value ?? null;
  const start = from === null || !/^\d{4}-\d{2}-\d{2}/.test(from) ? null : parseInstant(from.slice(0, 10));
  if (part === undefined || part.amount === null || length.meaning.parts.length > 1 || start === null) return null;
  const day = shiftDay(dayNumber(start), base.signal === 'before' ? -part.amount : part.amount, part.unit);
  if (day === null) return null;
  const interval = { start: isoDate(civilOf(day)), end: isoDate(civilOf(day + 1)) };
  return { value: own.value, interval, precision: 'day', because: `${length.rule}; counted from "${base.text}"` };
}

/** The length stands right before "after" or "before" and the time it counts from. */
function isCountedFrom(length: TimeExpression, base: TimeExpression, parsed: ParsedText): boolean {
  if (base.sentence !== length.sentence || (base.signal !== 'after' && base.signal !== 'before')) return false;
  const link = parsed.sentences[base.sentence]?.tokens[length.lastToken + 1]?.lower;
  return (link === 'after' || link === 'before') && base.firstToken - length.lastToken <= 3;
}

/** "The pause expires in three weeks": a point ahead, as wide as its unit. */
function pointAhead(
  { signal, rule }: TimeExpression,
  { parts }: DurationMeaning,
  { today, context }: Running,
  tense: Tense,
): ResolvedTime | null {
  const [part] = parts;
  if (signal !== 'in' || tense !== 'future' || today === null || part === undefined || part.amount === null)
    return null;
  const day = parts.length > 1 ? null : shiftDay(today, part.amount, part.unit);
  const width = WIDTH_DAYS[part.unit];
  if (day === null || width === undefined) return null;
  const at = (number: number): string => isoDate(civilOf(number));
  const precision: TimePrecision = width === 0 ? 'day' : 'range';
  const interval = { start: at(Math.max(today, day - width)), end: at(day + width + 1) };
  return {
    value: durationValue(parts),
    interval,
    precision,
    because: `${rule}; counted from the publication on ${context.published}`,
  };
}

/** Days to either side that a length in this unit leaves open. */
const WIDTH_DAYS: Readonly<Partial<Record<TimeUnit, number>>> = { day: 0, week: 3, month: 15, year: 183 };
