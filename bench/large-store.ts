/**
 * A store of coded reports and the incidents they tell of, filled in SQL from the codings and the incident of one made-up event: three
 * reports each, in words of their own, spread over towns and days. It is filled past the ledger; what is recorded afterwards is not.
 */
import { join } from 'node:path';
import { corroborate } from '../src/journey/4-corroborate/corroborate.ts';
import { loadCorroborationCodebook } from '../src/knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import type { Engine } from '../src/shell/store/engine.ts';

const REPORTS_AN_INCIDENT = 3;
/** Towns on a grid of a fifth of a degree, four countries wide, as in `synthetic-codings.ts`. */
const TOWNS = 1200;
/** Of one day no two incidents are in one town. */
const TOWN_STEP = 401;
const FIRST_DAY = '2011-01-01';

export interface LargeStore {
  readonly incidents: number;
  /** Days over which they are spread. */
  readonly days: number;
}

/** Values that stand in the documents of the example and are replaced by those of each incident. */
const EXAMPLE = { day: '1901-02-03', next: '1901-02-04', town: 'town777777', latitude: '11.125', longitude: '22.25' };

export async function fill(engine: Engine, { incidents, days }: LargeStore): Promise<void> {
  const codings = Array.from({ length: REPORTS_AN_INCIDENT }, (_, account) => exampleReport(account));
  const { incidents: made, reports } = corroborate(codings, codebook());
  const [incident] = made;
  if (incident === undefined || made.length !== 1) throw new Error('unreachable: the example is one incident');
  const scripts = [
    'set session_replication_role = replica',
    `create function pg_temp.dated(template text, n integer) returns text language sql immutable as $$
      select replace(replace(replace(replace(replace(replace(template, '«n»', n::text), '${EXAMPLE.day}', ${dayOf('n')}),
        '${EXAMPLE.next}', ${dayOf('n', 1)}), '${EXAMPLE.town}', 't' || (${townOf('n')})),
        '${EXAMPLE.latitude}', (32 + (${townOf('n')}) / 40 * 0.2)::numeric(6, 2)::text),
        '${EXAMPLE.longitude}', (35 + (${townOf('n')}) % 40 * 0.2)::numeric(6, 2)::text) $$`,
    `create function pg_temp.worded(template text, n integer, account integer) returns text language sql immutable as $$
      select replace(pg_temp.dated(template, n), '«words»', (select string_agg(substr(md5(n || '-' || account || '-' || k), 1, 7), ' ')
        from generate_series(1, 40) as k)) $$`,
    ...codings.map(
      (coding, account) => `insert into codings (report, engine, knowledge, incidents, statements, document)
      select 'r' || n || '-${account}', '1', '', 1, 0, pg_temp.worded('${JSON.stringify(coding)}', n, ${account})::json
      from generate_series(1, ${incidents}) as n`,
    ),
    ...reports.map(
      (report) => `insert into corroborations (report, story, origin, document)
      select replace('${report.id}', '«n»', n::text), replace('${report.story}', '«n»', n::text), replace('${report.origin}', '«n»', n::text),
        pg_temp.dated('${JSON.stringify(report)}', n)::json from generate_series(1, ${incidents}) as n`,
    ),
    `insert into incidents (id, type, modality, completed, aggregate, time_start, time_end, day, latitude, longitude, place_precision,
        place_radius_km, accused, origins, plain_text, item, document)
      select replace('${incident.id}', '«n»', n::text), '${incident.type}', 'asserted', true, false, ${dayOf('n')}::timestamp, ${dayOf('n', 1)}::timestamp,
        ${dayOf('n')}::timestamp, 32 + (${townOf('n')}) / 40 * 0.2, 35 + (${townOf('n')}) % 40 * 0.2, 'settlement', 5, '{}', 3, 'shelling', '{}',
        pg_temp.dated('${JSON.stringify(incident)}', n)::json from generate_series(1, ${incidents}) as n`,
    ...incident.links.map(
      (link) => `insert into incident_links (report, coded, incident, origin, score)
      select replace('${link.report}', '«n»', n::text), '${link.coded}', replace('${incident.id}', '«n»', n::text),
        replace('${link.origin}', '«n»', n::text), ${link.score} from generate_series(1, ${incidents}) as n`,
    ),
    'set session_replication_role = origin',
    'vacuum analyze',
  ];
  // The functions are temporary: they live as long as the connection, so each script that uses them makes its own.
  const functions = scripts.slice(1, 3).join(';\n');
  await engine.script(
    scripts
      .slice(0, -1)
      .filter((script) => !functions.includes(script))
      .reduce((all, script) => `${all};\n${script}`, functions),
  );
  await engine.script('vacuum analyze');

  function townOf(n: string): string {
    return `(${n} % ${days} * 31 + ${n} / ${days} * ${TOWN_STEP}) % ${TOWNS}`;
  }

  function dayOf(n: string, later = 0): string {
    return `to_char('${FIRST_DAY}'::date + (${n} % ${days} + ${later}), 'YYYY-MM-DD')`;
  }
}

