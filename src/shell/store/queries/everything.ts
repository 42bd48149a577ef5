/** All codings, incidents and corroborations at once, read in pages so that no answer of the database is too long. */
import { sql } from 'kysely';
import type { CodedReport } from '../../../model/coded-report.ts';
import type { CorroboratedReport } from '../../../model/corroborated-report.ts';
import type { Incident } from '../../../model/incident.ts';
import type { Db, JsonText } from '../schema.ts';

const PAGE = 500;

export async function everything(
  db: Db,
): Promise<{ codings: CodedReport[]; incidents: Incident[]; corroborations: CorroboratedReport[] }> {
  const codings: CodedReport[] = [];
  const incidents: Incident[] = [];
  const corroborations: CorroboratedReport[] = [];
  for await (const json of documents(db, 'codings', 'report')) {
    const coding: CodedReport = JSON.parse(json);
    codings.push(whatIsAskedFor(coding));
  }
  for await (const json of documents(db, 'incidents', 'id')) incidents.push(JSON.parse(json));
  for await (const json of documents(db, 'corroborations', 'report')) corroborations.push(JSON.parse(json));
  return { codings, incidents, corroborations };
}

/**
 * Mentions are the larger part of a coding. Corroboration asks for none, assessment only for the actors that statements name:
 * a party that explains an attack by an excluded group at the place names that group.
 */
function whatIsAskedFor(coding: CodedReport): CodedReport {
  const { statements, mentions } = coding;
  const isNamed = ({ kind, span }: CodedReport['mentions'][number]): boolean =>
    kind === 'actor' && statements.some((said) => span.start >= said.span.start && span.end <= said.span.end);
  return { ...coding, mentions: statements.length === 0 ? [] : mentions.filter(isNamed) };
}

async function* documents(
  db: Db,
  table: 'codings' | 'incidents' | 'corroborations',
  key: 'report' | 'id',
): AsyncGenerator<JsonText> {
  let last: string | null = null;
  while (true) {
    const { rows }: { rows: { key: string; document: JsonText }[] } = await sql<{ key: string; document: JsonText }>`
      select ${sql.ref(key)} as key, document from ${sql.table(table)}
      where ${last === null ? sql`true` : sql`${sql.ref(key)} > ${last}`} order by ${sql.ref(key)} limit ${PAGE}`.execute(
      db,
    );
    for (const row of rows) yield row.document;
    last = rows.at(-1)?.key ?? null;
    if (rows.length < PAGE) return;
  }
}
