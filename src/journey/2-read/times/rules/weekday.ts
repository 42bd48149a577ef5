/** Days of the week: "Friday", "last Friday", "this coming Sunday"; also "the weekend" by its turn. */
import { type Cursor, entryAt, isCapitalised, lowerAt, startsNoun } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';
import { turnOf } from '../turns.ts';

export const weekday: TimeRule = {
  id: 'times/weekday',
  says: 'A day of the week; which one is told by its turn and by the tense of what is said of it.',
  starts: ['weekday', 'turn', 'article'],
  examples: [
    { text: 'The market was hit on Sunday.', found: 'Sunday', type: 'DATE', value: '2016-06-12' },
    { text: 'The envoy spoke on Wednesday.', found: 'Wednesday', type: 'DATE', value: '2016-06-15' },
    { text: 'The sides will meet on Friday.', found: 'Friday', type: 'DATE', value: '2016-06-17' },
    { text: 'The convoy left last Friday.', found: 'last Friday', type: 'DATE', value: '2016-06-10' },
    { text: 'Talks are due next Monday.', found: 'next Monday', type: 'DATE', value: '2016-06-20' },
  ],
  misses: ['The sun rose.', 'He sat down.', 'They wed in spring.'],
  read: (cursor, at) => {
    const start = lowerAt(cursor, at) === 'the' ? at + 1 : at;
    const turn = turnOf(entryAt(cursor, start)?.turn ?? null);
    const second = turn !== null && turnOf(entryAt(cursor, start + 1)?.turn ?? null) !== null ? 1 : 0;
    const day = turn === null ? start : start + 1 + second;
    const entry = entryAt(cursor, day);
    if (!entry?.weekday || !isWeekday(cursor, day) || (start > at && turn === null)) return null;
    const later = second === 1 ? turnOf(entryAt(cursor, start + 1)?.turn ?? null) : null;
    return readingOf(at, day + 1, entry.weekday, later ?? turn);
  },
};

function readingOf(from: number, next: number, weekday: number, turn: 'last' | 'this' | 'next' | null): TimeReading {
  return {
    from,
    next,
    type: 'DATE',
    meaning: { kind: 'calendar', anchor: 'publication', fields: { weekday }, ...(turn ? { turn } : {}) },
  };
}

/** Short names that are words too ("sat", "sun") count beside a date or clock time only. */
function isWeekday(cursor: Cursor, at: number): boolean {
  const word = lowerAt(cursor, at);
  if (!cursor.lexicon.doubtfulWeekdays.has(word)) return true;
  if (!isCapitalised(cursor, at)) return false;
  const next = lowerAt(cursor, at + 1) === ',' || lowerAt(cursor, at + 1) === '.' ? at + 2 : at + 1;
  return (
    entryAt(cursor, next)?.month != null ||
    (/^\d{1,2}$/.test(lowerAt(cursor, next)) && !startsNoun(cursor, next + 1)) ||
    entryAt(cursor, next + 1)?.month != null
  );
}
