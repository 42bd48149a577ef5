/** Which statements stand at a place of the text, so that nothing is searched for among all statements of a long report. */
import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { WordedStatement } from '../../model/worded-statement.ts';

export interface StatementsAt {
  /** Statements whose cue begins at an offset. */
  readonly withCueAt: (offset: number) => readonly WordedStatement[];
  /** Whether a cue covers the span. */
  readonly hasCueOver: (span: Span) => boolean;
  /** The statements with a part that covers the span, with that part. */
  readonly over: (span: Span) => readonly Placed<WordedStatement>[];
}

/** Something with where it stands. */
interface Placed<T> {
  readonly at: Span;
  readonly of: T;
}

const NONE: readonly WordedStatement[] = [];
const known = new WeakMap<Reading, StatementsAt>();

/** Laid out once per reading. */
export function statementsAt(reading: Reading): StatementsAt {
  const found = known.get(reading);
  if (found !== undefined) return found;
  const made = laidOut(reading.statements);
  known.set(reading, made);
  return made;
}

function laidOut(statements: readonly WordedStatement[]): StatementsAt {
  const byCue = new Map<number, WordedStatement[]>();
  for (const statement of statements) {
    if (statement.cue === null) continue;
    const list = byCue.get(statement.cue.start);
    if (list === undefined) byCue.set(statement.cue.start, [statement]);
    else list.push(statement);
  }
  const cues = covering(statements.flatMap((of) => (of.cue === null ? [] : [{ at: of.cue, of }])));
  const parts = covering(statements.flatMap((of) => of.parts.map((at) => ({ at, of }))));
  return {
    withCueAt: (offset) => byCue.get(offset) ?? NONE,
    hasCueOver: (span) => cues(span).length > 0,
    over: parts,
  };
}

/** What covers a span: in order of start, the search goes back for as long as anything before reaches so far. */
function covering<T>(placed: readonly Placed<T>[]): (span: Span) => readonly Placed<T>[] {
  const sorted = [...placed].sort((a, b) => a.at.start - b.at.start);
  const reach: number[] = [];
  for (const { at } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, at.end));
  return ({ start, end }) => {
    const found: Placed<T>[] = [];
    for (let index = lastUpTo(sorted, start); index >= 0 && (reach[index] ?? 0) >= end; index -= 1) {
      const one = sorted[index];
      if (one !== undefined && one.at.end >= end) found.push(one);
    }
    return found;
  };
}

/** Index of the last that starts at or before an offset, -1 when none does. */
function lastUpTo(sorted: readonly Placed<unknown>[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
