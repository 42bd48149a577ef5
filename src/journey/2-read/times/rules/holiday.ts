/** Holidays, fixed and movable, and dates of the Islamic calendar: "Christmas", "Orthodox Easter", "Eid al-Fitr", "12 Ramadan 1437". */
import { digitValue } from '../../numbers/read-number.ts';
import {
  type Cursor,
  dayAt,
  entryAt,
  isCapitalised,
  isHyphen,
  lowerAt,
  ordinalAt,
  phraseAt,
  yearAt,
} from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';
import { turnOf } from '../turns.ts';

export const holiday: TimeRule = {
  id: 'times/holiday',
  says: 'A holiday by name, with its year where one is said.',
  starts: ['phrase', 'turn', 'article'],
  examples: [
    { text: 'The truce was broken on Christmas Day.', found: 'Christmas Day', type: 'DATE', value: '2015-12-25' },
    { text: 'Shells fell on Easter Sunday 2016.', found: 'Easter Sunday 2016', type: 'DATE', value: '2016-03-27' },
    { text: 'The city was calm on Orthodox Easter.', found: 'Orthodox Easter', type: 'DATE', value: '2016-05-01' },
    { text: 'Fighting will stop for Eid al-Fitr.', found: 'Eid al-Fitr', type: 'DATE', value: '2016-07-06' },
    {
      text: 'It was hit on the second day of Eid al-Fitr 2016.',
      found: 'the second day of Eid al-Fitr 2016',
      type: 'DATE',
      value: '2016-07-07',
    },
    {
      text: 'Jets struck on the eve of Eid al-Adha 2015.',
      found: 'the eve of Eid al-Adha 2015',
      type: 'DATE',
      value: '2015-09-22',
    },
    { text: 'It began on Nowruz.', found: 'Nowruz', type: 'DATE', value: '2016-03-21' },
  ],
  misses: ['He was born in Easterton.', 'A boxing match was held.'],
  read: (cursor, at) => {
    const nth = dayOfFeast(cursor, at);
    const turn = nth === null ? turnOf(entryAt(cursor, at)?.turn ?? null) : null;
    const start = nth?.next ?? (turn === null ? at : at + 1);
    const found = phraseAt(cursor.lexicon.holidays, cursor, start);
    if (found === null || (!isCapitalised(cursor, start) && cursor.casing !== 'lower')) return null;
    const comma = lowerAt(cursor, found.next) === ',' ? found.next + 1 : found.next;
    const year = yearAt(cursor, comma);
    const fields = {
      holiday: found.entry,
      ...(nth === null ? {} : { nth: nth.day }),
      ...(year === null ? {} : { year: year.year, ...(year.short ? { shortYear: true } : {}) }),
    };
    return {
      from: at,
      next: year?.next ?? found.next,
      type: 'DATE',
      meaning: { kind: 'calendar', anchor: 'publication', fields, ...(turn ? { turn } : {}) },
    };
  },
};

/** "the second day of", "the eve of" (the day before the first). */
function dayOfFeast(cursor: Cursor, at: number): { day: number; next: number } | null {
  if (lowerAt(cursor, at) !== 'the') return null;
  if (lowerAt(cursor, at + 1) === 'eve' && lowerAt(cursor, at + 2) === 'of') return { day: 0, next: at + 3 };
  const ordinal = ordinalAt(cursor, at + 1);
  if (ordinal === null || entryAt(cursor, ordinal.next)?.unit !== 'day' || lowerAt(cursor, ordinal.next + 1) !== 'of')
    return null;
  return { day: ordinal.value, next: ordinal.next + 2 };
}

export const hijriDate: TimeRule = {
  id: 'times/hijri-date',
  says: 'A month of the Islamic calendar, with its day and year where they are said.',
  starts: ['phrase', 'turn', 'number', 'article'],
  examples: [
    { text: 'The raid came on 7 Ramadan 1437.', found: '7 Ramadan 1437', type: 'DATE', value: '2016-06-12' },
    { text: 'They will hold fire during Ramadan.', found: 'Ramadan', type: 'DATE', value: '2016-06-06/2016-07-05' },
    {
      text: 'It ended on the first day of Shawwal.',
      found: 'the first day of Shawwal',
      type: 'DATE',
      value: '2015-07-17',
    },
  ],
  misses: ['Mr Rajabi left.', 'Rajab Said spoke.'],
  read: (cursor, at) => dayOfHijri(cursor, at) ?? hijriMonth(cursor, at),
};

function monthAt(cursor: Cursor, at: number): { month: number; next: number } | null {
  const found = phraseAt(cursor.lexicon.hijriMonths, cursor, at);
  return found === null || (!isCapitalised(cursor, at) && cursor.casing !== 'lower')
    ? null
    : { month: found.entry, next: found.next };
}

/** "1437", "1437 AH". */
function hijriYearAt(cursor: Cursor, at: number): { fields: { hijriYear?: number; year?: number }; next: number } {
  const comma = lowerAt(cursor, at) === ',' ? at + 1 : at;
  const value = lowerAt(cursor, comma).length === 4 ? digitValue(lowerAt(cursor, comma)) : null;
  if (value === null || value < 1200) return { fields: {}, next: at };
  if (value >= 1700) return { fields: { year: value }, next: comma + 1 };
  return { fields: { hijriYear: value }, next: lowerAt(cursor, comma + 1) === 'ah' ? comma + 2 : comma + 1 };
}

function dayOfHijri(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const day = dayAt(cursor, the);
  if (day === null) return null;
  const unit = entryAt(cursor, day.next)?.unit === 'day' ? day.next + 1 : day.next;
  const of = lowerAt(cursor, unit) === 'of' || isHyphen(lowerAt(cursor, unit)) ? unit + 1 : unit;
  const month = monthAt(cursor, of);
  if (month === null) return null;
  const year = hijriYearAt(cursor, month.next);
  return {
    from: at,
    next: year.next,
    type: 'DATE',
    meaning: {
      kind: 'calendar',
      anchor: 'publication',
      fields: { hijriMonth: month.month, day: day.day, ...year.fields },
    },
  };
}

function hijriMonth(cursor: Cursor, at: number): TimeReading | null {
  const turn = turnOf(entryAt(cursor, at)?.turn ?? null);
  const month = monthAt(cursor, turn === null ? at : at + 1);
  // "Rajab" and "Safar" are also names of people: a month needs a word that leads to a time.
  if (month === null) return null;
  const isSure = month.month === 9 || turn !== null || cursor.lexicon.monthLeads.has(lowerAt(cursor, at - 1));
  if (!isSure || /^[A-Z]/.test(cursor.words[month.next]?.text ?? '')) return null;
  const year = hijriYearAt(cursor, month.next);
  return {
    from: at,
    next: year.next,
    type: 'DATE',
    meaning: {
      kind: 'calendar',
      anchor: 'publication',
      fields: { hijriMonth: month.month, ...year.fields },
      ...(turn ? { turn } : {}),
    },
  };
}
