/** Mail messages (EML): the text part, or the HTML part read like a page; pictures are kept, other attachments named and not read. */
import PostalMime, { type Email } from 'postal-mime';
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import type { Note } from '../../../model/report.ts';
import { type Adapter, type Draft, emptyDraft, refuse } from '../adapter.ts';
import { readPage } from '../html/read-page.ts';

/** Header names of which at least two must open the bytes, one of them only found in mail. */
const anyHeader =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|content-type|content-transfer-encoding|delivered-to|reply-to|sender|x-[\w-]{1,60}|dkim-signature|list-[\w-]{1,40}|authentication-results|arc-[\w-]{1,40}):/i;
const mailOnly = /^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature):/im;

export const mail: Adapter = {
  id: 'mail',
  sentence: 'A mail message as mail programs save it (EML); told by its header lines.',
  accepts: ({ head, hints }) =>
    anyHeader.test(head) &&
    (mailOnly.test(headerBlock(head)) ||
      /\.eml$/i.test(hints.name ?? '') ||
      /^message\/rfc822/i.test(hints.contentType ?? '')),
  read: async (input) => {
    try {
      const message = await PostalMime.parse(input.bytes, { maxNestingDepth: 20, maxHeadersSize: 1_000_000 });
      return [draftOf(message, input.tools.furniture)];
    } catch (error) {
      return [
        refuse(
          'ingest/mail-broken',
          'input',
          `Expected a mail message: ${error instanceof Error ? error.message.slice(0, 200) : 'it does not parse'}.`,
        ),
      ];
    }
  },
};

const headerBlock = (head: string): string => head.slice(0, Math.max(0, head.search(/\r?\n\r?\n/)));

function draftOf(message: Email, furniture: FurnitureWords): Draft {
  const page = message.text ? null : message.html ? readPage(message.html, null, furniture) : null;
  const text = message.text ?? page?.text ?? '';
  return {
    ...emptyDraft,
    text: withoutSignature(text.replace(/\r\n/g, '\n')),
    title: message.subject?.trim() || null,
    published: message.date ?? null,
    byline: null,
    source: message.from?.name || message.from?.address || null,
    pictures: message.attachments.filter(isPicture).map(({ filename, content }) => ({
      name: filename ?? 'unnamed',
      bytes: typeof content === 'string' ? Buffer.from(content, 'base64') : new Uint8Array(content),
    })),
    notes: [...(page?.notes ?? []), ...attachmentNotes(message)],
  };
}

/** A line of two dashes and a space opens the signature (RFC 3676, section 4.3); it names the sender's town, not the report's. */
function withoutSignature(text: string): string {
  const start = text.lastIndexOf('\n-- \n');
  return start === -1 ? text : text.slice(0, start).trimEnd();
}

const isPicture = ({ mimeType }: Email['attachments'][number]): boolean => /^image\//i.test(mimeType);

const attachmentNotes = (message: Email): Note[] =>
  message.attachments
    .filter((attachment) => !isPicture(attachment))
    .map((attachment) => ({
      code: 'attachment-not-read',
      message: `The attachment "${(attachment.filename ?? 'unnamed').slice(0, 100)}" (${attachment.mimeType}) was not read; send it by itself.`,
    }));
