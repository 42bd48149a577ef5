/** Writes many rows of many tables with few statements, whatever the number of rows and columns. */
import { type RawBuilder, sql } from 'kysely';
import { COLUMN_TYPES, type Database, type Db, type TableName } from './schema.ts';

/** About how many characters of rows go into one statement: enough to be fast, little enough to be held in memory. */
const STATEMENT_LENGTH = 4_000_000;

/** One change of the rows of one table, ready to be run alone or as a part of a larger statement. */
export interface RowChange {
  statement: RawBuilder<unknown>;
  /** About how many characters it sends. */
  length: number;
}

/**
 * Runs the changes in as few statements as their length allows. The parts of one statement see the same rows and none of what the
 * others do, so no row may be changed by two of them; references between tables are checked at the end of the statement.
 */
export async function runTogether(db: Db, changes: Iterable<RowChange>): Promise<void> {
  let parts: RawBuilder<unknown>[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (parts.length === 0) return;
    const named = parts.map((part, index) => sql`${sql.raw(`part_${index}`)} as (${part})`);
    await sql`with ${sql.join(named)} select`.execute(db);
    parts = [];
    length = 0;
  };
  for (const change of changes) {
    if (length > 0 && length + change.length > STATEMENT_LENGTH) await flush();
    parts.push(change.statement);
    length += change.length;
  }
  await flush();
}

/**
 * Adds rows. A row with the same `key` is replaced, unless it is the same; without a key it is an error. Rows must all have the same
 * columns; columns that are left out keep their value or default.
 */
export function* putRows<T extends TableName>(
  table: T,
  rows: readonly Partial<Database[T]>[],
  key: readonly (keyof Database[T] & string)[] = [],
): Generator<RowChange> {
  const [first] = rows;
  if (first === undefined) return;
  const types: Record<string, string> = COLUMN_TYPES[table];
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  // json travels as text, since reading it as a part of the whole would choke on an escaped U+0000.
  const selected = sql.join(
    columns.map((column) => (types[column] === 'json' ? sql`${sql.ref(column)}::json` : sql.ref(column))),
  );
  for (const batch of batches(rows))
    yield {
      length: batch.length,
      statement: sql`insert into ${sql.table(table)} (${list}) select ${selected}
        from json_to_recordset(${batch}::json) as r(${recordOf(columns, types)})${onConflict(table, columns, key)}`,
    };
}

/** Removes the rows whose `column` has one of these values, but for those that `kept` holds the key of. */
export function* removeRows<T extends TableName>(
  table: T,
  column: keyof Database[T] & string,
  values: readonly string[],
  kept?: { key: readonly (keyof Database[T] & string)[]; rows: readonly Partial<Database[T]>[] },
): Generator<RowChange> {
  if (values.length === 0) return;
  const [rest, length] = kept === undefined ? [sql``, 0] : notAmong(table, kept);
  const statement = sql`delete from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = any(${values}::text[])${rest}`;
  yield { statement, length };
}

function notAmong<T extends TableName>(
  table: T,
  { key, rows }: { key: readonly (keyof Database[T] & string)[]; rows: readonly Partial<Database[T]>[] },
): [RawBuilder<unknown>, number] {
  if (rows.length === 0) return [sql``, 0];
  const keys = JSON.stringify(rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))));
  const same = sql.join(
    key.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${sql.ref(`kept.${column}`)}`),
    sql` and `,
  );
  const record = recordOf(key, COLUMN_TYPES[table]);
  return [
    sql` and not exists (select from json_to_recordset(${keys}::json) as kept(${record}) where ${same})`,
    keys.length,
  ];
}

const recordOf = (columns: readonly string[], types: Record<string, string>): RawBuilder<unknown> =>
  sql.join(
    columns.map(
      (column) => sql`${sql.ref(column)} ${sql.raw(types[column] === 'json' ? 'text' : (types[column] ?? ''))}`,
    ),
  );

function onConflict(table: TableName, columns: readonly string[], key: readonly string[]): RawBuilder<unknown> {
  if (key.length === 0) return sql``;
  const on = sql` on conflict (${sql.join(key.map((column) => sql.ref(column)))})`;
  const others = columns.filter((column) => !key.includes(column));
  if (others.length === 0) return sql`${on} do nothing`;
  const assignments = sql.join(others.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  const types: Record<string, string> = COLUMN_TYPES[table];
  // PostgreSQL does not compare json; a document that is the same is not recorded to begin with.
  const isComparable = others.every((column) => types[column] !== 'json');
  const own = sql.join(others.map((column) => sql.ref(`${table}.${column}`)));
  const given = sql.join(others.map((column) => sql`excluded.${sql.ref(column)}`));
  return sql`${on} do update set ${assignments}${isComparable ? sql` where (${own}) is distinct from (${given})` : sql``}`;
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
