/** The ledger in the database: its state before an append, and the append itself. */
import { type RawBuilder, sql } from 'kysely';
import { entryJson, entryLeaf, type LedgerState, type Recorded } from '../../journey/7-record/record.ts';
import { hashFromHex, toHex } from '../../ledger/hash.ts';
import { append, EMPTY_FRONTIER, type Frontier, rootOf } from '../../ledger/merkle-tree.ts';
import { sha256 } from '../sha-256.ts';
import { StoreError } from './errors.ts';
import { instantOf } from './rows/column-values.ts';
import { entryRow } from './rows/ledger-rows.ts';
import type { Database, Db } from './schema.ts';
import { putRows, type RowChange } from './write-rows.ts';

/** Keeps other writers out until the transaction ends, so that the entries stay in one line; readers are not held up. */
export async function holdLedger(transaction: Db): Promise<void> {
  await sql`lock table roots in exclusive mode`.execute(transaction);
}

export const lastRoot = (db: Db): Promise<Database['roots'] | undefined> =>
  db.selectFrom('roots').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();

function frontierOf(row: Pick<Database['roots'], 'size' | 'frontier'> | undefined): Frontier {
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
  const { rows } = await sql<{ subject: string; body: string | null }>`${latestOf(subjects)}`.execute(db);
  return { size, bodies: bodiesIn(rows) };
}

const latestOf = (subjects: readonly string[]): RawBuilder<unknown> => sql`
  select distinct on (subject) subject, body from entries
  where subject = any(${subjects}::text[]) order by subject, index desc`;

const bodiesIn = (rows: readonly { subject: string; body: string | null }[]): Map<string, string> =>
  new Map(rows.flatMap(({ subject, body }) => (body === null ? [] : [[subject, body]])));

/** Where the ledger ends, and what it knows of these subjects. */
export async function ledgerAt(
  db: Db,
  subjects: readonly string[],
): Promise<{ frontier: Frontier; state: LedgerState }> {
  const { rows } = await sql<{ size: number | null; frontier: string[]; subject: string; body: string | null }>`
    select size, frontier, '' as subject, null as body from (select * from roots order by size desc limit 1) last_root
    union all select null, null, subject, body from (${latestOf(subjects)}) latest`.execute(db);
  const frontier = frontierOf(rows.flatMap(({ size, frontier }) => (size === null ? [] : [{ size, frontier }]))[0]);
  const known = rows.filter(({ size }) => size === null);
  return { frontier, state: { size: frontier.size, bodies: bodiesIn(known) } };
}

/** The rows of these entries, and of the root after them. */
export function* entryRows(before: Frontier, recorded: readonly Recorded[], at: string): Generator<RowChange> {
  const lines = recorded.map(({ entry }) => {
    const json = entryJson(entry);
    return { entry, json, leaf: entryLeaf(sha256, json) };
  });
  const frontier = append(
    sha256,
    before,
    lines.map(({ leaf }) => leaf),
  );
  yield* putRows(
    'entries',
    lines.map(({ entry, json, leaf }) => entryRow(entry, json, toHex(leaf))),
  );
  yield* putRows('roots', [
    {
      size: frontier.size,
      root: toHex(rootOf(sha256, frontier)),
      frontier: frontier.peaks.map(toHex),
      at: instantOf(at) ?? '0001-01-01T00:00:00',
    },
  ]);
}
