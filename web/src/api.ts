/** Asks the program behind the page. Answers have the shapes of the contract, which the same program holds. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CodedReport } from '../../src/model/coded-report.ts';
import type {
  AgreementDetail,
  AgreementList,
  Analytics,
  ClauseAnswer,
  Decided,
  DecisionDetail,
  DecisionPage,
  DecisionRequest,
  DoubtPage,
  Duties,
  Elsewhere,
  FindingHistory,
  FindingPage,
  Health,
  Implementation,
  IncidentDetail,
  IncidentPage,
  KeyList,
  LedgerRoot,
  ListDetail,
  ListOfLists,
  MapPoints,
  NameTable,
  NearMissList,
  Parity,
  PartyDetail,
  PartyList,
  Problem,
  Reminders,
  ReportDetail,
  ReportPage,
  ReportStory,
  SituationSummary,
  StatementLedgerPage,
  StatementLedgerRecord,
  StatementPage,
  TruceStateAnswer,
  WhatIf,
} from '../../src/shell/http/contract.ts';

export type Params = Readonly<Record<string, string | undefined>>;

/** An error answer of the program, or `null` when it did not answer at all. */
export class ApiError extends Error {
  readonly problem: Problem | null;

  constructor(problem: Problem | null) {
    super(problem?.detail ?? 'no answer');
    this.name = 'ApiError';
    this.problem = problem;
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => null);
  if (response === null) throw new ApiError(null);
  const answer: unknown = await response.json().catch(() => null);
  // The program that serves the page checked the answer's shape when it was compiled; its errors are problem answers.
  if (!response.ok) throw new ApiError(answer as Problem | null);
  return answer as T;
}

const post = <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

function withParams(path: string, params: Params): string {
  const present = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return present.length === 0 ? path : `${path}?${new URLSearchParams(present)}`;
}

const one = <T>(path: string, params: Params = {}) =>
  queryOptions({ queryKey: [path, params], queryFn: ({ signal }) => ask<T>(withParams(path, params), { signal }) });

const pages = <T extends { next: string | null }>(path: string, params: Params) =>
  infiniteQueryOptions({
    queryKey: [path, params],
    queryFn: ({ pageParam, signal }) =>
      ask<T>(withParams(path, { ...params, cursor: pageParam ?? undefined }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: T) => page.next,
  });

const at = (path: string, id: string): string => `/api/v1/${path}/${encodeURIComponent(id)}`;

export const incidentPages = (params: Params) => pages<IncidentPage>('/api/v1/incidents', params);
export const reportPages = (params: Params) => pages<ReportPage>('/api/v1/reports', params);
export const reportStory = (id: string) => one<ReportStory>(`${at('reports', id)}/story`);
export const statementPages = (params: Params) => pages<StatementPage>('/api/v1/statements', params);
export const recordPages = (params: Params) => pages<StatementLedgerPage>('/api/v1/statements/ledger', params);
export const record = (id: string, params: Params = {}) =>
  one<StatementLedgerRecord>(at('statements/ledger', id), params);
export const reminders = (params: Params) => one<Reminders>('/api/v1/statements/reminders', params);
export const findingPages = (params: Params) => pages<FindingPage>('/api/v1/findings', params);
export const parties = () => one<PartyList>('/api/v1/parties');
export const party = (id: string) => one<PartyDetail>(at('parties', id));
export const clause = (agreement: string, id: string) =>
  one<ClauseAnswer>(`${at('agreements', agreement)}/clauses/${encodeURIComponent(id)}`);
export const analytics = (params: Params) => one<Analytics>('/api/v1/analytics', params);
export const truceState = (params: Params) => one<TruceStateAnswer>('/api/v1/analytics/state', params);
export const parity = (agreement: string) => one<Parity>(`${at('agreements', agreement)}/parity`);
export const implementation = (agreement: string) =>
  one<Implementation>(`${at('agreements', agreement)}/implementation`);
export const duties = (agreement: string) => one<Duties>(`${at('agreements', agreement)}/duties`);
export const doubtPages = () => pages<DoubtPage>('/api/v1/review/doubts', {});
/** Everything that people decided about any of these, oldest first. */
export const decisionsAbout = (subjects: readonly string[]) =>
  one<DecisionPage>(`/api/v1/decisions?${new URLSearchParams(subjects.map((subject) => ['about', subject]))}`);
export const keys = () => one<KeyList>('/api/v1/keys');
export const decisionPages = () => pages<DecisionPage>('/api/v1/decisions', {});
export const lists = () => one<ListOfLists>('/api/v1/lists');
export const listPages = (id: string, params: Params) => pages<ListDetail>(at('lists', id), params);
export const decision = (id: string) => one<DecisionDetail>(at('decisions', id));
export const nearIncidents = (id: string) => one<NearMissList>(`${at('incidents', id)}/near`);
export const incident = (id: string) => one<IncidentDetail>(at('incidents', id));
export const whatIf = (id: string) => one<WhatIf>(`${at('incidents', id)}/what-if`);
export const elsewhere = (id: string, params: { place: string; choice?: string }) =>
  one<Elsewhere>(`${at('incidents', id)}/what-if/elsewhere`, params);
/** Outlines of the provinces of a country, as the map has them. */
export const provinceOutlines = (country: string) =>
  one<GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, { code: string; name: string; lon: number; lat: number }>>(
    at('map/outlines', country),
  );
export const pastFindings = (id: string) => one<FindingHistory>(`${at('incidents', id)}/findings/past`);
export const report = (id: string) => one<ReportDetail>(at('reports', id));
export const coding = (id: string) => one<CodedReport>(`${at('reports', id)}/coding`);
export const agreements = () => one<AgreementList>('/api/v1/agreements');
/** They change with the program only. */
export const nameTable = (language: string) => ({
  ...one<NameTable>(at('names', language)),
  staleTime: Number.POSITIVE_INFINITY,
});
export const agreement = (id: string) => one<AgreementDetail>(at('agreements', id));
export const summary = (params: Params) => one<SituationSummary>('/api/v1/summary', params);
export const mapPoints = (params: Params) => one<MapPoints>('/api/v1/map/points', params);
export const ledgerRoot = () => one<LedgerRoot>('/api/v1/ledger/root');
export const health = () => one<Health>('/api/v1/health');

export const decide = (request: DecisionRequest): Promise<Decided> => post('/api/v1/decisions', request);

export const codeText = (text: string, published: string) =>
  queryOptions({
    queryKey: ['code', text, published],
    queryFn: ({ signal }) =>
      post<CodedReport>('/api/v1/code', published === '' ? { text } : { text, published }, signal),
    enabled: text.trim() !== '',
    gcTime: 30_000,
  });
