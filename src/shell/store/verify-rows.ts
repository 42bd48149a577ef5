/** Compares every row of state with what its entry says, and every column with what its document says. */

import { sql } from 'kysely';
import type { Capture } from '../../journey/7-record/capture.ts';
import { sealHash } from '../../journey/7-record/sealed.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import type { CaptureFiles } from './capture-files.ts';
import { StoreError } from './errors.ts';
import { sha256 } from './ledger-log.ts';
import { allDecisions } from './queries/ledger.ts';
import { findingRow, incidentRow, linkRows, strongestOutcome } from './rows/incident-rows.ts';
import { decisionRow, determinationRows, refusalRow } from './rows/ledger-rows.ts';
import { listRow } from './rows/list-rows.ts';
import { captureRow, codingRow, corroborationRow, reportRow, statementRows } from './rows/report-rows.ts';
import { COLUMN_TYPES, type Db, type JsonText, type TableName } from './schema.ts';
import type { Reporter } from './verification.ts';

/** Rows as they come from the database, before anything is believed about them. */
type FoundRow = Record<string, unknown>;

interface TableCheck {
  table: TableName;
  key: string;
  /** Topic of the subjects that the ledger knows the rows by. */
  topic: string;
  /** The row as the document says it is. */
  rowOf(document: JsonText): object;
  /** Rows of other tables that hang on a page of these. */
  children?(db: Db, page: readonly FoundRow[], context: Context): Promise<void>;
}

interface Context {
  bodies: ReadonlyMap<string, string>;
  seen: Set<string>;
  report: Reporter;
  files: CaptureFiles;
  rows: number;
}

/** JSON.parse answers for the shape here: the hash of the document has just been found to be the sealed one. */
const TABLES: readonly TableCheck[] = [
  {
    table: 'captures',
    key: 'sha256',
    topic: 'capture',
    rowOf: (json) => captureRow(JSON.parse(json), json),
    children: checkBytes,
  },
  { table: 'reports', key: 'id', topic: 'report', rowOf: (json) => reportRow(JSON.parse(json), json) },
  {
    table: 'codings',
    key: 'report',
    topic: 'coding',
    rowOf: (json) => codingRow(JSON.parse(json), json),
    children: checkStatements,
  },
  {
    table: 'corroborations',
    key: 'report',
    topic: 'corroboration',
    rowOf: (json) => corroborationRow(JSON.parse(json), json),
  },
  {
    table: 'incidents',
    key: 'id',
    topic: 'incident',
    rowOf: (json) => incidentRow(JSON.parse(json), json),
    children: checkLinks,
  },
  { table: 'refusals', key: 'id', topic: 'refusal', rowOf: (json) => refusalRow(JSON.parse(json), json) },
  { table: 'lists', key: 'id', topic: 'list', rowOf: (json) => listRow(JSON.parse(json), json) },
  { table: 'decisions', key: 'id', topic: 'decision', rowOf: (json) => decisionRow(JSON.parse(json), json) },
];

const TABLE_OF_TOPIC: Record<string, string> = {
  ...Object.fromEntries(TABLES.map(({ topic, table }) => [topic, table])),
  findings: 'findings',
};

export async function verifyRows(
  db: Db,
  files: CaptureFiles,
  bodies: ReadonlyMap<string, string>,
  report: Reporter,
): Promise<{ rows: number; unrecordedFiles: number }> {
  const context: Context = { bodies, seen: new Set(), report, files, rows: 0 };
  for (const check of TABLES) {
    for await (const page of pagesOf(db, check)) {
      context.rows += page.length;
      const sound = page.filter((row) => isSound(check, row, context));
      await check.children?.(db, sound, context);
      if (check.table === 'incidents') await checkFindings(db, page, context);
    }
  }
  await checkReplaced(db, context);
  await checkDeterminations(db, context);
  await checkPastFindings(db, context);
  await checkOrphans(db, report);
  for (const subject of bodies.keys()) {
    if (context.seen.has(subject)) continue;
    const topic = subject.slice(0, subject.indexOf(':'));
    const where = TABLE_OF_TOPIC[topic] ?? topic;
    report({
      kind: 'missing',
      where,
      key: subject.slice(topic.length + 1),
      message: 'the ledger holds it, the table does not',
    });
  }
  const unrecordedFiles = files.list().filter((file) => !bodies.has(`capture:${file}`)).length;
  return { rows: context.rows, unrecordedFiles };
}

const PAGE = 500;

