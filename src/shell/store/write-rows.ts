/** Writes many rows of one table with one statement, whatever the number of columns. */
import { type RawBuilder, sql } from 'kysely';
import { COLUMN_TYPES, type Database, type Db, type TableName } from './schema.ts';

/** About how many characters of rows go into one statement: enough to be fast, little enough to be held in memory. */
const STATEMENT_LENGTH = 4_000_000;

interface WriteOptions<T extends TableName> {
  /** Columns that identify a row: an existing one is replaced. Without it, an existing row is an error. */
  replaceOn?: readonly (keyof Database[T] & string)[];
}

/** Rows must all have the same columns; columns that are left out keep their value or default. */
export async function writeRows<T extends TableName>(
  db: Db,
  table: T,
  rows: readonly Partial<Database[T]>[],
  options: WriteOptions<T> = {},
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const types: Record<string, string> = COLUMN_TYPES[table];
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  // json travels as text, since reading it as a part of the whole would choke on an escaped U+0000.
  const read = sql.join(
    columns.map(
      (column) => sql`${sql.ref(column)} ${sql.raw(types[column] === 'json' ? 'text' : (types[column] ?? ''))}`,
    ),
  );
  const selected = sql.join(
    columns.map((column) => (types[column] === 'json' ? sql`${sql.ref(column)}::json` : sql.ref(column))),
  );
  for (const batch of batches(rows)) {
    await sql`insert into ${sql.table(table)} (${list}) select ${selected} from json_to_recordset(${batch}::json) as r(${read})${onConflict(columns, options.replaceOn)}`.execute(
      db,
    );
  }
}

function onConflict(columns: readonly string[], keys: readonly string[] | undefined): RawBuilder<unknown> {
  if (keys === undefined) return sql``;
  const kept = columns.filter((column) => !keys.includes(column));
  const assignments = sql.join(kept.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  return sql` on conflict (${sql.join(keys.map((key) => sql.ref(key)))}) do update set ${assignments}`;
}

function* batches(rows: readonly object[]): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const part = JSON.stringify(row);
    if (length > 0 && length + part.length > STATEMENT_LENGTH) {
      yield `[${parts.join(',')}]`;
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length;
  }
  if (parts.length > 0) yield `[${parts.join(',')}]`;
}

/** Removes the rows whose column has one of these values. */
export async function removeRows<T extends TableName>(
  db: Db,
  table: T,
  column: keyof Database[T] & string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = any(${values}::text[])`.execute(db);
}
