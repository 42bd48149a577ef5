/** The ledger in the database: its state before an append, and the append itself. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { entryJson, entryLeaf, type LedgerState, type Recorded } from '../../journey/7-record/record.ts';
import { type HashFunction, hashFromHex, toHex } from '../../ledger/hash.ts';
import { append, EMPTY_FRONTIER, type Frontier, rootOf } from '../../ledger/merkle-tree.ts';
import { StoreError } from './errors.ts';
import { instantOf } from './rows/column-values.ts';
import { entryRow } from './rows/ledger-rows.ts';
import type { Database, Db } from './schema.ts';
import { writeRows } from './write-rows.ts';

export const sha256: HashFunction = (bytes) => createHash('sha256').update(bytes).digest();

/** Keeps other writers out until the transaction ends, so that the entries stay in one line; readers are not held up. */
export async function holdLedger(transaction: Db): Promise<void> {
  await sql`lock table roots in exclusive mode`.execute(transaction);
}

export const lastRoot = (db: Db): Promise<Database['roots'] | undefined> =>
  db.selectFrom('roots').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();

export function frontierOf(row: Database['roots'] | undefined): Frontier {
  if (row === undefined) return EMPTY_FRONTIER;
  const peaks = row.frontier.map((text, index) => {
    const peak = hashFromHex(text, `roots ${row.size}, frontier[${index}]`);
    if ('kind' in peak)
      throw new StoreError(
        'store/damaged',
        `${peak.where}: ${peak.message}; trucewatch verify tells what else is altered`,
      );
    return peak;
  });
  return { size: row.size, peaks };
}

/** What the ledger knows of these subjects. */
export async function ledgerState(db: Db, size: number, subjects: readonly string[]): Promise<LedgerState> {
  const { rows } = await sql<{ subject: string; body: string | null }>`
    select distinct on (subject) subject, body from entries
    where subject = any(${subjects}::text[]) order by subject, index desc`.execute(db);
  return { size, bodies: new Map(rows.flatMap(({ subject, body }) => (body === null ? [] : [[subject, body]]))) };
}

export async function appendEntries(
  transaction: Db,
  before: Frontier,
  recorded: readonly Recorded[],
  at: string,
): Promise<void> {
  const lines = recorded.map(({ entry }) => {
    const json = entryJson(entry);
    return { entry, json, leaf: entryLeaf(sha256, json) };
  });
  const frontier = append(
    sha256,
    before,
    lines.map(({ leaf }) => leaf),
  );
  await writeRows(
    transaction,
    'entries',
    lines.map(({ entry, json, leaf }) => entryRow(entry, json, toHex(leaf))),
  );
  await writeRows(transaction, 'roots', [
    {
      size: frontier.size,
      root: toHex(rootOf(sha256, frontier)),
      frontier: frontier.peaks.map(toHex),
      at: instantOf(at) ?? '0001-01-01T00:00:00',
    },
  ]);
}
