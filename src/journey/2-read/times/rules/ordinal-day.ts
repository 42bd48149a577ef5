/** Days by their number alone: "on the 12th", "the first Monday of June", "the second day". */

import type { CalendarFields, CalendarShift } from '../../../../model/time-expression.ts';
import { type Cursor, entryAt, lowerAt, ordinalAt, startsNoun, yearAt } from '../cursor.ts';
import { calendar, type TimeReading, type TimeRule } from '../rule.ts';
import { turnOf } from '../turns.ts';

export const ordinalDay: TimeRule = {
  id: 'times/ordinal-day',
  says: 'A day by its number in a month, or a weekday or week by its turn in a month.',
  starts: ['article'],
  examples: [
    { text: 'Fighting resumed on the 12th.', found: 'the 12th', type: 'DATE', value: '2016-06-12' },
    {
      text: 'It was signed on the 5th of this month.',
      found: 'the 5th of this month',
      type: 'DATE',
      value: '2016-06-05',
    },
    {
      text: 'They met on the first Monday of May.',
      found: 'the first Monday of May',
      type: 'DATE',
      value: '2016-05-02',
    },
  ],
  misses: ['The 12th brigade came.', 'The first man fell.'],
  read: (cursor, at) => {
    if (lowerAt(cursor, at) !== 'the') return null;
    const isLast = lowerAt(cursor, at + 1) === 'last' || lowerAt(cursor, at + 1) === 'final';
    const ordinal = isLast ? { value: -1, next: at + 2 } : ordinalAt(cursor, at + 1);
    if (ordinal === null) return null;
    return nthInMonth(cursor, at, ordinal) ?? dayOfMonth(cursor, at, ordinal);
  },
};

interface Ordinal {
  readonly value: number;
  readonly next: number;
}

function nthInMonth(cursor: Cursor, at: number, ordinal: Ordinal): TimeReading | null {
  const entry = entryAt(cursor, ordinal.next);
  const isWeek = entry?.unit === 'week' || entry?.unit === 'weekend' || (entry?.unit === 'day' && ordinal.value === -1);
  if (!entry?.weekday && !isWeek) return null;
  const of = lowerAt(cursor, ordinal.next + 1);
  if (of !== 'of' && of !== 'in') return null;
  const within = monthAt(cursor, ordinal.next + 2);
  if (within === null) return null;
  const fields: CalendarFields = {
    ...within.fields,
    nth: ordinal.value,
    ...(entry?.weekday ? { weekday: entry.weekday } : entry?.unit === 'weekend' ? { weekend: true } : {}),
  };
  const { shift } = within;
  return {
    from: at,
    next: within.next,
    type: 'DATE',
    meaning: { kind: 'calendar', anchor: 'publication', fields, ...(shift ? { shift } : {}) },
  };
}

function monthAt(cursor: Cursor, at: number): { fields: CalendarFields; shift?: CalendarShift; next: number } | null {
  const month = entryAt(cursor, at)?.month ?? null;
  if (month !== null) {
    const year = yearAt(cursor, at + 1);
    return { fields: { month, ...(year ? { year: year.year } : {}) }, next: year?.next ?? at + 1 };
  }
  const turn = turnOf(entryAt(cursor, at)?.turn ?? null);
  const unit = turn === null ? (lowerAt(cursor, at) === 'the' ? at + 1 : -1) : at + 1;
  if (entryAt(cursor, unit)?.unit !== 'month' || entryAt(cursor, unit)?.many) return null;
  const amount = turn === 'last' ? -1 : turn === 'next' ? 1 : 0;
  return { fields: {}, shift: { amount, unit: 'month', whole: true }, next: unit + 1 };
}

const leads: ReadonlySet<string> = new Set([
  'on',
  'by',
  'until',
  'till',
  'since',
  'from',
  'to',
  'before',
  'after',
  'of',
]);

/** "on the 12th" with no noun after it, "the 5th of this month". */
function dayOfMonth(cursor: Cursor, at: number, { value, next }: Ordinal): TimeReading | null {
  if (value < 1 || value > 31) return null;
  if (lowerAt(cursor, next) === 'of') {
    const within = monthAt(cursor, next + 1);
    if (within?.shift === undefined) return null;
    return {
      from: at,
      next: within.next,
      type: 'DATE',
      meaning: { kind: 'calendar', anchor: 'publication', fields: { day: value }, shift: within.shift },
    };
  }
  const isDigits = /^\d/.test(lowerAt(cursor, at + 1));
  if (!isDigits || !leads.has(lowerAt(cursor, at - 1)) || startsNoun(cursor, next)) return null;
  return { from: at, next, type: 'DATE', meaning: calendar({ day: value }) };
}
