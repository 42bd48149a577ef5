/** PGlite: PostgreSQL inside the process, on a folder or in memory. One connection, so its users take turns. */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import { type Engine, TYPE_IDS, timestampFromSql } from './engine.ts';
import { StoreError } from './errors.ts';
import type { Database } from './schema.ts';

const PARSERS = {
  [TYPE_IDS.bigint]: Number,
  [TYPE_IDS.json]: (text: string) => text,
  [TYPE_IDS.timestamp]: timestampFromSql,
};

/** `folder` null keeps the database in memory. */
export async function openPglite(folder: string | null): Promise<Engine> {
  const pglite = await start(folder);
  return {
    kind: 'pglite',
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: takingTurns(pglite) }) }),
    script: async (sql) => {
      await pglite.exec(sql);
    },
    close: async () => pglite.close(),
  };
}

async function start(folder: string | null): Promise<PGlite> {
  try {
    return await PGlite.create(folder === null ? {} : { dataDir: folder });
  } catch (error) {
    const where = folder === null ? 'in memory' : `in ${folder}`;
    throw new StoreError(
      'store/damaged',
      `the database ${where} does not start: ${String(error)}; restore the folder from a copy, or move it away and ingest again`,
      { cause: error },
    );
  }
}

/** The shape of a pool of one connection: whoever connects next waits until the one before has released. */
function takingTurns(pglite: PGlite): { connect(): Promise<PostgresPoolClient>; end(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = last;
      const turn = Promise.withResolvers<void>();
      last = turn.promise;
      await before;
      return client(pglite, turn.resolve);
    },
    end: async () => {},
  };
}

function client(pglite: PGlite, release: () => void): PostgresPoolClient {
  async function query<R>(sql: unknown, parameters?: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (typeof sql !== 'string') throw new Error('cursors are not offered: read in pages');
    const result = await pglite.query<R>(sql, [...(parameters ?? [])], { parsers: PARSERS });
    // Kysely asks for the count of rows only; which command it was it knows itself.
    return { command: 'UPDATE', rowCount: result.affectedRows ?? 0, rows: result.rows };
  }
  return { query: query as PostgresPoolClient['query'], release };
}
