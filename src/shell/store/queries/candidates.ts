/** What corroboration must look at before it can place newly coded incidents: the stored ones near in time and place. */
import { type RawBuilder, sql } from 'kysely';
import type { Incident } from '../../../model/incident.ts';
import { instantOf } from '../rows/column-values.ts';
import type { Db, JsonText } from '../schema.ts';

export interface CandidateQuestion {
  /** UTC instants; null = open on that side. */
  from: string | null;
  until: string | null;
  /** Degrees, WGS 84; null = anywhere. */
  near: { latitude: number; longitude: number; radiusKm: number } | null;
}

/** Degrees of latitude in a kilometre; a degree is 111.2 km on the mean sphere. */
const DEGREES_PER_KM = 1 / 111.2;

/**
 * Stored incidents that could be what a question asks about: their time overlaps, and their place lies near enough, each
 * with its own radius of doubt. Unplaced ones are candidates of everything in their time; undated ones are none.
 */
export async function candidateIncidents(db: Db, questions: readonly CandidateQuestion[]): Promise<Incident[]> {
  if (questions.length === 0) return [];
  const { rows } = await sql<{ document: JsonText }>`
    select i.document from incidents i where i.id in (${candidateIds(questions)}) order by i.id`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

/** The select of their ids. */
export function candidateIds(questions: readonly CandidateQuestion[]): RawBuilder<unknown> {
  const asked = questions.map(({ from, until, near }) => ({
    from: instantOf(from),
    until: instantOf(until),
    latitude: near?.latitude ?? null,
    longitude: near?.longitude ?? null,
    reach: near === null ? null : near.radiusKm * DEGREES_PER_KM,
    // Meridians draw together towards the poles; past 85 degrees every longitude is near.
    narrowing:
      near === null
        ? null
        : Math.cos(Math.min(85, Math.abs(near.latitude) + near.radiusKm * DEGREES_PER_KM) * (Math.PI / 180)),
  }));
  return sql`
    select c.id from json_to_recordset(${JSON.stringify(asked)}::json) as q("from" timestamp, until timestamp,
      latitude double precision, longitude double precision, reach double precision, narrowing double precision)
    join incidents c on c.period && tsrange(q."from", q.until, '[]') and (q.latitude is null or c.latitude is null or (
      abs(c.latitude - q.latitude) <= q.reach + coalesce(c.place_radius_km, 0) * ${DEGREES_PER_KM}
      and abs(c.longitude - q.longitude) <= (q.reach + coalesce(c.place_radius_km, 0) * ${DEGREES_PER_KM}) / q.narrowing))`;
}
