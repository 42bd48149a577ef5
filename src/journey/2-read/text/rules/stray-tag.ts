/** A lone word left behind at the end of a paragraph by a page's tag list ("... was restored. turkey"). */
import type { Line, MessFound, MessRule } from '../mess-rule.ts';

/** After the full stop of a word of four letters or more (so no abbreviation), one or two lower-case words and nothing else. */
const afterLastStop = /\p{Ll}{4,40}[.!?]["”’)\]]{0,2}\s{1,3}(\p{Ll}{2,20}(?:\s\p{Ll}{2,20})?)$/u;

export const strayTag: MessRule = {
  id: 'stray-tag',
  sentence: 'A paragraph ends in one or two lower-case words after its last full stop.',
  examples: [{ text: 'Both sides exchanged prisoners. lebanon\n\nThe next day was calm.', finds: ['lebanon'] }],
  misses: ['The convoy left at 5 p.m. yesterday', 'They met again. Both sides signed.', 'shells fell on the town'],
  find: ({ paragraphs }) => paragraphs.flatMap(findAtEnd),
};

function findAtEnd(line: Line): MessFound[] {
  // Most lines end in a stop: they are done here, without the pattern.
  if (!/\p{Ll}/u.test(line.text.slice(-1))) return [];
  const tail = line.text.slice(-120);
  const word = afterLastStop.exec(tail)?.[1];
  if (word === undefined) return [];
  return [
    {
      start: line.end - word.length,
      end: line.end,
      message: `"${word}" stands alone after the last full stop.`,
      isFurniture: true,
    },
  ];
}
