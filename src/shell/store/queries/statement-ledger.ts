/** What the statements ledger asks of the store: statements of the same speakers, incidents that may answer them, the last report. */
import { sql } from 'kysely';
import type { DeedIncident, DeedQuestion, FoundDeeds } from '../../../journey/5-assess/statements/deeds.ts';
import type { Spoken } from '../../../journey/5-assess/statements/spoken.ts';
import type { StatementRow } from '../lists.ts';
import { instantOf } from '../rows/column-values.ts';
import type { IncidentItem } from '../rows/incident-rows.ts';
import type { ReportItem } from '../rows/report-rows.ts';
import type { Db, JsonText } from '../schema.ts';

/** Most statements of one question; a speaker with more is shown by its latest. */
const STATEMENTS_AT_MOST = 2000;
/** Most incidents that are held against one statement; more would not be read by anybody. */
const DEEDS_AT_MOST = 50;

export interface SpeakerQuestion {
  speakers: readonly string[];
  /** UTC instants; null = open on that side. */
  from: string | null;
  until: string | null;
}

export async function statementsOfSpeakers(db: Db, { speakers, from, until }: SpeakerQuestion): Promise<Spoken[]> {
  if (speakers.length === 0) return [];
  const { rows } = await sql<{ report: string; item: JsonText; report_item: JsonText }>`
    select s.report, s.item, r.item as report_item from statements s join reports r on r.id = s.report
    where s.speaker = any(${speakers}::text[])
      and coalesce(s.said, '-infinity') >= coalesce(${instantOf(from)}::timestamp, '-infinity')
      and coalesce(s.said, '-infinity') <= coalesce(${instantOf(until)}::timestamp, 'infinity')
    order by coalesce(s.said, '-infinity') desc, s.report desc, s.id desc limit ${STATEMENTS_AT_MOST}`.execute(db);
  return rows.map(({ report, item, report_item }) => {
    const { statement, passage }: Pick<StatementRow, 'statement' | 'passage'> = JSON.parse(item);
    const { published }: ReportItem = JSON.parse(report_item);
    return { report, published, statement, words: passage.quote, before: passage.before, places: [] };
  });
}

/** For each question, in order, the incidents it asks for. */
export async function deedIncidents(db: Db, questions: readonly DeedQuestion[]): Promise<FoundDeeds[]> {
  const asked = questions.map((question, number) => ({
    number,
    actors: question.actors,
    types: question.types,
    from: instantOf(question.from),
    until: instantOf(question.until),
  }));
  const { rows } = await sql<{ number: number } & IncidentRow>`
    select q.number, found.id, found.item, found.known_from
    from json_to_recordset(${JSON.stringify(asked)}::json) as q(number integer, actors text[], types text[], "from" timestamp, until timestamp)
    cross join lateral (
      select i.id, i.item, ${KNOWN_FROM} as known_from from incidents i
      where q."from" is not null and i.type = any(q.types) and i.period && tsrange(q."from", q.until, '[]')
        and (q.actors is null or i.accused && q.actors)
      order by i.time_start, i.id limit ${DEEDS_AT_MOST}) as found
    order by q.number, found.id`.execute(db);
  const linked = await linkedIncidents(db, [...new Set(questions.flatMap(({ about }) => about))]);
  return questions.map(({ about }, number) => {
    const own = new Set(about.flatMap((coded) => linked.links.get(coded) ?? []));
    const found = new Map(rows.filter((row) => row.number === number).map((row) => [row.id, deedIncident(row)]));
    for (const id of own) {
      const incident = linked.incidents.get(id);
      if (incident !== undefined) found.set(id, incident);
    }
    return { incidents: [...found.values()], links: linked.links };
  });
}

interface LinkedIncidents {
  incidents: Map<string, DeedIncident>;
  links: Map<string, string>;
}

/** Incidents that coded incidents, named as `report#coded`, were linked to. */
async function linkedIncidents(db: Db, about: readonly string[]): Promise<LinkedIncidents> {
  if (about.length === 0) return { incidents: new Map(), links: new Map() };
  const { rows } = await sql<{ coded: string } & IncidentRow>`
    select l.report || '#' || l.coded as coded, i.id, i.item, ${KNOWN_FROM} as known_from from incident_links l join incidents i on i.id = l.incident
    where l.report || '#' || l.coded = any(${about}::text[])
      and l.report = any(${about.map((coded) => coded.slice(0, coded.lastIndexOf('#')))}::text[])`.execute(db);
  return {
    incidents: new Map(rows.map((row) => [row.id, deedIncident(row)])),
    links: new Map(rows.map((row) => [row.coded, row.id])),
  };
}

interface IncidentRow {
  id: string;
  item: JsonText;
  known_from: string | null;
}

/** When the first report of an incident `i` was published; one that is not dated, or dated ahead of its receipt, when it was taken in. */
const KNOWN_FROM = sql`(select to_char(min(case when r.published <= c.received_at + interval '14 hours' then r.published else c.received_at end),
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      from incident_links kl join reports r on r.id = kl.report join captures c on c.sha256 = r.capture where kl.incident = i.id)`;

function deedIncident({ id, item, known_from: knownFrom }: IncidentRow): DeedIncident {
  const read: IncidentItem = JSON.parse(item);
  const { type, modality, completed, aggregate, time, attributionStatus, accused, place, placeRadiusKm } = read;
  return {
    id,
    type,
    modality,
    completed,
    aggregate,
    time,
    attributionStatus,
    accused,
    place,
    placeRadiusKm,
    knownFrom,
  };
}

/** What is published and not ahead of its receipt: a clock that runs ahead says nothing of how far we know. */
const DATED = sql`r.published is not null and r.published <= c.received_at + interval '14 hours'`;

/** When the last report as of an instant was published; null when none is dated. */
export async function lastPublished(db: Db, asOf: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select r.published as at from reports r join captures c on c.sha256 = r.capture
    where ${DATED} and r.published <= coalesce(${instantOf(asOf)}::timestamp, 'infinity')
    order by coalesce(r.published, '-infinity') desc, r.id desc limit 1`.execute(db);
  return rows[0]?.at ?? null;
}

/** When the first report since an instant was published; null when there is none. */
export async function firstPublished(db: Db, since: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select r.published as at from reports r join captures c on c.sha256 = r.capture
    where ${DATED} and coalesce(r.published, '-infinity') >= coalesce(${instantOf(since)}::timestamp, 'infinity')
    order by coalesce(r.published, '-infinity'), r.id limit 1`.execute(db);
  return rows[0]?.at ?? null;
}
