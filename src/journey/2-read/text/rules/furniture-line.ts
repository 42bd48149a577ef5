/** Lines that a page or a mail carries around the report: cookie notices, share bars, related links, credits, notices of rights. */
import { furnitureKind } from '../../../../knowledge/furniture-words.ts';
import type { Line, MessFound, MessInput, MessRule } from '../mess-rule.ts';

export const furnitureLine: MessRule = {
  id: 'furniture',
  sentence: 'A short line whose opening or words mark it as page furniture in `lexicon/<language>/furniture.yaml`.',
  examples: [
    {
      text: 'Shells fell on the town.\nRead more: Convoy reaches the valley\nNobody was hurt.',
      finds: ['Read more: Convoy reaches the valley'],
    },
    {
      text: 'Shells fell.\n\nWe use cookies to make this site work. Accept',
      finds: ['We use cookies to make this site work. Accept'],
    },
    {
      text: 'A raid was reported.\n\nCopyright 2016 Orontes Wire. All rights reserved. This material may not be published, broadcast or redistributed.',
      finds: [
        'Copyright 2016 Orontes Wire. All rights reserved. This material may not be published, broadcast or redistributed.',
      ],
    },
    { text: 'A raid was reported.\nAdvertisement\nTwo people died.', finds: ['Advertisement'] },
    { text: 'Shells killed five people, a doctor said. All rights reserved.', finds: ['All rights reserved.'] },
  ],
  misses: [
    'Read more widely, the minister told the delegates, and you will see that the truce was never kept.',
    'The watchdog said shells fell.',
    'A man who is a reporter for a local station was abducted.\nHe is missing.\nHis family waits.\nThe police searched.',
    'An agreement can be reached at the talks, he said.',
  ],
  find: (input) => input.lines.flatMap((line, index) => findLine(line, index, input)),
};

/** Fewer words than this beside a notice are a button ("Accept"), not a sentence of the report. */
const SHORTEST_TOLD = 5;

function findLine(line: Line, index: number, { lines, words }: MessInput): MessFound[] {
  const atEnd = index > 0 && index >= lines.length - 3;
  const sentences = sentencesOf(line);
  const marked = sentences.length === 1 ? [] : sentences.flatMap((sentence) => found(sentence, atEnd, words));
  const told =
    marked.length > 0 &&
    sentences.some(
      ({ start, text }) => !marked.some((one) => one.start === start) && text.split(' ').length >= SHORTEST_TOLD,
    );
  // A notice beside told sentences is marked alone; only a line without any told sentence is a notice as a whole.
  return told ? marked : found(line, atEnd, words);
}

const NOTHING: MessFound[] = [];

function found(part: Line, atEnd: boolean, words: MessInput['words']): MessFound[] {
  const kind = furnitureKind(part.text, atEnd, words);
  return kind === null
    ? NOTHING
    : [{ start: part.start, end: part.end, message: `Not report (${kind.kind}).`, isFurniture: true }];
}

/** Parts of a line that end with a stop and white space; good enough to find where a notice begins and ends. */
function sentencesOf(line: Line): Line[] {
  const { text } = line;
  const parts: Line[] = [];
  let from = 0;
  const close = (to: number): void => {
    parts.push({ text: text.slice(from, to), start: line.start + from, end: line.start + to });
  };
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at)) {
    const space = at;
    while (text.charAt(at) === ' ') at++;
    const before = text[space - 1];
    if (!isStop(before === '"' || before === '”' ? text[space - 2] : before)) continue;
    close(space);
    from = at;
  }
  if (from < text.length) close(text.length);
  return parts;
}

const isStop = (mark: string | undefined): boolean => mark === '.' || mark === '!' || mark === '?';
