/** Markdown: the words without the marks, paragraph by paragraph; front matter gives title, date, author and source. */
import { type Adapter, emptyDraft } from '../adapter.ts';
import { readMarkdown } from '../markdown-text.ts';

export const markdown: Adapter = {
  id: 'markdown',
  sentence: 'Markdown; told by its name or type, or by front matter or a heading together with links or emphasis.',
  accepts: ({ head, hints }) => {
    if (/\.(?:md|markdown)$/i.test(hints.name ?? '') || /^text\/(?:x-)?markdown/i.test(hints.contentType ?? ''))
      return !head.includes('\x00');
    return !/\.txt$/i.test(hints.name ?? '') && looksLikeMarkdown(head.slice(0, 8192));
  },
  read: (input) => {
    const { text, notes } = input.decoded();
    const { fields, title, body } = readMarkdown(text);
    return [
      {
        ...emptyDraft,
        text: body,
        title: fields.get('title') ?? title,
        published: fields.get('date') ?? fields.get('published') ?? null,
        byline: fields.get('author') ?? null,
        source: fields.get('source') ?? null,
        language: fields.get('lang') ?? fields.get('language') ?? null,
        notes,
      },
    ];
  },
};

/** Plain text must never be taken for Markdown by a single stray mark: a heading and a second kind of mark are needed. */
function looksLikeMarkdown(head: string): boolean {
  if (/^---\r?\n(?:[\w-]{1,30}:[^\n]{0,300}\r?\n){1,30}---\r?\n/.test(head)) return true;
  const heading = /^#{1,6} \S/m.test(head);
  return heading && /\]\(https?:\/\/|\*\*\S[^*\n]{0,200}\*\*/.test(head);
}
