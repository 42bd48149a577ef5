/** Times of the clock: "7:45 p.m.", "1430 GMT", "10 a.m. local time", "0600 hours", "8 o'clock", "noon", "half past six". */
import type { CalendarFields } from '../../../../model/time-expression.ts';
import { digitValue, readNumber } from '../../numbers/read-number.ts';
import { type Cursor, entryAt, isCapitalised, isHyphen, lowerAt, tagAt, touches } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const clockTime: TimeRule = {
  id: 'times/clock',
  says: 'A time of the clock, with half of the day and zone where they are said.',
  starts: ['number', 'clock', 'unit'],
  examples: [
    {
      text: 'It struck at 7:45 p.m. on 12 June 2016.',
      found: '7:45 p.m. on 12 June 2016',
      type: 'TIME',
      value: '2016-06-12T19:45',
    },
    { text: 'The pause began at 1430 GMT.', found: '1430 GMT', type: 'TIME', value: '2016-06-15T14:30' },
    {
      text: 'The station was hit at 2350 on 12 June.',
      found: '2350 on 12 June',
      type: 'TIME',
      value: '2016-06-12T23:50',
    },
    { text: 'They left at 10 a.m. local time.', found: '10 a.m. local time', type: 'TIME', value: '2016-06-15T10:00' },
    { text: 'Firing stopped at noon yesterday.', found: 'noon yesterday', type: 'TIME', value: '2016-06-14T12:00' },
    {
      text: "It was 8 o'clock in the evening.",
      found: "8 o'clock in the evening",
      type: 'TIME',
      value: '2016-06-15T20:00',
    },
    { text: 'He spoke shortly before 8 tonight.', found: '8 tonight', type: 'TIME', value: '2016-06-15T20:00' },
    {
      text: 'It starts at 00:00 Damascus time on 27 June 2016.',
      found: '00:00 Damascus time on 27 June 2016',
      type: 'TIME',
      value: '2016-06-27T00:00',
    },
    { text: 'At 10 p.m. shots were fired.', found: '10 p.m.', type: 'TIME', value: '2016-06-15T22:00' },
    { text: 'The truce starts at midnight.', found: 'midnight', type: 'TIME', value: '2016-06-15T24:00' },
  ],
  misses: ['The score was 2:1.', 'Verse 3:16 was read.', 'They fired 1430 shells.', 'Psalm 7:45 is short.'],
  read: (cursor, at) => clockWord(cursor, at) ?? halfPast(cursor, at) ?? digits(cursor, at) ?? wordHour(cursor, at),
};

const time = (from: number, next: number, fields: CalendarFields): TimeReading => ({
  from,
  next,
  type: 'TIME',
  // Without a day beside it, a clock time belongs to the day last told of.
  meaning: { kind: 'calendar', anchor: 'mentioned', fields },
});

function clockWord(cursor: Cursor, at: number): TimeReading | null {
  const hour = entryAt(cursor, at)?.clock ?? null;
  if (hour === null) return null;
  return withZone(cursor, at, at + 1, { hour: hour === 0 ? 24 : hour, minute: 0 });
}

const HALF_PAST: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
]);

/** "half past six", "a quarter to nine". */
function halfPast(cursor: Cursor, at: number): TimeReading | null {
  const minutes = HALF_PAST.get(lowerAt(cursor, at));
  const way = lowerAt(cursor, at + 1);
  if (minutes === undefined || (way !== 'past' && way !== 'to')) return null;
  const hour = readNumber(cursor.words, at + 2, cursor.lexicon.numbers);
  if (hour === null || hour.value < 1 || hour.value > 12 || !Number.isInteger(hour.value)) return null;
  const fields =
    way === 'past' ? { hour: hour.value, minute: minutes } : { hour: (hour.value + 11) % 12, minute: 60 - minutes };
  return halfDay(cursor, at, hour.next, fields);
}

/** "7:45", "7.45 pm", "19h45", "1430 GMT", "0600 hours", "10 p.m.". */
function digits(cursor: Cursor, at: number): TimeReading | null {
  const fields = clockFields(lowerAt(cursor, at));
  if (fields === null) return null;
  const { hour = 0, bare, ...rest } = { ...fields, bare: fields.form };
  const plain = { hour, minute: rest.minute };
  const marked = halfDay(cursor, at, at + 1, plain);
  if (marked !== null) return hour <= 12 || bare !== 'hour' ? marked : null;
  if (bare === 'hour')
    return oClock(cursor, at, at + 1, hour) ?? hourOfRange(cursor, at, plain) ?? hourOfDay(cursor, at, hour);
  if (bare === 'four') return fourDigits(cursor, at, plain);
  return isScore(cursor, at)
    ? null
    : withZone(cursor, at, at + 1, { ...plain, ...(hour < 13 && hour > 0 ? { halfDayUnknown: true } : {}) });
}

