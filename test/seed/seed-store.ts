/** Fills a store with the seed reports, the incidents they are linked to, and findings: all through the store's one door. */
import type { Change } from '../../src/journey/7-record/change.ts';
import type { CodedIncident } from '../../src/model/coded-report.ts';
import type { Finding } from '../../src/model/finding.ts';
import { gradeWords } from '../../src/model/grade-words.ts';
import type { HarmRange, Incident, IncidentLink } from '../../src/model/incident.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { SEED_LIST } from './seed-list.ts';
import { SEED_REPORTS, type SeedReport } from './seed-reports.ts';

const AT = '2026-01-01T00:00:00.000Z';

/** Which reports tell of one incident: positions in SEED_REPORTS, and the origin of each. */
const INCIDENTS: {
  id: string;
  from: [report: number, origin: string][];
  outcome?: Finding['outcome'];
  clause?: string;
}[] = [
  {
    id: 'saraqib-market',
    from: [
      [0, 'o1'],
      [1, 'o1'],
      [2, 'o2'],
    ],
    outcome: 'breach-indicated',
    clause: 'G2',
  },
  { id: 'aleppo-strikes', from: [[3, 'o3']], outcome: 'indeterminate', clause: 'G2' },
  { id: 'madaya-convoy', from: [[4, 'o4']], outcome: 'consistent', clause: 'G4' },
  { id: 'total-since-truce', from: [[5, 'o5']] },
  { id: 'hill-threat', from: [[6, 'o6']], outcome: 'outside-scope', clause: 'O3' },
];

export async function seedStore(store: Store): Promise<void> {
  for (const { source, coding } of SEED_REPORTS) {
    const bytes = new TextEncoder().encode(coding.text);
    const [kept] = await store.capture([
      {
        bytes,
        name: `${coding.id}.txt`,
        contentType: 'text/plain',
        given: { source, published: coding.published ?? '' },
        illustrative: true,
        receivedAt: AT,
      },
    ]);
    if (kept === undefined) throw new Error('a capture must be answered');
    const { id, title, text, language, published, publishedBasis, notes } = coding;
    const report = { id, title, text, language, published, publishedBasis, byline: null, source, url: null, notes };
    await store.record({
      changes: [
        { kind: 'read', read: { capture: kept.capture.sha256, ordinal: 0, report } },
        { kind: 'coded', coding },
      ],
      at: AT,
      by: 'seed',
    });
    await store.finishCaptures([kept.capture.sha256]);
  }
  const changes = INCIDENTS.flatMap(({ id, from, outcome, clause }): Change[] => {
    const told = from.map(([position, origin]) => ({ report: reportAt(position), origin }));
    const incident = incidentOf(id, told);
    const corroborated = told.map(
      ({ report, origin }): Change => ({
        kind: 'corroborated',
        corroborated: { id: report.coding.id, story: id, origin, incidents: [id] },
      }),
    );
    const findings = outcome === undefined || clause === undefined ? [] : [findingOf(incident, outcome, clause)];
    return [...corroborated, { kind: 'linked', incident }, { kind: 'assessed', incident: id, findings }];
  });
  await store.record({ changes: [...changes, { kind: 'listed', list: SEED_LIST }], at: AT, by: 'seed' });
}

function reportAt(position: number): SeedReport {
  const report = SEED_REPORTS[position];
  if (report === undefined) throw new RangeError(`there is no seed report ${position}`);
  return report;
}

const codedIn = ({ coding }: SeedReport): CodedIncident => {
  const [coded] = coding.incidents;
  if (coded === undefined) throw new Error(`the seed report "${coding.title}" codes no incident`);
  return coded;
};

type Told = { report: SeedReport; origin: string };

