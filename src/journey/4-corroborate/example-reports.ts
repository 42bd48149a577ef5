/** Builds coded reports for tests: one sentence of our own, one or more incidents, everything else left out. */
import type { CodedIncident, CodedReport, Count } from '../../model/coded-report.ts';

/** A town of the gazetteer's kind: id, name, degrees. */
export type Town = readonly [id: string, name: string, lat: number, lon: number];
export const NORTHFORD: Town = ['t1', 'Northford', 36, 37];
export const EASTON: Town = ['t2', 'Easton', 36, 39];

export interface IncidentFacts {
  type?: CodedIncident['type'];
  modality?: CodedIncident['modality'];
  aggregate?: boolean;
  /** Day, or start and end (exclusive). */
  on?: string | readonly [string | null, string | null] | null;
  at?: Town | null;
  precision?: NonNullable<CodedIncident['place']>['precision'];
  killed?: Count | number;
  injured?: Count | number;
  casualties?: Count | number;
  by?: readonly (Partial<CodedIncident['perpetrators'][number]> & { name: string })[];
  saidBy?: readonly string[];
  objects?: readonly string[];
}

export function count(n: number, op: Count['claim']['op'] = '='): Count {
  return { claim: { op, n }, min: n, best: n, max: op === '=' ? n : null, spans: [] };
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export function codedIncident(id: string, facts: IncidentFacts = {}): CodedIncident {
  const { on = '2016-05-01', at = NORTHFORD } = facts;
  const [start, end] = on === null ? [null, null] : typeof on === 'string' ? [on, nextDay(on)] : on;
  return {
    id,
    type: facts.type ?? 'shelling',
    codes: { acled: null, plover: null, cameo: null, ucdp: null },
    modality: facts.modality ?? 'asserted',
    completed: true,
    aggregate: facts.aggregate ?? false,
    trigger: [{ start: 0, end: 5 }],
    perpetrators: (facts.by ?? []).map((one) => ({ kind: 'organisation', actor: null, spans: [], ...one })),
    targets: (facts.objects ?? []).map((object) => ({ name: object, kind: 'object', actor: null, object, spans: [] })),
    weapons: [],
    place: at === null ? null : placeAt(at, facts.precision ?? 'settlement'),
    time: on === null ? null : { start, end, precision: typeof on === 'string' ? 'day' : 'range', spans: [] },
    harm: harmOf(facts),
    attributedTo: (facts.saidBy ?? []).map((name) => ({ name, actor: null, spans: [] })),
    evidence: [],
    confidence: 1,
    because: [],
  };
}

function placeAt(
  [place, name, latitude, longitude]: Town,
  precision: NonNullable<CodedIncident['place']>['precision'],
): CodedIncident['place'] {
  return { place, name, country: 'XA', admin1: 'North', latitude, longitude, precision, spans: [] };
}

function harmOf(facts: IncidentFacts): CodedIncident['harm'] {
  const harm: CodedIncident['harm'] = {};
  for (const measure of ['killed', 'injured', 'casualties'] as const) {
    const value = facts[measure];
    if (value !== undefined) harm[measure] = typeof value === 'number' ? count(value) : value;
  }
  return harm;
}

export interface ReportFacts {
  published?: string | null;
  text?: string;
  /** Other places that it names. */
  naming?: readonly Town[];
}

const mentionOf = ([place, name, latitude, longitude]: Town, index: number): CodedReport['mentions'][number] => ({
  id: `m${index}`,
  kind: 'place',
  span: { start: 0, end: 1 },
  text: name,
  place,
  name,
  country: 'XA',
  admin1: 'North',
  latitude,
  longitude,
  precision: 'settlement',
});

/** A report whose text nobody else has, unless `text` is given. */
export function codedReport(id: string, incidents: readonly IncidentFacts[], facts: ReportFacts = {}): CodedReport {
  return {
    schema: 'coded-report/1',
    id,
    title: null,
    text: facts.text ?? ownWords(id),
    language: 'en',
    published: facts.published === undefined ? '2016-05-02' : facts.published,
    publishedBasis: 'given',
    mentions: (facts.naming ?? []).map(mentionOf),
    incidents: incidents.map((incident, index) => codedIncident(`i${index + 1}`, incident)),
    statements: [],
    notes: [],
    coder: { name: 'example', version: '0', knowledge: '' },
  };
}

/** Twelve words that only the report of this id has. */
const ownWords = (id: string): string =>
  Array.from({ length: 12 }, (_, index) => `${id.replace(/[^a-z0-9]/gi, '')}${'abcdefghijkl'[index]}`).join(' ');
