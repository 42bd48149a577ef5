/** Lists of findings, and the counts per agreement and clause. */

import { sql } from 'kysely';
import type { Finding } from '../../../model/finding.ts';
import type { Page, PageRequest } from '../lists.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor } from './cursor.ts';

export interface FindingFilter {
  agreement?: string;
  clause?: string;
  outcome?: readonly Finding['outcome'][];
  /** Actor ids, any of whom its conduct is. */
  party?: readonly string[];
}

export type OutcomeCounts = Partial<Record<Finding['outcome'], number>>;

export interface AgreementCounts {
  agreement: string;
  findings: OutcomeCounts;
  clauses: { clause: string; findings: OutcomeCounts }[];
}

export async function listFindings(db: Db, filter: FindingFilter, page: PageRequest): Promise<Page<Finding>> {
  const after = readCursor(page, 'findings', 3);
  const limit = limitOf(page);
  const parts = [
    filter.agreement === undefined ? undefined : sql`agreement = ${filter.agreement}`,
    filter.clause === undefined ? undefined : sql`clause = ${filter.clause}`,
    filter.outcome && sql`outcome = any(${filter.outcome}::text[])`,
    filter.party && sql`bearers && ${filter.party}::text[]`,
    after && sql`(agreement, clause, incident) > (${after[0]}, ${after[1]}, ${after[2]})`,
  ].filter((part) => part !== undefined && part !== null);
  const { rows } = await sql<{ agreement: string; clause: string; incident: string; document: JsonText }>`
    select agreement, clause, incident, document from findings
    where ${parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)}
    order by agreement, clause, incident limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'findings',
    (row) => [row.agreement, row.clause, row.incident],
    (row): Finding => JSON.parse(row.document),
  );
}

export async function findingsFor(db: Db, incidents: readonly string[]): Promise<Finding[]> {
  const { rows } = await sql<{ document: JsonText }>`
    select document from findings where incident = any(${incidents}::text[]) order by incident, agreement, clause`.execute(
    db,
  );
  return rows.map(({ document }) => JSON.parse(document));
}

/** Findings under an agreement about the conduct of any of these actors, by outcome. */
export async function outcomesOf(db: Db, agreement: string, party: readonly string[]): Promise<OutcomeCounts> {
  const { rows } = await sql<{ outcome: Finding['outcome']; count: number }>`
    select outcome, count(*) as count from findings where agreement = ${agreement} and bearers && ${party}::text[]
    group by outcome order by outcome`.execute(db);
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

export async function agreementCounts(db: Db): Promise<AgreementCounts[]> {
  const { rows } = await sql<{ agreement: string; clause: string; outcome: Finding['outcome']; count: number }>`
    select agreement, clause, outcome, count(*) as count from findings
    group by agreement, clause, outcome order by agreement, clause, outcome`.execute(db);
  const agreements = new Map<string, { findings: OutcomeCounts; clauses: Map<string, OutcomeCounts> }>();
  for (const { agreement, clause, outcome, count } of rows) {
    const counts = agreements.get(agreement) ?? { findings: {}, clauses: new Map<string, OutcomeCounts>() };
    const ofClause = counts.clauses.get(clause) ?? {};
    counts.findings[outcome] = (counts.findings[outcome] ?? 0) + count;
    ofClause[outcome] = count;
    counts.clauses.set(clause, ofClause);
    agreements.set(agreement, counts);
  }
  return [...agreements].map(([agreement, { findings, clauses }]) => ({
    agreement,
    findings,
    clauses: [...clauses].map(([clause, counts]) => ({ clause, findings: counts })),
  }));
}
