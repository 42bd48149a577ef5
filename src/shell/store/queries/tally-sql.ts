/** Pieces of SQL that every count is made of: sums of each measure, and the keys that an incident counts under. */
import { type RawBuilder, sql } from 'kysely';
import type { HarmMeasure } from '../../../model/incident.ts';

/** How many ids a figure names itself; its list gives the rest. */
const IDS_NAMED = 20;
const IDS_OF_DAY = 5;

export const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];
const column = (measure: HarmMeasure, bound: 'min' | 'best' | 'max'): RawBuilder<unknown> =>
  sql.ref(`${measure}_${bound}`);

/** The least of a toll that is known at all: of one whose claims nobody believes, which is from nothing to anything, none. */
export const knownLeast = (measure: HarmMeasure, of = ''): RawBuilder<unknown> => {
  const [min, best, max] = (['min', 'best', 'max'] as const).map((bound) => sql.ref(`${of}${measure}_${bound}`));
  return sql`case when coalesce(${best}, ${max}, nullif(${min}, 0)) is not null then ${min} end`;
};

/** Column names are `measure_n`, how many tell of it; `_low`, `_mid`, `_high`, sums; `_open`, how many are open above. */
export const SUMS = sql.join(
  MEASURES.map(
    (measure) => sql`
    count(${knownLeast(measure)}) as ${sql.ref(`${measure}_n`)},
    sum(${knownLeast(measure)}) as ${sql.ref(`${measure}_low`)},
    sum(coalesce(${column(measure, 'best')}, ${knownLeast(measure)})) as ${sql.ref(`${measure}_mid`)},
    sum(${column(measure, 'max')}) as ${sql.ref(`${measure}_high`)},
    count(*) filter (where ${knownLeast(measure)} is not null and ${column(measure, 'max')} is null) as ${sql.ref(`${measure}_open`)}`,
  ),
  sql`, `,
);
const HARM_COLUMNS = sql.join(
  MEASURES.flatMap((measure) => (['min', 'best', 'max'] as const).map((bound) => column(measure, bound))),
  sql`, `,
);

const STATUS = sql`case when exists (select from determinations d where d.incident = i.id and d.in_force) then 'adjudicated'
  when i.origins >= 2 then 'corroborated' else 'reported' end as status`;

/** Every incident of `scoped` once for each key that it has in each dimension; without any, once under null. */
export const KEYED = sql`
  select 'all' as dimension, '' as key, s.* from scoped s
  union all select 'type', s.type, s.* from scoped s
  union all select 'party', p.key, s.* from scoped s left join lateral unnest(s.accused) as p(key) on true
  union all select 'area', s.area, s.* from scoped s
  union all select 'weapon', w.key, s.* from scoped s left join lateral unnest(s.weapons) as w(key) on true
  union all select 'target', o.key, s.* from scoped s left join lateral unnest(s.objects) as o(key) on true
  union all select 'day', s.day, s.* from scoped s
  union all select 'clause', f.agreement || '/' || f.clause, s.* from scoped s join findings f on f.incident = s.id`;
export const KEYED_COLUMNS = sql`i.id, i.type, i.accused, i.area, i.weapons, i.objects, to_char(i.day, 'YYYY-MM-DD') as day, ${HARM_COLUMNS}, ${STATUS}`;

/** Days have many figures, of which each names few. */
export const namedIds = (ids: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(array_agg(${ids} order by ${ids}))[1:case when dimension = 'day' then ${sql.lit(IDS_OF_DAY)} else ${sql.lit(IDS_NAMED)} end]`;

/** By the first reason that holds. */
export const WHY_LEFT_OUT = sql`case when aggregate then 'total' when modality not in ('asserted', 'alleged') then modality
  else 'not-completed' end`;
