/** The article of a page: parts that are not article are taken away, the rest is scored as a reader mode does, then trimmed. */
import { Readability } from '@mozilla/readability';
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';
import { blocksOf, textOf } from './blocks.ts';
import type { Page, PageElement } from './dom.ts';
import { dropParts } from './drop-parts.ts';
import type { ArticleHead } from './page-metadata.ts';
import { readFragment } from './read-fragment.ts';
import { trimBlocks } from './trim-blocks.ts';

/** Text of the page's article, paragraphs apart by an empty line; all of the page's text when no article stands out. */
export function articleText(page: Page, head: ArticleHead, words: FurnitureWords): string {
  dropParts(page, words);
  const whole = page.body ? blocksOf(page.body) : [];
  const root = articleRoot(page);
  const blocks = root === null ? [] : blocksOf(root);
  const kept = trimBlocks(blocks.length > 0 ? blocks : whole, head, words);
  const text = textOf(kept.length > 0 ? kept : whole);
  return statedText(head, text) ?? text;
}

/** The text that the page gives to search engines, when what stands on the page is much less: it is drawn by a script then. */
function statedText(head: ArticleHead, text: string): string | null {
  const stated = head.articleBody === null ? '' : readFragment(head.articleBody);
  return stated.length > 250 && text.length < stated.length * 0.5 ? stated : null;
}

/** Readability rewrites the page it is given, so it comes last; null when it finds no article. */
function articleRoot(page: Page): PageElement | null {
  try {
    const found = new Readability<PageElement>(page as never, {
      keepClasses: true,
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    return found?.content ?? null;
  } catch {
    // Some documents lack what the library expects of a browser; the whole page is read then.
    return null;
  }
}
