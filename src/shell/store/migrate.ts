/**
 * Brings a database to the program's schema: numbered scripts, forward only, each once, each in one transaction. Numbers may have
 * gaps and may come later than higher ones (two lines of work landing): each script stands on 001 and on what it names itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';

interface Migration {
  number: number;
  name: string;
  script: string;
  sha256: string;
}

const FOLDER = join(import.meta.dirname, 'migrations');

export function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{3}-[a-z-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const script = readFileSync(join(FOLDER, file), 'utf8');
      const sha256 = createHash('sha256').update(script).digest('hex');
      return { number: Number(file.slice(0, 3)), name: file.slice(4, -4), script, sha256 };
    });
}

/** Resolves to the number of the schema, which is that of the newest migration. */
export async function migrate(engine: Engine, at: string): Promise<number> {
  await engine.script(`create table if not exists migrations (
    number integer primary key, name text not null, sha256 text not null, applied_at timestamp not null)`);
  const known = migrations();
  const applied = await engine.db
    .selectFrom('migrations')
    .select(['number', 'name', 'sha256'])
    .orderBy('number')
    .execute();
  for (const row of applied) checkApplied(row, known);
  const done = new Set(applied.map(({ number }) => number));
  for (const migration of known) if (!done.has(migration.number)) await apply(engine, migration, at);
  return known.at(-1)?.number ?? 0;
}

function checkApplied(row: { number: number; name: string; sha256: string }, known: readonly Migration[]): void {
  const migration = known.find(({ number }) => number === row.number);
  if (migration === undefined) {
    throw new StoreError(
      'store/newer-than-program',
      `the database has migration ${row.number} (${row.name}), which this program does not know: use the program that wrote it, or a newer one`,
    );
  }
  if (migration.sha256 !== row.sha256) {
    throw new StoreError(
      'store/migration-altered',
      `migration ${row.number} (${row.name}) was applied in another form than this program has: expected ${migration.sha256}, found ${row.sha256}`,
    );
  }
}

async function apply(engine: Engine, migration: Migration, at: string): Promise<void> {
  const { number, name, script, sha256 } = migration;
  // Statements sent as one script are one transaction on either engine: the schema and the note of it, or neither.
  const note = `insert into migrations values (${number}, '${name}', '${sha256}', '${at.replace('Z', '')}')`;
  try {
    await engine.script(`${script};
${note};`);
  } catch (error) {
    throw new StoreError('store/migration-failed', `migration ${number} (${name}) failed: ${String(error)}`, {
      cause: error,
    });
  }
  await sql`analyze`.execute(engine.db);
}
