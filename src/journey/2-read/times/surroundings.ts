/** What stands before an expression of time: words that belong to it ("about", "early", "the end of") and words that say how it bears ("since"). */
import type { TimeModifier, TimeSignal } from '../../../model/time-expression.ts';
import { type Cursor, entryAt, lowerAt, phraseAt, tagAt } from './cursor.ts';
import type { TimeReading } from './rule.ts';

/** Extends a reading to the left over its modifiers. */
export function withModifier(cursor: Cursor, reading: TimeReading): TimeReading {
  return edgeBefore(cursor, reading) ?? blurBefore(cursor, reading) ?? reading;
}

/** "early Tuesday", "late last year", "the end of the month", "earlier in the week", "mid-June". */
function edgeBefore(cursor: Cursor, reading: TimeReading): TimeReading | null {
  if (reading.meaning.kind !== 'calendar' || reading.modifier !== undefined) return null;
  const before = reading.from - 1;
  const link = lowerAt(cursor, before);
  const position = link === 'of' || link === 'in' || link === 'on' ? before - 1 : link === '-' ? before - 1 : before;
  const half =
    link === 'of' && lowerAt(cursor, position) === 'half' ? HALVES[lowerAt(cursor, position - 1)] : undefined;
  if (half !== undefined) {
    const first = lowerAt(cursor, position - 2) === 'the' ? position - 2 : position - 1;
    return { ...reading, from: first, modifier: half };
  }
  const edge = entryAt(cursor, position)?.edge ?? null;
  if (edge === null || !isEdge(cursor, position, link)) return null;
  const the = lowerAt(cursor, position - 1) === 'the' && link !== 'in' ? position - 1 : position;
  return { ...reading, from: the, modifier: edge };
}

/** "the first half of June" */
const HALVES: Readonly<Record<string, TimeModifier>> = { first: 'start', second: 'end', last: 'end', latter: 'end' };

const nounEdges: ReadonlySet<string> = new Set(['beginning', 'start', 'middle', 'end', 'close']);

/** Nouns need "of" ("the end of June"); adjectives stand close ("late June") or before "in" ("late in June"). */
function isEdge(cursor: Cursor, at: number, link: string): boolean {
  const isNoun = nounEdges.has(lowerAt(cursor, at));
  if (link === 'of') return isNoun;
  if (link === 'in' || link === 'on') return !isNoun;
  return !isNoun;
}

/** "about two years", "more than an hour", "nearly 7 p.m.". */
function blurBefore(cursor: Cursor, reading: TimeReading): TimeReading | null {
  if (reading.modifier !== undefined || !canBlur(cursor, reading)) return null;
  for (let length = 4; length >= 1; length--) {
    const from = reading.from - length;
    const found = from < 0 ? null : phraseAt(cursor.lexicon.modifiers, cursor, from);
    if (found === null || found.next !== reading.from) continue;
    if (lowerAt(cursor, from) === 'over' && tagAt(cursor, from - 1).startsWith('VB')) return null;
    return { ...reading, from, modifier: found.entry };
  }
  return null;
}

/** Lengths, distances from now and clock times can be blurred; "over the past month" is a signal, not a blur. */
function canBlur(cursor: Cursor, { meaning, type, from }: TimeReading): boolean {
  if (meaning.kind === 'duration') return meaning.window === null && lowerAt(cursor, from) !== 'the';
  return (
    meaning.kind === 'calendar' &&
    ((meaning.shift !== undefined && !meaning.shift.whole) || (type === 'TIME' && meaning.fields.hour !== undefined))
  );
}

/** The word before the expression that says how it bears on what is told; "prior to" and "ahead of" count as "before". */
export function signalBefore(cursor: Cursor, from: number): TimeSignal | null {
  let at = from - 1;
  const first = lowerAt(cursor, at);
  if (first === 'the' || first === 'around' || first === 'about') at -= 1;
  const word = lowerAt(cursor, at);
  if ((word === 'to' || word === 'of') && entryAt(cursor, at - 1)?.signal === 'before') return 'before';
  return entryAt(cursor, at)?.signal ?? (first === 'around' || first === 'about' ? 'at' : null);
}
