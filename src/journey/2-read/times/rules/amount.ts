/** An amount of a unit: how long ("for two weeks"), how far from now or then ("three days ago", "a year later"), how often ("twice a week"). */
import type {
  CalendarShift,
  DurationPart,
  TimeAnchor,
  TimeExpression,
  TimeUnit,
} from '../../../../model/time-expression.ts';
import {
  amountAt,
  type Cursor,
  entryAt,
  isHyphen,
  lowerAt,
  phraseAt,
  type ReadAmount,
  type ReadUnit,
  startsNoun,
  unitAfterAmount,
} from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const amountOfUnit: TimeRule = {
  id: 'times/amount',
  says: 'An amount of a unit is a duration, or with "ago", "later" and the like a date counted from now or from the time before.',
  starts: ['number', 'article', 'unit', 'phrase'],
  examples: [
    { text: 'The truce held for two weeks.', found: 'two weeks', type: 'DURATION', value: 'P2W' },
    { text: 'The convoy was stopped three days ago.', found: 'three days ago', type: 'DATE', value: '2016-06-12' },
    { text: 'A 48-hour pause was agreed.', found: '48-hour', type: 'DURATION', value: 'PT48H' },
    { text: 'Fighting stopped several months ago.', found: 'several months ago', type: 'DATE', value: 'PAST_REF' },
    {
      text: 'The shelling lasted an hour and a half.',
      found: 'an hour and a half',
      type: 'DURATION',
      value: 'PT1H30M',
    },
    { text: 'Aid came twice a week.', found: 'a week', type: 'SET', value: 'P1W' },
    { text: "They meet in two weeks' time.", found: "two weeks' time", type: 'DATE', value: '2016-06-29' },
    { text: 'The road was closed two years ago.', found: 'two years ago', type: 'DATE', value: '2014' },
  ],
  misses: ['Two men were seen.', 'The second unit left.', 'He may go.'],
  read: (cursor, at) => {
    const open = phraseAt(cursor.lexicon.openLengths, cursor, at);
    if (open !== null && lowerAt(cursor, open.next) !== 'ago') return openLength(at, open.next);
    const amount =
      amountAt(cursor, at) ?? (entryAt(cursor, at)?.many ? { amount: null, next: at, single: false } : null);
    if (amount === null) return null;
    const unit = unitAfterAmount(cursor, amount.next);
    if (unit === null || !isMeant(cursor, at, amount, unit)) return null;
    return saysAge(cursor, unit) ? null : readFromUnit(cursor, at, amount, unit);
  },
};

/** "a while": no unit measures it. */
const openLength = (from: number, next: number): TimeReading => ({
  from,
  next,
  type: 'DURATION',
  meaning: { kind: 'duration', parts: [], window: null, anchor: 'publication' },
});

/** "A second strike" is an ordinal, "a quarter of them" a fraction, "the night" another rule's. */
function isMeant(cursor: Cursor, at: number, amount: ReadAmount, unit: ReadUnit): boolean {
  if (unit.unit === 'second' && !unit.many && (amount.single || amount.amount === null)) return false;
  if (
    unit.unit === 'quarter' &&
    (amount.single
      ? lowerAt(cursor, unit.next) === 'of' || lowerAt(cursor, unit.next) === 'century'
      : lowerAt(cursor, unit.next) === 'of')
  )
    return false;
  // "the 1988 quarter" is a quarter of a year, not so many quarters.
  if (!unit.many && amount.amount !== null && amount.amount >= 1900 && amount.amount < 2100) return false;
  if (lowerAt(cursor, at) === 'the' || lowerAt(cursor, at) === 'some')
    return unit.many || (lowerAt(cursor, at) === 'some' && amount.amount !== null);
  // "one day" alone is a story's time, not a length; it is read, but a lone article before "night" or "day" may be too.
  return true;
}

/** "37 years old" tells an age and no time. */
const saysAge = (cursor: Cursor, unit: ReadUnit): boolean =>
  !unit.hyphenated &&
  (OLD.has(lowerAt(cursor, unit.next)) ||
    (isHyphen(lowerAt(cursor, unit.next)) && OLD.has(lowerAt(cursor, unit.next + 1))) ||
    (lowerAt(cursor, unit.next) === 'of' && lowerAt(cursor, unit.next + 1) === 'age'));

const OLD: ReadonlySet<string> = new Set(['old', 'older', 'olds']);

function readFromUnit(cursor: Cursor, at: number, amount: ReadAmount, unit: ReadUnit): TimeReading {
  const end = endOfAmount(cursor, unit, amount);
  const parts = [{ amount: end.amount, unit: unit.unit }];
  const more = secondPart(cursor, end.next);
  if (more !== null) parts.push(more.part);
  const next = more?.next ?? end.next;
  const upTo = end.upTo ?? (amount.upTo === undefined ? undefined : amount.upTo * unit.amount);
  return (
    pointFrom(cursor, at, next, parts, upTo) ??
    rate(cursor, at, next, amount, unit) ??
    duration(cursor, at, next, parts, upTo, unit)
  );
}

interface AmountEnd {
  readonly amount: number | null;
  readonly upTo?: number;
  readonly next: number;
}

