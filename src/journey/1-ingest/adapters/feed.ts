/** RSS, Atom and RDF feeds: every item is a report of its own, with its own address and date. */
import { type AtomFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { type Adapter, type Draft, emptyDraft, type IngestRefusal, maxRows, refuse } from '../adapter.ts';
import { readFragment } from '../html/read-fragment.ts';

const opening = /<(?:rss|feed|rdf:rdf)[\s>]/i;

export const feed: Adapter = {
  id: 'feed',
  sentence: 'An RSS, Atom or RDF feed; told by its root element.',
  accepts: ({ head }) => {
    const start = head.slice(0, 4096);
    return /^\s{0,1000}</.test(start) && opening.test(start) && !/<html[\s>]/i.test(start);
  },
  read: (input) => {
    const { text } = input.decoded();
    const items = readItems(text);
    return Array.isArray(items) ? items.map(draftOf) : [items];
  },
};

/** What the three kinds of feed say of an item, in one shape; an empty string is something not said. */
interface FeedItem {
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly published: string;
  readonly byline: string;
  readonly outlet: string;
}

function readItems(text: string): FeedItem[] | IngestRefusal {
  if (/<!ENTITY/i.test(text)) {
    return refuse(
      'ingest/feed-broken',
      'input',
      'Expected a feed without entity declarations; they can hide unbounded text.',
    );
  }
  const items = parseItems(text);
  if (items === null) {
    return refuse(
      'ingest/feed-broken',
      'input',
      'Expected a feed that parses as RSS, Atom or RDF. Check that it was fetched whole.',
    );
  }
  if (items.length === 0) return refuse('ingest/feed-empty', 'input', 'Expected at least one item, found none.');
  if (items.length > maxRows) {
    return refuse('ingest/too-many-rows', 'input', `Expected at most ${maxRows} items, found ${items.length}.`);
  }
  return items;
}

/** Null when the text is no feed. */
function parseItems(text: string): FeedItem[] | null {
  try {
    const { format, feed: parsed } = parseFeed(text);
    if (format === 'atom') return (parsed.entries ?? []).map((entry) => fromAtom(entry, parsed.title?.value ?? ''));
    if (format === 'rss') return (parsed.items ?? []).map((item) => fromRss(item, parsed.title ?? ''));
    if (format === 'rdf') return (parsed.items ?? []).map((item) => fromRdf(item, parsed.title ?? ''));
    return null;
  } catch {
    // The parser throws on anything that is not a whole feed; the caller turns this into a refusal.
    return null;
  }
}

const fromAtom = (entry: AtomFeed.Entry<string>, outlet: string): FeedItem => ({
  title: entry.title?.value ?? '',
  body: entry.content?.value ?? entry.summary?.value ?? '',
  url: entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href ?? '',
  published: entry.published ?? entry.updated ?? '',
  byline: (entry.authors ?? []).map((author) => author.name ?? '').join(', '),
  outlet,
});

const fromRss = (item: RssFeed.Item<string>, outlet: string): FeedItem => ({
  title: item.title ?? '',
  body: item.content?.encoded ?? item.description ?? '',
  url: item.link ?? '',
  published: item.pubDate ?? item.dc?.dates?.[0] ?? '',
  byline: (item.dc?.creators ?? []).join(', '),
  outlet,
});

const fromRdf = (item: RdfFeed.Item<string>, outlet: string): FeedItem => ({
  title: item.title ?? '',
  body: item.content?.encoded ?? item.description ?? '',
  url: item.link ?? '',
  published: item.dc?.dates?.[0] ?? '',
  byline: (item.dc?.creators ?? []).join(', '),
  outlet,
});

/** An item whose body is empty is still a report when its title says something: many feeds carry headlines only. */
function draftOf(item: FeedItem): Draft {
  const title = readFragment(item.title) || null;
  return {
    ...emptyDraft,
    title,
    text: readFragment(item.body) || (title ?? ''),
    published: item.published || null,
    byline: readFragment(item.byline) || null,
    source: readFragment(item.outlet) || null,
    url: item.url || null,
  };
}
