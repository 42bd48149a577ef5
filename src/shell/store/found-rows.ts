/** A row as it stands in the database beside what its document says of it. */
import { sql } from 'kysely';
import type { CaptureFiles } from './capture-files.ts';
import { COLUMN_TYPES, type Db, type TableName } from './schema.ts';
import type { Reporter } from './verification.ts';

/** Rows as they come from the database, before anything is believed about them. */
export type FoundRow = Record<string, unknown>;

/** What a comparison of all rows has at hand, and what it has seen so far. */
export interface Context {
  bodies: ReadonlyMap<string, string>;
  seen: Set<string>;
  report: Reporter;
  files: CaptureFiles;
  rows: number;
}

/** The first column that is not what the document says; null when all are. */
export function columnsFault(expected: object, found: FoundRow): string | null {
  for (const [column, value] of Object.entries(expected)) {
    if (JSON.stringify(found[column]) !== JSON.stringify(value)) {
      return `column ${column}: expected ${shortened(value)}, found ${shortened(found[column])}`;
    }
  }
  return null;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}

/** Rows of `table` by the parent that they hang on. */
export async function childRows(
  db: Db,
  table: TableName,
  parent: string,
  keys: readonly string[],
): Promise<Map<string, FoundRow[]>> {
  const columns = sql.join(Object.keys(COLUMN_TYPES[table]).map((column) => sql.ref(column)));
  const { rows } =
    await sql<FoundRow>`select ${columns} from ${sql.table(table)} where ${sql.ref(parent)} = any(${keys}::text[])`.execute(
      db,
    );
  return Map.groupBy(rows, (row) => String(row[parent]));
}

/** Reports what a document says and the table does not, and the other way round. */
export function compareChildren(
  where: string,
  keyOf: (row: FoundRow) => string,
  expected: readonly object[],
  found: readonly FoundRow[],
  { report }: Context,
): void {
  const rest = new Map(found.map((row) => [keyOf(row), row]));
  for (const row of expected) {
    const key = keyOf({ ...row });
    const stored = rest.get(key);
    const fault = stored === undefined ? null : columnsFault(row, stored);
    if (stored === undefined)
      report({ kind: 'missing', where, key, message: 'the document says it, the table does not' });
    else if (fault !== null) report({ kind: 'altered', where, key, message: fault });
    rest.delete(key);
  }
  for (const key of rest.keys()) report({ kind: 'added', where, key, message: 'the document does not say it' });
}
