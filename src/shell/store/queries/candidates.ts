/** What corroboration must look at before it can place newly coded incidents: the stored ones near in time and place. */
import { type RawBuilder, sql } from 'kysely';
import type { Incident } from '../../../model/incident.ts';
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

/** Stored incidents that could be the same as what a question asks about. Undated and unplaced ones are candidates of everything near in the other. */
export async function candidateIncidents(db: Db, questions: readonly CandidateQuestion[]): Promise<Incident[]> {
  if (questions.length === 0) return [];
  const { rows } = await sql<{ document: JsonText }>`
    select i.document from incidents i where ${sql.join(questions.map(nearBy), sql` or `)} order by i.id`.execute(db);
  return rows.map(({ document }) => JSON.parse(document));
}

function nearBy({ from, until, near }: CandidateQuestion): RawBuilder<unknown> {
  const period = sql`i.period && tsrange(${from}::timestamp, ${until}::timestamp, '[]')`;
  if (near === null) return sql`(${period})`;
  const latitude = near.radiusKm * DEGREES_PER_KM;
  // Meridians draw together towards the poles; past 85 degrees every longitude is near.
  const narrowing = Math.cos(Math.min(85, Math.abs(near.latitude) + latitude) * (Math.PI / 180));
  const longitude = Math.min(180, latitude / narrowing);
  return sql`(${period} and (i.latitude is null or (
    i.latitude between ${near.latitude - latitude} and ${near.latitude + latitude}
    and i.longitude between ${near.longitude - longitude} and ${near.longitude + longitude})))`;
}
