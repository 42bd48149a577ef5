/** Parts of a day: "this morning", "at dawn", "in the early hours", "the night"; beside a day they are joined to it afterwards. */
import type { PartOfDay } from '../../../../model/time-expression.ts';
import { type Cursor, entryAt, lowerAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const partOfDay: TimeRule = {
  id: 'times/part-of-day',
  says: 'A part of a day, where a word before it makes it a time.',
  starts: ['part', 'turn', 'article'],
  examples: [
    { text: 'The planes came this morning.', found: 'this morning', type: 'TIME', value: '2016-06-15TMO' },
    { text: 'Shells fell on Friday night.', found: 'Friday night', type: 'TIME', value: '2016-06-10TNI' },
    { text: 'Jets struck at dawn on 12 June.', found: 'dawn on 12 June', type: 'TIME', value: '2016-06-12TMO' },
    { text: 'Homes were hit yesterday evening.', found: 'yesterday evening', type: 'TIME', value: '2016-06-14TEV' },
    {
      text: 'A raid began in the early hours of Sunday.',
      found: 'the early hours of Sunday',
      type: 'TIME',
      value: '2016-06-12TMO',
    },
  ],
  misses: ['A morning paper wrote of it.', 'Night vision was used.', 'An evening dress was sold.'],
  read: (cursor, at) => earlyHours(cursor, at) ?? partAt(cursor, at),
};

function reading(
  from: number,
  next: number,
  partOfDay: PartOfDay,
  amount: number | null,
  anchor: 'publication' | 'mentioned',
): TimeReading {
  const shift = amount === null ? {} : { shift: { amount, unit: 'day' as const, whole: true } };
  return { from, next, type: 'TIME', meaning: { kind: 'calendar', anchor, fields: { partOfDay }, ...shift } };
}

/** "the early hours", "the small hours": the night before the day that is named. */
function earlyHours(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const word = lowerAt(cursor, the);
  if (the === at) return null;
  const named = entryAt(cursor, the)?.partOfDay ?? null;
  if (named !== null)
    return lowerAt(cursor, the + 1) === 'hours' ? reading(at, the + 2, named, null, 'mentioned') : null;
  if (word !== 'early' && word !== 'small' && word !== 'late') return null;
  const middle =
    lowerAt(cursor, the + 1) === 'morning' ||
    lowerAt(cursor, the + 1) === 'evening' ||
    lowerAt(cursor, the + 1) === 'night'
      ? 1
      : 0;
  if (lowerAt(cursor, the + 1 + middle) !== 'hours') return null;
  return reading(at, the + 2 + middle, word === 'late' ? 'evening' : 'dawn', null, 'mentioned');
}

const leads: ReadonlySet<string> = new Set([
  'at',
  'by',
  'before',
  'after',
  'until',
  'till',
  'since',
  'around',
  'near',
  'toward',
  'towards',
  'from',
  'to',
  'late',
  'early',
  'mid',
  'about',
  'one',
  'every',
  'each',
  'through',
  'and',
  'between',
  'pre',
  'pre-',
  'during',
  'late-',
  'mid-',
]);

function partAt(cursor: Cursor, at: number): TimeReading | null {
  const first = entryAt(cursor, at);
  const turn = first?.turn ?? null;
  if (turn === 'this' || turn === 'that' || turn === 'same')
    return turned(cursor, at, turn === 'this' ? 'publication' : 'mentioned');
  if (lowerAt(cursor, at) === 'the') return definite(cursor, at);
  if (!first?.partOfDay) return null;
  const lead = lowerAt(cursor, at - 1);
  const isLed = leads.has(lead) || besideDay(cursor, at);
  if (!isLed || (lead === 'and' && !entryAt(cursor, at - 2)?.partOfDay && entryAt(cursor, at - 2)?.clock == null))
    return null;
  return reading(at, at + 1, first.partOfDay, null, 'mentioned');
}

/** "Friday night", "tomorrow morning", "night of 12 June". */
const besideDay = (cursor: Cursor, at: number): boolean => {
  const before = entryAt(cursor, at - 1);
  const edge = before?.edge ? entryAt(cursor, at - 2) : null;
  const day = edge ?? before;
  return (
    Boolean(day?.weekday) ||
    day?.dayShift != null ||
    /^\d/.test(lowerAt(cursor, at - 1)) ||
    (lowerAt(cursor, at + 1) === 'of' && isDay(cursor, at + 2)) ||
    (lowerAt(cursor, at - 1) === ',' && Boolean(entryAt(cursor, at - 2)?.weekday))
  );
};
const isDay = (cursor: Cursor, at: number): boolean =>
  Boolean(entryAt(cursor, at)?.weekday ?? entryAt(cursor, at)?.month) || /^\d/.test(lowerAt(cursor, at));

function turned(cursor: Cursor, at: number, anchor: 'publication' | 'mentioned'): TimeReading | null {
  const edge = entryAt(cursor, at + 1)?.edge ? 1 : 0;
  const part = entryAt(cursor, at + 1 + edge)?.partOfDay ?? null;
  return part === null ? null : reading(at, at + 2 + edge, part, 0, anchor);
}

/** "the morning", "the following night"; "the evening news" is no time. */
function definite(cursor: Cursor, at: number): TimeReading | null {
  const turn = entryAt(cursor, at + 1)?.turn ?? null;
  const edge = turn !== null || entryAt(cursor, at + 1)?.edge ? 1 : 0;
  const part = entryAt(cursor, at + 1 + edge)?.partOfDay ?? null;
  if (part === null) return null;
  const next = at + 2 + edge;
  if (turn === 'next' || turn === 'following') return reading(at, next, part, 1, 'mentioned');
  if (turn === 'previous') return reading(at, next, part, -1, 'mentioned');
  if (turn === 'same') return reading(at, next, part, 0, 'mentioned');
  const tag = cursor.words[next]?.tag ?? '';
  return tag.startsWith('NN') || tag === 'DT' || tag === 'PRP' ? null : reading(at, next, part, null, 'mentioned');
}
