/** Compares every row of state with what its entry says, and every column with what its document says. */

import { sql } from 'kysely';
import { sealHash } from '../../journey/7-record/sealed.ts';
import { sha256 } from '../sha-256.ts';
import type { CaptureFiles } from './capture-files.ts';
import { type Context, columnsFault, type FoundRow } from './found-rows.ts';
import { incidentRow } from './rows/incident-rows.ts';
import { keyRow } from './rows/key-rows.ts';
import { decisionRow, refusalRow } from './rows/ledger-rows.ts';
import { listRow } from './rows/list-rows.ts';
import { captureRow, codingRow, corroborationRow, reportRow } from './rows/report-rows.ts';
import { COLUMN_TYPES, type Db, type JsonText, type TableName } from './schema.ts';
import type { Reporter } from './verification.ts';
import {
  checkBytes,
  checkDeterminations,
  checkFindings,
  checkLinks,
  checkOrphans,
  checkPictures,
  checkStatements,
} from './verify-children.ts';
import { checkPastFindings, checkReplaced } from './verify-past.ts';

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
    children: async (db, page, context) => {
      await checkStatements(db, page, context);
      await checkPictures(db, page, context);
    },
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
  { table: 'person_keys', key: 'fingerprint', topic: 'key', rowOf: (json) => keyRow(JSON.parse(json), json) },
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
