/** Compares past states, which older entries than the last of their subject hold the hashes of. */
import { sql } from 'kysely';
import { sealHash } from '../../journey/7-record/sealed.ts';
import { sha256 } from '../sha-256.ts';
import type { Context } from './found-rows.ts';
import type { Db } from './schema.ts';

const PAGE = 500;

/** What decisions replaced, each with the topic that the ledger knows it by. */
const REPLACED = [
  { table: 'replaced_incidents', key: 'incident', topic: 'incident' },
  { table: 'replaced_stories', key: 'report', topic: 'corroboration' },
] as const;

export async function checkReplaced(db: Db, context: Context): Promise<void> {
  for (const { table, key, topic } of REPLACED) {
    const { rows } = await sql<{ decision: string; key: string; entry: number; document: string; body: string | null }>`
      select r.decision, r.${sql.ref(key)} as key, r.entry, r.document, e.body from ${sql.table(table)} r
        left join entries e on e.index = r.entry and e.subject = ${`${topic}:`}::text || r.${sql.ref(key)}
      order by r.decision, r.${sql.ref(key)}`.execute(db);
    context.rows += rows.length;
    for (const row of rows) {
      const found = sealHash(sha256, row.document);
      if (found === row.body) continue;
      const message = `entry ${row.entry} of the ledger holds ${row.body}, the document gives ${found}`;
      context.report({ kind: 'altered', where: table, key: `${row.decision} ${row.key}`, message });
    }
  }
}

export async function checkPastFindings(db: Db, context: Context): Promise<void> {
  let after = -1;
  while (true) {
    const { rows }: { rows: { incident: string; entry: number; document: string; body: string | null }[] } = await sql<{
      incident: string;
      entry: number;
      document: string;
      body: string | null;
    }>`select p.incident, p.entry, p.document, e.body from past_findings p
      left join entries e on e.index = p.entry and e.subject = 'findings:' || p.incident
      where p.entry > ${after} order by p.entry limit ${PAGE}`.execute(db);
    context.rows += rows.length;
    for (const { incident, entry, document, body } of rows) {
      const found = sealHash(sha256, document);
      if (found === body) continue;
      const message = `entry ${entry} of the ledger holds ${body}, the document gives ${found}`;
      context.report({ kind: 'altered', where: 'past_findings', key: incident, message });
    }
    after = rows.at(-1)?.entry ?? after;
    if (rows.length < PAGE) return;
  }
}
