/** Years, decades and centuries: "1998", "in the early 1980s", "the nineties", "the 20th century", "fiscal 1989", "the year 2000". */
import { digitValue } from '../../numbers/read-number.ts';
import { type Cursor, entryAt, isHyphen, lowerAt, ordinalAt, tagAt, yearAt, yearInWordsAt } from '../cursor.ts';
import { calendar, type TimeReading, type TimeRule } from '../rule.ts';

export const year: TimeRule = {
  id: 'times/year',
  says: 'A year, decade or century, in digits or words.',
  starts: ['number', 'article'],
  examples: [
    { text: 'The war began in 2011.', found: '2011', type: 'DATE', value: '2011' },
    { text: "It was founded in '90.", found: "'90", type: 'DATE', value: '1990' },
    { text: 'It ended in the 1980s.', found: 'the 1980s', type: 'DATE', value: '198' },
    { text: 'In the nineties it was rebuilt.', found: 'the nineties', type: 'DATE', value: '199' },
    { text: 'A fort of the 12th century was hit.', found: 'the 12th century', type: 'DATE', value: '11' },
    { text: 'It was signed in nineteen ninety-five.', found: 'nineteen ninety-five', type: 'DATE', value: '1995' },
  ],
  misses: [
    'About 2000 people fled.',
    'They paid $1998.',
    'Resolution 2254 was adopted.',
    'A crowd of 1500 came.',
    'Some 1900 shells fell.',
  ],
  read: (cursor, at) => decade(cursor, at) ?? century(cursor, at) ?? yearNumber(cursor, at),
};

const reading = (from: number, next: number, fields: Parameters<typeof calendar>[0]): TimeReading => ({
  from,
  next,
  type: 'DATE',
  meaning: calendar(fields),
});

const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
]);

function decade(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const edge = the > at && entryAt(cursor, the)?.edge ? 1 : 0;
  const start = the + edge;
  const named = DECADES.get(lowerAt(cursor, start));
  if (named !== undefined) {
    if (the === at || (lowerAt(cursor, at - 1) === 'in' && isPersonal(cursor, the))) return null;
    return edgeOf(cursor, the, edge, reading(at, start + 1, { decade: named }));
  }
  const digits = decadeDigits(lowerAt(cursor, start));
  return digits === null || (digits < 100 && the === at && !lowerAt(cursor, start).startsWith("'"))
    ? null
    : edgeOf(cursor, the, edge, reading(at, start + 1, { decade: digits }));
}

const isPersonal = (cursor: Cursor, at: number): boolean => tagAt(cursor, at - 1) === 'PRP$';

function edgeOf(cursor: Cursor, the: number, edge: number, found: TimeReading): TimeReading {
  const modifier = edge === 1 ? entryAt(cursor, the)?.edge : null;
  return modifier ? { ...found, modifier } : found;
}

/** "1980s" → 1980, "80s" and "'80s" → 80. */
function decadeDigits(word: string): number | null {
  const plain = word.charCodeAt(0) === 39 ? word.slice(1) : word;
  if ((plain.length !== 5 && plain.length !== 3) || !plain.endsWith('0s')) return null;
  const value = digitValue(plain.slice(0, -1));
  return value !== null && (value < 100 || (value >= 1000 && value < 3000)) ? value : null;
}

function century(cursor: Cursor, at: number): TimeReading | null {
  const the = lowerAt(cursor, at) === 'the' ? at + 1 : at;
  const ordinal = ordinalAt(cursor, the);
  if (ordinal === null || ordinal.value > 30) return null;
  const unit = isHyphen(lowerAt(cursor, ordinal.next)) ? ordinal.next + 1 : ordinal.next;
  if (entryAt(cursor, unit)?.unit !== 'century') return null;
  return reading(at, unit + 1, { century: ordinal.value });
}

function yearNumber(cursor: Cursor, at: number): TimeReading | null {
  if (lowerAt(cursor, at) === 'the') return lowerAt(cursor, at + 1) === 'year' ? namedYear(cursor, at, at + 2) : null;
  if (lowerAt(cursor, at) === 'fiscal' || lowerAt(cursor, at) === 'fy') return fiscalYear(cursor, at);
  const found = yearAt(cursor, at);
  if (found === null) return inWords(cursor, at);
  if (found.short)
    return entryAt(cursor, found.next)?.unit || lowerAt(cursor, found.next) === 's'
      ? null
      : reading(at, found.next, { year: found.year, shortYear: true });
  if (!isYear(cursor, at, found.year)) return null;
  // "1998-99"
  const span =
    isHyphen(lowerAt(cursor, found.next)) && /^\d\d$/.test(lowerAt(cursor, found.next + 1))
      ? found.next + 2
      : found.next;
  return reading(at, span, { year: found.year });
}

