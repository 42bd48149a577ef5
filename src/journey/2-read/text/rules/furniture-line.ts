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
  ],
  misses: [
    'Read more widely, the minister told the delegates, and you will see that the truce was never kept.',
    'The watchdog said shells fell.',
    'A man who is a reporter for a local station was abducted.\nHe is missing.\nHis family waits.\nThe police searched.',
    'An agreement can be reached at the talks, he said.',
  ],
  find: (input) => input.lines.flatMap((line, index) => findLine(line, index, input)),
};

function findLine(line: Line, index: number, { lines, words }: MessInput): MessFound[] {
  const kind = furnitureKind(line.text, index > 0 && index >= lines.length - 3, words);
  return kind === null
    ? []
    : [{ start: line.start, end: line.end, message: `Not report (${kind.kind}).`, isFurniture: true }];
}
