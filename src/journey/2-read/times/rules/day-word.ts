/** Days named from the day of writing: "today", "yesterday", "tonight", "overnight", "the day before yesterday". */
import { type Cursor, entryAt, lowerAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const dayWord: TimeRule = {
  id: 'times/day-word',
  says: 'A word that names a day or night from the day of writing.',
  starts: ['day-word', 'unit', 'article'],
  examples: [
    { text: 'A strike was reported today.', found: 'today', type: 'DATE', value: '2016-06-15' },
    { text: 'Yesterday a convoy left.', found: 'Yesterday', type: 'DATE', value: '2016-06-14' },
    {
      text: 'It was hit the day before yesterday.',
      found: 'the day before yesterday',
      type: 'DATE',
      value: '2016-06-13',
    },
    { text: 'Clashes went on overnight.', found: 'overnight', type: 'TIME', value: '2016-06-14TNI' },
    { text: 'He speaks tonight.', found: 'tonight', type: 'TIME', value: '2016-06-15TNI' },
  ],
  misses: ['The day before the attack was calm.', 'It came before dawn.'],
  read: (cursor, at) => dayBeforeYesterday(cursor, at) ?? single(cursor, at),
};

function single(cursor: Cursor, at: number): TimeReading | null {
  const entry = entryAt(cursor, at);
  if (entry?.dayShift == null) return null;
  const partOfDay = entry.dayPart;
  const shift = { amount: entry.dayShift, unit: 'day' as const, whole: true };
  return {
    from: at,
    next: at + 1,
    type: partOfDay === null ? 'DATE' : 'TIME',
    meaning: { kind: 'calendar', anchor: 'publication', fields: partOfDay === null ? {} : { partOfDay }, shift },
  };
}

function dayBeforeYesterday(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  if (lowerAt(cursor, the) !== 'day') return null;
  const direction = lowerAt(cursor, the + 1) === 'before' ? -1 : lowerAt(cursor, the + 1) === 'after' ? 1 : 0;
  const shift = entryAt(cursor, the + 2)?.dayShift ?? null;
  if (direction === 0) return null;
  if (shift !== null && shift !== 0) {
    return {
      from: at,
      next: the + 3,
      type: 'DATE',
      meaning: {
        kind: 'calendar',
        anchor: 'publication',
        fields: {},
        shift: { amount: shift + direction, unit: 'day', whole: true },
      },
    };
  }
  return the > at && endsClause(cursor, the + 2) ? dayAfter(at, the + 2, direction) : null;
}

/** "the day before", with nothing told after it: counted from the day mentioned. */
const dayAfter = (from: number, next: number, amount: number): TimeReading => ({
  from,
  next,
  type: 'DATE',
  meaning: { kind: 'calendar', anchor: 'mentioned', fields: {}, shift: { amount, unit: 'day', whole: true } },
});

const closers: ReadonlySet<string> = new Set([
  '',
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  ')',
  '”',
  '"',
  "''",
  'and',
  'but',
  'when',
  'in',
  'at',
]);
const endsClause = (cursor: Cursor, at: number): boolean => closers.has(lowerAt(cursor, at));
