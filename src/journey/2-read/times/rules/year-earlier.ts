/** The same stretch a year before, as figures are compared: "the year-earlier month", "year-ago", "the year-earlier period". */
import { entryAt, isHyphen, lowerAt } from '../cursor.ts';
import type { TimeRule } from '../rule.ts';

const nouns: ReadonlySet<string> = new Set(['period', 'quarter', 'month', 'week', 'half', 'figure', 'level']);

export const yearEarlier: TimeRule = {
  id: 'times/year-earlier',
  says: 'The stretch told of, moved back by a year.',
  starts: ['unit', 'article'],
  examples: [
    {
      text: 'Incidents in May 2016 were fewer than in the year-earlier month.',
      found: 'the year-earlier month',
      type: 'DATE',
      value: '2015-05',
    },
    {
      text: 'There were ten in the second quarter of 2015, against four in the year-ago quarter.',
      found: 'the year-ago quarter',
      type: 'DATE',
      value: '2014-Q2',
    },
  ],
  misses: ['A year earlier it was calm.', 'The year was calm.'],
  read: (cursor, at) => {
    const start = lowerAt(cursor, at) === 'the' || lowerAt(cursor, at) === 'a' ? at + 1 : at;
    const how = lowerAt(cursor, start + 2);
    if (
      entryAt(cursor, start)?.unit !== 'year' ||
      !isHyphen(lowerAt(cursor, start + 1)) ||
      (how !== 'earlier' && how !== 'ago' && how !== 'before')
    )
      return null;
    const next = nouns.has(lowerAt(cursor, start + 3)) ? start + 4 : start + 3;
    const isNamed = lowerAt(cursor, at) === 'the' && next > start + 3;
    const shift = { amount: -1, unit: 'year' as const, whole: false };
    return {
      from: isNamed ? at : start,
      next,
      type: 'DATE',
      meaning: { kind: 'calendar', anchor: 'publication', fields: {}, shift },
    };
  },
};
