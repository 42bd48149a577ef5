/** What the review desk asks: the links of which the machine is least sure, and what incidents were before people's decisions. */
import { sql } from 'kysely';
import type { Incident } from '../../../model/incident.ts';
import type { DoubtfulLink, Page, PageRequest, ReplacedIncident, ReplacedStory } from '../lists.ts';
import type { Db, JsonText } from '../schema.ts';
import { limitOf, pageOf, readCursor } from './cursor.ts';

interface LinkRow {
  report: string;
  coded: string;
  incident: string;
  score: number;
  document: JsonText;
}

/** Links that score less than `below`, the weakest first. A decided link scores 1 and is therefore none. */
export async function doubtfulLinks(db: Db, below: number, page: PageRequest): Promise<Page<DoubtfulLink>> {
  const after = readCursor(page, 'doubtful', 3);
  const limit = limitOf(page);
  const { rows } = await sql<LinkRow>`
    select l.report, l.coded, l.incident, l.score, i.document from incident_links l join incidents i on i.id = l.incident
    where l.score < ${below}${after === null ? sql`` : sql` and (l.score, l.report, l.coded) > (${after[0]}::double precision, ${after[1]}, ${after[2]})`}
    order by l.score, l.report, l.coded limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'doubtful',
    (row) => [row.score, row.report, row.coded],
    ({ document, ...link }): DoubtfulLink => {
      const incident: Incident = JSON.parse(document);
      const reasons = incident.links.find(
        ({ report, coded }) => report === link.report && coded === link.coded,
      )?.reasons;
      return { ...link, reasons: reasons ?? [], others: incident.links.filter(({ report }) => report !== link.report) };
    },
  );
}

/** Keeps what these incidents are now and which stories these reports tell, before a decision changes them. */
export async function keepReplaced(
  db: Db,
  decision: string,
  { incidents, reports }: { incidents: readonly string[]; reports: readonly string[] },
): Promise<void> {
  await sql`insert into replaced_incidents (decision, incident, entry, document)
    select ${decision}, i.id, (select max(e.index) from entries e where e.subject = 'incident:' || i.id), i.document
    from incidents i where i.id = any(${incidents}::text[])`.execute(db);
  await sql`insert into replaced_stories (decision, report, entry, document)
    select ${decision}, c.report, (select max(e.index) from entries e where e.subject = 'corroboration:' || c.report), c.document
    from corroborations c where c.report = any(${reports}::text[])`.execute(db);
}

/** What reports told before a decision about stories, by report. */
export async function replacedStories(db: Db, decision: string): Promise<ReplacedStory[]> {
  const { rows } = await sql<{ entry: number; document: JsonText }>`
    select entry, document from replaced_stories where decision = ${decision} order by report`.execute(db);
  return rows.map(({ entry, document }) => ({ entry, corroborated: JSON.parse(document) }));
}

/** Every report that tells the story of one of these, in the order of ids. */
export async function storyMembers(db: Db, reports: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select report from corroborations where story in (select story from corroborations where report = any(${reports}::text[]))
    order by report`.execute(db);
  return rows.map(({ report }) => report);
}

/** What a decision replaced, or every past state that is kept of one incident, the latest first. */
export async function replacedIncidents(
  db: Db,
  of: { decision: string } | { incident: string },
): Promise<ReplacedIncident[]> {
  const { rows } = await sql<{ decision: string; entry: number; document: JsonText }>`
    select decision, entry, document from replaced_incidents
    where ${'decision' in of ? sql`decision = ${of.decision}` : sql`incident = ${of.incident}`}
    order by entry desc, incident`.execute(db);
  return rows.map(({ document, ...row }) => ({ ...row, incident: JSON.parse(document) }));
}
