/** An HTML page to a draft: metadata first, then the article's text; a page too deep to parse gives its bare words. */
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import { type Draft, emptyDraft } from '../adapter.ts';
import { articleText } from './article-text.ts';
import { parsePage } from './dom.ts';
import { pageMetadata } from './page-metadata.ts';
import { stripTags } from './strip-tags.ts';

/** Reads a page; `url` is where it was found, null when unknown. Never throws on any input. */
export function readPage(html: string, url: string | null, words: FurnitureWords): Draft {
  const page = parsePage(html);
  if (page === null) {
    const message = 'The page has too many or too deeply nested tags; its words were read without its structure.';
    return { ...emptyDraft, text: stripTags(html), url, notes: [{ code: 'html-too-complex', message }] };
  }
  const { title, byline, source, published, language, ...metadata } = pageMetadata(page);
  const text = articleText(page, metadata, words);
  return { ...emptyDraft, text, title, byline, source, published, language, url: url ?? metadata.url };
}
