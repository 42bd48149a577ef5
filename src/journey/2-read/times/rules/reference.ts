/** Words that point into the past, present or future without a calendar: "now", "recently", "the future". */
import { type Cursor, entryAt, lowerAt, phraseAt, tagAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const reference: TimeRule = {
  id: 'times/reference',
  says: 'A vague reference to the past, the present or the future.',
  starts: ['reference', 'turn', 'phrase', 'article'],
  examples: [
    { text: 'The front is now quiet.', found: 'now', type: 'DATE', value: 'PRESENT_REF' },
    { text: 'The town was recently retaken.', found: 'recently', type: 'DATE', value: 'PAST_REF' },
    { text: 'It may happen in the near future.', found: 'the near future', type: 'DATE', value: 'FUTURE_REF' },
  ],
  misses: ['The car went past.', 'A strong current took them.', 'Future talks are planned.'],
  read: (cursor, at) => {
    const phrase = phraseAt(cursor.lexicon.references, cursor, at);
    if (phrase !== null) return reading(at, phrase.next, phrase.entry);
    const which = entryAt(cursor, at)?.reference ?? null;
    if (which !== null) return reading(at, at + 1, which);
    return adjective(cursor, at);
  },
};

const reading = (from: number, next: number, which: 'past' | 'present' | 'future'): TimeReading => ({
  from,
  next,
  type: 'DATE',
  meaning: { kind: 'reference', which },
});

/** "The current front line", "recent raids"; without tags the noun after it must be plain. */
function adjective(cursor: Cursor, at: number): TimeReading | null {
  const word = lowerAt(cursor, at);
  if ((word !== 'current' && word !== 'recent') || tagAt(cursor, at) !== 'JJ') return null;
  const follows = tagAt(cursor, at + 1);
  if (!follows.startsWith('NN') && follows !== 'JJ' && follows !== 'VBG') return null;
  return reading(at, at + 1, word === 'current' ? 'present' : 'past');
}
