/** Fills a store with incidents for benchmarks, through the record door like everything else. */
import type { Change } from '../src/journey/7-record/change.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Incident } from '../src/model/incident.ts';
import { systemClock } from '../src/shell/clock.ts';
import { PROGRAM } from '../src/shell/config.ts';
import type { Store } from '../src/shell/store/store.ts';
import { seeded } from './synthetic-reports.ts';

const TYPES: readonly Incident['type'][] = [
  'shelling',
  'air_strike',
  'armed_clash',
  'bombing',
  'aid_obstruction',
  'talks',
  'withdrawal',
  'killing',
];
const OUTCOMES: readonly Finding['outcome'][] = [
  'breach-indicated',
  'consistent',
  'indeterminate',
  'outside-scope',
  'exception-claimed',
];
const INCIDENTS_A_REPORT = 10;
const REPORTS_A_BATCH = 50;

/** Adds what is missing to `count` incidents, called `inc-0`, `inc-1`, ... */
export async function fillWithIncidents(store: Store, count: number): Promise<void> {
  const { incidents } = await store.counts();
  const [captured] = await store.capture([
    {
      bytes: new TextEncoder().encode('synthetic incidents'),
      name: 'bench',
      contentType: 'text/plain',
      given: {},
      illustrative: true,
      receivedAt: systemClock.now(),
    },
  ]);
  const capture = captured?.capture.sha256 ?? '';
  await store.finishCaptures([capture]);
  const reports = Math.ceil(count / INCIDENTS_A_REPORT);
  for (let from = Math.floor(incidents / INCIDENTS_A_REPORT); from < reports; from += REPORTS_A_BATCH) {
    const numbers = Array.from({ length: Math.min(REPORTS_A_BATCH, reports - from) }, (_, index) => from + index);
    const changes = numbers.flatMap((number) => changesOf(number, capture));
    await store.record({ changes, at: systemClock.now(), by: PROGRAM.id });
  }
  await store.tidy();
}

/** One report with its coding and its incidents; about every fifth incident also rests on the report before. */
function changesOf(number: number, capture: string): Change[] {
  const random = seeded(number + 1);
  const id = `synthetic-${number}`;
  const text = `Report ${number} of the benchmark tells of several incidents. `.repeat(8);
  const report = {
    id,
    title: `Report ${number}`,
    text,
    language: 'en',
    published: day(random),
    publishedBasis: 'given' as const,
  };
  const coding: CodedReport = {
    ...report,
    schema: 'coded-report/1',
    mentions: [],
    incidents: [],
    statements: [],
    notes: [],
    coder: { name: 'bench', version: '1', knowledge: 'none' },
  };
  const incidents = Array.from({ length: INCIDENTS_A_REPORT }, (_, index) =>
    incident(number * INCIDENTS_A_REPORT + index, number, random),
  );
  coding.incidents = incidents.map((one, index) => codedOf(one, `i${index}`));
  return [
    {
      kind: 'read',
      read: {
        capture,
        ordinal: number,
        report: { ...report, byline: null, source: `Outlet ${number % 12}`, url: null, notes: [] },
      },
    },
    { kind: 'coded', coding },
    { kind: 'corroborated', corroborated: { id, story: id, origin: id, incidents: incidents.map((one) => one.id) } },
    ...incidents.map((one): Change => ({ kind: 'linked', incident: one })),
    ...incidents.map((one): Change => ({ kind: 'assessed', incident: one.id, findings: findings(one.id, id, random) })),
  ];
}

const day = (random: () => number): string =>
  new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 730) * 86_400_000).toISOString().slice(0, 10);
const pick = <T>(random: () => number, list: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
  list[Math.floor(random() * list.length)] ?? fallback;

function codedOf(one: Incident, id: string): CodedReport['incidents'][number] {
  const { type, codes, modality, completed, aggregate, place, time, targets } = one;
  return {
    id,
    type,
    codes,
    modality,
    completed,
    aggregate,
    targets,
    trigger: [{ start: 0, end: 6 }],
    perpetrators: [],
    weapons: [],
    harm: {},
    attributedTo: [],
    evidence: [],
    place,
    time: time === null ? null : { ...time, spans: [{ start: 0, end: 6 }] },
    confidence: 0.5,
    because: ['bench'],
  };
}

function incident(number: number, report: number, random: () => number): Incident {
  const start = day(random);
  const end = new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10);
  const town = Math.floor(random() * 500);
  const killed = Math.floor(random() * 20);
  const links = [report, ...(number % 5 === 0 && report > 0 ? [report - 1] : [])].map((one, index) => ({
    report: `synthetic-${one}`,
    coded: `i${(number + index) % INCIDENTS_A_REPORT}`,
    origin: `synthetic-${one}`,
    score: 1,
    reasons: ['same day', 'same town'],
  }));
  const actor = `party.${Math.floor(random() * 20)}`;
  return {
    id: `inc-${number}`,
    type: pick(random, TYPES, 'shelling'),
    codes: { acled: null, plover: null, cameo: null, ucdp: null },
    modality: random() < 0.8 ? 'asserted' : 'alleged',
    completed: true,
    aggregate: random() < 0.03,
    links,
    time: random() < 0.05 ? null : { start, end, precision: 'day' },
    place:
      random() < 0.05
        ? null
        : {
            place: `town-${town}`,
            name: `Town${town}`,
            country: 'SY',
            admin1: `Province${town % 14}`,
            latitude: 32 + random() * 5,
            longitude: 35 + random() * 6,
            precision: 'settlement',
            spans: [{ start: 0, end: 6 }],
          },
    placeRadiusKm: 3,
    harm: random() < 0.6 ? { killed: { min: killed, best: killed, max: killed + 3, rule: 'bench', claims: [] } } : {},
    targets: [
      {
        name: 'a market',
        kind: 'object',
        actor: null,
        spans: [{ start: 0, end: 6 }],
        object: 'market',
        protected: true,
      },
    ],
    weapons: ['artillery'],
    attributions: [
      {
        accused: { name: `The party ${actor}`, kind: 'organisation', actor, spans: [{ start: 0, end: 6 }] },
        attribution: 'stated',
        saidBy: [],
        report: `synthetic-${report}`,
        origin: `synthetic-${report}`,
        spans: [],
      },
    ],
    attributionStatus: 'uncontested',
    contradictions: [],
    origins: links.length,
  };
}

function findings(id: string, report: string, random: () => number): Finding[] {
  const limb: Finding['limbs']['act'] = {
    value: 'met',
    because: 'the report says so',
    spans: [{ report, start: 0, end: 6 }],
  };
  const limbs = { bearer: limb, counterparty: limb, act: limb, means: limb, zone: limb, time: limb, exception: limb };
  const count = Math.floor(random() * 4);
  const first = Math.floor(random() * 10);
  return Array.from({ length: count }, (_, index) => ({
    schema: 'finding/1',
    incident: id,
    reports: [report],
    agreement: 'bench',
    clause: `c${(first + index) % 10}`,
    mirror: null,
    outcome: pick(random, OUTCOMES, 'indeterminate'),
    limbs,
    bearers: ['party.1'],
    confidence: 0.5,
    summary: 'A finding of the benchmark.',
  }));
}
