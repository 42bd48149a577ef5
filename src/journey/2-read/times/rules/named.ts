/** Times named by an event that an agreement dates: "since the ceasefire began", "the start of the truce", "before the truce". */
import { type Cursor, entryAt, lowerAt, phraseAt, startsNoun } from '../cursor.ts';
import type { TimeReading, TimeRule } from '../rule.ts';

export const namedEvent: TimeRule = {
  id: 'times/named-event',
  says: 'The start, end or course of a truce or war, dated by the agreement and not by the report.',
  starts: ['phrase', 'article'],
  examples: [
    { text: 'Raids fell since the ceasefire began.', found: 'the ceasefire began', type: 'DATE', value: '2016-02-27' },
    { text: 'It was shelled before the truce.', found: 'the truce', type: 'DATE', value: '2016-02-27' },
    {
      text: 'Calm held from the start of the cessation of hostilities.',
      found: 'the start of the cessation of hostilities',
      type: 'DATE',
      value: '2016-02-27',
    },
  ],
  misses: ['The truce was broken.', 'They called for a ceasefire.', 'A party to the ceasefire spoke.'],
  read: (cursor, at) => edgeOfEvent(cursor, at) ?? eventAfterSignal(cursor, at),
};

const reading = (from: number, next: number, name: string, edge: 'start' | 'end' | 'whole'): TimeReading => ({
  from,
  next,
  type: 'DATE',
  meaning: { kind: 'named', name, edge },
});

const skipArticle = (cursor: Cursor, at: number): number =>
  ['the', 'this', 'a'].includes(lowerAt(cursor, at)) ? at + 1 : at;
const timeLeads: ReadonlySet<string> = new Set([
  'since',
  'before',
  'after',
  'until',
  'till',
  'from',
  'when',
  'ahead',
  'prior',
  'by',
]);

/** "the start of the truce", "the ceasefire's collapse". */
function edgeOfEvent(cursor: Cursor, at: number): TimeReading | null {
  const start = skipArticle(cursor, at);
  const edge = phraseAt(cursor.lexicon.anchors, cursor, start);
  if (edge === null || edge.entry.role === 'name' || lowerAt(cursor, edge.next) !== 'of') return null;
  const name = phraseAt(cursor.lexicon.anchors, cursor, nameStart(cursor, edge.next + 1));
  if (name === null || name.entry.role !== 'name' || (name.entry.name === 'war' && lowerAt(cursor, at - 1) !== 'since'))
    return null;
  return reading(at, name.next, name.entry.name, edge.entry.role);
}

/** Past the article and one or two adjectives: "the fragile truce", "the Syrian civil war". */
function nameStart(cursor: Cursor, at: number): number {
  const start = skipArticle(cursor, at);
  for (let i = start; i < start + 3; i++)
    if (phraseAt(cursor.lexicon.anchors, cursor, i)?.entry.role === 'name') return i;
  return start;
}

/** "since the ceasefire began", "before the truce": the event without a word of its start counts only after a signal. */
function eventAfterSignal(cursor: Cursor, at: number): TimeReading | null {
  const signal =
    lowerAt(cursor, at - 1) === 'to' || lowerAt(cursor, at - 1) === 'of'
      ? lowerAt(cursor, at - 2)
      : lowerAt(cursor, at - 1);
  if (!timeLeads.has(signal) || skipArticle(cursor, at) === at) return null;
  const name = phraseAt(cursor.lexicon.anchors, cursor, nameStart(cursor, at));
  if (name === null || name.entry.role !== 'name' || (name.entry.name === 'war' && signal !== 'since')) return null;
  const edge = phraseAt(cursor.lexicon.anchors, cursor, name.next);
  if (edge !== null && edge.entry.role !== 'name') return reading(at, edge.next, name.entry.name, edge.entry.role);
  const isBare =
    signal !== 'when' &&
    signal !== 'by' &&
    !startsNoun(cursor, name.next) &&
    lowerAt(cursor, name.next) !== "'s" &&
    entryAt(cursor, name.next) === null;
  return isBare && name.entry.name !== 'war' && (signal === 'since' || signal === 'before' || signal === 'until')
    ? reading(at, name.next, name.entry.name, 'whole')
    : null;
}
