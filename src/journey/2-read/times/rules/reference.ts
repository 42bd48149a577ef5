/** Words that point into the past, present or future without a calendar: "now", "recently", "the future". */
import { type Cursor, entryAt, lowerAt, phraseAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const reference: TimeRule = {
  id: 'times/reference',
  says: 'A vague reference to the past, the present or the future.',
  starts: ['word', 'article'],
  examples: [
    { text: 'The front is now quiet.', found: 'now', type: 'DATE', value: 'PRESENT_REF' },
    { text: 'The town was recently retaken.', found: 'recently', type: 'DATE', value: 'PAST_REF' },
    { text: 'It may happen in the near future.', found: 'the near future', type: 'DATE', value: 'FUTURE_REF' },
  ],
  misses: ['The car went past.', 'A strong current took them.', 'A recent report was read.'],
  read: (cursor, at) => {
    const phrase = phraseAt(cursor.lexicon.references, cursor, at);
    if (phrase !== null) return reading(at, phrase.next, phrase.entry);
    const which = entryAt(cursor, at)?.reference ?? null;
    if (which !== null) return reading(at, at + 1, which);
    return future(cursor, at);
  },
};

const reading = (from: number, next: number, which: 'past' | 'present' | 'future'): TimeReading => ({
  from, next, type: 'DATE', meaning: { kind: 'reference', which },
});

function future(cursor: Cursor, at: number): TimeReading | null {
  const word = lowerAt(cursor, at);
  if (word !== 'future') return null;
  const start = lowerAt(cursor, at - 1) === 'the' ? at - 1 : at;
  return reading(start, at + 1, 'future');
}