interface ClockFields {
  readonly hour: number;
  readonly minute: number;
  readonly form: 'colon' | 'four' | 'hour';
}

const CLOCK = /^(\d{1,2})(?:([:.h])(\d{2})(?::\d{2})?)?$/;

function clockFields(word: string): ClockFields | null {
  if (word.length > 8) return null;
  if (word.length === 4) {
    const value = digitValue(word);
    if (value !== null && Number.isInteger(value) && value <= 2400 && value % 100 < 60)
      return { hour: Math.floor(value / 100), minute: value % 100, form: 'four' };
  }
  const match = CLOCK.exec(word);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[3] ?? 0)];
  if (hour > 24 || minute > 59) return null;
  if (match[2] === undefined) return { hour, minute: 0, form: 'hour' };
  return { hour, minute, form: match[2] === '.' ? 'hour' : 'colon' };
}

/** "a.m.", "p.m.", also as two words. */
function halfDay(
  cursor: Cursor,
  from: number,
  at: number,
  fields: { hour: number; minute: number },
): TimeReading | null {
  const half = cursor.lexicon.halfDays.get(lowerAt(cursor, at));
  if (half === undefined || fields.hour > 23) return null;
  const hour = fields.hour > 12 ? fields.hour : (fields.hour % 12) + half;
  const next =
    lowerAt(cursor, at + 1) === '.' &&
    touches(cursor, at) &&
    lowerAt(cursor, at).includes('.') &&
    !lowerAt(cursor, at).endsWith('.')
      ? at + 2
      : at + 1;
  return withZone(cursor, from, next, { hour, minute: fields.minute });
}

const fourLeads: ReadonlySet<string> = new Set([
  'at',
  'by',
  'from',
  'to',
  'until',
  'till',
  'since',
  'around',
  'about',
  'between',
  'and',
  'before',
  'after',
]);

/** "at 1430 sites" counts sites. */
const startsNounOfMany = (cursor: Cursor, at: number): boolean =>
  tagAt(cursor, at) === 'NNS' || tagAt(cursor, at) === 'JJ';

/** Four digits are a time before a zone or "hours", or with a leading zero after a word that leads to a time. */
function fourDigits(cursor: Cursor, at: number, fields: { hour: number; minute: number }): TimeReading | null {
  const next = lowerAt(cursor, at + 1);
  if (next === 'hours' || next === 'hrs' || next === 'hour' || next === 'h')
    return fourLeads.has(lowerAt(cursor, at - 1)) || fields.hour < 10 ? withZone(cursor, at, at + 2, fields) : null;
  if (cursor.lexicon.zones.has(next) && next !== 'local') return withZone(cursor, at, at + 1, fields);
  // No year follows "at": "at 2350 on 16 January".
  const lead = lowerAt(cursor, at - 1);
  const isAt =
    lead === 'at' ||
    ((lead === 'about' || lead === 'around' || lead === 'approximately') && lowerAt(cursor, at - 2) === 'at');
  const isLed = isAt ? !startsNounOfMany(cursor, at + 1) : lowerAt(cursor, at).startsWith('0') && fourLeads.has(lead);
  return isLed ? withZone(cursor, at, at + 1, fields) : null;
}

/** "shortly before 8 tonight", "at 9 yesterday morning". */
function hourOfDay(cursor: Cursor, at: number, hour: number): TimeReading | null {
  if (hour < 1 || hour > 12 || !fourLeads.has(lowerAt(cursor, at - 1))) return null;
  const next = entryAt(cursor, at + 1);
  const isNamed =
    next?.dayPart != null ||
    ((next?.dayShift != null || next?.turn != null) && entryAt(cursor, at + 2)?.partOfDay != null);
  return isNamed ? time(at, at + 1, { hour, minute: 0, halfDayUnknown: true }) : null;
}

