/** The ledger, the refusals and the decisions as lists, and the counts that the first page and the doctor show. */

import { sql } from 'kysely';
import type { Entry } from '../../../journey/7-record/entry.ts';
import type { RecordedRefusal } from '../../../journey/7-record/refusal.ts';
import { toHex } from '../../../ledger/hash.ts';
import { EMPTY_FRONTIER, rootOf } from '../../../ledger/merkle-tree.ts';
import type { Decision } from '../../../model/decision.ts';
import { sha256 } from '../../sha-256.ts';
import { lastRoot, ledgerState } from '../ledger-log.ts';
import type { LedgerRoot, Page, PageRequest, StoreCounts } from '../lists.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor } from './cursor.ts';

export async function ledgerRoot(db: Db): Promise<LedgerRoot> {
  const last = await lastRoot(db);
  if (last === undefined) return { size: 0, root: toHex(rootOf(sha256, EMPTY_FRONTIER)), at: null };
  return { size: last.size, root: last.root, at: `${last.at}Z` };
}

/** Those of these findings and statements that there are, with the hash of what findings are now. */
export async function subjectsOf(db: Db, about: readonly string[]): Promise<Map<string, string | null>> {
  const { bodies } = await ledgerState(
    db,
    0,
    about.filter((subject) => subject.startsWith('findings:')),
  );
  const { rows } = await sql<{ subject: string }>`
    select named.subject from unnest(${about}::text[]) as named(subject)
    join statements s on 'statement:' || s.report || '#' || s.id = named.subject
    where s.report = any(${about.map((subject) => subject.slice('statement:'.length, subject.lastIndexOf('#')))}::text[])`.execute(
    db,
  );
  return new Map<string, string | null>([...bodies, ...rows.map(({ subject }) => [subject, null] as const)]);
}

/** In the order of the ledger. */
export async function listEntries(db: Db, page: PageRequest): Promise<Page<Entry>> {
  const after = readCursor(page, 'entries', 1);
  const limit = limitOf(page);
  const { rows } = await sql<{ index: number; document: JsonText }>`
    select index, document from entries where index > ${Number(after?.[0] ?? -1)} order by index limit ${limit + 1}`.execute(
    db,
  );
  return pageOf(
    rows,
    limit,
    'entries',
    (row) => [row.index],
    (row): Entry => JSON.parse(row.document),
  );
}

/** Newest first. */
export async function listRefusals(db: Db, page: PageRequest): Promise<Page<RecordedRefusal>> {
  const after = readCursor(page, 'refusals', 2);
  const limit = limitOf(page);
  const { rows } = await sql<{ id: string; at: string; document: JsonText }>`
    select id, at, document from refusals
    where ${after === null ? sql`true` : sql`(at, id) < (${after[0]}::timestamp, ${after[1]})`}
    order by at desc, id desc limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'refusals',
    (row) => [row.at, row.id],
    (row): RecordedRefusal => JSON.parse(row.document),
  );
}

/** In the order in which they were made. */
export async function allDecisions(db: Db): Promise<Decision[]> {
  const rows = await db.selectFrom('decisions').select('document').orderBy('at').orderBy('id').execute();
  return rows.map(({ document }) => JSON.parse(document));
}

/** Newest first. */
export async function listDecisions(db: Db, page: PageRequest): Promise<Page<Decision>> {
  const after = readCursor(page, 'decisions', 2);
  const limit = limitOf(page);
  const { rows } = await sql<{ id: string; at: string; document: JsonText }>`
    select id, at, document from decisions
    where ${after === null ? sql`true` : sql`(at, id) < (${after[0]}::timestamp, ${after[1]})`}
    order by at desc, id desc limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'decisions',
    (row) => [row.at, row.id],
    (row): Decision => JSON.parse(row.document),
  );
}

export async function storeCounts(db: Db): Promise<StoreCounts> {
  const { rows } = await sql<StoreCounts>`
    select (select count(*) from captures) as captures, (select count(*) from reports) as reports,
      (select count(*) from codings) as codings, (select count(*) from incidents) as incidents,
      (select count(*) from findings) as findings, (select count(*) from refusals) as refusals,
      (select coalesce(max(size), 0) from roots) as entries,
      (select count(*) from jobs where state = 'waiting') as unfinished,
      (select count(*) from codings d where not exists (select from corroborations s where s.report = d.report)) as uncorroborated`.execute(
    db,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('unreachable: a select without a table has one row');
  return counts;
}
