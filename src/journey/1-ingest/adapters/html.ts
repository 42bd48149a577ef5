/** HTML pages and fragments: the article is read out of the page, its date, title and outlet out of the metadata. */
import type { Adapter } from '../adapter.ts';
import { readPage } from '../html/read-page.ts';
import { picturesInPage } from '../pictures.ts';

const opening =
  /^\s{0,1000}(?:<!--[\s\S]{0,2000}?-->\s{0,1000}|<\?xml[^>]{0,200}>\s{0,1000})?<(?:!doctype\s{1,9}html|html|head|body|article|main|div|p|section|h[1-6]|table|meta|title)\b/i;

export const html: Adapter = {
  id: 'html',
  sentence: 'An HTML page or fragment; told by its first tag, or by the name or type when there is any tag at all.',
  accepts: ({ head, hints }) =>
    opening.test(head) ||
    (/<[a-z!]/i.test(head) &&
      (/\.(?:x?html?)$/i.test(hints.name ?? '') ||
        /^(?:text\/html|application\/xhtml)/i.test(hints.contentType ?? ''))),
  read: (input) => {
    const { text, notes } = input.decoded();
    const draft = readPage(text, input.hints.url ?? null, input.tools.furniture);
    return [{ ...draft, pictures: picturesInPage(text), notes: [...notes, ...draft.notes] }];
  },
};
