/** Captures and what is left to do with them. */
import { sql } from 'kysely';
import type { Capture } from '../../../journey/7-record/capture.ts';
import type { Db, JsonText } from '../schema.ts';

/** Those of these hashes that were captured already. */
export async function findCaptures(db: Db, sha256s: readonly string[]): Promise<Map<string, Capture>> {
  const { rows } = await sql<{ sha256: string; document: JsonText }>`
    select sha256, document from captures where sha256 = any(${sha256s}::text[])`.execute(db);
  return new Map(rows.map(({ sha256, document }) => [sha256, JSON.parse(document)]));
}

/** In the order of receipt. */
export async function unfinishedCaptures(
  db: Db,
  { again = false, anew = false }: { again?: boolean; anew?: boolean },
): Promise<Capture[]> {
  const refused = anew
    ? sql` or true`
    : again
      ? sql` or exists (select from refusals f where f.capture = c.sha256)`
      : sql``;
  const { rows } = await sql<{ document: JsonText }>`
    select c.document from captures c join jobs j on j.capture = c.sha256
    where j.state = 'waiting'${refused} order by c.received_at, c.sha256`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

export async function finishCaptures(db: Db, sha256s: readonly string[]): Promise<void> {
  await sql`update jobs set state = 'done' where capture = any(${sha256s}::text[])`.execute(db);
}

export async function finishedReports(db: Db, captures: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ item: string; id: string }>`
    select r.capture || '/' || r.ordinal as item, r.id from reports r join codings d on d.report = r.id
    where r.capture = any(${captures}::text[])
      and not exists (select from refusals f where f.id = r.capture || '/' || r.ordinal)`.execute(db);
  return new Map(rows.map(({ item, id }) => [item, id]));
}
