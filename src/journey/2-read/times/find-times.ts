/**
 * The door of times: every expression of time in a report, as worded, with what its words mean. No date is worked out
 * here; that needs the day of publication and the place, and is done when the reading is resolved.
 */
import type { TimeWords } from '../../../knowledge/time-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import type { TimeExpression, TimeMeaning } from '../../../model/time-expression.ts';
import { type Cursor, isHyphen, lowerAt, wordsOf } from './cursor.ts';
import { dispatchOf, type KnownWord, knownWord } from './dispatch.ts';
import { joinReadings, type RuledReading } from './join.ts';
import type { TimeReading, TimeRule } from './rule.ts';
import { signalBefore, withModifier } from './surroundings.ts';

/** Expressions in the order of the text, not overlapping (ends of one stretch may share a month's name). */
export function findTimes(parsed: ParsedText, words: TimeWords): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.kind !== 'furniture' && mayHoldTime(sentence)) readSentence(sentence, parsed.text, words, found);
  }
  return found;
}

/** Most sentences are settled by one bit per word. */
const mayHoldTime = ({ tokens }: Sentence): boolean => tokens.some((token) => (token.hints & WORD_HINT.time) !== 0);

function readSentence(sentence: Sentence, text: string, lexicon: TimeWords, found: TimeExpression[]): void {
  const words = wordsOf(sentence.tokens);
  const dispatch = dispatchOf(lexicon);
  const known = words.map((word) => knownWord(dispatch, word.lower));
  const cursor: Cursor = { words, entries: known.map(({ entry }) => entry), lexicon, casing: sentence.casing };
  const readings = joinReadings(cursor, readAll(cursor, known)).map(({ reading, rule }) => ({
    reading: withModifier(cursor, reading),
    rule,
  }));
  const first = found.length;
  for (const { reading, rule } of readings) {
    found.push(expression(cursor, sentence, text, reading, rule));
    if (reading.also !== undefined)
      found.push({
        ...expression(cursor, sentence, text, reading.also, rule),
        rangeWith: reading.isRange || isBetween(cursor, reading) ? found.length - 1 : null,
      });
  }
  linkRanges(sentence, found, first);
}

const isBetween = (cursor: Cursor, reading: TimeReading): boolean => lowerAt(cursor, reading.from - 1) === 'between';

/** From left to right, the longest reading at each word. */
function readAll(cursor: Cursor, known: readonly KnownWord[]): RuledReading[] {
  const readings: RuledReading[] = [];
  let free = 0;
  for (let at = 0; at < cursor.words.length; at++) {
    const rules = known[at]?.rules;
    if (rules === undefined || !mayBegin(cursor, known, at)) continue;
    const best = longestAt(cursor, at, rules, free);
    if (best === null) continue;
    readings.push(best);
    free = best.reading.also?.next ?? best.reading.next;
    at = free - 1;
  }
  return readings;
}

const signalsOfEvents: ReadonlySet<string> = new Set([
  'since',
  'before',
  'after',
  'until',
  'till',
  'from',
  'when',
  'of',
  'to',
  'by',
]);

/** An article begins a time only before a word that can, or where an event may follow ("since the fragile truce began"). */
function mayBegin(cursor: Cursor, known: readonly KnownWord[], at: number): boolean {
  const word = lowerAt(cursor, at);
  if (word !== 'the' && word !== 'a' && word !== 'an') return true;
  const next = lowerAt(cursor, at + 1);
  return (
    known[at + 1]?.rules !== undefined ||
    cursor.entries[at + 1] !== null ||
    signalsOfEvents.has(lowerAt(cursor, at - 1)) ||
    next.endsWith('ties') ||
    next === 'small' ||
    next === 'eve' ||
    cursor.lexicon.amountAdjectives.has(next)
  );
}

function longestAt(cursor: Cursor, at: number, rules: readonly TimeRule[], free: number): RuledReading | null {
  let best: RuledReading | null = null;
  for (const rule of rules) {
    const reading = rule.read(cursor, at);
    if (reading === null || reading.from < free) continue;
    if (best === null || reach(reading) > reach(best.reading)) best = { reading, rule: rule.id };
  }
  return best;
}

