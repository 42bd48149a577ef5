/** The title printed again at the head of the text: scraped pages often give it twice. */
import { plainForm } from '../../../../knowledge/furniture-words.ts';
import type { MessRule } from '../mess-rule.ts';

/** A title stands within the first few lines; further down the same words are report. */
const headLines = 5;

export const repeatedTitle: MessRule = {
  id: 'repeated-title',
  sentence: 'The first lines hold the title more than once; the first stays, the others are not coded.',
  examples: [
    {
      text: 'Truce holds in the north\n\nTruce holds in the north\n\nBoth sides said so.',
      finds: ['Truce holds in the north'],
    },
    {
      title: 'Shells hit two towns',
      text: 'Shells hit two towns\nBy our staff\nSHELLS HIT TWO TOWNS\n\nText.',
      finds: ['SHELLS HIT TWO TOWNS'],
    },
  ],
  misses: ['Truce holds in the north\n\nTruce holds in the south\n\nBoth sides said so.'],
  find: ({ lines, title }) => {
    const head = lines.slice(0, headLines);
    const first = head[0];
    if (!first) return [];
    const wanted = new Set([plainForm(first.text), ...(title === null ? [] : [plainForm(title)])]);
    const same = head.filter((line) => line.text.length <= 300 && wanted.has(plainForm(line.text)));
    return same
      .slice(1)
      .map(({ start, end }) => ({ start, end, message: 'The title is repeated here.', isFurniture: true }));
  },
};