const codebook = () => loadCorroborationCodebook(join(import.meta.dirname, '../knowledge/codebook/corroboration.yaml'));

/** One more account of the incident `n` of a filled store, as the coder would hand it over. */
export function oneMore(n: number, { days }: LargeStore): CodedReport {
  const town = ((n % days) * 31 + Math.floor(n / days) * TOWN_STEP) % TOWNS;
  const start = new Date(Date.parse(FIRST_DAY) + (n % days) * 86_400_000);
  const text = JSON.stringify({ ...exampleReport(0), id: `more-${n}` })
    .replaceAll('«n»', String(n))
    .replaceAll(EXAMPLE.day, start.toISOString().slice(0, 10))
    .replaceAll(EXAMPLE.next, new Date(start.getTime() + 86_400_000).toISOString().slice(0, 10))
    .replaceAll(EXAMPLE.town, `t${town}`)
    .replaceAll(EXAMPLE.latitude, (32 + Math.floor(town / 40) * 0.2).toFixed(2))
    .replaceAll(EXAMPLE.longitude, (35 + (town % 40) * 0.2).toFixed(2))
    .replaceAll('«words»', Array.from({ length: 40 }, (_, word) => `w${n}x${word}`).join(' '));
  return JSON.parse(text);
}

function exampleReport(account: number): CodedReport {
  const killed = 5 + account;
  return {
    schema: 'coded-report/1',
    id: `r«n»-${account}`,
    title: null,
    text: `Shells fell on ${EXAMPLE.town}, ${killed} fell. «words»`,
    language: 'en',
    published: EXAMPLE.next,
    publishedBasis: 'given',
    mentions: [],
    incidents: [
      {
        id: 'i1',
        type: 'shelling',
        codes: { acled: null, plover: null, cameo: null, ucdp: null },
        modality: 'asserted',
        completed: true,
        aggregate: false,
        trigger: [{ start: 0, end: 6 }],
        perpetrators: [],
        targets: [],
        weapons: [],
        place: {
          place: EXAMPLE.town,
          name: EXAMPLE.town,
          country: 'XA',
          admin1: null,
          latitude: Number(EXAMPLE.latitude),
          longitude: Number(EXAMPLE.longitude),
          precision: 'settlement',
          spans: [],
        },
        time: { start: EXAMPLE.day, end: EXAMPLE.next, precision: 'day', spans: [] },
        harm: { killed: { claim: { op: '=', n: killed }, min: killed, best: killed, max: killed, spans: [] } },
        attributedTo: [],
        evidence: [],
        confidence: 0.8,
        because: [],
      },
    ],
    statements: [],
    notes: [],
    coder: { name: 'synthetic', version: '1', knowledge: '' },
  };
}
