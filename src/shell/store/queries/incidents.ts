/** Incidents: which filters there are, the row that a list shows, lists in five orders, and one incident as a whole. */

import { type RawBuilder, sql } from 'kysely';
import type { Finding } from '../../../model/finding.ts';
import type { Incident } from '../../../model/incident.ts';
import type { IncidentFilter, IncidentRow, IncidentSort, Page, PageRequest, StoredIncident } from '../lists.ts';
import type { IncidentItem } from '../rows/incident-rows.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor, type SortKey } from './cursor.ts';
import { findingsFor } from './findings.ts';
import { incidentConditions, isClause } from './incident-conditions.ts';

/** What each order sorts by, as the indexes have it; the id makes it total. `cast` is the type of the cursor's value. */
const ORDERS: Record<IncidentSort, { key: RawBuilder<unknown>; cast: RawBuilder<unknown>; descending: boolean }> = {
  newest: { key: sql`coalesce(i.time_start, '-infinity')`, cast: sql`timestamp`, descending: true },
  oldest: { key: sql`coalesce(i.time_start, 'infinity')`, cast: sql`timestamp`, descending: false },
  killed: { key: sql`coalesce(i.killed_min, -1)`, cast: sql`double precision`, descending: true },
  origins: { key: sql`i.origins`, cast: sql`integer`, descending: true },
  disagreement: { key: sql`i.disagreement`, cast: sql`integer`, descending: true },
};

interface ListedRow {
  id: string;
  key: string | number;
  item: JsonText;
  outcome: Finding['outcome'] | null;
  illustrative: boolean;
  major: number;
  disclaimed: string[];
}

/**
 * Columns of a listed row but its sort key. An incident is illustrative when any report that it rests on is: asked as an
 * aggregate, because the planner would answer `exists` once for all incidents instead of for those on the page.
 */
const listed = (
  outcome: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`i.id, i.item, ${outcome} as outcome, i.disagreement / 1000 as major, i.disclaimed, coalesce(
  (select bool_or(c.illustrative) from incident_links l join reports r on r.id = l.report join captures c on c.sha256 = r.capture
    where l.incident = i.id), false) as illustrative`;

const LISTED = listed(sql`i.outcome`);

/** A list that is about one clause shows the outcome under it, which may be weaker than the strongest of all clauses. */
function shownOutcome({ clause }: IncidentFilter): RawBuilder<unknown> {
  const [only] = clause ?? [];
  if (only === undefined || clause?.length !== 1 || !only.includes('/')) return sql`i.outcome`;
  return sql`(select f.outcome from findings f where f.incident = i.id and ${isClause(only)})`;
}

export async function listIncidents(
  db: Db,
  filter: IncidentFilter,
  sort: IncidentSort,
  page: PageRequest,
): Promise<Page<IncidentRow>> {
  const { key, cast, descending } = ORDERS[sort];
  const after = readCursor(page, `incidents ${sort}`, 2);
  const limit = limitOf(page);
  const direction = descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<ListedRow>`
    select ${listed(shownOutcome(filter))}, ${key}::text as key from incidents i
    where ${incidentConditions(filter)}${after === null ? sql`` : sql` and (${key}, i.id) ${descending ? sql`<` : sql`>`} (${String(after[0])}::${cast}, ${after[1]})`}
    order by ${key} ${direction}, i.id ${direction} limit ${limit + 1}`.execute(db);
  const keyOf = (row: ListedRow): SortKey => [row.key, row.id];
  return pageOf(rows, limit, `incidents ${sort}`, keyOf, incidentRowOf);
}

export async function countIncidents(db: Db, filter: IncidentFilter, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from incidents i where ${incidentConditions(filter)} limit ${limit}) as matching`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function storedIncident(db: Db, id: string): Promise<StoredIncident | null> {
  const { rows } = await sql<Omit<ListedRow, 'key'> & { document: JsonText }>`
    select ${LISTED}, i.document from incidents i where i.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return { incident: JSON.parse(row.document), row: incidentRowOf(row), findings: await findingsFor(db, [id]) };
}

export async function incidentRows(db: Db, ids: readonly string[]): Promise<IncidentRow[]> {
  const { rows } = await sql<Omit<ListedRow, 'key'>>`
    select ${LISTED} from incidents i where i.id = any(${ids}::text[]) order by i.id`.execute(db);
  return rows.map(incidentRowOf);
}

function incidentRowOf({ id, item, outcome, illustrative, major, disclaimed }: Omit<ListedRow, 'key'>): IncidentRow {
  const listed: IncidentItem = JSON.parse(item);
  // Who is named only because he denies it is not shown as accused.
  const accused = listed.accused.filter(({ actor, name }) => !disclaimed.includes(actor ?? `name ${name}`));
  return { id, ...listed, accused, majorContradictions: major, outcome, illustrative };
}

export async function incidentsOf(db: Db, reports: readonly string[]): Promise<Incident[]> {
  const { rows } = await sql<{ document: JsonText }>`
    select i.document from incidents i
    where i.id in (select incident from incident_links where report = any(${reports}::text[])) order by i.id`.execute(
    db,
  );
  return rows.map(({ document }) => JSON.parse(document));
}

export async function reachableIncidents(
  db: Db,
  { types, clauses }: { types: readonly Incident['type'][]; clauses: readonly string[] },
  after: string | null,
  limit: number,
): Promise<Incident[]> {
  const under = clauses.map((clause) => {
    const slash = clause.indexOf('/');
    return { agreement: clause.slice(0, slash), clause: clause.slice(slash + 1) };
  });
  const start = after ?? '';
  // One page of each type and clause by its own index, and the first of all these: rows that cannot be reached are not read.
  const { rows } = await sql<{ document: JsonText }>`
    with reach as (
      select page.id from unnest(${types}::text[]) as t(type)
        cross join lateral (select id from incidents where type = t.type and id > ${start} order by id limit ${limit}) page
      union
      select page.incident from json_to_recordset(${JSON.stringify(under)}::json) as c(agreement text, clause text)
        cross join lateral (select f.incident from findings f
          where f.agreement = c.agreement and f.clause = c.clause and f.incident > ${start}
          order by f.incident limit ${limit}) page)
    select i.document from (select id from reach order by id limit ${limit}) next join incidents i on i.id = next.id
    order by i.id`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}
