/** JSON: one report object, an array of them, or an object that holds the array under a usual name. */
import { type Adapter, maxRows, refuse } from '../adapter.ts';
import { readRow } from '../rows.ts';

/** Names under which interfaces wrap their rows. */
const wrappers = ['reports', 'articles', 'items', 'documents', 'rows', 'data'];

export const json: Adapter = {
  id: 'json',
  sentence:
    'A JSON object `{id?, title?, text | html, …}`, an array of them, or an object with such an array in "reports", "articles", "items", "documents", "rows" or "data".',
  accepts: ({ head, hints }) =>
    /\.json$/i.test(hints.name ?? '') ||
    /^application\/(?:[\w.]{1,40}\+)?json/i.test(hints.contentType ?? '') ||
    /^\s{0,1000}(?:\{\s{0,1000}"|\[\s{0,1000}\{\s{0,1000}")/.test(head),
  read: (input) => {
    const { text } = input.decoded();
    const parsed = parse(text);
    if (parsed === undefined)
      return [
        refuse(
          'ingest/json-broken',
          'input',
          'Expected JSON, found text that does not parse. Send it as plain text or mend it.',
        ),
      ];
    const rows = rowsOf(parsed);
    if (rows.length > maxRows)
      return [refuse('ingest/too-many-rows', 'input', `Expected at most ${maxRows} rows, found ${rows.length}.`)];
    if (rows.length === 0) return [refuse('ingest/empty', 'input', 'Expected at least one row, found an empty list.')];
    return rows.map((row, index) =>
      readRow(row, rows.length === 1 ? 'row' : `row ${index + 1}`, input.hints, input.tools),
    );
  },
};

/** undefined when the text is not JSON or is nested so deeply that the parser gives up. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || 'text' in value || 'html' in value) return [value];
  const wrapped = Object.entries(value).find(([name, inner]) => wrappers.includes(name) && Array.isArray(inner));
  return Array.isArray(wrapped?.[1]) ? wrapped[1] : [value];
}
