/** JSON Lines: one report per line; a line that fails is refused with its number and the others are read. */
import { type Adapter, type Draft, type IngestRefusal, type Input, maxRows, refuse } from '../adapter.ts';
import { readRow } from '../rows.ts';

export const jsonLines: Adapter = {
  id: 'json-lines',
  sentence:
    'One JSON object per line `{id?, title?, text | html, published?, source?, language?}`; told by two lines that open with `{`, or by the name or type.',
  accepts: ({ head, hints }) =>
    /\.(?:jsonl|ndjson)$/i.test(hints.name ?? '') ||
    /jsonl|ndjson|json-seq/i.test(hints.contentType ?? '') ||
    looksLikeLines(head),
  read: (input) => {
    const { text } = input.decoded();
    const lines = text.split('\n');
    if (lines.length > maxRows)
      return [refuse('ingest/too-many-rows', 'input', `Expected at most ${maxRows} lines, found ${lines.length}.`)];
    return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1, input)]));
  },
};

/** The first line is a whole object, and what follows it is another one or nothing. */
function looksLikeLines(head: string): boolean {
  const trimmed = head.trimStart();
  const end = trimmed.indexOf('\n');
  if (end === -1 || !trimmed.startsWith('{')) return false;
  const next = trimmed.slice(end + 1).trimStart();
  return next.startsWith('{') && trimmed.slice(0, end).trimEnd().endsWith('}');
}

function readLine(line: string, number: number, input: Input): Draft | IngestRefusal {
  const where = `line ${number}`;
  try {
    return readRow(JSON.parse(line), where, input.hints, input.tools);
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'not JSON' : 'nested too deeply';
    return refuse(
      'ingest/json-broken',
      where,
      `Expected one JSON object, found ${line.length} characters that are ${reason}.`,
    );
  }
}
