import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { z } from '@hono/zod-openapi';
import { codedReport } from '../../src/shell/http/coded-report-schemas.ts';
import {
  agreementDetail,
  agreementList,
  analytics,
  clauseAnswer,
  decisionPage,
  doubtPage,
  duties,
  elsewhereAnswer,
  findingHistory,
  findingPage,
  health,
  implementation,
  incidentDetail,
  incidentPage,
  ledgerPage,
  ledgerRecord,
  ledgerRoot,
  listOfLists,
  mapPoints,
  nameTable,
  nearMissList,
  type ProblemCode,
  parity,
  partyDetail,
  partyList,
  problem,
  refusalPage,
  reminders,
  reportDetail,
  reportPage,
  situationSummary,
  statementPage,
  truceState,
  whatIfAnswer,
} from '../../src/shell/http/contract.ts';
import { SEED_REPORTS } from '../seed/seed-reports.ts';
import { type ApiOverSeed, apiOverSeed, jsonOf } from './api-over-seed.ts';
import { type Description, REFERENCE, referenceOf } from './api-reference.ts';

let api: ApiOverSeed;
before(async () => {
  api = await apiOverSeed();
});
after(() => api.close());

const REPORT = SEED_REPORTS[2]?.coding.id ?? '';

const LEDGER_RECORD = SEED_REPORTS.flatMap(({ coding }) =>
  coding.statements.map(({ id, kind }) => ({ id: `${coding.id}#${id}`, kind })),
).find(({ kind }) => kind === 'demand' || kind === 'threat' || kind === 'commitment')?.id;

const ANSWERS: [path: string, schema: z.ZodType][] = [
  ['/api/v1/incidents', incidentPage],
  [
    '/api/v1/incidents?type=shelling,air_strike&from=2016-05-01&to=2016-05-31&party=sy.military,ru.airforce&sort=killed',
    incidentPage,
  ],
  ['/api/v1/incidents?clause=syria-2016/G2&outcome=breach-indicated&bbox=36,35,38,37&q=saraqib', incidentPage],
  ['/api/v1/incidents/saraqib-market', incidentDetail],
  ['/api/v1/incidents/saraqib-market/findings/past', findingHistory],
  ['/api/v1/summary', situationSummary],
  ['/api/v1/map/points', mapPoints],
  ['/api/v1/reports', reportPage],
  ['/api/v1/reports?source=Harbour%20Radio&q=toll', reportPage],
  [`/api/v1/reports/${REPORT}`, reportDetail],
  [`/api/v1/reports/${REPORT}/coding`, codedReport],
  ['/api/v1/statements?kind=demand,threat&deadline=with', statementPage],
  ['/api/v1/statements/ledger?asOf=2016-06-01', ledgerPage],
  ['/api/v1/statements/ledger?form=demand,ultimatum&status=open,missed&deadline=with', ledgerPage],
  ['/api/v1/statements/reminders?asOf=2016-06-01&withinDays=60', reminders],
  [`/api/v1/statements/ledger/${encodeURIComponent(`${LEDGER_RECORD}`)}?asOf=2016-06-01`, ledgerRecord],
  ['/api/v1/findings?agreement=syria-2016&outcome=breach-indicated', findingPage],
  ['/api/v1/analytics', analytics],
  ['/api/v1/analytics?agreement=syria-2016&party=sy.military&from=2016-05-01&evidence=reported', analytics],
  ['/api/v1/analytics/state?agreement=syria-2016&recentDays=14', truceState],
  ['/api/v1/analytics/state', truceState],
  ['/api/v1/agreements/syria-2016/duties', duties],
  ['/api/v1/agreements/syria-2016/implementation', implementation],
  ['/api/v1/agreements/syria-2016/parity', parity],
  ['/api/v1/agreements/syria-2016/clauses/G2', clauseAnswer],
  ['/api/v1/parties', partyList],
  ['/api/v1/parties/ru.gov?asOf=2016-06-01', partyDetail],
  ['/api/v1/agreements', agreementList],
  ['/api/v1/names/ar', nameTable],
  ['/api/v1/agreements/syria-2016', agreementDetail],
  ['/api/v1/ledger/root', ledgerRoot],
  ['/api/v1/health', health],
  ['/api/v1/refusals', refusalPage],
  ['/api/v1/review/doubts', doubtPage],
  ['/api/v1/incidents/saraqib-market/what-if', whatIfAnswer],
  ['/api/v1/incidents/saraqib-market/what-if/elsewhere?place=33.46,36.23', elsewhereAnswer],
  ['/api/v1/incidents/saraqib-market/what-if/elsewhere?place=Tripoli', elsewhereAnswer],
  ['/api/v1/decisions', decisionPage],
  ['/api/v1/lists', listOfLists],
  ['/api/v1/incidents/saraqib-market/near', nearMissList],
];
for (const [path, schema] of ANSWERS) {
  test(`GET ${path} answers as the contract says`, async () => {
    const answer = await api.get(path);
    assert.equal(answer.status, 200, await answer.clone().text());
    schema.parse(await jsonOf(answer));
  });
}

