/**
 * Puts the expressions of time of a report on the calendar: TIMEX3 value, interval and precision, each with the reason.
 * What needs the day of publication stays null when that day is unknown.
 */
import { civilOf, dayNumber, isoDate, type ParsedInstant, parseInstant } from '../../measure/calendar.ts';
import { isoOffset, utcOffsetMinutes } from '../../measure/time-zone.ts';
import type { TimeInterval } from '../../model/interval.ts';
import type { ParsedText, Sentence } from '../../model/sentence.ts';
import type {
  CalendarMeaning,
  DurationMeaning,
  NamedMeaning,
  ResolvedTime,
  TimeExpression,
  TimePrecision,
} from '../../model/time-expression.ts';
import { type Bounds, bounded } from './times/bearing.ts';
import { calendarDate } from './times/calendar-date.ts';
import type { TimeContext, TimePlace } from './times/context.ts';
import { durationMinutes, durationValue, setValue } from './times/durations.ts';
import { DAY_MINUTES, type LocalMinutes, monthStretch, quarterStretch, type Stretch } from './times/stretch.ts';
import { type Tense, tenseAt } from './times/tense.ts';
import { type TimedStretch, withTimeOfDay } from './times/time-of-day.ts';

export type { TimeContext, TimePlace } from './times/context.ts';

/** The day last named in the text, from which "the next day" and "that night" count. */
interface Mentioned {
  readonly day: number;
  readonly sentence: number;
  readonly precision: TimePrecision;
  readonly stretch: Stretch;
  /** True where the text says the year. */
  readonly isDated: boolean;
}

interface Running {
  readonly context: TimeContext;
  readonly published: ParsedInstant | null;
  readonly today: number | null;
  mentioned: Mentioned | null;
  /** The month or quarter that figures were last given for. */
  compared: Mentioned | null;
}

const UNKNOWN_PUBLICATION = 'counts from the day of publication, which is unknown';
const unresolved = (because: string, value: string | null = null): ResolvedTime => ({
  value,
  interval: null,
  precision: null,
  because,
});

/** One resolved time per expression, in the same order. */
export function resolveTimes(
  expressions: readonly TimeExpression[],
  parsed: ParsedText,
  context: TimeContext,
): ResolvedTime[] {
  const published = context.published === null ? null : parseInstant(context.published);
  const running: Running = {
    context,
    published,
    today: published === null ? null : dayNumber(published),
    mentioned: null,
    compared: null,
  };
  const stretches: (TimedStretch | null)[] = [];
  const resolved = expressions.map((expression) => {
    const sentence = parsed.sentences[expression.sentence];
    const stretch =
      expression.meaning.kind === 'calendar' && sentence !== undefined
        ? calendarStretch(expression, expression.meaning, sentence, running)
        : null;
    stretches.push(stretch);
    return stretch === null ? withoutStretch(expression, running) : fromStretch(expression, stretch, running);
  });
  return resolved.map((one, i) => joinedRange(expressions, stretches, i, running) ?? one);
}

function withoutStretch(expression: TimeExpression, running: Running): ResolvedTime {
  const { meaning } = expression;
  switch (meaning.kind) {
    case 'reference':
      return unresolved('a vague reference', `${meaning.which.toUpperCase()}_REF`);
    case 'set':
      return unresolved('comes round again and again', setValue(meaning));
    case 'duration':
      return resolveDuration(expression, meaning, running);
    case 'named':
      return resolveNamed(expression, meaning, running);
    case 'calendar':
      return unresolved(running.today === null ? UNKNOWN_PUBLICATION : 'no such date, or nothing to count it from');
  }
}

