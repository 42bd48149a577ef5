/** Readings that stand beside each other and are one time: "10 p.m." + "Wednesday", "Friday" + "12 June", "the morning" of "5 May". */
import type { CalendarFields, CalendarMeaning, CalendarShift } from '../../../model/time-expression.ts';
import { type Cursor, lowerAt } from './cursor.ts';
import type { TimeReading } from './rule.ts';

/** A reading with the id of its rule. */
export interface RuledReading {
  readonly reading: TimeReading;
  readonly rule: string;
}

const glue: ReadonlySet<string> = new Set([
  ',',
  'at',
  'on',
  'of',
  'in',
  'the',
  'around',
  'about',
  'before',
  'after',
  'just',
  'shortly',
  'local',
  'time',
  "'s",
]);
const MAX_GAP = 2;

/** Joins neighbours from left to right. */
export function joinReadings(cursor: Cursor, readings: readonly RuledReading[]): RuledReading[] {
  const joined: RuledReading[] = [];
  for (const current of readings) {
    const previous = joined.at(-1);
    const merged = previous === undefined ? null : join(cursor, previous.reading, current.reading);
    if (merged === null || previous === undefined) joined.push(current);
    else joined[joined.length - 1] = { reading: merged, rule: previous.rule };
  }
  return joined;
}

function join(cursor: Cursor, a: TimeReading, b: TimeReading): TimeReading | null {
  if (a.meaning.kind !== 'calendar' || b.meaning.kind !== 'calendar' || a.also !== undefined || a.type === 'SET')
    return null;
  if (b.from - a.next > MAX_GAP || b.from < a.next) return null;
  for (let i = a.next; i < b.from; i++) if (!glue.has(lowerAt(cursor, i))) return null;
  const meaning = merge(a.meaning, b.meaning, lowerAt(cursor, a.next) === ',');
  if (meaning === null) return null;
  const type = a.type === 'TIME' || b.type === 'TIME' ? 'TIME' : 'DATE';
  const modifier = a.modifier ?? b.modifier;
  return {
    from: a.from,
    next: b.next,
    type,
    meaning,
    ...(modifier ? { modifier } : {}),
    ...(b.also ? { also: b.also, isRange: b.isRange ?? false } : {}),
  };
}

/** How fine a thing each field fixes; two readings are joined only when they fix different things. */
const LEVELS: Readonly<Partial<Record<keyof CalendarFields, number>>> = {
  century: 1,
  decade: 1,
  year: 1,
  hijriYear: 1,
  quarter: 4,
  half: 4,
  season: 4,
  month: 4,
  hijriMonth: 4,
  day: 16,
  holiday: 16,
  nth: 16,
  weekday: 32,
  weekend: 16,
  partOfDay: 64,
  sun: 64,
  hour: 128,
};
const SHIFT_LEVELS: Readonly<Partial<Record<CalendarShift['unit'], number>>> = {
  year: 1,
  decade: 1,
  century: 1,
  month: 4,
  quarter: 4,
  season: 4,
  week: 8,
  weekend: 16,
  day: 16,
  night: 16,
  hour: 192,
  minute: 192,
  second: 192,
};

const DAY = 16 | 32;
const TIME = 64 | 128;

function levels({ fields, shift }: CalendarMeaning): number {
  let found = shift === undefined ? 0 : (SHIFT_LEVELS[shift.unit] ?? 0);
  for (const key in fields) found |= LEVELS[key as keyof CalendarFields] ?? 0;
  return found;
}

function merge(a: CalendarMeaning, b: CalendarMeaning, hasComma: boolean): CalendarMeaning | null {
  const [la, lb] = [levels(a), levels(b)];
  if (la === 0 || lb === 0 || (la & lb) !== 0 || (a.shift && b.shift)) return null;
  if (a.turn && b.turn) return null;
  if (!fit(la, lb, hasComma)) return null;
  const dated = (la & DAY) !== 0 || (a.shift && !(lb & DAY)) ? a : b;
  const shift = a.shift ?? b.shift;
  const turn = a.turn ?? b.turn;
  const fields = withHalfDay({ ...a.fields, ...b.fields });
  return { kind: 'calendar', anchor: dated.anchor, fields, ...(shift ? { shift } : {}), ...(turn ? { turn } : {}) };
}

/** A clock time goes with a day, a weekday with a date or week, a month with a year; a year not with a clock time. */
function fit(a: number, b: number, hasComma: boolean): boolean {
  const both = a | b;
  const isTimed = (both & TIME) !== 0;
  if (isTimed) return (both & (DAY | 8)) !== 0 || (a & TIME && b & TIME) !== 0;
  if ((both & DAY) !== 0) return !hasComma || (both & (32 | 1)) !== 0 || (both & 4) !== 0;
  return (both & 4) !== 0 && (both & 1) !== 0;
}

/** "Friday evening at 8" is 20:00. */
function withHalfDay(fields: CalendarFields): CalendarFields {
  if (!fields.halfDayUnknown || fields.hour === undefined || fields.partOfDay === undefined) return fields;
  const { halfDayUnknown: _, partOfDay, hour, ...rest } = fields;
  const isLate = partOfDay === 'afternoon' || partOfDay === 'evening' || (partOfDay === 'night' && hour > 5);
  return { ...rest, hour: isLate && hour < 12 ? hour + 12 : hour };
}