test('one of several places of a name can be chosen, and each clause says what it would come to there', async () => {
  const path = '/api/v1/incidents/saraqib-market/what-if/elsewhere?place=Tripoli';
  const first = elsewhereAnswer.parse(await jsonOf(await api.get(path)));
  const lebanese = first.others.find(({ country }) => country === 'LB');
  assert.ok(lebanese?.place);
  const there = elsewhereAnswer.parse(await jsonOf(await api.get(`${path}&choice=${lebanese.place}`)));
  assert.equal(there.place.country, 'LB');
  const [clause] = there.items[0]?.clauses ?? [];
  assert.deepEqual([clause?.to, clause?.zone?.value], ['outside-scope', 'not-met']);
});

test('the coding of a report is answered exactly as it was stored', async () => {
  assert.deepEqual(await jsonOf(await api.get(`/api/v1/reports/${REPORT}/coding`)), SEED_REPORTS[2]?.coding);
});

test('an incident carries for every source the words that its values rest on', async () => {
  const { sources } = incidentDetail.parse(await jsonOf(await api.get('/api/v1/incidents/saraqib-market')));
  const texts = new Map(SEED_REPORTS.map(({ coding }) => [coding.id, coding.text]));
  assert.equal(sources.length, 3);
  for (const { report, passages } of sources) {
    for (const { start, end, quote } of passages) assert.equal(texts.get(report.id)?.slice(start, end), quote);
  }
});

test('pages follow each other by cursor until every incident was shown once', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: z.infer<typeof incidentPage> = incidentPage.parse(
      await jsonOf(
        await api.get(`/api/v1/incidents?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`),
      ),
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  assert.deepEqual(seen, ['aleppo-strikes', 'saraqib-market', 'madaya-convoy', 'total-since-truce', 'hill-threat']);
});

test('every figure links to the list of exactly the incidents it counts', async () => {
  const answer = analytics.parse(await jsonOf(await api.get('/api/v1/analytics')));
  const rows = Object.values(answer.dimensions).flat();
  const all = [
    answer.figures,
    ...rows.map(({ figures }) => figures),
    ...answer.days.flatMap(({ figures }) => figures ?? []),
  ];
  const figures = all.flatMap((one) => [one.all, one.reported, one.corroborated, one.adjudicated]);
  assert.ok(figures.length > 40, `${figures.length}`);
  for (const { list, incidents, ids } of figures) {
    const page = incidentPage.parse(await jsonOf(await api.get(`${list}&limit=200`)));
    assert.deepEqual([page.total, page.items.map(({ id }) => id).sort()], [incidents, ids], list);
  }
});

test('every figure of harm links to the list of exactly the incidents that tell of it', async () => {
  const { figures, dimensions } = analytics.parse(await jsonOf(await api.get('/api/v1/analytics')));
  const all = [figures, ...Object.values(dimensions).flatMap((rows) => rows.map((row) => row.figures))];
  const told = all
    .flatMap((one) => [one.all, one.reported, one.corroborated])
    .flatMap(({ list, harm }) =>
      Object.entries(harm).map(([measure, range]) => [`${list}&harm=${measure}`, range?.incidents ?? 0] as const),
    );
  assert.ok(told.length > 10, `${told.length}`);
  for (const [list, incidents] of told)
    assert.equal(incidentPage.parse(await jsonOf(await api.get(`${list}&limit=200`))).total, incidents, list);
});

test('what is not counted is told with the reason', async () => {
  const { figures, leftOut } = analytics.parse(await jsonOf(await api.get('/api/v1/analytics')));
  assert.equal(figures.all.incidents, 3);
  assert.deepEqual(leftOut, [
    { why: 'threatened', incidents: 1 },
    { why: 'total', incidents: 1 },
  ]);
});

