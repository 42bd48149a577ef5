/** What a report has told so far of its times, and the day that the next expression counts from. */
import type { ParsedInstant } from '../../../measure/calendar.ts';
import type { CalendarMeaning, ResolvedTime, TimeExpression, TimePrecision } from '../../../model/time-expression.ts';
import type { TimeContext } from './context.ts';
import { DAY_MINUTES, monthStretch, quarterStretch, type Stretch } from './stretch.ts';
import type { Tense } from './tense.ts';

/** The day last named in the text, from which "the next day" and "that night" count. */
interface Mentioned {
  readonly day: number;
  readonly sentence: number;
  readonly precision: TimePrecision;
  readonly stretch: Stretch;
  /** True where the text says the year. */
  readonly isDated: boolean;
}

export interface Running {
  readonly context: TimeContext;
  readonly published: ParsedInstant | null;
  readonly today: number | null;
  mentioned: Mentioned | null;
  /** The month or quarter that figures were last given for. */
  compared: Mentioned | null;
}

export const UNKNOWN_PUBLICATION = 'counts from the day of publication, which is unknown';
export const unresolved = (because: string, value: string | null = null): ResolvedTime => ({
  value,
  interval: null,
  precision: null,
  because,
});

const DATED_NEAR = 2;
/** A narrative keeps its own year: "On 3 May 1982 … On 9 May" far before the report. */
const NARRATIVE_DAYS = 400;

/** The day an expression counts from; null = unknown. */
export function anchorDay(
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
    const isScene = mentioned !== null && expression.sentence - mentioned.sentence <= sceneLength(running, fields);
    return isScene && mentioned.precision === 'day' ? mentioned.day : today;
  }
  if (shift !== undefined || !isNear || !mentioned.isDated || mentioned.precision !== 'day') return today;
  const isYearless =
    fields.year === undefined && (fields.month !== undefined || fields.day !== undefined) && tense !== 'future';
  return isYearless && (today === null || today - mentioned.day > NARRATIVE_DAYS) ? mentioned.day : today;
}

/** "Late on Sunday … At 11:15 p.m.": a clock time goes on with a day shortly before the report over more sentences than other words. */
const sceneLength = ({ today, mentioned }: Running, { hour }: CalendarMeaning['fields']): number =>
  hour !== undefined && today !== null && mentioned !== null && today - mentioned.day <= SCENE_DAYS
    ? SCENE_SENTENCES
    : DATED_NEAR;
const SCENE_DAYS = 3;
const SCENE_SENTENCES = 6;

/** Fields that name a day or a longer stretch; the others only narrow one. */
export const DATING = [
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

/** Keeps what later expressions count from. */
export function remember(expression: TimeExpression, meaning: CalendarMeaning, date: Stretch, running: Running): void {
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

/** "A year earlier" beside a month or quarter is that month or quarter a year before; "the quarter" is the one told of. */
export function yearBefore(
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
