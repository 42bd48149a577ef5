/** Compares rows that hang on others with what the documents of those say: bytes, statements, links, findings, determinations. */
import { sql } from 'kysely';
import type { Capture } from '../../journey/7-record/capture.ts';
import { sealHash } from '../../journey/7-record/sealed.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import { sha256 } from '../sha-256.ts';
import { StoreError } from './errors.ts';
import { type Context, childRows, columnsFault, compareChildren, type FoundRow } from './found-rows.ts';
import { allDecisions } from './queries/ledger.ts';
import { findingRow, linkRows, strongestOutcome } from './rows/incident-rows.ts';
import { determinationRows } from './rows/ledger-rows.ts';
import { pictureBandRows, statementRows } from './rows/report-rows.ts';
import type { Db } from './schema.ts';
import type { Reporter } from './verification.ts';

export async function checkBytes(_db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
  for (const row of page) {
    const key = String(row.sha256);
    try {
      const bytes = await context.files.read(key);
      const { length }: Capture = JSON.parse(String(row.document));
      if (bytes.length !== length)
        context.report({
          kind: 'altered',
          where: 'captures',
          key,
          message: `expected ${length} bytes, found ${bytes.length}`,
        });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      context.report({
        kind: error.code === 'store/damaged' ? 'altered' : 'missing',
        where: 'capture bytes',
        key,
        message: error.message,
      });
    }
  }
}

export async function checkStatements(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
  const found = await childRows(
    db,
    'statements',
    'report',
    page.map((row) => String(row.report)),
  );
  for (const row of page) {
    const coding: CodedReport = JSON.parse(String(row.document));
    compareChildren(
      'statements',
      (one) => `${one.report}/${one.id}`,
      statementRows(coding),
      found.get(String(row.report)) ?? [],
      context,
    );
  }
}

export async function checkPictures(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
  const reports = page.map((row) => String(row.report));
  const found = await childRows(db, 'picture_bands', 'report', reports);
  for (const row of page) {
    const coding: CodedReport = JSON.parse(String(row.document));
    compareChildren(
      'picture_bands',
      (one) => `${one.report} ${one.look} ${one.band}`,
      pictureBandRows(coding),
      found.get(String(row.report)) ?? [],
      context,
    );
  }
}

export async function checkLinks(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
  const found = await childRows(
    db,
    'incident_links',
    'incident',
    page.map((row) => String(row.id)),
  );
  for (const row of page) {
    const incident: Incident = JSON.parse(String(row.document));
    compareChildren(
      'incident_links',
      (one) => `${one.report}#${one.coded} of ${one.incident}`,
      linkRows(incident),
      found.get(incident.id) ?? [],
      context,
    );
  }
}

export async function checkFindings(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
  const found = await childRows(
    db,
    'findings',
    'incident',
    page.map((row) => String(row.id)),
  );
  for (const row of page) {
    const id = String(row.id);
    const findings = soundFindings(id, found.get(id) ?? [], context);
    if (findings === null) continue;
    const strongest = strongestOutcome(findings);
    if (row.outcome !== strongest)
      context.report({
        kind: 'altered',
        where: 'incidents',
        key: id,
        message: `column outcome: expected ${strongest}, found ${row.outcome}`,
      });
  }
}

/** The findings of an incident when they are those that were sealed: one list, in the order of clauses. */
function soundFindings(
  incident: string,
  rows: readonly FoundRow[],
  { bodies, seen, report }: Context,
): Finding[] | null {
  const expected = bodies.get(`findings:${incident}`) ?? null;
  seen.add(`findings:${incident}`);
  const inOrder = rows.toSorted((a, b) => (`${a.agreement}\n${a.clause}` < `${b.agreement}\n${b.clause}` ? -1 : 1));
  const found =
    rows.length === 0 ? null : sealHash(sha256, `[${inOrder.map((row) => String(row.document)).join(',')}]`);
  if (found !== expected) {
    const kind = expected === null ? 'added' : found === null ? 'missing' : 'altered';
    report({
      kind,
      where: 'findings',
      key: incident,
      message: `the ledger holds ${expected}, the ${rows.length} documents give ${found}`,
    });
    return null;
  }
  return inOrder.map((row) => {
    const finding: Finding = JSON.parse(String(row.document));
    const fault = columnsFault(findingRow(finding, String(row.document)), row);
    if (fault !== null)
      report({
        kind: 'altered',
        where: 'findings',
        key: `${incident} ${finding.agreement}/${finding.clause}`,
        message: fault,
      });
    return finding;
  });
}

/** What people found stands in their decisions, which have just been compared with the ledger. */
export async function checkDeterminations(db: Db, context: Context): Promise<void> {
  const { rows } = await sql<FoundRow>`
    select decision, incident, agreement, clause, finds, in_force from determinations order by decision`.execute(db);
  context.rows += rows.length;
  compareChildren(
    'determinations',
    (row) => String(row.decision),
    determinationRows(await allDecisions(db)),
    rows,
    context,
  );
}

/** Rows that hang on nothing: only possible once somebody has removed the references between the tables. */
export async function checkOrphans(db: Db, report: Reporter): Promise<void> {
  const orphans = [
    { table: 'statements', key: 'report', parent: 'codings', parentKey: 'report' },
    { table: 'incident_links', key: 'incident', parent: 'incidents', parentKey: 'id' },
    { table: 'findings', key: 'incident', parent: 'incidents', parentKey: 'id' },
  ];
  for (const { table, key, parent, parentKey } of orphans) {
    const { rows } = await sql<{ key: string }>`select distinct c.${sql.ref(key)} as key from ${sql.table(table)} c
      where not exists (select from ${sql.table(parent)} p where p.${sql.ref(parentKey)} = c.${sql.ref(key)}) limit 100`.execute(
      db,
    );
    for (const row of rows)
      report({ kind: 'added', where: table, key: row.key, message: `its row in ${parent} is not there` });
  }
}