const reach = (reading: TimeReading): number => reading.also?.next ?? reading.next;

function expression(
  cursor: Cursor,
  sentence: Sentence,
  text: string,
  reading: TimeReading,
  rule: string,
): TimeExpression {
  const first = cursor.words[reading.from];
  const last = cursor.words[reading.next - 1];
  if (first === undefined || last === undefined)
    throw new Error(`${rule}: reading ${reading.from}..${reading.next} lies outside its sentence`);
  return {
    start: first.start,
    end: last.end,
    sentence: sentence.index,
    firstToken: first.index,
    lastToken: last.index,
    type: reading.type,
    text: text.slice(first.start, last.end),
    meaning: reading.meaning,
    modifier: reading.modifier ?? null,
    signal: signalBefore(cursor, reading.from),
    rangeWith: null,
    rule,
  };
}

/** "from Monday to Friday", "between 1998 and 2001", "18:00–20:00": each end knows the other. */
function linkRanges(sentence: Sentence, found: TimeExpression[], first: number): void {
  for (let i = first; i + 1 < found.length; i++) {
    const [a, b] = [found[i], found[i + 1]];
    if (a === undefined || b === undefined) continue;
    if (isListed(sentence, a, b)) found[i] = { ...a, meaning: withSharedDay(a.meaning, b.meaning) };
    if (b.rangeWith === i || (a.rangeWith === null && isRange(sentence, a, b))) {
      found[i] = { ...a, meaning: withSharedDay(a.meaning, b.meaning), rangeWith: i + 1 };
      found[i + 1] = { ...b, rangeWith: i };
    }
  }
}

/** "on the evening and night of 11 June": two times of one day that is said once. */
function isListed({ tokens }: Sentence, a: TimeExpression, b: TimeExpression): boolean {
  if (a.type !== 'TIME' || b.type !== 'TIME') return false;
  const link = tokens[a.lastToken + 1]?.lower;
  return (link === 'and' || link === 'or') && b.firstToken - a.lastToken <= 3;
}

/** "between 8 and 9 p.m. on Saturday", "June to August 2015": the day or year is said once, at the second end. */
function withSharedDay(a: TimeMeaning, b: TimeMeaning): TimeMeaning {
  if (a.kind !== 'calendar' || b.kind !== 'calendar' || a.shift !== undefined) return a;
  const { hour: _h, minute: _m, second: _s, partOfDay: _p, sun: _u, halfDayUnknown: _k, ...date } = b.fields;
  const isTimeOnly =
    (a.fields.hour ?? a.fields.partOfDay ?? a.fields.sun) !== undefined &&
    a.fields.day === undefined &&
    a.fields.weekday === undefined;
  if (isTimeOnly) return { ...b, fields: { ...date, ...a.fields } };
  const lacksYear =
    a.fields.year === undefined &&
    b.fields.year !== undefined &&
    a.fields.month !== undefined &&
    a.fields.month <= (b.fields.month ?? 0);
  return lacksYear ? { ...a, fields: { ...a.fields, year: b.fields.year } } : a;
}

const rangeWords: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through']);
const isDated = ({ meaning }: TimeExpression): boolean =>
  meaning.kind === 'calendar' || meaning.kind === 'named' || meaning.kind === 'reference';

function isRange({ tokens }: Sentence, a: TimeExpression, b: TimeExpression): boolean {
  const gap = b.firstToken - a.lastToken - 1;
  if (!isDated(a) || !isDated(b) || gap < 1 || gap > 2) return false;
  const link = tokens[a.lastToken + 1]?.lower ?? '';
  const extra = gap === 2 ? tokens[a.lastToken + 2]?.lower : undefined;
  if (extra !== undefined && extra !== 'the' && extra !== 'about') return false;
  if (link === 'and') return a.signal === 'between';
  return rangeWords.has(link) || isHyphen(link);
}
