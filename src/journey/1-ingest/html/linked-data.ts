/** The article that a page describes to search engines in JSON-LD (schema.org Article and its kinds). */
import type { Page } from './dom.ts';

export interface LinkedArticle {
  readonly headline: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly articleBody: string | null;
}

const articleKinds = /^(?:\w{0,30}Article|\w{0,20}BlogPosting|Report|LiveBlogPosting|WebPage)$/;

/** The first article among the page's JSON-LD scripts; scripts that do not parse are passed over. */
export function linkedArticle(page: Page): LinkedArticle {
  const found = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, 50)
    .flatMap((script) => nodes(script.textContent ?? ''));
  const node = found.find((candidate) => articleKinds.test(kindOf(candidate)) && kindOf(candidate) !== 'WebPage') ?? {};
  return {
    headline: words(node.headline),
    author: names(node.author),
    publisher: names(node.publisher),
    datePublished: words(node.datePublished) ?? words(node.dateCreated),
    articleBody: words(node.articleBody),
  };
}

type Node = Record<string, unknown>;

function nodes(source: string): Node[] {
  if (source.length > 2_000_000) return [];
  try {
    return flatten(JSON.parse(source), 0);
  } catch {
    // A page's broken script says nothing; the page is read without it.
    return [];
  }
}

function flatten(value: unknown, depth: number): Node[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((item) => flatten(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value.mainEntity, depth + 1)];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(node: Node): string {
  const kind = node['@type'];
  const first: unknown = Array.isArray(kind) ? kind[0] : kind;
  return typeof first === 'string' ? first : '';
}

const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Names of people or organisations given as text, as nodes or as a list of either. */
function names(value: unknown): string | null {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  const found = list
    .map((item) => words(isNode(item) ? item.name : item))
    .filter((name) => name !== null && !/^https?:/.test(name));
  return found.length > 0 ? found.join(', ') : null;
}
