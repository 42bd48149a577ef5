/** What the situation page shows at a glance: points of the map, days of the timeline, counts of each filter. */

import { sql } from 'kysely';
import type { Finding } from '../../../model/finding.ts';
import type { Incident } from '../../../model/incident.ts';
import type { IncidentFilter } from '../lists.ts';
import type { Db } from '../schema.ts';
import { incidentConditions } from './incident-conditions.ts';
import { knownLeast } from './tally-sql.ts';

export interface MapPoint {
  id: string;
  type: Incident['type'];
  latitude: number;
  longitude: number;
  /** Gazetteer id, name, ISO country and first-order division of the place, for areas drawn on the map. */
  place: string | null;
  name: string | null;
  country: string | null;
  admin1: string | null;
  precision: NonNullable<Incident['place']>['precision'];
  radiusKm: number | null;
  /** UTC instant or day; null when undated. */
  start: string | null;
  killedMin: number | null;
  killedMax: number | null;
  outcome: Finding['outcome'] | null;
  aggregate: boolean;
}

interface Range {
  min: number;
  best: number | null;
  max: number | null;
}

export interface Summary {
  incidents: number;
  undated: number;
  unplaced: number;
  illustrative: boolean;
  period: { first: string | null; last: string | null };
  /** Over completed single events that are asserted or alleged; totals over several events are never in it. */
  killed: Range;
  days: { day: string; incidents: number; killed: Range /** Reports published that day. */; reporting: number }[];
  types: { id: string; incidents: number }[];
  parties: { id: string; incidents: number }[];
  outcomes: { id: string; incidents: number }[];
  /** `agreement/clause`. */
  clauses: { id: string; incidents: number }[];
}

export async function mapPoints(db: Db, filter: IncidentFilter, limit: number): Promise<MapPoint[]> {
  const { rows } = await sql<Omit<MapPoint, 'latitude' | 'longitude'> & { latitude: number; longitude: number }>`
    select i.id, i.type, i.latitude, i.longitude, i.item->'place'->>'place' as place, i.item->'place'->>'name' as name,
      i.item->'place'->>'country' as country, i.item->'place'->>'admin1' as admin1, i.place_precision as precision, i.place_radius_km as "radiusKm",
      i.time_start as start, i.killed_min as "killedMin", i.killed_max as "killedMax", i.outcome, i.aggregate
    from incidents i where ${incidentConditions(filter)} and i.latitude is not null and i.longitude is not null
    order by coalesce(i.time_start, '-infinity') desc, i.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Counted are events held to have happened; a range whose upper end is open in one of them is open as a whole. */
const COUNTED = sql`i.completed and not i.aggregate and i.modality in ('asserted', 'alleged') and (${knownLeast('killed', 'i.')}) is not null`;
const KILLED = sql`
  coalesce(sum(i.killed_min) filter (where ${COUNTED}), 0) as min,
  sum(coalesce(i.killed_best, i.killed_min)) filter (where ${COUNTED}) as best,
  case when bool_or(i.killed_max is null) filter (where ${COUNTED}) then null
    else coalesce(sum(i.killed_max) filter (where ${COUNTED}), 0) end as max`;

interface TotalRow extends Range {
  incidents: number;
  undated: number;
  unplaced: number;
  first: string | null;
  last: string | null;
}

export async function summarize(db: Db, filter: IncidentFilter): Promise<Summary> {
  const where = incidentConditions(filter);
  const { rows } = await sql<TotalRow>`
    select count(*) as incidents, count(*) filter (where i.period is null) as undated,
      count(*) filter (where i.latitude is null) as unplaced,
      min(i.time_start) as first, max(coalesce(i.time_end, i.time_start)) as last, ${KILLED}
    from incidents i where ${where}`.execute(db);
  const [total] = rows;
  if (total === undefined) throw new Error('unreachable: an aggregate without groups has one row');
  return {
    incidents: total.incidents,
    undated: total.undated,
    unplaced: total.unplaced,
    illustrative: await anyIllustrative(db),
    period: { first: total.first, last: total.last },
    killed: { min: total.min, best: total.best, max: total.max },
    days: await days(db, filter),
    types: await facet(db, sql`select i.type as id from incidents i where ${where}`),
    parties: await facet(db, sql`select unnest(i.accused) as id from incidents i where ${where}`),
    outcomes: await facet(db, sql`select coalesce(i.outcome, 'not-assessed') as id from incidents i where ${where}`),
    clauses: await facet(
      db,
      sql`select f.agreement || '/' || f.clause as id from incidents i join findings f on f.incident = i.id where ${where}`,
    ),
  };
}

async function facet(db: Db, ids: ReturnType<typeof sql>): Promise<{ id: string; incidents: number }[]> {
  const { rows } = await sql<{ id: string; incidents: number }>`
    select id, count(*) as incidents from (${ids}) as named group by id order by incidents desc, id limit 200`.execute(
    db,
  );
  return rows;
}

/** Whether anything at all in the store was written for demonstration. */
export async function anyIllustrative(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from captures where illustrative) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/**
 * Days on which an incident happened or a report came out: a day without reports is no day of calm. The day is the local one
 * that the report gives. Incidents known only to a longer span, and totals over several events, belong to no single day.
 */
async function days(db: Db, filter: IncidentFilter): Promise<Summary['days']> {
  const { rows } = await sql<{ day: string; incidents: number | null; reporting: number | null } & Range>`
    select to_char(coalesce(happened.day, published.day), 'YYYY-MM-DD') as day,
      incidents, reporting, coalesce(min, 0) as min, best, case when incidents is null then 0 else max end as max
    from (select i.day, count(*) as incidents, ${KILLED}
        from incidents i where ${incidentConditions(filter)} and i.day is not null and not i.aggregate group by 1) as happened
      full join (select date_trunc('day', r.published) as day, count(*) as reporting
        from reports r where r.published is not null
          and r.published >= coalesce(${filter.from ?? null}::timestamp, '-infinity')
          and r.published < coalesce(${filter.to ?? null}::timestamp + interval '1 day', 'infinity') group by 1) as published
      on happened.day = published.day
    order by 1`.execute(db);
  return rows.map(({ day, incidents, reporting, min, best, max }) => ({
    day,
    incidents: incidents ?? 0,
    killed: { min, best, max },
    reporting: reporting ?? 0,
  }));
}
