/** The few members of the document object model that reading a page needs, and the bounded way into it. */
import { parseHTML } from 'linkedom';
import { endFinder } from './end-finder.ts';

export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  /** Text nodes only. */
  readonly data?: string;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Upper case. */
  readonly tagName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly previousElementSibling: PageElement | null;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  replaceWith(...nodes: (PageNode | string)[]): void;
}

export interface Page {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Pages of the press have up to some 20,000 tags at a depth of up to 60, and weigh up to 5 MB with their scripts. */
const maxTags = 50_000;
const maxDepth = 150;
/** Scoring reads the text of nested elements again and again: depth times length is what it costs. */
const maxDepthTimesLength = 100_000_000;
const maxLength = 20_000_000;
const maxEntities = 100_000;

/** The page as a document, null when it has so many or so deeply nested tags that it was made to exhaust a reader. */
export function parsePage(html: string): Page | null {
  if (html.length > maxLength || !isBounded(html) || hasMoreThan(html, '&', maxEntities)) return null;
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // linkedom's own types name the browser's library, which is not part of this program; Page names what is used of it.
  return document as unknown as Page;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

export const isText = (node: PageNode): boolean => node.nodeType === 3;

const emptyTags = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option'.split(' '),
);

/** Elements whose content is no markup, and comments: a scan for tags passes over them. */
const opaque = new Map([
  ['script', '</script'],
  ['style', '</style'],
  ['noscript', '</noscript'],
  ['svg', '</svg'],
  ['template', '</template'],
]);

/** Counts tags and their depth without building anything; tags that may stay open count for the number only. */
function isBounded(html: string): boolean {
  const after = endFinder(html);
  const deepest = Math.min(maxDepth, maxDepthTimesLength / html.length);
  let tags = 0;
  let depth = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      at = after('-->', at);
      continue;
    }
    const closing = html.charCodeAt(at + 1) === 47;
    const name = tagName(html, at + (closing ? 2 : 1));
    if (name === '') continue;
    if (++tags > maxTags) return false;
    const end = closing ? undefined : opaque.get(name);
    if (end !== undefined) at = after(end, at);
    else if (!emptyTags.has(name)) depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return false;
  }
  return true;
}

function hasMoreThan(text: string, mark: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) if (++count > most) return true;
  return false;
}

function tagName(html: string, start: number): string {
  let end = start;
  while (end < start + 20 && isLetterOrDigit(html.charCodeAt(end))) end++;
  return html.slice(start, end).toLowerCase();
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
