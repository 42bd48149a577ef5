/**
 * The whole demonstration set through coding and corroboration: every reprint is found, no two different incidents are
 * linked, and what is known to be one event is. Which reports are which is written down here by hand, from their texts.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import { corroborate } from '../../src/journey/4-corroborate/corroborate.ts';
import { sourceContext } from '../../src/journey/4-corroborate/source-context.ts';
import { placesIn } from '../../src/journey/5-assess/statements/deed-place.ts';
import { partyKin } from '../../src/journey/5-assess/statements/party-kin.ts';
import { draftsOf, recordsOf } from '../../src/journey/5-assess/statements/statements-ledger.ts';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadSources } from '../../src/knowledge/source-register.ts';
import type { CodedReport } from '../../src/model/coded-report.ts';
import type { Incident } from '../../src/model/incident.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

const folder = new URL('../../samples/syria-2016/', import.meta.url);
const knowledge = loadKnowledge('knowledge');
const tools = makeIngestTools();
const names = new Map<string, string>();
const sources = new Map<string, string | null>();
const reports: CodedReport[] = [];
for (const file of readdirSync(folder).sort()) {
  if (file === 'README.md') continue;
  let item = 0;
  for (const report of await ingest(readFileSync(new URL(file, folder)), { name: file }, tools)) {
    item += 1;
    if (isRefusal(report)) continue;
    names.set(report.id, /\.(xml|jsonl)$/.test(file) ? `${file} ${item}` : file.replace(/\.\w+$/, ''));
    sources.set(report.id, report.source);
    reports.push(code(report, knowledge));
  }
}
const context = sourceContext(sources, loadSources('knowledge/sources'));
const result = corroborate(reports, knowledge.corroboration, { sources: context });
const nameOf = (id: string): string => names.get(id) ?? id;

function groups(key: 'origin' | 'story'): string[][] {
  const byKey = Map.groupBy(result.reports, (report) => report[key]);
  return [...byKey.values()].map((list) => list.map(({ id }) => nameOf(id)).sort()).filter(({ length }) => length > 1);
}

test('every reprint of the demonstration is found, and nothing else is taken for one', () => {
  assert.deepEqual(groups('origin').sort(), [
    ['2016-03-01-talks-moved-reprint', '2016-03-01-talks-moved-to-ninth'],
    ['2016-04-19-maarat-market', '2016-04-20-maarat-market-digest'],
    ['2016-04-29-mosque-herald', '2016-04-29-mosque-in-bab-al-faraj'],
    ['2016-07-09-aleppo-eid-both', '2016-07-09-aleppo-eid-reprint'],
  ]);
});

/** Reports that tell of one event, by what they tell of. A report may tell of several. */
const EVENTS: Readonly<Record<string, readonly RegExp[]>> = {
  'talks moved': [/talks-moved/],
  'truce of February': [/ceasefire/],
  'Sheikh Maqsoud': [/sheikh-maqsoud/],
  'Deir al-Asafir': [/deir-al-asafir/],
  'plane at al-Eis': [/warplane-shot-down/, /pilot-captured/],
  'Maarat al-Numan and Kafr Nabl': [/maarat/, /volga-military-bulletin.*/],
  'Al-Quds hospital': [/quds-hospital/, /mosque-in-bab-al-faraj/, /two-rivers/],
  'mosque in Aleppo': [/mosque/],
  'Dabbit hospital': [/dabbit-hospital/, /northern-corridor/],
  'Kamouna camp': [/kamouna/, /volga/],
  'Khan Tuman': [/advisers-killed/, /northern-corridor/],
  Zara: [/zara/],
  'bombings on the coast': [/coast-bombings/, /two-rivers/],
  'market in Idlib': [/idlib-market/, /northern-corridor/, /volga/],
  'feast in Aleppo': [/aleppo-eid/],
  'fight for the Castello Road': [/plan-to-break-siege/, /northern-corridor/, /aleppo-eid/],
  'eastern Aleppo in June': [/silence-broken-east/, /volga/],
};

const shared = (incident: Incident): string[] => [...new Set(incident.links.map(({ report }) => nameOf(report)))];

test('no two different incidents of the demonstration are linked', () => {
  const wrong = result.incidents
    .map(shared)
    .filter((reports) => reports.length > 1)
    .filter(
      (reports) => !Object.values(EVENTS).some((of) => reports.every((name) => of.some((one) => one.test(name)))),
    );
  assert.deepEqual(wrong, []);
});

test('Aleppo is shelled from both sides on one day in June without becoming one incident', () => {
  const both = result.incidents.filter(
    (incident) =>
      shared(incident).some((name) => name.includes('silence-broken-east')) &&
      shared(incident).some((name) => name.includes('silence-broken-west')),
  );
  assert.deepEqual(
    both.map(({ id }) => id),
    [],
  );
});