/** Past "and a half" and "or two" behind the unit. */
function endOfAmount(cursor: Cursor, unit: ReadUnit, { amount }: ReadAmount): AmountEnd {
  const total = amount === null ? null : amount * unit.amount;
  const [first, second, third] = [
    lowerAt(cursor, unit.next),
    lowerAt(cursor, unit.next + 1),
    lowerAt(cursor, unit.next + 2),
  ];
  if (first === 'and' && second === 'a' && third === 'half' && total !== null)
    return { amount: total + 0.5, next: unit.next + 3 };
  const open = first === 'or' ? cursor.lexicon.orMore.get(second) : undefined;
  if (open === undefined) return { amount: total, next: unit.next };
  return open > 1
    ? { amount: total, upTo: open * unit.amount, next: unit.next + 2 }
    : { amount: total, next: unit.next + 2 };
}

/** "two hours and thirty minutes", "one year, six months". */
function secondPart(cursor: Cursor, at: number): { part: DurationPart; next: number } | null {
  const join = lowerAt(cursor, at);
  const start = join === 'and' || join === ',' ? at + 1 : at;
  const amount = amountAt(cursor, start);
  if (amount === null || amount.amount === null || (start === at && amount.single)) return null;
  const unit = unitAfterAmount(cursor, amount.next);
  if (unit === null || !FINER.has(unit.unit)) return null;
  return { part: { amount: amount.amount, unit: unit.unit }, next: unit.next };
}
const FINER: ReadonlySet<TimeUnit> = new Set(['month', 'day', 'minute', 'second']);

/** "ago", "earlier", "later", "before" (at the end of its clause), "from now". */
function pointFrom(
  cursor: Cursor,
  at: number,
  next: number,
  parts: readonly DurationPart[],
  upTo: number | undefined,
): TimeReading | null {
  const found = directionAt(cursor, next);
  const [part] = parts;
  if (found === null || part === undefined) return null;
  const type = clockUnits.has(part.unit) ? 'TIME' : 'DATE';
  // "Two minutes later" has no clock time to count from: the length is what is told.
  if (type === 'TIME' && found.anchor === 'mentioned') return null;
  if (part.amount === null) {
    const which = found.direction < 0 ? 'past' : 'future';
    return { from: at, next: found.next, type: 'DATE', meaning: { kind: 'reference', which } };
  }
  const shift: CalendarShift = { amount: part.amount * found.direction, unit: part.unit, whole: false };
  const modifier = upTo !== undefined || lowerAt(cursor, next - 1) === 'so' ? { modifier: 'approx' as const } : {};
  return {
    from: at,
    next: found.next,
    type,
    meaning: { kind: 'calendar', anchor: found.anchor, fields: {}, shift },
    ...modifier,
  };
}

const clockUnits: ReadonlySet<TimeUnit> = new Set(['second', 'minute', 'hour']);

function directionAt(cursor: Cursor, at: number): { direction: number; anchor: TimeAnchor; next: number } | null {
  const word = lowerAt(cursor, at);
  if (word === 'from' && lowerAt(cursor, at + 1) === 'now')
    return { direction: 1, anchor: 'publication', next: at + 2 };
  // "in two weeks' time"
  if (/^['’]s?$/.test(word) && lowerAt(cursor, at + 1) === 'time')
    return { direction: 1, anchor: 'publication', next: at + 2 };
  const entry = entryAt(cursor, at)?.afterAmount;
  if (!entry) return null;
  // "two days before the attack": the length is given, the point is not.
  if ((word === 'before' || word === 'after' || word === 'prior') && startsNoun(cursor, at + 1)) return null;
  if (word === 'earlier' && lowerAt(cursor, at + 1) === 'than') return null;
  return { ...entry, next: at + 1 };
}

/** "twice a week", "$20 a day", "10 flights per month". */
function rate(cursor: Cursor, at: number, next: number, amount: ReadAmount, unit: ReadUnit): TimeReading | null {
  const article = lowerAt(cursor, at);
  if (!amount.single || (article !== 'a' && article !== 'an') || unit.many || unit.hyphenated) return null;
  if (!saysHowOften(cursor, at - 1)) return null;
  return { from: at, next, type: 'SET', meaning: { kind: 'set', every: { amount: 1, unit: unit.unit }, fields: {} } };
}

const oftenWords: ReadonlySet<string> = new Set([
  'once',
  'twice',
  'thrice',
  'times',
  '%',
  'percent',
  'dollars',
  'million',
  'billion',
  'thousand',
  'hundred',
  'cents',
  'euros',
  'pounds',
  'tons',
  'tonnes',
  'barrels',
]);

function saysHowOften(cursor: Cursor, before: number): boolean {
  const word = lowerAt(cursor, before);
  if (oftenWords.has(word)) return true;
  const unit = word.charCodeAt(0);
  if (unit >= 48 && unit <= 57) return true;
  const isCounted = cursor.words[before]?.tag === 'NNS' && /^\d/.test(lowerAt(cursor, before - 1));
  return isCounted;
}

function duration(
  cursor: Cursor,
  at: number,
  next: number,
  parts: readonly DurationPart[],
  upTo: number | undefined,
  unit: ReadUnit,
): TimeReading {
  const old = unit.hyphenated && lowerAt(cursor, next) === '-' && /^olds?$/.test(lowerAt(cursor, next + 1));
  const meaning = {
    kind: 'duration' as const,
    parts,
    window: null,
    anchor: 'publication' as const,
    ...(upTo === undefined ? {} : { upTo }),
  };
  const type: TimeExpression['type'] = 'DURATION';
  return {
    from: at,
    next: old ? next + 2 : next,
    type,
    meaning,
    ...(lowerAt(cursor, next - 1) === 'so' ? { modifier: 'approx' } : {}),
  };
}
