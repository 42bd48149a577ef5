/** Passages of one text that stand close together, joined so that their sentence is read once with all its marks. */
import type { Passage } from '../../../src/shell/http/contract.ts';

export interface JoinedPassage {
  start: number;
  end: number;
  before: string;
  /** Marked words, each with the unmarked words that follow it up to the next. */
  marks: { quote: string; between: string }[];
  after: string;
}

/** `passages` in the order of the text. */
export function joinedPassages(passages: readonly Passage[]): JoinedPassage[] {
  const joined: JoinedPassage[] = [];
  for (const { start, end, before, quote, after } of passages) {
    const last = joined.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : start - last.end;
    const between = last === undefined ? null : known(last.after, gap);
    const mark = last?.marks.at(-1);
    if (last === undefined || mark === undefined || (gap >= 0 && between === null)) {
      joined.push({ start, end, before, marks: [{ quote, between: '' }], after });
    } else if (between !== null) {
      mark.between = between;
      last.marks.push({ quote, between: '' });
      last.end = end;
      last.after = after;
    } else if (end > last.end) {
      // Overlapping words: one mark over both.
      mark.quote += quote.slice(last.end - start);
      last.end = end;
      last.after = after;
    }
  }
  return joined;
}

/** The first `length` characters of what follows, when they are among what the passage carries and not cut short. */
function known(after: string, length: number): string | null {
  const text = after.endsWith(' …') ? after.slice(0, -2) : after;
  return length >= 0 && length <= text.length ? text.slice(0, length) : null;
}