function calendarStretch(
  expression: TimeExpression,
  meaning: CalendarMeaning,
  sentence: Sentence,
  running: Running,
): TimedStretch | null {
  const tense = expression.signal === 'since' ? 'past' : tenseAt(sentence, expression.firstToken, expression.lastToken);
  const day = anchorDay(expression, meaning, running, tense);
  const clock = clockShift(meaning, running);
  if (clock !== undefined) return clock;
  const compared = yearBefore(expression, meaning, running);
  if (compared !== null) return compared;
  const isNarrated = day !== null && day !== running.today && meaning.shift === undefined;
  const date = calendarDate({ meaning, day, tense: isNarrated ? 'future' : tense, holidays: running.context.holidays });
  if (date === null) return null;
  remember(expression, meaning, date, running);
  return withTimeOfDay(overnightBefore(meaning, date, tense), meaning.fields, running.context.placeOf(expression));
}

/** "A year earlier" beside a month or quarter is that month or quarter a year before; "the quarter" is the one told of. */
function yearBefore(
  expression: TimeExpression,
  { shift, fields }: CalendarMeaning,
  { compared }: Running,
): Stretch | null {
  if (shift === undefined || compared === null || Object.keys(fields).length > 0) return null;
  const match = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(compared.stretch.value);
  if (match === null) return null;
  const [year, quarter, month] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const away = expression.sentence - compared.sentence;
  if (away > (quarter > 0 ? COMPARED_NEAR : 0)) return null;
  if (shift.unit === 'quarter' && shift.amount === 0 && quarter > 0) return compared.stretch;
  if (shift.unit !== 'year' || shift.whole || Math.abs(shift.amount) !== 1) return null;
  return quarter > 0 ? quarterStretch(year + shift.amount, quarter) : monthStretch(year + shift.amount, month);
}

/** Sentences over which a figure is still compared. */
const COMPARED_NEAR = 8;

/** "Overnight" in a report is the night that ended on the morning of its day, unless it lies ahead (domain guide 1.3). */
function overnightBefore({ fields, shift }: CalendarMeaning, date: Stretch, tense: Tense): Stretch {
  if (fields.partOfDay !== 'overnight' || shift?.amount !== 0 || tense === 'future') return date;
  return {
    ...date,
    value: isoDate(civilOf(date.start / DAY_MINUTES - 1)),
    start: date.start - DAY_MINUTES,
    end: date.end - DAY_MINUTES,
  };
}

/** "Two hours ago": only where the hour of publication is known. Undefined = not such an expression. */
function clockShift({ shift }: CalendarMeaning, running: Running): TimedStretch | null | undefined {
  if (shift === undefined || (shift.unit !== 'hour' && shift.unit !== 'minute' && shift.unit !== 'second'))
    return undefined;
  if (running.today === null || running.published?.time == null) return null;
  const { hour, minute } = running.published.time;
  const step = shift.unit === 'hour' ? 60 : shift.unit === 'minute' ? 1 : 1 / 60;
  const start = Math.round(running.today * DAY_MINUTES + hour * 60 + minute + shift.amount * step);
  if (!Number.isSafeInteger(start) || Math.abs(shift.amount) > 100_000) return null;
  const offset = running.published.offsetMinutes;
  return {
    value: localText(start, '').slice(0, 16),
    start,
    end: start + 1,
    precision: 'minute',
    clock: true,
    ...(offset === null ? {} : { utcOffset: offset }),
  };
}

const DATED_NEAR = 2;
/** A narrative keeps its own year: "On 3 May 1982 … On 9 May" far before the report. */
const NARRATIVE_DAYS = 400;

function anchorDay(
  expression: TimeExpression,
  { anchor, fields, shift }: CalendarMeaning,
  running: Running,
  tense: Tense,
): number | null {
  const { today, mentioned } = running;
  const isNear = mentioned !== null && expression.sentence - mentioned.sentence <= DATED_NEAR;
  if (anchor === 'mentioned') {
    if (shift !== undefined && shift.unit !== 'day') return mentioned?.day ?? today;
    if (shift !== undefined && shift.amount !== 0)
      return mentioned?.precision === 'day' || mentioned?.precision === 'part_of_day' ? mentioned.day : null;
    return isNear && mentioned.precision === 'day' ? mentioned.day : today;
  }
  if (shift !== undefined || !isNear || !mentioned.isDated || mentioned.precision !== 'day') return today;
  const isYearless =
    fields.year === undefined && (fields.month !== undefined || fields.day !== undefined) && tense !== 'future';
  return isYearless && (today === null || today - mentioned.day > NARRATIVE_DAYS) ? mentioned.day : today;
}

