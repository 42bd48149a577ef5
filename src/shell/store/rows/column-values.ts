/** How values of documents become values of columns: searchable text without what PostgreSQL cannot hold, and instants. */
import { canonicalJson } from '../../../ledger/canonical-json.ts';
import type { JsonText, Timestamp } from '../schema.ts';

/** Longest text that is searched, in UTF-16 code units; PostgreSQL ends a search vector at 1 MB. */
const SEARCHED_LENGTH = 100_000;

/** PostgreSQL text holds neither U+0000 nor lone surrogates; the document keeps them. */
export const plainText = (text: string): string => text.replaceAll('\0', ' ').toWellFormed();

export const searchedText = (parts: readonly (string | null | undefined)[]): string =>
  plainText(
    parts
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join('\n')
      .slice(0, SEARCHED_LENGTH),
  );

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const YEAR_ONE = Date.parse('0001-01-01');

/** An ISO 8601 date or date-time as a UTC instant; without a zone it counts as UTC. Null for what names no instant. */
export function instantOf(text: string | null | undefined): Timestamp | null {
  if (text === null || text === undefined) return null;
  const match = DATE_TIME.exec(text);
  if (match === null && !DATE.test(text)) return null;
  const milliseconds = Date.parse(match !== null && match[1] === undefined ? `${text}Z` : text);
  // PostgreSQL has no year 0; what is said to lie before it is kept in the document and not sorted.
  if (Number.isNaN(milliseconds) || milliseconds < YEAR_ONE) return null;
  return timestampOf(milliseconds);
}

export const timestampOf = (milliseconds: number): Timestamp =>
  new Date(milliseconds).toISOString().replace(/(?:\.000|(\.\d*?[1-9])0*)Z$/, '$1');

/** What a list shows, in its canonical spelling, so that the same document always gives the same column. */
export function itemJson(item: object): JsonText {
  const json = canonicalJson(withoutNul(item));
  if (typeof json !== 'string') throw new Error(`${json.message} at ${json.where} [${json.code}]`);
  return json;
}

/** PostgreSQL cannot look into json that holds an escaped U+0000; lists do without it, documents keep it. */
function withoutNul(item: object): unknown {
  const text = JSON.stringify(item);
  if (!text.includes('\\u0000')) return item;
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', ' ') : value));
}
