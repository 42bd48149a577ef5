/**
 * How much of a large store a change of one clause touches, and how long testing it anew takes: on PostgreSQL, with generated
 * incidents of all agreements that we ship. Afterwards a sample is tested against everything, to show that nothing was missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Dice, generatedFacts } from '../scripts/generated-facts.ts';
import { incidentOfFacts } from '../src/journey/5-assess/worked-case.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import { canonicalJson } from '../src/ledger/canonical-json.ts';
import type { Agreement } from '../src/model/agreement.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Incident } from '../src/model/incident.ts';
import { reassess } from '../src/shell/jobs/reassess.ts';
import { type Stages, stagesOf } from '../src/shell/jobs/stages.ts';
import type { Engine } from '../src/shell/store/engine.ts';
import { openPostgresql } from '../src/shell/store/engine-postgresql.ts';
import { storeOn } from '../src/shell/store/open-store.ts';
import { findingRow, incidentRow, linkRows, strongestOutcome } from '../src/shell/store/rows/incident-rows.ts';
import { codingRow } from '../src/shell/store/rows/report-rows.ts';
import { startPostgres } from '../test/contract/postgres-server.ts';

const AT = '2026-01-01T00:00:00.000Z';
/** Different incidents; the store holds copies of each. */
const MODELS = 2000;
const CLAUSE = 'syria-2016/O4';

interface Model {
  readonly incident: Incident;
  readonly reports: ReadonlyMap<string, CodedReport>;
  readonly findings: readonly Finding[];
}

/** `npm run bench -- reassess [INCIDENTS] [AGREEMENT/CLAUSE]`. */
export async function run(args: readonly string[] = []): Promise<void> {
  const incidents = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
  const clause = args.find((arg) => arg.includes('/')) ?? CLAUSE;
  const knowledge = loadKnowledge(join(import.meta.dirname, '..', 'knowledge'));
  const models = modelsOf(knowledge, stagesOf(knowledge));
  const copies = Math.max(1, Math.round(incidents / models.length));
  const directory = mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  const server = await startPostgres();
  try {
    const engine = await openPostgresql(await server.newDatabase());
    const store = await storeOn(engine, directory, AT);
    await fill(engine, models, copies);
    const corrected = stagesOf(withClauseChecked(knowledge, clause));
    const start = performance.now();
    const { reached, changed } = await reassess(store, corrected, [clause], () => AT);
    const seconds = (performance.now() - start) / 1000;
    const wrong = await wrongAmong(models, corrected, engine);
    console.log(
      `reassess ${clause}: ${reached} of ${models.length * copies} incidents touched, findings of ${changed} changed, in ${seconds.toFixed(1)} s; ` +
        `of ${models.length} tested against every clause afterwards ${wrong} have other findings than the store`,
    );
    await store.close();
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function modelsOf({ agreements }: Knowledge, stages: Stages): Model[] {
  const dice = new Dice(1);
  const packs = [...agreements.values()];
  return Array.from({ length: MODELS }, (_, index) => {
    const { incident, reports } = renamed(incidentOfFacts(generatedFacts(dice, dice.pick(packs))), `m${index}-0`);
    return { incident, reports, findings: stages.assess(incident, reports) };
  });
}

function renamed({ incident, reports }: ReturnType<typeof incidentOfFacts>, id: string): Omit<Model, 'findings'> {
  const name = (report: string): string => `reports of ${id}, ${report}`;
  const coded = [...reports.values()].map((report) => ({ ...report, id: name(report.id) }));
  return {
    reports: new Map(coded.map((report) => [report.id, report])),
    incident: {
      ...incident,
      id,
      links: incident.links.map((link) => ({ ...link, report: name(link.report) })),
      attributions: incident.attributions.map((claim) => ({ ...claim, report: name(claim.report) })),
    },
  };
}

/** The clause now says of itself that it was checked, or was not: a correction that shows in every finding under it. */
function withClauseChecked(knowledge: Knowledge, wanted: string): Knowledge {
  const corrected = (agreement: Agreement): Agreement => ({
    ...agreement,
    clauses: agreement.clauses.map((clause) =>
      `${agreement.id}/${clause.id}` === wanted ? { ...clause, checked: !clause.checked } : clause,
    ),
  });
  const agreements = new Map([...knowledge.agreements].map(([id, agreement]) => [id, corrected(agreement)]));
  return { ...knowledge, agreements };
}

/**
 * The models as the store would write them, then copies of them by the database itself. The entries hold the true hashes of the
 * findings; the tree above them, which is not what is measured, is made up.
 */
async function fill({ db }: Engine, models: readonly Model[], copies: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const { incident, reports, findings } of models) {
      const row = { ...incidentRow(incident, json(incident)), outcome: strongestOutcome(findings) };
      await transaction.insertInto('incidents').values(row).execute();
      await transaction.insertInto('incident_links').values(linkRows(incident)).execute();
      const codings = [...reports.values()].map((report) => codingRow(report, json(report)));
      await transaction.insertInto('codings').values(codings).execute();
      if (findings.length === 0) continue;
      await transaction
        .insertInto('findings')
        .values(findings.map((finding) => findingRow(finding, json(finding))))
        .execute();
    }
    for (const script of [...COPIES, ...ENTRIES])
      await sql.raw(script.replaceAll('COPIES', String(copies - 1))).execute(transaction);
  });
  await sql`vacuum analyze`.execute(db);
}

