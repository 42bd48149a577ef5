/** Small reports, codings, incidents and findings for tests of the store: whole objects, each with one thing changed by the test. */
import type { CodedIncident, CodedReport, CodedStatement } from '../../src/model/coded-report.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Report } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import type { CaptureRequest } from '../../src/shell/store/capture.ts';

export const AT = '2026-01-02T03:04:05.678Z';
export const BY = 'tester';

export const captureRequest = (text: string, changes: Partial<CaptureRequest> = {}): CaptureRequest => ({
  bytes: new TextEncoder().encode(text),
  name: 'sample.txt',
  contentType: 'text/plain',
  given: { published: '2016-03-05' },
  illustrative: false,
  receivedAt: AT,
  ...changes,
});

const TEXT = 'Shells hit the north gate of Alder on Friday, residents said. "We will answer," the council said.';

export const spanOf = (words: string): Span => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});

export const sampleReport = (id: string, changes: Partial<Report> = {}): Report => ({
  id,
  title: 'Shells hit north gate',
  text: TEXT,
  language: 'en',
  published: '2016-03-05',
  publishedBasis: 'given',
  byline: null,
  source: 'Alder Post',
  url: null,
  notes: [],
  ...changes,
});

export const codedIncident = (id: string, changes: Partial<CodedIncident> = {}): CodedIncident => ({
  id,
  type: 'shelling',
  codes: { acled: 'Shelling/artillery/missile attack', plover: 'ASSAULT', cameo: '194', ucdp: null },
  modality: 'asserted',
  completed: true,
  aggregate: false,
  trigger: [{ start: 0, end: 10 }],
  perpetrators: [],
  targets: [],
  weapons: [],
  place: null,
  time: null,
  harm: {},
  attributedTo: [],
  evidence: [],
  confidence: 0.5,
  because: [],
  ...changes,
});

export const codedStatement = (id: string, changes: Partial<CodedStatement> = {}): CodedStatement => ({
  id,
  kind: 'threat',
  codes: { plover: null, cameo: null },
  speaker: { name: 'the council', kind: 'organisation', actor: 'al.council', spans: [spanOf('the council')] },
  addressees: [],
  span: spanOf('We will answer'),
  quoted: true,
  about: [],
  said: null,
  deadline: null,
  condition: null,
  confidence: 0.5,
  because: [],
  ...changes,
});

export const coding = (report: Report, changes: Partial<CodedReport> = {}): CodedReport => ({
  schema: 'coded-report/1',
  id: report.id,
  title: report.title,
  text: report.text,
  language: report.language,
  published: report.published,
  publishedBasis: report.publishedBasis,
  mentions: [],
  incidents: [codedIncident('i1')],
  statements: [codedStatement('s1')],
  notes: [],
  coder: { name: 'trucewatch', version: '0.0.0', knowledge: 'k1' },
  ...changes,
});

export const incident = (id: string, reports: readonly string[], changes: Partial<Incident> = {}): Incident => ({
  id,
  type: 'shelling',
  codes: { acled: null, plover: null, cameo: null, ucdp: null },
  modality: 'asserted',
  completed: true,
  aggregate: false,
  links: reports.map((report) => ({ report, coded: 'i1', origin: report, score: 1, reasons: [] })),
  time: { start: '2016-03-04', end: '2016-03-05', precision: 'day' },
  place: {
    place: 'gaz:1',
    name: 'Alder',
    country: 'XA',
    admin1: 'North',
    latitude: 35.5,
    longitude: 36.25,
    precision: 'settlement',
    spans: [],
  },
  placeRadiusKm: 3,
  harm: { killed: { min: 2, best: 3, max: null, rule: 'harm/lowest', claims: [] } },
  targets: [],
  weapons: ['mortar'],
  attributions: [
    {
      accused: { name: 'the Eastern Army', kind: 'organisation', actor: 'ea.army', spans: [] },
      attribution: 'stated',
      saidBy: [],
      report: reports[0] ?? '',
      origin: 'o',
      spans: [],
    },
  ],
  attributionStatus: 'uncontested',
  contradictions: [],
  origins: reports.length,
  ...changes,
});

const unknownLimb: Finding['limbs']['act'] = { value: 'unknown', because: 'nothing is said about it', spans: [] };

export const finding = (incidentId: string, clause: string, outcome: Finding['outcome']): Finding => ({
  schema: 'finding/1',
  incident: incidentId,
  reports: [],
  agreement: 'alder-2016',
  clause,
  mirror: null,
  outcome,
  limbs: {
    bearer: unknownLimb,
    counterparty: unknownLimb,
    act: unknownLimb,
    means: unknownLimb,
    zone: unknownLimb,
    time: unknownLimb,
    exception: unknownLimb,
  },
  bearers: ['ea.army'],
  confidence: 0.5,
  summary: 'A sample finding.',
});
