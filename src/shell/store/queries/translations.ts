/** Which stored reports share what a translation keeps: days, places, figures and names, as numbers. */
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** So many reports that share marks with one are looked at, those that share most first. */
const SHARING_AT_MOST = 40;

/** Languages of the stored reports, one look into the index for each. */
export async function markedLanguages(db: Db): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    with recursive known as (
      (select language from translation_marks order by language limit 1)
      union all
      select (select t.language from translation_marks t where t.language > known.language order by t.language limit 1)
        from known where known.language is not null)
    select language from known where language is not null`.execute(db);
  return rows.map(({ language }) => language);
}

/** For each list of marks, the reports that hold some of them. */
export async function reportsWithMarks(db: Db, sought: readonly (readonly number[])[]): Promise<string[]> {
  if (sought.length === 0) return [];
  const asked = JSON.stringify(sought.map((marks) => ({ marks })));
  const { rows } = await sql<{ report: string }>`
    select distinct found.report from json_to_recordset(${asked}::json) as q(marks integer[]) cross join lateral (
      select t.report from translation_marks t where t.marks && q.marks
      order by (select count(*) from unnest(t.marks) as mark where mark = any(q.marks)) desc, t.report
      limit ${SHARING_AT_MOST}) as found
    order by found.report`.execute(db);
  return rows.map(({ report }) => report);
}
