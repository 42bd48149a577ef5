/** What a page says about itself: title, author, outlet, date, address and language, from JSON-LD, meta and time elements. */
import { isoDate } from '../date-text.ts';
import type { Page } from './dom.ts';
import { linkedArticle } from './linked-data.ts';

export interface PageMetadata {
  readonly title: string | null;
  /** Every wording of the title that the page has: metadata, title element, first headings. */
  readonly titles: readonly string[];
  /** One sentence under the title, where the page has one. */
  readonly description: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The article's text as the page gives it to search engines. */
  readonly articleBody: string | null;
}

/** What the trimming of an article is told about its page. */
export type ArticleHead = Pick<PageMetadata, 'titles' | 'description' | 'articleBody'>;

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'originalpublicationdate',
  'displaydate',
  'timestamp',
];

/** Reads the metadata before anything is taken away from the page. */
export function pageMetadata(page: Page): PageMetadata {
  const meta = metaTable(page);
  const linked = linkedArticle(page);
  const first = (...names: string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value) ?? null;
  return {
    title:
      linked.headline ?? first('og:title', 'twitter:title', 'dc.title') ?? documentTitle(page, first('og:site_name')),
    titles: [
      linked.headline,
      first('og:title'),
      first('twitter:title'),
      documentTitle(page, null),
      ...headings(page),
    ].filter((title) => title !== null),
    description: first('og:description', 'description', 'twitter:description'),
    byline:
      linked.author ??
      person(first('author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author')),
    source: first('og:site_name', 'application-name') ?? linked.publisher,
    published:
      linked.datePublished ??
      firstDate(publishedNames.map((name) => meta.get(name) ?? '')) ??
      timeElement(page) ??
      labelledDate(page),
    url: first('og:url') ?? attribute(page, 'link[rel="canonical"]', 'href'),
    language: languageCode(
      page.documentElement?.getAttribute('lang') ?? first('og:locale', 'content-language', 'language'),
    ),
    articleBody: linked.articleBody,
  };
}

/** Names of meta elements in lower case; the first of a name wins. */
function metaTable(page: Page): Map<string, string> {
  const table = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv');
    const content = element.getAttribute('content')?.trim();
    if (name && content && !table.has(name.toLowerCase())) table.set(name.toLowerCase(), content.slice(0, 2000));
  }
  return table;
}

const headings = (page: Page): string[] =>
  [...page.querySelectorAll('h1')]
    .slice(0, 3)
    .map((heading) => heading.textContent?.trim() ?? '')
    .filter((text) => text !== '');

/** The title element without the outlet's name after a bar or dash. */
function documentTitle(page: Page, outlet: string | null): string | null {
  const title = firstText(page, 'title')?.replace(/\s+/g, ' ').trim() ?? '';
  const parts = title.split(/\s[|–—»-]\s/);
  const last = parts.at(-1) ?? '';
  const isOutlet = parts.length > 1 && (last === outlet || last.split(' ').length <= 4);
  return (isOutlet ? title.slice(0, title.length - last.length - 3).trim() : title) || firstText(page, 'h1');
}

function firstText(page: Page, selector: string): string | null {
  for (const element of page.querySelectorAll(selector)) {
    const text = element.textContent?.replace(/\s+/g, ' ').trim();
    if (text) return text.slice(0, 500);
  }
  return null;
}

function attribute(page: Page, selector: string, name: string): string | null {
  for (const element of page.querySelectorAll(selector)) return element.getAttribute(name);
  return null;
}

/** Some pages give a profile's address instead of a name. */
const person = (value: string | null): string | null =>
  value === null || /^https?:/.test(value) ? null : value.replace(/^by\s+/i, '');

const firstDate = (values: readonly string[]): string | null =>
  values.find((value) => value !== '' && isoDate(value) !== null) ?? null;

/** The first time element that carries a date, those marked as publication first. */
function timeElement(page: Page): string | null {
  const marked =
    attribute(page, '[itemprop="datePublished"]', 'datetime') ?? attribute(page, 'time[pubdate]', 'datetime');
  const any = [...page.querySelectorAll('time')]
    .slice(0, 20)
    .map((element) => element.getAttribute('datetime') ?? element.textContent ?? '');
  return firstDate([marked ?? '', ...any]);
}

/** "en_GB" and "EN-us" to "en-GB" and "en-US"; anything that is no language code to null. */
function languageCode(value: string | null): string | null {
  const found = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?\b/i.exec(value?.trim() ?? '');
  if (!found) return null;
  return found[2] === undefined
    ? (found[1] ?? '').toLowerCase()
    : `${(found[1] ?? '').toLowerCase()}-${found[2].toUpperCase()}`;
}

/** Boxes whose name says that they hold a date. */
const dateBoxes =
  '[class*="date" i], [class*="publish" i], [class*="time" i], [class*="posted" i], [class*="byline" i], [id*="date" i]';

/** The first date in a small box that is named as one, for pages without metadata; later ones belong to other stories. */
function labelledDate(page: Page): string | null {
  for (const box of [...page.querySelectorAll(dateBoxes)].slice(0, 200)) {
    const text = box.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (text.length > 0 && text.length <= 80 && isoDate(text) !== null) return text;
  }
  return null;
}