/** Events that at least these reports must be found to share. */
const FOUND: readonly (readonly [string, readonly string[]])[] = [
  [
    'the market of Maarat al-Numan',
    ['2016-04-19-maarat-market', '2016-04-19-maarat-market-voice', '2016-04-20-maarat-market-digest'],
  ],
  ['the plane brought down at al-Eis', ['2016-04-05-warplane-shot-down', '2016-04-06-pilot-captured']],
  ['the bombings on the coast', ['2016-05-23-coast-bombings-herald']],
  ['the mosque in Aleppo', ['2016-04-29-mosque-herald', '2016-04-29-mosque-in-bab-al-faraj']],
  [
    'the feast in Aleppo',
    ['2016-07-08-west-aleppo-eid', '2016-07-09-aleppo-eid-both', '2016-07-09-aleppo-eid-reprint'],
  ],
];

for (const [event, expected] of FOUND)
  test(`the reports of ${event} are one incident`, () => {
    assert.ok(
      result.incidents.some(
        (incident) => incident.links.length > 1 && expected.every((name) => shared(incident).includes(name)),
      ),
    );
  });

test('three reports on Maarat al-Numan are two independent origins, and the digest is tied to the wire', () => {
  const market = result.incidents.find((incident) => FOUND[0]?.[1].every((name) => shared(incident).includes(name)));
  const lines = market?.independence?.lines.map(({ reports }) => reports.map(nameOf).sort()) ?? [];
  assert.ok(
    lines.some(
      (line) =>
        line.length === 2 &&
        line.includes('2016-04-19-maarat-market') &&
        line.includes('2016-04-20-maarat-market-digest'),
    ),
    JSON.stringify(lines),
  );
  assert.ok(
    lines.some((line) => line.includes('2016-04-19-maarat-market-voice') && !line.includes('2016-04-19-maarat-market')),
  );
  // The other lines are those of the army command and of the ministry in Moscow, which deny it and so are no origins of it.
  assert.deepEqual([market?.origins, lines.length], [2, 4]);
});

/** Read by eye from the texts on 2026-11-30. */
test('the army command that denies the strike on Maarat al-Numan accuses nobody, and is accused by nobody', () => {
  const market = result.incidents.find((incident) => FOUND[0]?.[1].every((name) => shared(incident).includes(name)));
  assert.deepEqual(
    market?.attributions.map(({ accused, attribution, denies }) => [accused.actor, attribution, denies]),
    [
      ['ru.airforce', 'stated', undefined],
      ['sy.airforce', 'denied_by_itself', undefined],
    ],
  );
  assert.equal(market?.attributionStatus, 'uncontested');
  assert.deepEqual(
    market?.contradictions.map(({ about, severity }) => `${about}/${severity}`),
    ['harm/minor', 'occurrence/major'],
  );
});

test('the hospital in Sukkari is told of by two lines and denied by one; Sukkari and Aleppo are no two places', () => {
  const hospital = result.incidents.find(
    (incident) => shared(incident).includes('2016-04-28-quds-hospital') && incident.links.length > 1,
  );
  assert.deepEqual([hospital?.origins, hospital?.independence?.lines.length], [2, 3]);
  assert.ok(hospital?.contradictions.every(({ about }) => about !== 'place'));
});

test('the same reports in another order give the same incidents', () => {
  assert.deepEqual(
    corroborate([...reports].reverse(), knowledge.corroboration, { sources: context }).incidents,
    result.incidents,
  );
});

/** What became of every statement with a speaker of the register and of a date, by the whole way from the texts. */
function fates(): Map<string, string[]> {
  const rules = {
    duties: knowledge.statementDuties,
    kin: partyKin(knowledge.actors),
    radiusKm: knowledge.assessment.radiusKm,
  };
  const spoken = reports.flatMap((report) =>
    report.statements.map((statement) => ({
      report: report.id,
      published: report.published,
      statement,
      words: report.text.slice(statement.span.start, statement.span.end),
      before: report.text.slice(Math.max(0, statement.span.start - 70), statement.span.start),
      places: placesIn(statement, report),
    })),
  );
  const incidents = result.incidents.map((incident) => ({
    ...incident,
    accused: incident.attributions.map(({ accused: { actor, name } }) => ({ actor, name })),
    knownFrom: null,
  }));
  const links = new Map(
    result.incidents.flatMap(({ id, links: own }) => own.map(({ report, coded }) => [`${report}#${coded}`, id])),
  );
  const at = { asOf: '2026-01-01', lastReport: '2016-07-12', decisions: new Map() };
  const all = draftsOf(spoken, rules, at.asOf);
  const found = all.map(() => ({ incidents, links }));
  const dated = recordsOf(all, { found, all, ...at }, rules).filter(({ due }) => due !== null);
  return new Map(
    [...Map.groupBy(dated, ({ status }) => status.value)].map(([status, records]) => [
      status,
      records.flatMap(({ speaker }) => speaker?.actor ?? []).sort(),
    ]),
  );
}

test('dated words of the demonstration were kept, broken, put off and taken back, by both sides alike', () => {
  const byStatus = fates();
  assert.deepEqual(byStatus.get('met'), ['sy.gov', 'sy.jaish-al-islam']);
  assert.deepEqual(byStatus.get('missed'), ['sy.ahrar', 'sy.army']);
  assert.deepEqual(byStatus.get('overtaken'), ['sy.army', 'sy.jaish-al-islam']);
  assert.deepEqual(byStatus.get('withdrawn'), ['sy.gov', 'sy.snc']);
});
