/** What taking in a report must look at: what is stored under its ids, and what stands near it, each in one question. */
import { sql } from 'kysely';
import type { ReadReport } from '../../../journey/7-record/change.ts';
import type { RecordedRefusal } from '../../../journey/7-record/refusal.ts';
import type { CodedReport } from '../../../model/coded-report.ts';
import type { CorroboratedReport } from '../../../model/corroborated-report.ts';
import type { Decision } from '../../../model/decision.ts';
import type { Incident } from '../../../model/incident.ts';
import type { Db, JsonText } from '../schema.ts';
import { type CandidateQuestion, candidateIds } from './candidates.ts';

export interface KnownBefore {
  /** Reports stored under one of the ids. */
  reads: ReadReport[];
  /** What was refused of the captures. */
  refusals: RecordedRefusal[];
  /** All that people decided, in the order in which they did. */
  decisions: Decision[];
}

interface Found<K extends string> {
  kind: K;
  document: JsonText;
}

export async function knownBefore(
  db: Db,
  { ids, captures }: { ids: readonly string[]; captures: readonly string[] },
): Promise<KnownBefore> {
  const { rows } = await sql<Found<'read' | 'refusal' | 'decision'>>`
    select kind, document from (
      select 'read' as kind, null::timestamp as at, id, document from reports where id = any(${ids}::text[])
      union all select 'refusal', null, id, document from refusals where capture = any(${captures}::text[])
      union all select 'decision', at, id, document from decisions) as known
    order by kind, at, id`.execute(db);
  const { read = [], refusal = [], decision = [] } = byKind(rows);
  return {
    reads: read.map((text) => JSON.parse(text)),
    refusals: refusal.map((text) => JSON.parse(text)),
    decisions: decision.map((text) => JSON.parse(text)),
  };
}

/** What corroboration must look at. */
export interface Neighbourhood {
  /** Near in time and place, or resting on one of the reports. */
  incidents: Incident[];
  /** Of the reports, and of those that the incidents rest on. */
  corroborations: CorroboratedReport[];
  /** Of the same, and of the origins of these. */
  codings: CodedReport[];
}

/** Lists of ids are asked for as arrays, so that the planner looks each up by its index however many it expects. */
export async function neighbourhood(
  db: Db,
  questions: readonly CandidateQuestion[],
  reports: readonly string[],
): Promise<Neighbourhood> {
  const { rows } = await sql<Found<'incident' | 'corroboration' | 'coding'>>`
    with near as materialized (${candidateIds(questions)}
        union select incident from incident_links where report = any(${reports}::text[])),
      told as materialized (select unnest(${reports}::text[]) as report
        union select report from incident_links where incident = any(array(select id from near))),
      corroborated as materialized (
        select report, origin, document from corroborations where report = any(array(select report from told)))
    select kind, document from (
      select 'incident' as kind, id, document from incidents where id = any(array(select id from near))
      union all select 'corroboration', report, document from corroborated
      union all select 'coding', report, document from codings
        where report = any(array(select report from told union select origin from corroborated))) as found
    order by kind, id`.execute(db);
  const { incident = [], corroboration = [], coding = [] } = byKind(rows);
  return {
    incidents: incident.map((text) => JSON.parse(text)),
    corroborations: corroboration.map((text) => JSON.parse(text)),
    codings: coding.map((text) => JSON.parse(text)),
  };
}

function byKind<K extends string>(rows: readonly Found<K>[]): Partial<Record<K, JsonText[]>> {
  const found: Partial<Record<K, JsonText[]>> = {};
  for (const { kind, document } of rows) {
    const list = found[kind];
    if (list === undefined) found[kind] = [document];
    else list.push(document);
  }
  return found;
}
