/** Quarters, halves and seasons of a year: "the third quarter of 1998", "Q3", "last summer", "spring 2016", "the first half of the year". */
import type { CalendarFields, Turn } from '../../../../model/time-expression.ts';
import { type Cursor, entryAt, isHyphen, lowerAt, ordinalAt, tagAt, yearAt, yearInWordsAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';
import { turnOf } from '../turns.ts';

export const period: TimeRule = {
  id: 'times/period',
  says: 'A quarter, half or season of a year.',
  starts: ['season', 'turn', 'number', 'article'],
  examples: [
    {
      text: 'Aid fell in the third quarter of 2015.',
      found: 'the third quarter of 2015',
      type: 'DATE',
      value: '2015-Q3',
    },
    { text: 'The area was calm last summer.', found: 'last summer', type: 'DATE', value: '2015-SU' },
    { text: 'They moved in during spring 2016.', found: 'spring 2016', type: 'DATE', value: '2016-SP' },
    {
      text: 'Crossings rose in the first half of 2016.',
      found: 'the first half of 2016',
      type: 'DATE',
      value: '2016-H1',
    },
  ],
  misses: [
    'They fall back.',
    'A quarter of the town was hit.',
    'In the first half of the match.',
    'The spring dried up.',
  ],
  read: (cursor, at) => quarter(cursor, at) ?? season(cursor, at),
};

const reading = (from: number, next: number, fields: CalendarFields, turn: Turn | null): TimeReading => ({
  from,
  next,
  type: 'DATE',
  meaning: { kind: 'calendar', anchor: 'publication', fields, ...(turn ? { turn } : {}) },
});

function quarter(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const short = /^q([1-4])$/.exec(lowerAt(cursor, the));
  if (short !== null) return withYear(cursor, at, the + 1, { quarter: Number(short[1]) }, null);
  const turn = turnOf(entryAt(cursor, the)?.turn ?? null);
  const lead = turn === null ? the : the + 1;
  const before = yearAt(cursor, lead);
  const start = before !== null && !before.short ? before.next : lead;
  const fiscal = lowerAt(cursor, start) === 'fiscal' ? start + 1 : start;
  const ordinal = ordinalAt(cursor, fiscal);
  if (ordinal === null || ordinal.value > 4) return null;
  const unit =
    isHyphen(lowerAt(cursor, ordinal.next)) || lowerAt(cursor, ordinal.next) === 'fiscal'
      ? ordinal.next + 1
      : ordinal.next;
  const known = before !== null && !before.short ? { year: before.year } : {};
  if (entryAt(cursor, unit)?.unit === 'quarter' && !entryAt(cursor, unit)?.many)
    return withYear(cursor, at, unit + 1, { quarter: ordinal.value, ...known }, turn);
  if (lowerAt(cursor, unit) !== 'half' || ordinal.value > 2) return null;
  const found = withYear(cursor, at, unit + 1, { half: ordinal.value, ...known }, turn);
  return found.next > unit + 1 || before !== null ? found : null;
}

/** Adds "of 1998", "1998", "of this year", "of fiscal 1998". */
function withYear(cursor: Cursor, from: number, at: number, fields: CalendarFields, turn: Turn | null): TimeReading {
  const of = lowerAt(cursor, at) === 'of' || lowerAt(cursor, at) === 'in' ? at + 1 : at;
  const start = lowerAt(cursor, of) === 'fiscal' ? of + 1 : of;
  const year = yearAt(cursor, start) ?? (lowerAt(cursor, of) === '' ? null : yearInWordsAt(cursor, start));
  if (year !== null)
    return reading(from, year.next, { ...fields, year: year.year, ...(year.short ? { shortYear: true } : {}) }, turn);
  const yearTurn = turnOf(entryAt(cursor, of)?.turn ?? null);
  const unit = yearTurn === null ? (of > at && lowerAt(cursor, of) === 'the' ? of + 1 : -1) : of + 1;
  if (entryAt(cursor, unit)?.unit !== 'year' || entryAt(cursor, unit)?.many) return reading(from, at, fields, turn);
  const shift = { amount: yearTurn === 'last' ? -1 : yearTurn === 'next' ? 1 : 0, unit: 'year' as const, whole: true };
  return { from, next: unit + 1, type: 'DATE', meaning: { kind: 'calendar', anchor: 'publication', fields, shift } };
}

const seasonLeads: ReadonlySet<string> = new Set([
  'in',
  'since',
  'until',
  'by',
  'during',
  'late',
  'early',
  'mid',
  'the',
  'through',
  'of',
  'before',
  'after',
  'from',
  'every',
  'each',
  'over',
  'till',
]);

/** "Fall" and "spring" are also other words: they need a turn, a year, or "in the". */
function season(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const turn = turnOf(entryAt(cursor, the)?.turn ?? null);
  const start = turn === null ? the : the + 1;
  const name = entryAt(cursor, start)?.season ?? null;
  if (name === null) return null;
  const found = withYear(cursor, at, start + 1, { season: name }, turn);
  if (turn !== null || found.next > start + 1) return found;
  const lead = lowerAt(cursor, the > at ? at - 1 : at - 1);
  const isWord = lowerAt(cursor, start) === 'fall' || lowerAt(cursor, start) === 'spring';
  if (
    isWord
      ? !(lead === 'in' || lead === 'by' || lead === 'since' || lead === 'until' || lead === 'late' || lead === 'early')
      : !(the > at || seasonLeads.has(lead))
  )
    return null;
  return tagAt(cursor, start + 1).startsWith('NN') || tagAt(cursor, start).startsWith('VB') ? null : found;
}
