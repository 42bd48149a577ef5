/** Counts and harm ranges by every dimension, each with the incidents it was computed from. Measures are never mixed. */
import { sql } from 'kysely';
import type { HarmMeasure } from '../../../model/incident.ts';
import type { IncidentFilter } from '../lists.ts';
import type { Db } from '../schema.ts';
import { incidentConditions } from './incident-conditions.ts';
import { readyScope, refreshTallies } from './kept-tallies.ts';
import { KEYED, KEYED_COLUMNS, MEASURES, namedIds, SUMS } from './tally-sql.ts';

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

type SumRow = {
  dimension: Dimension;
  key: string | null;
  status: EvidenceStatus | null;
  incidents: number;
  ids: string[];
} & Record<string, unknown>;

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

const tallyOf = (row: SumRow): Tally => ({
  dimension: row.dimension,
  key: row.key,
  status: row.status,
  incidents: row.incidents,
  ids: row.ids,
  harm: harmOf(row),
});

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