/** A copy's id ends in its number; in documents an incident is named by its id in quotes. */
const COPY = `replace(m.document::text, '"' || m.id || '"', '"' || to_id || '"')::json`;
const COPIES = [
  `create temporary table copies on commit drop as
    select i.id as from_id, left(i.id, -1) || n as to_id from incidents i, generate_series(1, COPIES) as n`,
  `insert into incidents (id, type, modality, completed, aggregate, time_start, time_end, day, latitude, longitude, place_precision,
      place_radius_km, killed_min, killed_best, killed_max, accused, origins, outcome, plain_text, item, document)
    select to_id, type, modality, completed, aggregate, time_start, time_end, day, latitude, longitude, place_precision,
      place_radius_km, killed_min, killed_best, killed_max, accused, origins, outcome, plain_text, item, ${COPY}
    from copies join incidents m on m.id = from_id`,
  `insert into incident_links select report, coded, to_id, origin, score from copies join incident_links on incident = from_id`,
  `insert into findings select to_id, agreement, clause, outcome, ${COPY.replaceAll('m.id', 'm.incident')}
    from copies join findings m on m.incident = from_id`,
];
const ENTRIES = [
  `insert into entries
    select row_number() over () - 1, 'assessed', 'findings:' || incident,
      encode(sha256(convert_to('[' || string_agg(document::text, ',' order by agreement || chr(10) || clause collate "C") || ']', 'UTF8')), 'hex'),
      repeat('0', 64), '{}'
    from findings group by incident`,
  `insert into roots select size, repeat('0', 64),
      array(select repeat('0', 64) from generate_series(1, length(replace(size::int::bit(32)::text, '0', '')))), '2026-01-01'
    from (select count(*) as size from entries) as counted`,
];

/** Models whose findings in the store are not those of a test against every clause. */
async function wrongAmong(models: readonly Model[], stages: Stages, { db }: Engine): Promise<number> {
  let wrong = 0;
  for (const { incident, reports } of models) {
    const rows = await db
      .selectFrom('findings')
      .select('document')
      .where('incident', '=', incident.id)
      .orderBy(sql`agreement || chr(10) || clause collate "C"`)
      .execute();
    const fresh = stages.assess(incident, reports).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    if (json(fresh) !== `[${rows.map(({ document }) => document).join()}]`) wrong++;
  }
  return wrong;
}

const keyOf = ({ agreement, clause }: Finding): string => `${agreement}\n${clause}`;

const json = (value: unknown): string => String(canonicalJson(value));

if (import.meta.main) await run(process.argv.slice(2));
