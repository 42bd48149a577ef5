/** Lists of statements: who said what to whom, and by when it is due. */

import { type RawBuilder, sql } from 'kysely';
import type { Page, PageRequest, StatementFilter, StatementRow } from '../lists.ts';
import type { ReportItem } from '../rows/report-rows.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor } from './cursor.ts';
import { matchesWords } from './words.ts';

interface ListedRow {
  report: string;
  id: string;
  key: string;
  item: JsonText;
  report_item: JsonText;
  illustrative: boolean;
}

const NEWEST = sql`coalesce(s.said, '-infinity')`;

export async function listStatements(db: Db, filter: StatementFilter, page: PageRequest): Promise<Page<StatementRow>> {
  const after = readCursor(page, 'statements', 3);
  const limit = limitOf(page);
  const { rows } = await sql<ListedRow>`
    select s.report, s.id, ${NEWEST}::text as key, s.item, r.item as report_item, c.illustrative
    from statements s join reports r on r.id = s.report join captures c on c.sha256 = r.capture
    where ${statementConditions(filter)}${
      after === null
        ? sql``
        : sql` and (${NEWEST}, s.report, s.id) < (${after[0]}::timestamp, ${after[1]}, ${after[2]})`
    }
    order by ${NEWEST} desc, s.report desc, s.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, 'statements', (row) => [row.key, row.report, row.id], statementRowOf);
}

function statementConditions(filter: StatementFilter): RawBuilder<unknown> {
  const parts = [
    filter.from === undefined ? undefined : sql`s.said >= ${filter.from}::timestamp`,
    filter.to === undefined
      ? undefined
      : sql`${NEWEST} < ${filter.to}::timestamp + interval '1 day' and s.said is not null`,
    filter.kind && sql`s.kind = any(${filter.kind}::text[])`,
    filter.speaker && sql`s.speaker = any(${filter.speaker}::text[])`,
    filter.only && sql`s.report = ${filter.only.report} and s.id = ${filter.only.statement}`,
    filter.withDeadline === true ? sql`s.has_deadline` : undefined,
    filter.q === undefined ? undefined : (matchesWords('s.plain_text', filter.q) ?? sql`false`),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function statementRowOf(row: ListedRow): StatementRow {
  const item: Omit<StatementRow, 'report'> = JSON.parse(row.item);
  const { title, source, published }: ReportItem = JSON.parse(row.report_item);
  return { report: { id: row.report, title, source, published, illustrative: row.illustrative }, ...item };
}