/** Fields that name a day or a longer stretch; the others only narrow one. */
const DATING = [
  'year',
  'month',
  'day',
  'weekday',
  'holiday',
  'hijriMonth',
  'quarter',
  'half',
  'season',
  'decade',
  'century',
] as const;

function remember(expression: TimeExpression, meaning: CalendarMeaning, date: Stretch, running: Running): void {
  const { fields, shift } = meaning;
  if (shift === undefined && !DATING.some((field) => fields[field] !== undefined)) return;
  const isDated =
    fields.year !== undefined ||
    fields.hijriYear !== undefined ||
    (running.mentioned?.isDated === true &&
      fields.month !== undefined &&
      date.start / DAY_MINUTES !== running.today &&
      running.today !== null &&
      running.today - date.start / DAY_MINUTES > NARRATIVE_DAYS);
  // A comparison with a year before does not move the story there.
  if (shift !== undefined && shift.unit === 'year' && !shift.whole && Math.abs(shift.amount) === 1) return;
  const mentioned = {
    day: date.start / DAY_MINUTES,
    sentence: expression.sentence,
    precision: date.precision,
    stretch: date,
    isDated,
  };
  running.mentioned = mentioned;
  if (shift === undefined && (fields.quarter !== undefined || (fields.month !== undefined && fields.day === undefined)))
    running.compared = mentioned;
}

function fromStretch(expression: TimeExpression, stretch: TimedStretch, running: Running): ResolvedTime {
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
function edged({ modifier }: TimeExpression, stretch: Stretch, bounds: Bounds): Bounds {
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

function interval({ start, end }: Bounds, stretch: TimedStretch, place: TimePlace | null): TimeInterval | null {
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

function localText(at: LocalMinutes, offset: string): string {
  const day = Math.floor(at / DAY_MINUTES);
  const minutes = at - day * DAY_MINUTES;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${isoDate(civilOf(day))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00${offset}`;
}

/** "The past three days", "within 48 hours", "the next week or two": a window from the day of publication; a bare length has none. */
function resolveDuration(expression: TimeExpression, meaning: DurationMeaning, running: Running): ResolvedTime {
  const value = durationValue(meaning.parts);
  const last = meaning.parts.at(-1);
  const longest =
    meaning.upTo === undefined || last === undefined
      ? durationMinutes(meaning.parts)
      : durationMinutes([{ amount: meaning.upTo, unit: last.unit }]);
  const window = meaning.window ?? (expression.signal === 'within' ? 'future' : null);
  if (window === null) return unresolved('a length of time', value);
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

/** "Since the ceasefire began": dated by the agreement. */
function resolveNamed({ signal, rule }: TimeExpression, { name, edge }: NamedMeaning, running: Running): ResolvedTime {
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
function joinedRange(
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
  const isWeekly =
    first.start >= second.end &&
    first.precision === 'day' &&
    second.precision === 'day' &&
    first.start - second.start < 7 * DAY_MINUTES;
  const start = isWeekly ? first.start - 7 * DAY_MINUTES : first.start;
  if (start >= second.end) return overMidnight(expressions, i, partner, first, second, running);
  const both = { ...second, clock: first.clock || second.clock };
  const written = interval({ start, end: second.end, isRange: true }, both, running.context.placeOf(expression));
  const value = isWeekly && i < partner ? isoDate(civilOf(start / DAY_MINUTES)) : one.value;
  return {
    value,
    interval: written,
    precision: 'range',
    because: `${expression.rule}; one stretch with its other end`,
  };
}