async function* pagesOf(db: Db, { table, key }: Pick<TableCheck, 'table' | 'key'>): AsyncGenerator<FoundRow[]> {
  const columns = sql.join(Object.keys(COLUMN_TYPES[table]).map((column) => sql.ref(column)));
  let last: unknown = null;
  while (true) {
    const { rows }: { rows: FoundRow[] } = await sql<FoundRow>`select ${columns} from ${sql.table(table)}
      where ${last === null ? sql`true` : sql`${sql.ref(key)} > ${last}`} order by ${sql.ref(key)} limit ${PAGE}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.[key];
    if (rows.length < PAGE) return;
  }
}

/** Whether the row is the one that was sealed; only then may its document be read. */
function isSound(check: TableCheck, row: FoundRow, { bodies, seen, report }: Context): boolean {
  const key = String(row[check.key]);
  const subject = `${check.topic}:${key}`;
  const document = String(row.document);
  const expected = bodies.get(subject);
  seen.add(subject);
  const found = sealHash(sha256, document);
  if (expected === undefined)
    report({ kind: 'added', where: check.table, key, message: 'no entry of the ledger tells of it' });
  else if (found !== expected)
    report({
      kind: 'altered',
      where: check.table,
      key,
      message: `the ledger holds ${expected}, the document gives ${found}`,
    });
  if (found !== expected) return false;
  const fault = columnsFault(check.rowOf(document), row);
  if (fault !== null) report({ kind: 'altered', where: check.table, key, message: fault });
  return true;
}

/** The first column that is not what the document says; null when all are. */
function columnsFault(expected: object, found: FoundRow): string | null {
  for (const [column, value] of Object.entries(expected)) {
    if (JSON.stringify(found[column]) !== JSON.stringify(value)) {
      return `column ${column}: expected ${shortened(value)}, found ${shortened(found[column])}`;
    }
  }
  return null;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}

async function checkBytes(_db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
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

async function checkStatements(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
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

async function checkLinks(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
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

async function checkFindings(db: Db, page: readonly FoundRow[], context: Context): Promise<void> {
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

async function childRows(
  db: Db,
  table: TableName,
  parent: string,
  keys: readonly string[],
): Promise<Map<string, FoundRow[]>> {
  const columns = sql.join(Object.keys(COLUMN_TYPES[table]).map((column) => sql.ref(column)));
  const { rows } =
    await sql<FoundRow>`select ${columns} from ${sql.table(table)} where ${sql.ref(parent)} = any(${keys}::text[])`.execute(
      db,
    );
  return Map.groupBy(rows, (row) => String(row[parent]));
}

function compareChildren(
  where: string,
  keyOf: (row: FoundRow) => string,
  expected: readonly object[],
  found: readonly FoundRow[],
  { report }: Context,
): void {
  const rest = new Map(found.map((row) => [keyOf(row), row]));
  for (const row of expected) {
    const key = keyOf({ ...row });
    const stored = rest.get(key);
    const fault = stored === undefined ? null : columnsFault(row, stored);
    if (stored === undefined)
      report({ kind: 'missing', where, key, message: 'the document says it, the table does not' });
    else if (fault !== null) report({ kind: 'altered', where, key, message: fault });
    rest.delete(key);
  }
  for (const key of rest.keys()) report({ kind: 'added', where, key, message: 'the document does not say it' });
}

/** Past states are sealed by older entries than the last of their subject: each must be what its entry holds the hash of. */
async function checkReplaced(db: Db, context: Context): Promise<void> {
  const { rows } = await sql<{
    decision: string;
    incident: string;
    entry: number;
    document: string;
    body: string | null;
  }>`
    select r.decision, r.incident, r.entry, r.document, e.body from replaced_incidents r
      left join entries e on e.index = r.entry and e.subject = 'incident:' || r.incident
    order by r.decision, r.incident`.execute(db);
  context.rows += rows.length;
  for (const { decision, incident, entry, document, body } of rows) {
    if (sealHash(sha256, document) === body) continue;
    const message = `entry ${entry} of the ledger holds ${body}, the document gives ${sealHash(sha256, document)}`;
    context.report({ kind: 'altered', where: 'replaced_incidents', key: `${decision} ${incident}`, message });
  }
}

async function checkPastFindings(db: Db, context: Context): Promise<void> {
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

/** What people found stands in their decisions, which have just been compared with the ledger. */
async function checkDeterminations(db: Db, context: Context): Promise<void> {
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
async function checkOrphans(db: Db, report: Reporter): Promise<void> {
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