function namedYear(cursor: Cursor, from: number, at: number): TimeReading | null {
  const found = yearAt(cursor, at) ?? yearInWordsAt(cursor, at);
  return found === null ? null : reading(from, found.next, { year: found.year });
}

function fiscalYear(cursor: Cursor, at: number): TimeReading | null {
  const start = lowerAt(cursor, at + 1) === 'year' ? at + 2 : at + 1;
  const found = yearAt(cursor, start);
  return found === null ? null : reading(at, found.next, { year: found.year, fiscal: true });
}

function inWords(cursor: Cursor, at: number): TimeReading | null {
  const found = yearInWordsAt(cursor, at);
  if (found === null || (found.year >= 2000 && found.year % 100 === 0)) return null;
  const isCounting = tagAt(cursor, found.next) === 'NNS' || entryAt(cursor, found.next)?.unit;
  return isCounting || found.next - at < 2 ? null : reading(at, found.next, { year: found.year });
}

const yearLeads: ReadonlySet<string> = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'during',
  'of',
  'from',
  'to',
  'before',
  'after',
  'late',
  'early',
  'mid',
  'through',
  'between',
  'throughout',
  'around',
  'circa',
  'year',
  'the',
  'for',
  'and',
  'on',
  'april',
  'end',
  'fall',
  'spring',
  'summer',
  'winter',
  'autumn',
]);
const notYearAfter: ReadonlySet<string> = new Set([
  'people',
  'block',
  'men',
  'women',
  'soldiers',
  'troops',
  'percent',
  '%',
  'km',
  'miles',
  'metres',
  'meters',
  'dollars',
  'million',
  'billion',
  'thousand',
  'gmt',
  'hours',
  'hrs',
  'utc',
  'shells',
  'rockets',
  'tons',
  'tonnes',
  'points',
  'others',
  'civilians',
  'fighters',
  'families',
  'homes',
  'feet',
  'pounds',
  'or',
  'local',
]);
const counters: ReadonlySet<string> = new Set([
  '$',
  '€',
  '£',
  'some',
  'about',
  'than',
  'least',
  'nearly',
  'almost',
  'over',
  'roughly',
  'approximately',
  'resolution',
  'no.',
  'number',
  'up',
  'least',
  'another',
  'of',
  'killed',
  'flight',
  'highway',
  'crowd',
  '#',
  'mm',
  'room',
  'windows',
]);

/** "his 2010 saloon", "a 2006 black van": the year a thing was made is no time of what is told. */
function isMake(cursor: Cursor, at: number): boolean {
  const lead = tagAt(cursor, at - 1);
  const isOwned = lead === 'PRP$' || lead === 'POS' || lowerAt(cursor, at - 1) === 'a';
  const isMaker =
    tagAt(cursor, at + 1) === 'NNP' || (tagAt(cursor, at + 1) === 'JJ' && tagAt(cursor, at + 2) === 'NNP');
  return isOwned && isMaker && !entryAt(cursor, at + 1);
}

/** A bare four-digit number between 1700 and 2060 that nothing beside it makes a count, a sum or a name. */
function isYear(cursor: Cursor, at: number, value: number): boolean {
  if (value < 1700 || value > 2060)
    return (
      yearLeads.has(lowerAt(cursor, at - 1)) &&
      lowerAt(cursor, at - 1) === 'in' &&
      value < 2200 &&
      value > 1000 &&
      tagAt(cursor, at + 1) !== 'NNS'
    );
  const lead = lowerAt(cursor, at - 1);
  const next = lowerAt(cursor, at + 1);
  if (isMake(cursor, at)) return false;
  if (notYearAfter.has(next) || entryAt(cursor, at + 1)?.unit === 'day') return false;
  if (counters.has(lead) && !(lead === 'of' && entryAt(cursor, at - 2) !== null))
    return lead === 'of' && (entryAt(cursor, at - 2)?.core ?? false);
  if (yearLeads.has(lead) || entryAt(cursor, at - 1)?.season || entryAt(cursor, at - 1)?.month) return true;
  return tagAt(cursor, at + 1) !== 'NNS' || value >= 1900;
}