/** "from 7 to 9 p.m.": the half of the day is said once. */
function hourOfRange(cursor: Cursor, at: number, fields: { hour: number; minute: number }): TimeReading | null {
  const join = lowerAt(cursor, at + 1);
  if (join !== 'to' && join !== 'and' && !isHyphen(join)) return null;
  const second = clockFields(lowerAt(cursor, at + 2));
  const also = second === null || second.form === 'four' ? null : halfDay(cursor, at + 2, at + 3, second);
  if (also === null || second === null || (join === 'and' && lowerAt(cursor, at - 1) !== 'between')) return null;
  const first = halfDay(cursor, at + 2, at + 3, fields);
  return first === null ? null : { ...first, from: at, next: at + 1, also, isRange: true };
}

function oClock(cursor: Cursor, from: number, at: number, hour: number): TimeReading | null {
  const word = lowerAt(cursor, at);
  if (hour < 1 || hour > 12) return null;
  if (word === "o'clock" || word === 'oclock')
    return withZone(cursor, from, at + 1, { hour, minute: 0, halfDayUnknown: true });
  return null;
}

/** "six o'clock", "nine in the morning", "ten p.m.". */
function wordHour(cursor: Cursor, at: number): TimeReading | null {
  const number = readNumber(cursor.words, at, cursor.lexicon.numbers);
  if (number === null || number.digits || number.value < 1 || number.value > 12) return null;
  return (
    halfDay(cursor, at, number.next, { hour: number.value, minute: 0 }) ?? oClock(cursor, at, number.next, number.value)
  );
}

/** "won 2:1", "Genesis 3:16": no word that leads to a time, and no zone after. */
function isScore(cursor: Cursor, at: number): boolean {
  const lead = lowerAt(cursor, at - 1);
  const next = lowerAt(cursor, at + 1);
  if (
    fourLeads.has(lead) ||
    cursor.lexicon.zones.has(next) ||
    lead === '(' ||
    lead === ',' ||
    lead === '-' ||
    lead === '–' ||
    next === 'hours' ||
    next === 'hrs'
  )
    return false;
  return (
    !entryAt(cursor, at - 1)?.weekday &&
    at > 0 &&
    !entryAt(cursor, at + 1)?.weekday &&
    entryAt(cursor, at - 1)?.dayShift == null
  );
}

/** Adds "GMT", "local time", "in the evening" behind a clock time. */
function withZone(cursor: Cursor, from: number, at: number, fields: CalendarFields): TimeReading {
  let next = at;
  if (lowerAt(cursor, next) === 'hours' || lowerAt(cursor, next) === 'hrs') next += 1;
  const open = lowerAt(cursor, next) === '(' ? 0 : next;
  const zone = open === 0 ? undefined : cursor.lexicon.zones.get(lowerAt(cursor, next));
  if (zone === null) {
    const isLocalTime = lowerAt(cursor, next + 1) === 'time';
    return time(
      from,
      isLocalTime ? next + 2 : next + (lowerAt(cursor, next) === 'local' ? 0 : 1),
      inPartOfDay(cursor, isLocalTime ? next + 2 : next, fields).fields,
    );
  }
  // "00:00 Damascus time": the place's own clock.
  if (isCapitalised(cursor, next) && lowerAt(cursor, next + 1) === 'time' && zone === undefined)
    return time(from, next + 2, fields);
  if (zone !== undefined) return time(from, next + 1, { ...fields, utcOffsetMinutes: zone });
  const part = inPartOfDay(cursor, next, fields);
  return time(from, part.next, part.fields);
}

/** "at 8 in the evening" tells which half of the day. */
function inPartOfDay(cursor: Cursor, at: number, fields: CalendarFields): { fields: CalendarFields; next: number } {
  if (!fields.halfDayUnknown || (lowerAt(cursor, at) !== 'in' && lowerAt(cursor, at) !== 'at'))
    return { fields, next: at };
  const the = lowerAt(cursor, at + 1) === 'the' ? at + 2 : at + 1;
  const part = entryAt(cursor, the)?.partOfDay ?? null;
  if (part === null) return { fields, next: at };
  const { halfDayUnknown: _, ...known } = fields;
  const isLate = part === 'afternoon' || part === 'evening' || (part === 'night' && (known.hour ?? 0) > 5);
  return {
    fields: isLate && (known.hour ?? 0) < 12 ? { ...known, hour: (known.hour ?? 0) + 12 } : known,
    next: the + 1,
  };
}
