/** What happens again and again: "every Friday", "each day", "daily", "on Mondays", "every two weeks". */
import type { CalendarFields, DurationPart } from '../../../../model/time-expression.ts';
import { amountAt, type Cursor, entryAt, lowerAt, ordinalAt, tagAt, unitAfterAmount } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const repetition: TimeRule = {
  id: 'times/set',
  says: 'A time that comes round again and again.',
  starts: ['repeat', 'weekday'],
  examples: [
    { text: 'Prayers are held every Friday.', found: 'every Friday', type: 'SET', value: 'XXXX-WXX-5' },
    { text: 'Monitors report daily.', found: 'daily', type: 'SET', value: 'P1D' },
    { text: 'Planes pass each day.', found: 'each day', type: 'SET', value: 'P1D' },
    { text: 'Convoys run every two weeks.', found: 'every two weeks', type: 'SET', value: 'P2W' },
    { text: 'They meet on Mondays.', found: 'Mondays', type: 'SET', value: 'XXXX-WXX-1' },
    { text: 'Shells fall every night.', found: 'every night', type: 'SET', value: 'XXXX-XX-XXTNI' },
  ],
  misses: ['Every man left.', 'Each side fired.'],
  read: (cursor, at) => every(cursor, at) ?? adverb(cursor, at) ?? plural(cursor, at),
};

const reading = (from: number, next: number, every: DurationPart | null, fields: CalendarFields): TimeReading => ({
  from,
  next,
  type: 'SET',
  meaning: { kind: 'set', every, fields },
});

function every(cursor: Cursor, at: number): TimeReading | null {
  if (!entryAt(cursor, at)?.repeat) return null;
  const skipped = ['single', 'other', 'second', 'passing', 'successive'].includes(lowerAt(cursor, at + 1))
    ? at + 2
    : at + 1;
  const times = lowerAt(cursor, at + 1) === 'other' || lowerAt(cursor, at + 1) === 'second' ? 2 : 1;
  const amount = amountAt(cursor, skipped);
  const unit = unitAfterAmount(cursor, amount?.next ?? skipped);
  const entry = entryAt(cursor, skipped);
  if (entry?.weekday) return onWeekday(cursor, at, skipped, entry.weekday);
  if (entry?.month) return reading(at, skipped + 1, null, { month: entry.month });
  if (entry?.season) return reading(at, skipped + 1, null, { season: entry.season });
  if (entry?.partOfDay) return reading(at, skipped + 1, null, { partOfDay: entry.partOfDay });
  if (unit === null || ordinalAt(cursor, skipped) !== null) return null;
  return reading(at, unit.next, { amount: (amount?.amount ?? 1) * unit.amount * times, unit: unit.unit }, {});
}

function onWeekday(cursor: Cursor, at: number, position: number, weekday: number): TimeReading {
  const part = entryAt(cursor, position + 1)?.partOfDay ?? null;
  return part === null
    ? reading(at, position + 1, null, { weekday })
    : reading(at, position + 2, null, { weekday, partOfDay: part });
}

/** "annual report" and "daily newspaper" are sorts of things; "daily" is a time where it stands as an adverb or before an act. */
function adverb(cursor: Cursor, at: number): TimeReading | null {
  const found = entryAt(cursor, at)?.repetition ?? null;
  if (found === null) return null;
  const isName =
    /^[A-Z]/.test(cursor.words[at]?.text ?? '') &&
    /^[A-Z]/.test(cursor.words[at + 1]?.text ?? '') &&
    cursor.casing === 'mixed';
  const isSort = (found.unit === 'year' || found.unit === 'quarter') && /^(NN|JJ)/.test(tagAt(cursor, at + 1));
  if (isName || isSort) return null;
  return reading(at, at + 1, found, {});
}

/** "on Mondays", "Tuesday nights". */
function plural(cursor: Cursor, at: number): TimeReading | null {
  const entry = entryAt(cursor, at);
  if (entry?.pluralWeekday) return reading(at, at + 1, null, { weekday: entry.pluralWeekday });
  const part = entryAt(cursor, at + 1)?.pluralPart ?? null;
  return entry?.weekday && part !== null
    ? reading(at, at + 2, null, { weekday: entry.weekday, partOfDay: part })
    : null;
}