const REFUSALS: [path: string, status: number, code: ProblemCode][] = [
  ['/api/v1/incidents?type=party', 400, 'request/invalid'],
  ['/api/v1/incidents?harm=sorrow', 400, 'request/invalid'],
  ['/api/v1/incidents?from=2016-02-31', 400, 'request/invalid'],
  ['/api/v1/incidents?from=yesterday', 400, 'request/invalid'],
  ['/api/v1/incidents?bbox=1,2,3', 400, 'request/invalid'],
  ['/api/v1/incidents?bbox=1,80,3,-80', 400, 'request/invalid'],
  ['/api/v1/incidents?bbox=a,b,c,d', 400, 'request/invalid'],
  ['/api/v1/incidents?limit=1000000', 400, 'request/invalid'],
  ['/api/v1/incidents?cursor=zzzz', 400, 'request/cursor-invalid'],
  [`/api/v1/incidents?q=${'a'.repeat(300)}`, 400, 'request/invalid'],
  ['/api/v1/incidents/none', 404, 'request/not-found'],
  ['/api/v1/incidents/%00', 400, 'request/invalid'],
  ['/api/v1/incidents?q=%00', 400, 'request/invalid'],
  ['/api/v1/incidents?party=a%00b', 400, 'request/invalid'],
  ['/api/v1/incidents?from=0000-01-01', 400, 'request/invalid'],
  ['/api/v1/map/outlines/%00%00', 404, 'request/not-found'],
  ['/api/v1/reports/none', 404, 'request/not-found'],
  ['/api/v1/reports/none/coding', 404, 'request/not-found'],
  ['/api/v1/statements/ledger/none', 400, 'request/invalid'],
  ['/api/v1/statements/ledger/none%23s1', 404, 'request/not-found'],
  ['/api/v1/statements/ledger?asOf=soon', 400, 'request/invalid'],
  ['/api/v1/statements/reminders?withinDays=0', 400, 'request/invalid'],
  ['/api/v1/analytics?evidence=some', 400, 'request/invalid'],
  ['/api/v1/analytics/state?recentDays=1', 400, 'request/invalid'],
  ['/api/v1/parties/none', 404, 'request/not-found'],
  ['/api/v1/agreements/syria-2016/clauses/none', 404, 'request/not-found'],
  ['/api/v1/agreements/none/duties', 404, 'request/not-found'],
  ['/api/v1/lists/none', 404, 'request/not-found'],
  ['/api/v1/decisions/none', 404, 'request/not-found'],
  ['/api/v1/incidents/none/what-if', 404, 'request/not-found'],
  ['/api/v1/incidents/none/what-if/elsewhere?place=33.46,36.23', 404, 'request/not-found'],
  ['/api/v1/incidents/saraqib-market/what-if/elsewhere?place=Nowhereatall', 404, 'request/not-found'],
  ['/api/v1/incidents/saraqib-market/what-if/elsewhere', 400, 'request/invalid'],
  ['/api/v1/incidents/none/near', 404, 'request/not-found'],
  ['/api/v1/agreements/none', 404, 'request/not-found'],
  ['/api/v1/analytics?agreement=none', 404, 'request/not-found'],
  ['/api/v1/analytics/state?agreement=none', 404, 'request/not-found'],
  ['/api/v1/analytics/state?baselineFrom=2016-05-01&baselineTo=2016-04-01', 400, 'request/invalid'],
  ['/api/v1/names/xx', 400, 'request/invalid'],
  ['/api/v1/map/outlines/XX', 404, 'request/not-found'],
  ['/api/v1/map/outlines/..%2F..%2Fpackage', 404, 'request/not-found'],
  ['/api/v1/nothing', 404, 'request/not-found'],
];
for (const [path, status, code] of REFUSALS) {
  test(`GET ${path.slice(0, 80)} is refused with ${code}`, async () => {
    const answer = await api.get(path);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.deepEqual([answer.status, problem.parse(await answer.json()).code], [status, code]);
  });
}

const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<Response> =>
  Promise.resolve(
    api.app.request('/api/v1/code', { method: 'POST', body, headers: { host: 'localhost', 'content-type': type } }),
  );

test('a posted text is coded, its text unchanged', async () => {
  const text = 'Government forces shelled the city of Idlib on Tuesday, killing at least 12 people, activists said.';
  const answer = await post(JSON.stringify({ text, published: '2016-05-04' }));
  assert.equal(answer.status, 200, await answer.clone().text());
  const coding = codedReport.parse(await jsonOf(answer));
  assert.equal(coding.text, text);
  assert.ok(coding.incidents.length > 0);
});