function incidentOf(id: string, told: Told[]): Incident {
  const [first] = told;
  if (first === undefined) throw new Error(`incident ${id} has no report`);
  const coded = codedIn(first.report);
  const links = told.map(
    ({ report, origin }, index): IncidentLink => ({
      report: report.coding.id,
      coded: codedIn(report).id,
      origin,
      // The second origin tells it differently enough for the review desk to ask.
      score: index === 0 ? 1 : origin === first.origin ? 0.93 : 0.62,
      reasons: index === 0 ? ['founded it'] : ['same town', 'same evening'],
    }),
  );
  const accused = told.flatMap(({ report, origin }) =>
    codedIn(report).perpetrators.map((perpetrator) => ({ perpetrator, report, origin })),
  );
  return {
    id,
    type: coded.type,
    codes: coded.codes,
    modality: coded.modality,
    completed: coded.completed,
    aggregate: coded.aggregate,
    links,
    time:
      coded.time === null ? null : { start: coded.time.start, end: coded.time.end, precision: coded.time.precision },
    place: coded.place,
    placeRadiusKm:
      coded.place === null
        ? null
        : { exact: 0, settlement: 3, district: 12, province: 80, country: 400, region: 200 }[
            coded.place.precision ?? 'exact'
          ],
    harm: harmOf(told),
    targets: coded.targets,
    weapons: coded.weapons.map(({ term }) => term),
    attributions: accused.map(({ perpetrator, report, origin }) => ({
      accused: perpetrator,
      attribution: perpetrator.attribution ?? 'stated',
      saidBy: codedIn(report).attributedTo.map(({ name, actor }) => ({ name, actor })),
      report: report.coding.id,
      origin,
      spans: perpetrator.spans,
    })),
    attributionStatus:
      accused.length === 0
        ? 'unattributed'
        : accused.some(({ perpetrator }) => perpetrator.attribution === 'denied_by_itself')
          ? 'contested'
          : 'uncontested',
    contradictions:
      told.length > 1
        ? [
            {
              about: 'harm',
              message: 'Harbour Radio says 15 killed; Orontes Wire says at least 12.',
              severity: 'minor',
              reports: told.map(({ report }) => report.coding.id),
            },
          ]
        : [],
    origins: new Set(told.map(({ origin }) => origin)).size,
    grades: {
      sources: told.map(({ report }) => ({
        report: report.coding.id,
        outlet: null,
        reliability: 'F',
        relation: 'unknown',
        because: gradeWords('grade/not-registered'),
      })),
      credibility: [{ about: 'occurrence', grade: 3, because: gradeWords('grade/one-unopposed') }],
    },
  };
}

function harmOf(told: Told[]): Incident['harm'] {
  const claims = told.flatMap(({ report, origin }) =>
    Object.entries(codedIn(report).harm).map(([measure, count]) => ({
      measure,
      claim: { report: report.coding.id, origin, count },
    })),
  );
  const ranges = [...Map.groupBy(claims, ({ measure }) => measure)].map(([measure, group]): [string, HarmRange] => {
    const counts = group.map(({ claim }) => claim.count);
    const max = counts.some((count) => count.max === null) ? null : Math.max(...counts.map((count) => count.max ?? 0));
    return [
      measure,
      {
        min: Math.min(...counts.map(({ min }) => min)),
        best: counts[0]?.best ?? null,
        max,
        rule: 'median of independent origins',
        claims: group.map(({ claim }) => claim),
      },
    ];
  });
  return Object.fromEntries(ranges);
}

function findingOf(incident: Incident, outcome: Finding['outcome'], clause: string): Finding {
  const [link] = incident.links;
  const spans = (incident.attributions[0]?.spans ?? []).map(({ start, end }) => ({
    report: link?.report ?? '',
    start,
    end,
  }));
  const met: Finding['limbs']['act'] = { value: 'met', because: 'the report says it', spans: [] };
  return {
    schema: 'finding/1',
    incident: incident.id,
    reports: incident.links.map(({ report }) => report),
    agreement: 'syria-2016',
    clause,
    mirror: null,
    outcome,
    limbs: {
      bearer: { value: 'met', because: 'the accused belongs to a side that is bound', spans },
      counterparty: {
        value: 'unknown',
        because: 'who controlled the town is not said',
        spans: [],
        wouldSettle: 'a map of control of that week',
      },
      act: met,
      means: met,
      zone: met,
      time: met,
      exception: { value: 'not-applicable', because: 'none was claimed', spans: [] },
    },
    bearers: ['sy.military'],
    confidence: 0.7,
    summary: `The test of clause ${clause} came to: ${outcome}.`,
  };
}
