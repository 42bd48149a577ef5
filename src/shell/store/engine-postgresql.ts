/** A PostgreSQL server, 15 or newer, reached by its URL. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Engine, TYPE_IDS, timestampFromSql } from './engine.ts';
import { StoreError } from './errors.ts';
import type { Database } from './schema.ts';

const parsers = new Map<number, (text: string) => unknown>([
  [TYPE_IDS.bigint, Number],
  [TYPE_IDS.json, (text) => text],
  [TYPE_IDS.timestamp, timestampFromSql],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? pg.types.getTypeParser(id, 'text');
  },
};

/** `url` is `postgres://user:password@host:port/database`. Resolves once the server has answered. */
export async function openPostgresql(url: string, connections = 8): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'trucewatch',
    // Compiling the plan of a question takes longer than its answer; how many rows to expect of a range is a guess.
    options: '-c timezone=UTC -c jit=off',
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const message = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      'store/unreachable',
      `the PostgreSQL server does not answer: ${message}; check the address, that the server runs and that the user may connect`,
      { cause: error },
    );
  }
  return {
    kind: 'postgresql',
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    script: async (sql) => {
      await pool.query(sql);
    },
    close: async () => pool.end(),
  };
}
