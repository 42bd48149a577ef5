/** Dates in digits: "2016-06-12", "12/06/2016", "12.06.2016", "6/12". Which of two numbers is the day is said only where it must be. */
import type { CalendarFields } from '../../../../model/time-expression.ts';
import { type Cursor, lowerAt, touches } from '../cursor.ts';
import { calendar, type TimeReading, type TimeRule } from '../rule.ts';

export const numericDate: TimeRule = {
  id: 'times/numeric-date',
  says: 'A date in digits; day and month are taken day first, and marked where they could be read the other way round.',
  starts: ['number'],
  examples: [
    { text: 'Recorded on 2016-06-12 by monitors.', found: '2016-06-12', type: 'DATE', value: '2016-06-12' },
    {
      text: 'Sent 2016-06-12T19:45:00Z by radio.',
      found: '2016-06-12T19:45:00Z',
      type: 'TIME',
      value: '2016-06-12T19:45',
    },
    { text: 'Dated 13/06/2016.', found: '13/06/2016', type: 'DATE', value: '2016-06-13' },
    { text: 'Dated 06/13/2016.', found: '06/13/2016', type: 'DATE', value: '2016-06-13' },
    { text: 'Dated 12.06.2016 at the site.', found: '12.06.2016', type: 'DATE', value: '2016-06-12' },
    { text: 'Dated 2016-02-31.', found: '2016-02-31', type: 'DATE', value: null },
  ],
  misses: ['About 1/2 of them.', 'Call 555-12-3456.', 'Version 1.2.3 came out.', '24/7 coverage was promised.'],
  read: (cursor, at) => {
    const split = splitInstant(cursor, at);
    if (split !== null) return split;
    const word = lowerAt(cursor, at);
    if (word.length < 6 || word.length > 25) return null;
    const fields = isoFields(word) ?? partsFields(word);
    return fields === null ? null : readingOf(at, fields);
  },
};

function readingOf(at: number, fields: CalendarFields): TimeReading {
  return { from: at, next: at + 1, type: fields.hour === undefined ? 'DATE' : 'TIME', meaning: calendar(fields) };
}

/** "2016-06-12T19:45:00Z" stands as several tokens. */
function splitInstant(cursor: Cursor, at: number): TimeReading | null {
  if (lowerAt(cursor, at).length !== 4 || lowerAt(cursor, at + 1) !== '-' || lowerAt(cursor, at + 3) !== '-')
    return null;
  let word = '';
  for (let next = at; next < at + 8 && (next === at || touches(cursor, next - 1)); next++) {
    word += lowerAt(cursor, next);
    const fields = next < at + 4 ? null : isoFields(word);
    if (fields !== null && !touches(cursor, next)) return { ...readingOf(at, fields), next: next + 1 };
  }
  return null;
}

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t(\d{2}):(\d{2})(?::\d{2})?(?:\.\d{1,6})?(z|[+-]\d{2}:?\d{2})?)?$/;

function isoFields(word: string): CalendarFields | null {
  const match = ISO.exec(word);
  if (match === null || Number(match[2]) > 12 || Number(match[2]) < 1) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (match[4] === undefined) return date;
  return {
    ...date,
    hour: Number(match[4]),
    minute: Number(match[5]),
    ...(match[6] === 'z' ? { utcOffsetMinutes: 0 } : {}),
  };
}

const PARTS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

function partsFields(word: string): CalendarFields | null {
  const match = PARTS.exec(word);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[2] === '.' && match[4]?.length === 2) return null;
  const isMonthFirst = second > 12 && first <= 12;
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const isAmbiguous = first <= 12 && second <= 12 && first !== second;
  return {
    year,
    month,
    day,
    ...(match[4]?.length === 2 ? { shortYear: true } : {}),
    ...(isAmbiguous ? { ambiguousDay: true } : {}),
  };
}