const BODIES: [name: string, body: string, status: number, code: ProblemCode][] = [
  ['no JSON', 'shelling', 400, 'request/invalid'],
  ['no text', '{}', 400, 'request/invalid'],
  ['an empty text', '{"text":""}', 400, 'request/invalid'],
  ['a date that does not exist', '{"text":"a","published":"2016-13-40"}', 400, 'request/invalid'],
  ['a text longer than is taken', JSON.stringify({ text: 'a'.repeat(200_001) }), 400, 'request/invalid'],
  ['a body larger than is taken', JSON.stringify({ text: 'a'.repeat(2_000_000) }), 413, 'request/too-large'],
];
for (const [name, body, status, code] of BODIES) {
  test(`POST /api/v1/code refuses ${name} with ${code}`, async () => {
    const answer = await post(body);
    assert.deepEqual([answer.status, problem.parse(await answer.json()).code], [status, code]);
  });
}

test('hostile texts are coded or refused within seconds, never a defect', async () => {
  const texts = [
    '\u0000\u0001',
    '\ud800 lone',
    '\u202e\u200f\u200b',
    'killed '.repeat(25_000),
    `${'('.repeat(5000)}12 killed${')'.repeat(5000)}`,
  ];
  for (const text of texts)
    assert.ok([200, 422].includes((await post(JSON.stringify({ text }))).status), JSON.stringify(text.slice(0, 20)));
  assert.deepEqual(api.log, []);
});

test('every answer forbids other hosts and sniffing', async () => {
  for (const path of ['/', '/api/v1/health', '/api/v1/incidents/none']) {
    const { headers } = await api.get(path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*connect-src 'self'/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
  }
});

test('a request under a foreign name is refused, so that no other page can reach the store', async () => {
  for (const host of ['example.org', 'localhost.example.org', '127.0.0.1.example.org:4710', 'user@localhost']) {
    const answer = await api.get('/api/v1/incidents', { host });
    assert.deepEqual([answer.status, problem.parse(await answer.json()).code], [421, 'request/host-not-allowed'], host);
  }
  for (const host of ['localhost', '127.0.0.1:4710', '[::1]:4710'])
    assert.equal((await api.get('/api/v1/health', { host })).status, 200, host);
});

test('paths that climb out of the page folder lead nowhere', async () => {
  for (const path of [
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  ]) {
    const answer = await api.get(path);
    assert.ok(answer.status === 404 || !(await answer.text()).includes('"dependencies"'), path);
  }
});

test('the description is OpenAPI 3.1 and names every path that the interface has', async () => {
  const { openapi, paths } = (await jsonOf(await api.get('/api/openapi.json'))) as {
    openapi: string;
    paths: Record<string, unknown>;
  };
  assert.equal(openapi, '3.1.0');
  assert.deepEqual(Object.keys(paths).sort(), [
    '/api/v1/agreements',
    '/api/v1/agreements/{id}',
    '/api/v1/agreements/{id}/clauses/{clause}',
    '/api/v1/agreements/{id}/duties',
    '/api/v1/agreements/{id}/implementation',
    '/api/v1/agreements/{id}/parity',
    '/api/v1/analytics',
    '/api/v1/analytics/state',
    '/api/v1/code',
    '/api/v1/decisions',
    '/api/v1/decisions/draft',
    '/api/v1/decisions/{id}',
    '/api/v1/decisions/{id}/proof',
    '/api/v1/findings',
    '/api/v1/health',
    '/api/v1/incidents',
    '/api/v1/incidents/{id}',
    '/api/v1/incidents/{id}/findings/past',
    '/api/v1/incidents/{id}/near',
    '/api/v1/incidents/{id}/what-if',
    '/api/v1/incidents/{id}/what-if/elsewhere',
    '/api/v1/keys',
    '/api/v1/keys/{fingerprint}/retirement',
    '/api/v1/ledger/root',
    '/api/v1/lists',
    '/api/v1/lists/{id}',
    '/api/v1/map/outlines/{name}',
    '/api/v1/map/points',
    '/api/v1/names/{language}',
    '/api/v1/parties',
    '/api/v1/parties/{id}',
    '/api/v1/refusals',
    '/api/v1/reports',
    '/api/v1/reports/{id}',
    '/api/v1/reports/{id}/coding',
    '/api/v1/reports/{id}/story',
    '/api/v1/review/doubts',
    '/api/v1/statements',
    '/api/v1/statements/ledger',
    '/api/v1/statements/ledger/{id}',
    '/api/v1/statements/reminders',
    '/api/v1/summary',
  ]);
});

test('the API reference is the one that the schemas give', async () => {
  const description = (await jsonOf(await api.get('/api/openapi.json'))) as Description;
  assert.equal(
    readFileSync(REFERENCE, 'utf8'),
    referenceOf(description),
    'write it anew: node test/http/api-reference.ts',
  );
});
