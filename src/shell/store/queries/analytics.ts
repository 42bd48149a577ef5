/** Counts and harm ranges by every dimension, each with the incidents it was computed from. Measures are never mixed. */
import { type RawBuilder, sql } from 'kysely';
import type { HarmMeasure } from '../../../model/incident.ts';
import type { IncidentFilter } from '../lists.ts';
import type { Db } from '../schema.ts';
import { incidentConditions } from './incident-conditions.ts';

export const DIMENSIONS = ['all', 'type', 'party', 'clause', 'area', 'weapon', 'target', 'day'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `reported`: one origin; `corroborated`: two or more; `adjudicated`: a person determined it under a clause. */
export const EVIDENCE_STATUSES = ['reported', 'corroborated', 'adjudicated'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

export interface MeasureRange {
  min: number;
  best: number | null;
  /** Null = open above in at least one of the incidents. */
  max: number | null;
  /** Incidents that tell of this measure; the others say nothing of it, which is not zero. */
  incidents: number;
}

export interface Tally {
  dimension: Dimension;
  /** Empty for `all`; null for incidents of which it is not known. */
  key: string | null;
  /** Null = all statuses together. */
  status: EvidenceStatus | null;
  incidents: number;
  harm: Partial<Record<HarmMeasure, MeasureRange>>;
  /** The first of them by id, all of them when there are few. */
  ids: string[];
}

/** How many ids a figure names itself; its list gives the rest. */
export const IDS_NAMED = 20;

const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];
const column = (measure: HarmMeasure, bound: 'min' | 'best' | 'max'): RawBuilder<unknown> =>
  sql.ref(`${measure}_${bound}`);

const SUMS = sql.join(
  MEASURES.map(
    (measure) => sql`
    count(${column(measure, 'min')}) as ${sql.ref(`${measure}_n`)},
    sum(${column(measure, 'min')}) as ${sql.ref(`${measure}_low`)},
    sum(coalesce(${column(measure, 'best')}, ${column(measure, 'min')})) as ${sql.ref(`${measure}_mid`)},
    case when count(*) filter (where ${column(measure, 'min')} is not null and ${column(measure, 'max')} is null) = 0
      then sum(${column(measure, 'max')}) end as ${sql.ref(`${measure}_high`)}`,
  ),
  sql`, `,
);
const HARM_COLUMNS = sql.join(
  MEASURES.flatMap((measure) => (['min', 'best', 'max'] as const).map((bound) => column(measure, bound))),
  sql`, `,
);

type SumRow = {
  dimension: Dimension;
  key: string | null;
  status: EvidenceStatus | null;
  incidents: number;
  ids: string[];
} & Record<string, unknown>;

/** Only incidents that are held to have happened, once, are counted: see `counted` in the store's schema. */
export async function tallies(db: Db, filter: IncidentFilter): Promise<Tally[]> {
  const { rows } = await sql<SumRow>`
    with scoped as materialized (
      select i.id, i.type, i.accused, i.area, i.weapons, i.objects, to_char(i.day, 'YYYY-MM-DD') as day, ${HARM_COLUMNS},
        case when exists (select from determinations d where d.incident = i.id and d.in_force) then 'adjudicated'
          when i.origins >= 2 then 'corroborated' else 'reported' end as status
      from incidents i where i.counted and ${incidentConditions(filter)}),
    keyed as (
      select 'all' as dimension, '' as key, s.* from scoped s
      union all select 'type', s.type, s.* from scoped s
      union all select 'party', p.key, s.* from scoped s left join lateral unnest(s.accused) as p(key) on true
      union all select 'area', s.area, s.* from scoped s
      union all select 'weapon', w.key, s.* from scoped s left join lateral unnest(s.weapons) as w(key) on true
      union all select 'target', o.key, s.* from scoped s left join lateral unnest(s.objects) as o(key) on true
      union all select 'day', s.day, s.* from scoped s
      union all select 'clause', f.agreement || '/' || f.clause, s.* from scoped s join findings f on f.incident = s.id)
    select dimension, key, status, count(*) as incidents, (array_agg(id order by id))[1:${sql.lit(IDS_NAMED)}] as ids, ${SUMS}
    from keyed group by grouping sets ((dimension, key, status), (dimension, key))
    order by dimension, key, status`.execute(db);
  return rows.map((row) => ({
    dimension: row.dimension,
    key: row.key,
    status: row.status,
    incidents: row.incidents,
    ids: row.ids,
    harm: harmOf(row),
  }));
}

function harmOf(row: SumRow): Tally['harm'] {
  const harm: Tally['harm'] = {};
  for (const measure of MEASURES) {
    const incidents = numberOf(row[`${measure}_n`]) ?? 0;
    const min = numberOf(row[`${measure}_low`]);
    if (incidents === 0 || min === null) continue;
    harm[measure] = { min, best: numberOf(row[`${measure}_mid`]), max: numberOf(row[`${measure}_high`]), incidents };
  }
  return harm;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export interface LeftOut {
  why: 'total' | 'not-completed' | 'denied' | 'threatened' | 'planned' | 'hypothetical';
  incidents: number;
}

/** What matches and is not counted, by the first reason that holds. */
export async function leftOut(db: Db, filter: IncidentFilter): Promise<LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select case when i.aggregate then 'total' when i.modality not in ('asserted', 'alleged') then i.modality
        else 'not-completed' end as why, count(*) as incidents
    from incidents i where not i.counted and ${incidentConditions(filter)} group by 1 order by 1`.execute(db);
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
  const { rows } = await sql<ExposureDay & { known: number }>`
    with there as materialized (
      select distinct coalesce(r.source, 'report ' || r.id) as source from reports r join incident_links l on l.report = r.id
      where l.incident in (select i.id from incidents i where ${incidentConditions(filter)}))
    select to_char(date_trunc('day', r.published), 'YYYY-MM-DD') as day, count(*) as reports,
      count(distinct t.source) as sources, (select count(*) from there) as known
    from reports r left join there t on t.source = coalesce(r.source, 'report ' || r.id)
    where r.published is not null
      and r.published >= coalesce(${filter.from ?? null}::timestamp, '-infinity')
      and r.published < coalesce(${filter.to ?? null}::timestamp + interval '1 day', 'infinity')
    group by 1 order by 1`.execute(db);
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
