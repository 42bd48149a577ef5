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
const IDS_NAMED = 20;
const IDS_OF_DAY = 5;

const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];
const column = (measure: HarmMeasure, bound: 'min' | 'best' | 'max'): RawBuilder<unknown> =>
  sql.ref(`${measure}_${bound}`);

/** Column names are `measure_n`, how many tell of it; `_low`, `_mid`, `_high`, sums; `_open`, how many are open above. */
const SUMS = sql.join(
  MEASURES.map(
    (measure) => sql`
    count(${column(measure, 'min')}) as ${sql.ref(`${measure}_n`)},
    sum(${column(measure, 'min')}) as ${sql.ref(`${measure}_low`)},
    sum(coalesce(${column(measure, 'best')}, ${column(measure, 'min')})) as ${sql.ref(`${measure}_mid`)},
    sum(${column(measure, 'max')}) as ${sql.ref(`${measure}_high`)},
    count(*) filter (where ${column(measure, 'min')} is not null and ${column(measure, 'max')} is null) as ${sql.ref(`${measure}_open`)}`,
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

const STATUS = sql`case when exists (select from determinations d where d.incident = i.id and d.in_force) then 'adjudicated'
  when i.origins >= 2 then 'corroborated' else 'reported' end as status`;

/** Every incident of `scoped` once for each key that it has in each dimension; without any, once under null. */
const KEYED = sql`
  select 'all' as dimension, '' as key, s.* from scoped s
  union all select 'type', s.type, s.* from scoped s
  union all select 'party', p.key, s.* from scoped s left join lateral unnest(s.accused) as p(key) on true
  union all select 'area', s.area, s.* from scoped s
  union all select 'weapon', w.key, s.* from scoped s left join lateral unnest(s.weapons) as w(key) on true
  union all select 'target', o.key, s.* from scoped s left join lateral unnest(s.objects) as o(key) on true
  union all select 'day', s.day, s.* from scoped s
  union all select 'clause', f.agreement || '/' || f.clause, s.* from scoped s join findings f on f.incident = s.id`;
const KEYED_COLUMNS = sql`i.id, i.type, i.accused, i.area, i.weapons, i.objects, to_char(i.day, 'YYYY-MM-DD') as day, ${HARM_COLUMNS}, ${STATUS}`;

/** Days have many figures, of which each names few. */
const namedIds = (ids: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(array_agg(${ids} order by ${ids}))[1:case when dimension = 'day' then ${sql.lit(IDS_OF_DAY)} else ${sql.lit(IDS_NAMED)} end]`;

/**
 * Only incidents that are held to have happened, once, are counted: see `counted` in the store's schema. Figures of the whole
 * store and of one agreement are kept ready; other questions are counted when they are asked.
 */
export async function tallies(db: Db, filter: IncidentFilter): Promise<Tally[]> {
  const scope = readyScope(filter);
  if (scope === null) return countedTallies(db, filter);
  await refreshTallies(db);
  const { rows } = await sql<SumRow>`
    select * from tallies where scope = ${scope} and dimension = any(${DIMENSIONS}::text[])
    order by dimension, key, status`.execute(db);
  return rows.map(tallyOf);
}

async function countedTallies(db: Db, filter: IncidentFilter): Promise<Tally[]> {
  const { rows } = await sql<SumRow>`
    with scoped as materialized (select ${KEYED_COLUMNS} from incidents i where i.counted and ${incidentConditions(filter)}),
    keyed as (${KEYED})
    select dimension, key, status, count(*) as incidents, ${namedIds(sql`id`)} as ids, ${SUMS}
    from keyed group by grouping sets ((dimension, key, status), (dimension, key))
    order by dimension, key, status`.execute(db);
  return rows.map(tallyOf);
}

/** The scope whose figures are kept ready; null for a question that asks for less than a whole scope. */
function readyScope(filter: IncidentFilter): string | null {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return '';
  const [agreement, ...others] = filter.agreement ?? [];
  return asked.length === 1 && others.length === 0 ? (agreement ?? null) : null;
}

const tallyOf = (row: SumRow): Tally => ({
  dimension: row.dimension,
  key: row.key,
  status: row.status,
  incidents: row.incidents,
  ids: row.ids,
  harm: harmOf(row),
});

/** Buckets counted in one statement, so that a store of millions needs no more memory than some months do. */
const BUCKETS_AT_ONCE = 4;

/** Counts anew what changed since the last time; a no-op while nothing did. */
export async function refreshTallies(db: Db): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from stale_buckets) as found`.execute(db);
  if (rows[0]?.found !== true) return;
  await db.transaction().execute(async (transaction) => {
    const { rows: stale } = await sql<{ kind: 'incidents' | 'reports'; bucket: string }>`
      delete from stale_buckets returning kind, bucket`.execute(transaction);
    const of = (kind: string): string[] => stale.filter((one) => one.kind === kind).map(({ bucket }) => bucket);
    const months = of('incidents').sort();
    const before = await keysIn(transaction, months);
    for (let from = 0; from < months.length; from += BUCKETS_AT_ONCE)
      await countBuckets(transaction, months.slice(from, from + BUCKETS_AT_ONCE));
    if (months.length > 0) await sumBuckets(transaction, [...before, ...(await keysIn(transaction, months))]);
    await countReports(transaction, of('reports'));
  });
}

const SUM_NAMES = MEASURES.flatMap((measure) =>
  ['n', 'low', 'mid', 'high', 'open'].map((what) => `${measure}_${what}`),
);
const SUM_COLUMNS = sql.join(SUM_NAMES.map((name) => sql.ref(name)));

async function countBuckets(db: Db, buckets: readonly string[]): Promise<void> {
  await sql`delete from tally_buckets where bucket = any(${buckets}::text[])`.execute(db);
  const base = sql`base as materialized (
      select bucket_of(i.day) as bucket, i.counted, i.aggregate, i.modality, ${KEYED_COLUMNS} from incidents i
      where bucket_of(i.day) = any(${buckets}::text[])),
    under as materialized (
      select '' as scope, b.* from base b
      union all select f.scope, b.* from base b join (
        select distinct incident, agreement as scope from findings where incident in (select id from base)) f on f.incident = b.id)`;
  await sql`insert into tally_buckets (bucket, scope, dimension, key, status, incidents, ids, ${SUM_COLUMNS})
    with ${base}, scoped as (select * from under where counted), keyed as (${KEYED})
    select bucket, scope, dimension, key, status, count(*), ${namedIds(sql`id`)}, ${SUMS}
    from keyed group by bucket, scope, dimension, key, status`.execute(db);
  await sql`insert into tally_buckets (bucket, scope, dimension, key, status, incidents, ids)
    with ${base}, named as (
      select bucket, scope, 'source' as dimension, coalesce(r.source, 'report ' || r.id) as key, u.id
        from under u join incident_links l on l.incident = u.id join reports r on r.id = l.report
      union all select bucket, scope, 'left-out', ${WHY_LEFT_OUT}, u.id from under u where not u.counted)
    select bucket, scope, dimension, key, 'any', count(distinct id), '{}' from named group by bucket, scope, dimension, key`.execute(
    db,
  );
}

interface TallyKey {
  scope: string;
  dimension: string;
  key: string | null;
}

async function keysIn(db: Db, buckets: readonly string[]): Promise<TallyKey[]> {
  const { rows } = await sql<TallyKey>`
    select distinct scope, dimension, key from tally_buckets where bucket = any(${buckets}::text[])`.execute(db);
  return rows;
}

/** Only the sums of keys that occur in what was counted anew, or did before. */
async function sumBuckets(db: Db, keys: readonly TallyKey[]): Promise<void> {
  const touched = [...new Map(keys.map((one) => [JSON.stringify(one), one])).values()];
  const isTouched = (
    table: string,
  ): RawBuilder<unknown> => sql`(${sql.ref(`${table}.scope`)}, ${sql.ref(`${table}.dimension`)},
    coalesce('=' || ${sql.ref(`${table}.key`)}, '?')) in (select scope, dimension, coalesce('=' || key, '?') from
      json_to_recordset(${JSON.stringify(touched)}::json) as touched(scope text, dimension text, key text))`;
  const groups = sql`group by grouping sets ((scope, dimension, key, status), (scope, dimension, key))`;
  await sql`delete from tallies t where ${isTouched('t')}`.execute(db);
  await sql`insert into tallies (scope, dimension, key, status, incidents, ids, ${SUM_COLUMNS})
    with own as materialized (select * from tally_buckets b where ${isTouched('b')}),
    totals as (
      select scope, dimension, key, status, sum(incidents) as incidents, ${sql.join(SUM_NAMES.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))}
      from own ${groups}),
    named as (
      select scope, dimension, key, status, ${namedIds(sql`id`)} as ids from own, unnest(ids) as id ${groups})
    select t.scope, t.dimension, t.key, t.status, t.incidents, coalesce(n.ids, '{}'), ${sql.join(SUM_NAMES.map((name) => sql.ref(`t.${name}`)))}
    from totals t left join named n on n.scope = t.scope and n.dimension = t.dimension
      and coalesce('=' || n.key, '?') = coalesce('=' || t.key, '?') and coalesce(n.status, '') = coalesce(t.status, '')`.execute(
    db,
  );
}

async function countReports(db: Db, buckets: readonly string[]): Promise<void> {
  if (buckets.length === 0) return;
  await sql`delete from source_days where bucket = any(${buckets}::text[])`.execute(db);
  await sql`insert into source_days
    select bucket_of(published), to_char(published, 'YYYY-MM-DD'), coalesce(source, 'report ' || id), count(*) from reports
    where bucket_of(published) = any(${buckets}::text[]) and published is not null group by 1, 2, 3`.execute(db);
}

function harmOf(row: SumRow): Tally['harm'] {
  const harm: Tally['harm'] = {};
  for (const measure of MEASURES) {
    const incidents = numberOf(row[`${measure}_n`]) ?? 0;
    const min = numberOf(row[`${measure}_low`]);
    if (incidents === 0 || min === null) continue;
    const isOpen = (numberOf(row[`${measure}_open`]) ?? 0) > 0;
    const max = isOpen ? null : numberOf(row[`${measure}_high`]);
    harm[measure] = { min, best: numberOf(row[`${measure}_mid`]), max, incidents };
  }
  return harm;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export interface LeftOut {
  why: 'total' | 'not-completed' | 'denied' | 'threatened' | 'planned' | 'hypothetical';
  incidents: number;
}

const WHY_LEFT_OUT = sql`case when aggregate then 'total' when modality not in ('asserted', 'alleged') then modality
  else 'not-completed' end`;

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
