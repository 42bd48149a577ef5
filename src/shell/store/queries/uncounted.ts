/** What counts do not say by themselves: incidents left out of them, how many sources were alive, how often a party is named. */
import { sql } from 'kysely';
import type { IncidentFilter } from '../lists.ts';
import type { Db } from '../schema.ts';
import { incidentConditions } from './incident-conditions.ts';
import { readyScope, refreshTallies } from './kept-tallies.ts';
import { WHY_LEFT_OUT } from './tally-sql.ts';

export interface LeftOut {
  why: 'total' | 'not-completed' | 'denied' | 'threatened' | 'planned' | 'hypothetical';
  incidents: number;
}

/** What matches and is not counted, by the first reason that holds. */
export async function leftOut(db: Db, filter: IncidentFilter): Promise<LeftOut[]> {
  const scope = readyScope(filter);
  if (scope === null) {
    const { rows } = await sql<LeftOut>`
      select ${WHY_LEFT_OUT} as why, count(*) as incidents
      from incidents i where not i.counted and ${incidentConditions(filter)} group by 1 order by 1`.execute(db);
    return rows;
  }
  await refreshTallies(db);
  const { rows } = await sql<LeftOut>`
    select key as why, incidents from tallies
    where scope = ${scope} and dimension = 'left-out' and status is null order by key`.execute(db);
  return rows;
}

export interface ExposureDay {
  day: string;
  /** Reports published that day, by anyone. */
  reports: number;
  /** Outlets that published that day, among those that ever reported an incident that matches. */
  sources: number;
}

/**
 * Who could have told of it: the outlets behind the matching incidents, and on which days they published anything at all. A
 * report without a named outlet is one of its own. A day on which none of them published is not a day of calm.
 */
export async function exposure(db: Db, filter: IncidentFilter): Promise<{ sources: number; days: ExposureDay[] }> {
  await refreshTallies(db);
  const scope = readyScope(filter);
  const there =
    scope === null
      ? sql`select distinct coalesce(r.source, 'report ' || r.id) as source from reports r join incident_links l on l.report = r.id
          where l.incident in (select i.id from incidents i where ${incidentConditions(filter)})`
      : sql`select key as source from tallies where scope = ${scope} and dimension = 'source' and status is null`;
  const { rows } = await sql<ExposureDay & { known: number }>`
    with there as materialized (${there})
    select d.day, sum(d.reports) as reports, count(t.source) as sources, (select count(*) from there) as known
    from source_days d left join there t on t.source = d.source
    where d.day >= ${filter.from ?? ''} and (${filter.to ?? null}::text is null or d.day <= ${filter.to ?? null})
    group by d.day order by d.day`.execute(db);
  return { sources: rows[0]?.known ?? 0, days: rows.map(({ day, reports, sources }) => ({ day, reports, sources })) };
}

export interface ActorCounts {
  actor: string;
  incidents: number;
  statements: number;
}

export async function actorCounts(db: Db): Promise<ActorCounts[]> {
  const { rows } = await sql<ActorCounts>`
    select actor, sum(incidents) as incidents, sum(statements) as statements from (
      select a.actor, count(*) as incidents, 0 as statements from incidents i, unnest(i.accused) as a(actor)
        where i.counted group by a.actor
      union all select s.speaker, 0, count(*) from statements s where s.speaker is not null group by s.speaker) as counted
    group by actor order by actor`.execute(db);
  return rows.map(({ actor, incidents, statements }) => ({
    actor,
    incidents: Number(incidents),
    statements: Number(statements),
  }));
}
