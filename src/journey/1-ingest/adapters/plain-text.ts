/** Plain text: kept as it is, code unit for code unit, so that offsets hold for whoever sent it. */
import { type Adapter, emptyDraft } from '../adapter.ts';
import { binaryKind } from '../bytes/binary.ts';
import { firstLineTitle } from '../first-line-title.ts';

export const plainText: Adapter = {
  id: 'plain-text',
  sentence:
    'Plain text in UTF-8, UTF-16 or a single-byte code page; taken when no other format fits and the bytes are not binary.',
  accepts: (input) => binaryKind(input.head) === null,
  read: (input) => {
    const { text, notes } = input.decoded();
    return [{ ...emptyDraft, text, title: firstLineTitle(text), notes }];
  },
};
