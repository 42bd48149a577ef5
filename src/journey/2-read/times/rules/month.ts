/** Dates with a month's name, in every usual order: "June 12, 2016", "12th of June", "4 FEB 90", "June last year", "12–15 June". */
import type { CalendarFields, CalendarShift, Turn } from '../../../../model/time-expression.ts';
import {
  type Cursor,
  dayAt,
  entryAt,
  isCapitalised,
  isHyphen,
  lowerAt,
  tagAt,
  yearAt,
  yearInWordsAt,
} from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';
import { turnOf } from '../turns.ts';

export const monthDate: TimeRule = {
  id: 'times/month',
  says: 'A month by name, alone or with its day and year.',
  starts: ['month', 'turn', 'number'],
  examples: [
    { text: 'The strike came on June 12, 2016.', found: 'June 12, 2016', type: 'DATE', value: '2016-06-12' },
    { text: 'The strike came on the 12th of June.', found: '12th of June', type: 'DATE', value: '2016-06-12' },
    { text: 'CAPITAL, 4 FEB 90', found: '4 FEB 90', type: 'DATE', value: '1990-02-04' },
    { text: 'It has held since February 27.', found: 'February 27', type: 'DATE', value: '2016-02-27' },
    { text: 'The town fell in December.', found: 'December', type: 'DATE', value: '2015-12' },
    { text: 'Talks will open in August.', found: 'August', type: 'DATE', value: '2016-08' },
    { text: 'He was freed in May 2013.', found: 'May 2013', type: 'DATE', value: '2013-05' },
    { text: 'The base was lost in July last year.', found: 'July last year', type: 'DATE', value: '2015-07' },
    { text: 'It happened on 31 February 2016.', found: '31 February 2016', type: 'DATE', value: null },
  ],
  misses: ['They may march again.', 'May I ask?', 'Troops march on the town.', 'August men spoke.'],
  read: (cursor, at) => dayFirst(cursor, at) ?? monthFirst(cursor, at),
};

interface Tail {
  readonly fields: CalendarFields;
  readonly shift?: CalendarShift;
  readonly next: number;
}

/** What follows a month or a day and month: a year, or "this year", "last year". */
function tailAt(cursor: Cursor, at: number, hasDay: boolean): Tail {
  const of = lowerAt(cursor, at) === 'of' || lowerAt(cursor, at) === ',' ? at + 1 : at;
  const word = lowerAt(cursor, of);
  const year = yearAt(cursor, of) ?? (of === at ? yearInWordsAt(cursor, of) : null);
  if (year !== null && !(of > at && lowerAt(cursor, at) === ',' && !hasDay && year.short)) {
    return { fields: year.short ? { year: year.year, shortYear: true } : { year: year.year }, next: year.next };
  }
  // A year that no report means ("12 June 0000") is kept, so that the date is refused and not silently this year's.
  if (hasDay && /^\d{4}$/.test(word)) return { fields: { year: Number(word) }, next: of + 1 };
  // "4 FEB 90" and "12-Jun-16": two digits close the date.
  if (
    hasDay &&
    of === at &&
    word.length === 2 &&
    /^\d\d$/.test(word) &&
    (lowerAt(cursor, at - 1).length <= 4 || cursor.casing === 'upper') &&
    !entryAt(cursor, of + 1)?.month
  ) {
    return { fields: { year: Number(word), shortYear: true }, next: of + 1 };
  }
  const turn = turnOf(entryAt(cursor, of)?.turn ?? null);
  if (turn !== null && entryAt(cursor, of + 1)?.unit === 'year' && !entryAt(cursor, of + 1)?.many) {
    return { fields: {}, shift: { amount: TURN_STEP[turn], unit: 'year', whole: true }, next: of + 2 };
  }
  return { fields: {}, next: at };
}

const TURN_STEP: Readonly<Record<Turn, number>> = { last: -1, this: 0, next: 1 };

const reading = (from: number, tail: Tail, fields: CalendarFields, turn?: Turn): TimeReading => ({
  from,
  next: tail.next,
  type: 'DATE',
  meaning: {
    kind: 'calendar',
    anchor: 'publication',
    fields: { ...fields, ...tail.fields },
    ...(tail.shift ? { shift: tail.shift } : {}),
    ...(turn ? { turn } : {}),
  },
});

/** "12 June 2016", "the 12th of June", "12-15 June", "9 and 10 June". */
function dayFirst(cursor: Cursor, at: number): TimeReading | null {
  const first = dayAt(cursor, at);
  if (first === null) return null;
  const single = monthAfterDay(cursor, first.next);
  if (single !== null) {
    const tail = tailAt(cursor, single.next, true);
    return reading(at, tail, { day: first.day, month: single.month });
  }
  const join = joinAt(cursor, first.next);
  const second = join === null ? null : dayAt(cursor, join.next);
  const month = second === null ? null : monthAfterDay(cursor, second.next);
  if (join === null || second === null || month === null || second.day <= first.day) return null;
  const tail = tailAt(cursor, month.next, true);
  const also = reading(join.next, tail, { day: second.day, month: month.month });
  const fields = { day: first.day, month: month.month };
  return { ...reading(at, { ...tail, next: first.next }, fields), also, isRange: join.isRange };
}

