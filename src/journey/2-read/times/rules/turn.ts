/** A unit named by its turn: "last week", "the next two days", "this month", "the following day", "the year". */

import {
  amountAt,
  type Cursor,
  entryAt,
  isHyphen,
  lowerAt,
  type ReadAmount,
  type ReadUnit,
  tagAt,
  unitAfterAmount,
} from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';
import type { TimeTurnWord } from '../turns.ts';
import { turnMeaning } from '../turns.ts';

export const turnOfUnit: TimeRule = {
  id: 'times/turn',
  says: 'Last, this, next and the like with a unit name a stretch of the calendar, or with an amount the days up to now or from now.',
  starts: ['turn', 'article'],
  examples: [
    { text: 'The village was hit last week.', found: 'last week', type: 'DATE', value: '2016-W23' },
    { text: 'Talks resume next month.', found: 'next month', type: 'DATE', value: '2016-07' },
    { text: 'Over the past three days shelling grew.', found: 'the past three days', type: 'DURATION', value: 'P3D' },
    {
      text: 'They hope to agree in the next week or two.',
      found: 'the next week or two',
      type: 'DURATION',
      value: 'P1W',
    },
    {
      text: 'The raid came on 3 May 2016, and the following day the army withdrew.',
      found: 'the following day',
      type: 'DATE',
      value: '2016-05-04',
    },
    { text: 'Two people were hurt last night.', found: 'last night', type: 'TIME', value: '2016-06-14TNI' },
    { text: 'Attacks rose in recent weeks.', found: 'recent weeks', type: 'DURATION', value: 'PXW' },
  ],
  misses: ['The pause will last 48 hours.', 'The last bus left.', 'This army is large.', 'The same unit came.'],
  read: (cursor, at) => {
    const start = lowerAt(cursor, at) === 'the' ? at + 1 : at;
    const turn = entryAt(cursor, start)?.turn ?? null;
    if (turn !== null) return isVerb(cursor, start) ? null : readTurn(cursor, at, start, turn);
    if (lowerAt(cursor, start) === 'first' && start > at) return firstOf(cursor, at, start);
    return start > at ? definiteUnit(cursor, at, start) : null;
  },
};

const beforeVerbs: ReadonlySet<string> = new Set([
  'will',
  'to',
  'would',
  'could',
  'may',
  'might',
  'can',
  'should',
  "'ll",
  'not',
]);

/** "The pause will last 48 hours" names no turn. */
const isVerb = (cursor: Cursor, at: number): boolean =>
  lowerAt(cursor, at) === 'last' && (tagAt(cursor, at).startsWith('VB') || beforeVerbs.has(lowerAt(cursor, at - 1)));

function readTurn(cursor: Cursor, at: number, start: number, turn: TimeTurnWord): TimeReading | null {
  let first = start + 1;
  // "the last full week", "this very day", "this coming week", "the same fiscal year"
  if (
    cursor.lexicon.amountAdjectives.has(lowerAt(cursor, first)) ||
    lowerAt(cursor, first) === 'fiscal' ||
    lowerAt(cursor, first) === 'coming' ||
    lowerAt(cursor, first) === 'past'
  )
    first += 1;
  if (isHyphen(lowerAt(cursor, first))) return null;
  const amount = amountAt(cursor, first);
  const unit = unitAfterAmount(cursor, amount?.next ?? first);
  if (unit === null || (amount?.single && lowerAt(cursor, first) !== 'one')) return null;
  if (unit.unit === 'second' && !unit.many) return null;
  return readTurnOfUnit(cursor, { at, start, turn, amount, unit });
}

interface TurnParts {
  readonly at: number;
  readonly start: number;
  readonly turn: TimeTurnWord;
  readonly amount: ReadAmount | null;
  readonly unit: ReadUnit;
}

function readTurnOfUnit(cursor: Cursor, { at, start, turn, amount, unit }: TurnParts): TimeReading | null {
  const open =
    lowerAt(cursor, unit.next) === 'or' ? cursor.lexicon.orMore.get(lowerAt(cursor, unit.next + 1)) : undefined;
  const isDefinite = start > at;
  const count =
    amount === null ? (unit.many ? null : unit.amount) : amount.amount === null ? null : amount.amount * unit.amount;
  const stated = amount !== null;
  const found = turnMeaning({
    turn,
    unit: unit.unit,
    many: unit.many,
    count,
    stated,
    isDefinite,
    upTo: open !== undefined && open > 1 ? open : amount?.upTo,
    lead: lowerAt(cursor, at - 1),
  });
  if (found === null) return null;
  const next = open === undefined ? unit.next : unit.next + 2;
  return { from: at, next, ...found, ...(open === 1 ? { modifier: 'approx' as const } : {}) };
}

/** "the first nine months" is a length; "the first day" is left to the ordinals. */
function firstOf(cursor: Cursor, at: number, start: number): TimeReading | null {
  const amount = amountAt(cursor, start + 1);
  const unit = unitAfterAmount(cursor, amount?.next ?? start + 1);
  if (unit === null || !unit.many) return null;
  const parts = [{ amount: amount?.amount ?? null, unit: unit.unit }];
  return {
    from: at,
    next: unit.next,
    type: 'DURATION',
    meaning: { kind: 'duration', parts, window: null, anchor: 'mentioned' },
  };
}

const definiteUnits: ReadonlySet<string> = new Set([
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]);
const notAfter: ReadonlySet<string> = new Set(['of', 'when', 'that', 'after', 'before', 'in', 'to']);

/** "the week", "the year": the one talked about. */
function definiteUnit(cursor: Cursor, at: number, position: number): TimeReading | null {
  const start =
    lowerAt(cursor, position) === 'fiscal' || lowerAt(cursor, position) === 'full' ? position + 1 : position;
  const entry = entryAt(cursor, start);
  if (!entry?.unit || !definiteUnits.has(entry.unit)) return null;
  if (entry.many) {
    const parts = [{ amount: null, unit: entry.unit }];
    return {
      from: at,
      next: start + 1,
      type: 'DURATION',
      meaning: { kind: 'duration', parts, window: null, anchor: 'mentioned' },
    };
  }
  const follows = lowerAt(cursor, start + 1);
  if (notAfter.has(follows) || isHyphen(follows)) return null;
  const shift = { amount: 0, unit: entry.unit, whole: true };
  return {
    from: at,
    next: start + 1,
    type: 'DATE',
    meaning: { kind: 'calendar', anchor: entry.unit === 'day' ? 'mentioned' : 'publication', fields: {}, shift },
  };
}
