/** A piece of HTML without page furniture (a feed item, a Word document, a title) to its text. */
import { blocksOf, textOf } from './blocks.ts';
import { parsePage } from './dom.ts';
import { stripTags } from './strip-tags.ts';

/** Paragraphs of the fragment, an empty line between them; plain text comes back trimmed. */
export function readFragment(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const page = parsePage(html);
  if (!page?.body) return stripTags(html);
  return textOf(blocksOf(page.body));
}