function monthAfterDay(cursor: Cursor, at: number): { month: number; next: number } | null {
  const skipped = lowerAt(cursor, at) === 'of' || isHyphen(lowerAt(cursor, at)) ? at + 1 : at;
  const month = entryAt(cursor, skipped)?.month ?? null;
  if (month === null) return null;
  const doubtful = cursor.lexicon.doubtfulMonths.has(lowerAt(cursor, skipped));
  if (doubtful && !isCapitalised(cursor, skipped) && cursor.casing !== 'lower') return null;
  const next = isHyphen(lowerAt(cursor, skipped + 1)) && yearish(cursor, skipped + 2) ? skipped + 2 : skipped + 1;
  return { month, next };
}

const yearish = (cursor: Cursor, at: number): boolean => /^(\d\d|\d{4})$/.test(lowerAt(cursor, at));

function joinAt(cursor: Cursor, at: number): { next: number; isRange: boolean } | null {
  const word = lowerAt(cursor, at);
  if (isHyphen(word) || word === 'to' || word === 'until' || word === 'through') return { next: at + 1, isRange: true };
  if (word === 'and' || word === 'or' || word === '/' || word === '&') return { next: at + 1, isRange: false };
  return null;
}

/** "June 12, 2016", "June 2016", "June", "last June", "June 12-15". */
function monthFirst(cursor: Cursor, at: number): TimeReading | null {
  const turn = turnOf(entryAt(cursor, at)?.turn ?? null);
  const start = turn === null ? at : at + 1;
  const month = entryAt(cursor, start)?.month ?? null;
  if (month === null) return null;
  const day = dayOfMonthAt(cursor, start + 1);
  if (day !== null) return monthAndDay(cursor, at, month, day, turn ?? undefined);
  const tail = tailAt(cursor, start + 1, false);
  if (tail.next === start + 1 && !isMonthAlone(cursor, start, turn !== null)) return null;
  return reading(at, tail, { month }, turn ?? undefined);
}

/** A day after a month; "June 12 people died" keeps its people. */
function dayOfMonthAt(cursor: Cursor, at: number): { day: number; next: number } | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const day = dayAt(cursor, the);
  if (day === null || (the > at && !day.ordinal)) return null;
  if (!day.ordinal && isHyphen(lowerAt(cursor, day.next)) && entryAt(cursor, day.next + 1)?.unit) return null;
  return day;
}

function monthAndDay(
  cursor: Cursor,
  at: number,
  month: number,
  day: { day: number; next: number },
  turn: Turn | undefined,
): TimeReading {
  const tail = tailAt(cursor, day.next, true);
  const first = reading(at, tail, { month, day: day.day }, turn);
  if (tail.next !== day.next) return first;
  const join = joinAt(cursor, day.next);
  const second = join === null ? null : dayAt(cursor, join.next);
  if (
    join === null ||
    second === null ||
    second.day <= day.day ||
    entryAt(cursor, second.next)?.month ||
    !closesDate(cursor, second.next)
  )
    return first;
  const secondTail = tailAt(cursor, second.next, true);
  const also = reading(join.next, secondTail, { month, day: second.day }, turn);
  return {
    ...reading(at, { ...secondTail, next: day.next }, { month, day: day.day }, turn),
    also,
    isRange: join.isRange,
  };
}

/** "June 12 and 13 people were hurt" counts people; a second day is followed by no noun. */
const closesDate = (cursor: Cursor, at: number): boolean => {
  const tag = tagAt(cursor, at);
  return !(tag === 'NNS' || tag === 'NN' || tag === 'JJ' || entryAt(cursor, at)?.unit);
};

/** A month that is also a word or a name needs a capital and a word that leads to a time. */
function isMonthAlone(cursor: Cursor, at: number, hasTurn: boolean): boolean {
  const word = lowerAt(cursor, at);
  if (!cursor.lexicon.doubtfulMonths.has(word)) return true;
  if (word.length === 3 && word !== 'may') return false;
  const lead = lowerAt(cursor, at - 1);
  const led =
    hasTurn ||
    cursor.lexicon.monthLeads.has(lead) ||
    (entryAt(cursor, at - 1)?.edge !== null && entryAt(cursor, at - 1) !== null);
  if (cursor.casing === 'mixed' || cursor.casing === 'title')
    return (
      isCapitalised(cursor, at) &&
      (led
        ? !isVerbal(cursor, at)
        : word !== 'may' && word !== 'march' && word !== 'august' && !/^[A-Z]/.test(cursor.words[at + 1]?.text ?? ''))
    );
  return led && !isVerbal(cursor, at);
}

const isVerbal = (cursor: Cursor, at: number): boolean => tagAt(cursor, at) === 'MD' || tagAt(cursor, at) === 'VB';
