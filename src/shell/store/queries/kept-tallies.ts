/** Figures that are kept ready by month: what is stale is counted anew before a question is answered. */
import { type RawBuilder, sql } from 'kysely';
import type { IncidentFilter } from '../lists.ts';
import type { Db } from '../schema.ts';
import { KEYED, KEYED_COLUMNS, MEASURES, namedIds, SUMS, WHY_LEFT_OUT } from './tally-sql.ts';

/** The scope whose figures are kept ready; null for a question that asks for less than a whole scope. */
export function readyScope(filter: IncidentFilter): string | null {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return '';
  const [agreement, ...others] = filter.agreement ?? [];
  return asked.length === 1 && others.length === 0 ? (agreement ?? null) : null;
}

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
