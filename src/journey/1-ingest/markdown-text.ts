/** Takes the marks off Markdown (CommonMark 0.31, the parts that reports use) and keeps its paragraphs. */

export interface MarkdownText {
  /** Front matter, names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** The first heading when it opens the text; it stands above the body, not in it. */
  readonly title: string | null;
  readonly body: string;
}

/** Words, title and front matter of a Markdown text; runs in time linear in its length. */
export function readMarkdown(source: string): MarkdownText {
  const text = source.replace(/\r\n?/g, '\n');
  const { fields, rest } = frontMatter(text);
  const opening = /^\s{0,100}# ([^\n]{1,300})\n/.exec(rest);
  const body = opening ? rest.slice(opening[0].length) : rest;
  return { fields, title: opening ? inline(opening[1] ?? '').trim() : null, body: blocks(body) };
}

function frontMatter(text: string): { fields: Map<string, string>; rest: string } {
  const fields = new Map<string, string>();
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  if (end === -1 || end > 10_000) return { fields, rest: text };
  for (const line of text.slice(4, end).split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0)
      fields.set(
        line.slice(0, colon).trim().toLowerCase(),
        line
          .slice(colon + 1)
          .trim()
          .replace(/^["']|["']$/g, ''),
      );
  }
  return { fields, rest: text.slice(end + 5) };
}

/** Lines of one paragraph are joined; headings and list items stand by themselves. */
function blocks(text: string): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0) out.push(paragraph.join(' '));
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare === '' || /^(?:```|~~~)/.test(bare) || /^(?:[-*_] ?){3,80}$/.test(bare) || /^=+$/.test(bare)) close();
    else if (/^(?:#{1,6} |[-*+] |\d{1,4}[.)] )/.test(bare)) {
      close();
      out.push(bare.replace(/^(?:#{1,6} |[-*+] )/, '').replace(/ #{1,6}$/, ''));
    } else paragraph.push(bare.replace(/^(?:> ?){1,10}/, ''));
  }
  close();
  return out
    .map(inline)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Emphasis, code, links, images, tags and escapes of one paragraph. */
function inline(text: string): string {
  return text
    .replace(/!\[([^\][]{0,500})\]\([^()\n]{0,2000}\)/g, '')
    .replace(/\[([^\][]{0,500})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\[([^\][]{0,500})\]\[[^\][]{0,200}\]/g, '$1')
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/(\*\*|__)(\S(?:[^*_\n]{0,1000}\S)?)\1/g, '$2')
    .replace(/(^|[\s(“"'])([*_])(\S(?:[^*_\n]{0,1000}\S)?)\2(?=$|[\s.,;:!?)”"'])/g, '$1$3')
    .replace(/`([^`\n]{1,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1');
}
