/** Reports: which filters there are, the row that a list shows, and one report as a whole. */

import { type RawBuilder, sql } from 'kysely';
import { bandsOf } from '../../../journey/4-corroborate/pictures.ts';
import type { ReadReport } from '../../../journey/7-record/change.ts';
import type { RecordedRefusal } from '../../../journey/7-record/refusal.ts';
import type { CodedReport } from '../../../model/coded-report.ts';
import type { CorroboratedReport } from '../../../model/corroborated-report.ts';
import type { Page, PageRequest, ReportFilter, ReportRow, StoredReport } from '../lists.ts';
import type { ReportItem } from '../rows/report-rows.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor } from './cursor.ts';
import { matchesWords } from './words.ts';

interface ListedRow {
  id: string;
  key: string;
  item: JsonText;
  incidents: number | null;
  statements: number | null;
  story: string | null;
  origin: string | null;
  illustrative: boolean;
  refusal: JsonText | null;
}

const NEWEST = sql`coalesce(r.published, '-infinity')`;
const LISTED = sql`
  select r.id, ${NEWEST}::text as key, r.item, d.incidents, d.statements, s.story, s.origin, c.illustrative,
    (select f.document from refusals f where f.report = r.id order by f.at desc, f.id desc limit 1) as refusal
  from reports r join captures c on c.sha256 = r.capture
    left join codings d on d.report = r.id left join corroborations s on s.report = r.id`;

export async function listReports(db: Db, filter: ReportFilter, page: PageRequest): Promise<Page<ReportRow>> {
  const after = readCursor(page, 'reports', 2);
  const limit = limitOf(page);
  const { rows } = await sql<ListedRow>`${LISTED}
    where ${reportConditions(filter)}${after === null ? sql`` : sql` and (${NEWEST}, r.id) < (${after[0]}::timestamp, ${after[1]})`}
    order by ${NEWEST} desc, r.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, 'reports', (row) => [row.key, row.id], reportRowOf);
}

export async function countReports(db: Db, filter: ReportFilter, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from reports r where ${reportConditions(filter)} limit ${limit}) as matching`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function reportRows(db: Db, ids: readonly string[]): Promise<ReportRow[]> {
  const { rows } = await sql<ListedRow>`${LISTED} where r.id = any(${ids}::text[]) order by r.id`.execute(db);
  return rows.map(reportRowOf);
}

function reportConditions(filter: ReportFilter): RawBuilder<unknown> {
  const parts = [
    filter.from === undefined ? undefined : sql`r.published >= ${filter.from}::timestamp`,
    filter.to === undefined
      ? undefined
      : sql`${NEWEST} < ${filter.to}::timestamp + interval '1 day' and r.published is not null`,
    filter.source && sql`r.source = any(${filter.source}::text[])`,
    filter.story === undefined
      ? undefined
      : sql`r.id in (select report from corroborations where story = ${filter.story})`,
    filter.q === undefined ? undefined : (matchesWords('r.plain_text', filter.q) ?? sql`false`),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function reportRowOf(row: ListedRow): ReportRow {
  const item: ReportItem = JSON.parse(row.item);
  const refusal: RecordedRefusal | null = row.refusal === null ? null : JSON.parse(row.refusal);
  return {
    id: row.id,
    ...item,
    incidents: row.incidents ?? 0,
    statements: row.statements ?? 0,
    story: row.story,
    origin: row.origin,
    illustrative: row.illustrative,
    refusal: refusal === null ? null : { code: refusal.code, message: refusal.message },
  };
}

interface WholeRow {
  report: JsonText;
  capture: JsonText;
  coding: JsonText | null;
  corroboration: JsonText | null;
}

export async function storedReport(db: Db, id: string): Promise<StoredReport | null> {
  const { rows } = await sql<WholeRow>`
    select r.document as report, c.document as capture, d.document as coding, s.document as corroboration
    from reports r join captures c on c.sha256 = r.capture
      left join codings d on d.report = r.id left join corroborations s on s.report = r.id
    where r.id = ${id}`.execute(db);
  const [whole] = rows;
  const [row] = await reportRows(db, [id]);
  if (whole === undefined || row === undefined) return null;
  const read: ReadReport = JSON.parse(whole.report);
  return {
    report: read.report,
    row,
    capture: JSON.parse(whole.capture),
    coding: whole.coding === null ? null : JSON.parse(whole.coding),
    corroboration: whole.corroboration === null ? null : JSON.parse(whole.corroboration),
    refusals: await refusalsOfReport(db, id),
  };
}

async function refusalsOfReport(db: Db, report: string): Promise<RecordedRefusal[]> {
  const { rows } = await sql<{ document: JsonText }>`
    select document from refusals where report = ${report} order by at desc, id desc`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

export async function storedCodings(db: Db, ids: readonly string[]): Promise<CodedReport[]> {
  const { rows } = await sql<{ document: JsonText }>`
    select document from codings where report = any(${ids}::text[]) order by report`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

export async function storedCorroborations(db: Db, reports: readonly string[]): Promise<CorroboratedReport[]> {
  const { rows } = await sql<{ document: JsonText }>`
    select document from corroborations where report = any(${reports}::text[]) order by report`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

/** So many reports that share a part of a picture are looked at: a logo is in more. */
const WITH_PICTURES_AT_MOST = 400;

/** Reports with a picture that may be one of those that look so: they share a part of it. */
export async function reportsWithPictures(db: Db, looks: readonly string[]): Promise<string[]> {
  if (looks.length === 0) return [];
  const asked = JSON.stringify(looks.flatMap(bandsOf));
  const { rows } = await sql<{ report: string }>`
    select distinct b.report from json_to_recordset(${asked}::json) as q(band integer, digits text)
      join picture_bands b on b.band = q.band and b.digits = q.digits
    order by b.report limit ${WITH_PICTURES_AT_MOST}`.execute(db);
  return rows.map(({ report }) => report);
}
