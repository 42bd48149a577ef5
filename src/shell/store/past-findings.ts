/** Findings that are about to be replaced, word for word and with the reason, so that they can be kept; and those kept. */
import { sql } from 'kysely';
import { type ChangeCause, changeReason } from '../../journey/5-assess/finding-change.ts';
import type { Recorded } from '../../journey/7-record/record.ts';
import type { Finding } from '../../model/finding.ts';
import { PROGRAM } from '../config.ts';
import type { PastFindings } from './lists.ts';
import type { Database, Db, JsonText } from './schema.ts';

/** To be asked before any row of findings is changed. First findings replace none. */
export async function replacedFindings(db: Db, recorded: readonly Recorded[]): Promise<Database['past_findings'][]> {
  const replaced = recorded.flatMap(({ change, entry }) =>
    change.kind === 'assessed' && entry.previous !== null ? [{ change, entry }] : [],
  );
  if (replaced.length === 0) return [];
  const linked = new Set(recorded.flatMap(({ change }) => (change.kind === 'linked' ? [change.incident.id] : [])));
  const dissolved = new Set(
    recorded.flatMap(({ change }) => (change.kind === 'incident-dissolved' ? [change.id] : [])),
  );
  const before = await findingsNow(
    db,
    replaced.map(({ change }) => change.incident),
  );
  return replaced.flatMap(({ change, entry }): Database['past_findings'][] => {
    const old = before.get(change.incident);
    if (old === undefined) return [];
    const { incident, findings } = change;
    const cause: ChangeCause = dissolved.has(incident)
      ? 'dissolved'
      : linked.has(incident)
        ? 'linked-anew'
        : 'clauses-or-program';
    const was: Finding[] = JSON.parse(old.document);
    const reason = changeReason(was, findings, cause, entry.by === PROGRAM.id ? null : entry.by);
    return [
      {
        incident,
        entry: old.entry,
        replaced_by: entry.index,
        reason: reason.text,
        said: JSON.stringify(reason.reason),
        document: old.document,
      },
    ];
  });
}

/** The list as it was sealed, in the order of clauses (see `inClauseOrder`), and the entry that sealed it. */
async function findingsNow(
  db: Db,
  incidents: readonly string[],
): Promise<Map<string, { entry: number; document: JsonText }>> {
  const { rows } = await sql<{ incident: string; entry: number; document: string }>`
    select f.incident, (select max(e.index) from entries e where e.subject = 'findings:' || f.incident) as entry,
      '[' || string_agg(f.document::text, ',' order by (f.agreement || chr(10) || f.clause) collate "C") || ']' as document
    from findings f where f.incident = any(${incidents}::text[]) group by f.incident`.execute(db);
  return new Map(rows.map(({ incident, entry, document }) => [incident, { entry, document }]));
}

export async function pastFindings(db: Db, incident: string): Promise<PastFindings[]> {
  const { rows } = await sql<
    Pick<Database['past_findings'], 'entry' | 'replaced_by' | 'reason' | 'said' | 'document'> & { at: string }
  >`
    select p.entry, p.replaced_by, e.document ->> 'at' as at, p.reason, p.said, p.document
    from past_findings p join entries e on e.index = p.replaced_by
    where p.incident = ${incident} order by p.entry desc`.execute(db);
  return rows.map(({ entry, replaced_by, at, reason, said, document }) => ({
    entry,
    replacedBy: replaced_by,
    at,
    reason,
    said: said === null ? null : JSON.parse(said),
    findings: JSON.parse(document),
  }));
}
