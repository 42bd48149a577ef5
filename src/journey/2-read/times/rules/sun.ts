/** Times that the sun sets: prayers, meals and light ("before Iftar", "after Friday prayers", "at sunset"). */
import { type Cursor, entryAt, lowerAt, phraseAt } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const sunTime: TimeRule = {
  id: 'times/sun',
  says: 'A prayer, meal or light of the day, whose clock time follows the sun at the place.',
  starts: ['phrase'],
  examples: [
    { text: 'The market was hit before Iftar.', found: 'Iftar', type: 'TIME', value: '2016-06-15TEV' },
    { text: 'They gathered after Friday prayers.', found: 'Friday prayers', type: 'TIME', value: '2016-06-10TAF' },
    { text: 'Shells fell at sunset yesterday.', found: 'sunset yesterday', type: 'TIME', value: '2016-06-14TEV' },
  ],
  misses: ['The sun was low.', 'He fell asleep.'],
  read: (cursor, at) => {
    const found = phraseAt(cursor.lexicon.sunMoments, cursor, at);
    if (found === null || isName(cursor, at, found.next)) return null;
    const { moment, friday } = found.entry;
    const fields = friday ? { sun: moment, weekday: 5 } : { sun: moment };
    return {
      from: at,
      next: found.next,
      type: 'TIME',
      meaning: { kind: 'calendar', anchor: friday ? 'publication' : 'mentioned', fields },
    } satisfies TimeReading;
  },
};

const leads: ReadonlySet<string> = new Set([
  'at',
  'before',
  'after',
  'until',
  'till',
  'by',
  'since',
  'from',
  'to',
  'around',
  'during',
  'near',
  'of',
  'the',
  'towards',
  'between',
  'and',
  'for',
  'about',
]);

/** A single word that is also a name ("Fajr", "Asr", "Isha" are brigades and people) needs a word that leads to a time. */
function isName(cursor: Cursor, at: number, next: number): boolean {
  if (next - at > 1 || entryAt(cursor, at)?.partOfDay) return false;
  return !leads.has(lowerAt(cursor, at - 1)) || /^[A-Z]/.test(cursor.words[next]?.text ?? '');
}
