/** What every store must do, whatever engine stands behind it. Each test begins with an empty database. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Change } from '../../src/journey/7-record/change.ts';
import { entryJson, entryLeaf } from '../../src/journey/7-record/record.ts';
import { toHex } from '../../src/ledger/hash.ts';
import { inclusionPath } from '../../src/ledger/prove.ts';
import { verifyInclusion } from '../../src/ledger/verify.ts';
import type { IncidentFilter, IncidentSort, Page, PageRequest } from '../../src/shell/store/lists.ts';
import type { Store } from '../../src/shell/store/store.ts';
import {
  AT,
  BY,
  captureRequest,
  codedStatement,
  coding,
  finding,
  incident,
  sampleReport,
  spanOf,
} from './sample-data.ts';

export interface Fresh {
  store: Store;
  /** The folder that holds `captures/`. */
  directory: string;
  /** Runs SQL behind the store's back. */
  tamper(sql: string): Promise<void>;
}

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Captures, reads and codes one report per id, as one capture each. */
async function fill(
  store: Store,
  ids: readonly string[],
  text: (id: string) => string = (id) => `text of ${id}`,
): Promise<void> {
  const captured = await store.capture(ids.map((id) => captureRequest(text(id))));
  const changes = ids.flatMap((id, index): Change[] => {
    const report = sampleReport(id);
    const capture = captured[index]?.capture.sha256 ?? '';
    return [
      { kind: 'read', read: { capture, ordinal: 0, report } },
      { kind: 'coded', coding: coding(report) },
    ];
  });
  await store.record({ changes, at: AT, by: BY });
}

const record = (store: Store, changes: readonly Change[]): ReturnType<Store['record']> =>
  store.record({ changes, at: AT, by: BY });

async function allPages<T>(list: (page: PageRequest) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const items: T[] = [];
  let page = await list({ limit });
  items.push(...page.items);
  while (page.next !== null) {
    page = await list({ limit, cursor: page.next });
    items.push(...page.items);
  }
  return items;
}

export function storeContract(name: string, fresh: () => Promise<Fresh>): void {
  const fact = (what: string, run: (given: Fresh) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => run(await fresh()));
  };

  fact('an empty store verifies, with the root of nothing', async ({ store }) => {
    const empty = createHash('sha256').digest('hex');
    assert.deepEqual(await store.ledgerRoot(), { size: 0, root: empty, at: null });
    const acts = { signed: 0, unsigned: 0, broken: 0 };
    assert.deepEqual(await store.verify(), {
      size: 0,
      root: empty,
      rows: 0,
      acts,
      discrepancies: [],
      unrecordedFiles: 0,
    });
  });

  fact('bytes come back as they were, and the same bytes are found again', async ({ store }) => {
    const request = captureRequest('any \0 bytes \u{1F54A}');
    const [first, twin, other] = await store.capture([request, { ...request, name: 'twin.txt' }, captureRequest('')]);
    const [again] = await store.capture([request]);
    assert.deepEqual([first?.known, twin?.known, other?.known, again?.known], [true, false, false, true]);
    assert.equal(first?.capture.sha256, twin?.capture.sha256);
    assert.deepEqual(Buffer.from(await store.captureBytes(first?.capture.sha256 ?? '')), Buffer.from(request.bytes));
    assert.equal((await store.captureBytes(other?.capture.sha256 ?? '')).length, 0);
    assert.equal((await store.capturesUnfinished()).length, 2);
    await store.finishCaptures([first?.capture.sha256 ?? '', other?.capture.sha256 ?? '']);
    assert.deepEqual(await store.capturesUnfinished(), []);
  });

  fact('bytes that were never captured are refused by their code', async ({ store }) => {
    await assert.rejects(store.captureBytes('0'.repeat(64)), { code: 'store/capture-missing' });
  });

  fact('a report comes back whole with its capture, coding and corroboration', async ({ store }) => {
    const report = sampleReport('r1', { text: 'north\0 gate \u2028 \u{1F54A} end' });
    const coded = coding(report, { statements: [] });
    const [captured] = await store.capture([captureRequest('bytes')]);
    assert.ok(captured);
    const corroborated = { id: 'r1', story: 'story 1', origin: 'r1', incidents: [] };
    await record(store, [
      { kind: 'read', read: { capture: captured.capture.sha256, ordinal: 0, report } },
      { kind: 'coded', coding: coded },
      { kind: 'corroborated', corroborated },
    ]);
    const stored = await store.report('r1');
    const row = {
      id: 'r1',
      title: report.title,
      source: report.source,
      published: report.published,
      language: 'en',
      incidents: 1,
      statements: 0,
      story: 'story 1',
      origin: 'r1',
      illustrative: false,
      refusal: null,
    };
    assert.deepEqual(stored, {
      report,
      row,
      capture: captured.capture,
      coding: coded,
      corroboration: corroborated,
      refusals: [],
    });
    assert.deepEqual(await store.codings(['r1', 'nobody']), [coded]);
    assert.equal(await store.report('nobody'), null);
  });

  fact('an incident comes back whole with its row and findings', async ({ store }) => {
    await fill(store, ['r1', 'r2']);
    const one = incident('inc-1', ['r1', 'r2']);
    const findings = [finding('inc-1', 'b', 'indeterminate'), finding('inc-1', 'a', 'breach-indicated')];
    await record(store, [
      { kind: 'linked', incident: one },
      { kind: 'assessed', incident: 'inc-1', findings },
    ]);
    const stored = await store.incident('inc-1');
    assert.deepEqual(stored?.incident, one);
    assert.deepEqual(stored?.findings, findings.toReversed());
    assert.deepEqual(stored?.row, {
      id: 'inc-1',
      type: 'shelling',
      modality: 'asserted',
      completed: true,
      aggregate: false,
      time: one.time,
      place: {
        place: 'gaz:1',
        name: 'Alder',
        country: 'XA',
        admin1: 'North',
        latitude: 35.5,
        longitude: 36.25,
        precision: 'settlement',
      },
      placeRadiusKm: 3,
      harm: { killed: { min: 2, best: 3, max: null } },
      accused: [{ actor: 'ea.army', name: 'the Eastern Army' }],
      attributionStatus: 'uncontested',
      origins: 2,
      reports: 2,
      contradictions: 0,
      majorContradictions: 0,
      outcome: 'breach-indicated',
      illustrative: false,
    });
    assert.deepEqual(await store.incidentsOf(['r2']), [one]);
    assert.deepEqual(await store.agreements(), [
      {
        agreement: 'alder-2016',
        findings: { 'breach-indicated': 1, indeterminate: 1 },
        clauses: [
          { clause: 'a', findings: { 'breach-indicated': 1 } },
          { clause: 'b', findings: { indeterminate: 1 } },
        ],
      },
    ]);
    assert.equal(await store.incident('inc-2'), null);
  });

  fact('a list about one clause shows the outcome under it, every other list the strongest', async ({ store }) => {
    await fill(store, ['r1']);
    await record(store, [
      { kind: 'linked', incident: incident('a', ['r1']) },
      {
        kind: 'assessed',
        incident: 'a',
        findings: [finding('a', 'x', 'breach-indicated'), finding('a', 'y', 'consistent')],
      },
    ]);
    const outcomes = async (filter: IncidentFilter) =>
      (await store.incidents(filter, 'newest', { limit: 5 })).items.map(({ outcome }) => outcome);
    assert.deepEqual(await outcomes({}), ['breach-indicated']);
    assert.deepEqual(await outcomes({ clause: ['alder-2016/y'] }), ['consistent']);
    assert.deepEqual(await outcomes({ clause: ['alder-2016/x', 'alder-2016/y'] }), ['breach-indicated']);
  });

  fact('who is named only because he denies it is not accused', async ({ store }) => {
    await fill(store, ['r1']);
    const claim = (actor: string | null, name: string, attribution: 'stated' | 'denied_by_itself') => ({
      accused: { name, kind: 'organisation' as const, actor, spans: [] },
      attribution,
      saidBy: [],
      report: 'r1',
      origin: 'r1',
      spans: [],
    });
    const attributions = [
      claim('ea.army', 'the Eastern Army', 'stated'),
      claim('ea.army', 'the Eastern Army', 'denied_by_itself'),
      claim('we.army', 'the Western Army', 'denied_by_itself'),
      claim(null, 'gunmen', 'denied_by_itself'),
    ];
    await record(store, [{ kind: 'linked', incident: incident('a', ['r1'], { attributions }) }]);
    const of = async (filter: IncidentFilter) => (await store.incidents(filter, 'newest', {})).items;
    assert.deepEqual(
      (await of({})).map(({ accused }) => accused),
      [[{ actor: 'ea.army', name: 'the Eastern Army' }]],
    );
    assert.equal((await of({ party: ['we.army'] })).length, 0);
    assert.equal((await of({ party: ['ea.army'] })).length, 1);
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  fact('every filter of incidents finds what it names and nothing else', async ({ store }) => {
    await fill(store, ['r1', 'r2']);
    const bare = { attributions: [], harm: {}, place: null, placeRadiusKm: null, time: null };
    await record(store, [
      { kind: 'linked', incident: incident('a', ['r1']) },
      {
        kind: 'linked',
        incident: incident('b', ['r2'], {
          ...bare,
          type: 'air_strike',
          modality: 'alleged',
          contradictions: [{ about: 'time', message: 'two days', severity: 'minor', reports: ['r2'] }],
        }),
      },
      {
        kind: 'linked',
        incident: incident('c', ['r1', 'r2'], {
          ...bare,
          type: 'talks',
          time: { start: '2016-03-01', end: null, precision: 'range' },
          weapons: ['drone'],
        }),
      },
      {
        kind: 'assessed',
        incident: 'a',
        findings: [finding('a', 'x', 'breach-indicated'), finding('a', 'y', 'consistent')],
      },
      { kind: 'assessed', incident: 'b', findings: [finding('b', 'x', 'indeterminate')] },
    ]);
    const cases: [string, IncidentFilter, string[]][] = [
      ['nothing', {}, ['a', 'b', 'c']],
      ['a contradiction', { contradiction: ['time', 'harm'] }, ['b']],
      ['a contradiction that none has', { contradiction: ['picture'] }, []],
      ['how badly they contradict each other', { severity: ['minor'] }, ['b']],
      ['worse than they do', { severity: ['major'] }, []],
      ['how badly about one topic', { contradiction: ['time'], severity: ['minor', 'major'] }, ['b']],
      ['how badly about another topic', { contradiction: ['harm'], severity: ['minor'] }, []],
      ['one type', { type: ['shelling'] }, ['a']],
      ['types', { type: ['shelling', 'air_strike'] }, ['a', 'b']],
      ['modality', { modality: ['alleged'] }, ['b']],
      ['its day', { from: '2016-03-04', to: '2016-03-04' }, ['a', 'c']],
      ['the day before', { to: '2016-03-03' }, ['c']],
      ['the day after an end that is exclusive', { from: '2016-03-05' }, ['c']],
      ['before everything', { to: '2016-02-29' }, []],
      ['party', { party: ['ea.army', 'other'] }, ['a']],
      ['box', { bbox: [36, 35, 37, 36] }, ['a']],
      ['box elsewhere', { bbox: [37, 35, 38, 36] }, []],
      ['box over the antimeridian', { bbox: [36, 35, -170, 36] }, ['a']],
      ['killed', { minKilled: 2 }, ['a']],
      ['more killed', { minKilled: 3 }, []],
      ['strongest outcome', { outcome: ['breach-indicated'] }, ['a']],
      ['an outcome that is not the strongest', { outcome: ['consistent'] }, []],
      ['not assessed', { outcome: ['not-assessed'] }, ['c']],
      ['not assessed or indeterminate', { outcome: ['not-assessed', 'indeterminate'] }, ['b', 'c']],
      ['clause', { clause: ['x'] }, ['a', 'b']],
      ['clause with its agreement', { clause: ['alder-2016/y'] }, ['a']],
      ['clause with an outcome', { clause: ['x'], outcome: ['indeterminate'] }, ['b']],
      ['agreement', { agreement: ['alder-2016'] }, ['a', 'b']],
      ['another agreement', { agreement: ['birch-2017'] }, []],
      ['word of the place', { q: 'alder' }, ['a']],
      ['beginning of the last word', { q: 'north ald' }, ['a']],
      ['a word cut short before the last', { q: 'ald north' }, []],
      ['words in any order', { q: 'army ald' }, ['a']],
      ['weapon', { q: 'drone' }, ['c']],
      ['operators are words', { q: "alder' | !x:*" }, []],
      ['no word at all', { q: '!!! ---' }, []],
      ['NUL and half a character', { q: 'al\0der \ud800' }, []],
      [
        'everything at once',
        {
          type: ['shelling'],
          from: '2016-03-01',
          bbox: [30, 30, 40, 40],
          party: ['ea.army'],
          q: 'mortar',
          minKilled: 1,
          outcome: ['breach-indicated'],
        },
        ['a'],
      ],
    ];
    for (const [what, filter, ids] of cases) {
      const found = await store.incidents(filter, 'newest', {});
      assert.deepEqual(found.items.map(({ id }) => id).sort(), ids, what);
      assert.equal(await store.countIncidents(filter), ids.length, what);
    }
    assert.equal(await store.countIncidents({}, 2), 2);
    assert.deepEqual(
      (await store.mapPoints({}, 10)).map(({ id, precision, killedMin, killedMax }) => [
        id,
        precision,
        killedMin,
        killedMax,
      ]),
      [['a', 'settlement', 2, null]],
    );
  });

  fact('pages of every order join to the whole list, each item once', async ({ store }) => {
    const ids = Array.from({ length: 23 }, (_, index) => `inc-${String(index).padStart(2, '0')}`);
    await fill(store, ids);
    const disagreement = (severity: 'minor' | 'major') => ({
      about: 'time' as const,
      message: 'two days',
      severity,
      reports: [],
    });
    const killed = (index: number): ReturnType<typeof incident>['harm'] =>
      index % 3 === 0 ? {} : { killed: { min: index % 4, best: null, max: null, rule: 'r', claims: [] } };
    await record(
      store,
      ids.map((id, index) => ({
        kind: 'linked',
        incident: incident(id, [id], {
          harm: killed(index),
          origins: index % 5,
          contradictions: [
            ...Array.from({ length: index % 3 }, () => disagreement('major')),
            ...Array.from({ length: index % 4 }, () => disagreement('minor')),
          ],
          time:
            index % 6 === 0
              ? null
              : { start: `2016-03-${String(1 + (index % 7)).padStart(2, '0')}`, end: null, precision: 'day' },
        }),
      })),
    );
    const day = (row: { time: { start: string | null } | null }): string => row.time?.start ?? '';
    for (const sort of ['newest', 'oldest', 'killed', 'origins', 'disagreement'] satisfies IncidentSort[]) {
      const whole = (await store.incidents({}, sort, { limit: 200 })).items;
      const joined = await allPages((page) => store.incidents({}, sort, page), 4);
      assert.deepEqual(joined, whole, sort);
      assert.deepEqual(new Set(joined.map(({ id }) => id)), new Set(ids), sort);
      const keys = whole.map(
        (row) =>
          ({
            newest: day(row),
            oldest: day(row) || '~',
            killed: row.harm.killed?.min ?? -1,
            origins: row.origins,
            // One that is major weighs more than any number of minor ones.
            disagreement: row.majorContradictions * 100 + row.contradictions - row.majorContradictions,
          })[sort],
      );
      assert.deepEqual(
        keys,
        sort === 'oldest' ? keys.toSorted() : keys.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)),
        sort,
      );
    }
  });

  fact('a cursor that this list did not give out is refused', async ({ store }) => {
    await fill(store, ['r1', 'r2', 'r3']);
    await record(
      store,
      ['r1', 'r2', 'r3'].map((id) => ({ kind: 'linked', incident: incident(id, [id]) })),
    );
    const { next } = await store.incidents({}, 'newest', { limit: 1 });
    assert.ok(next);
    const wrong = [
      '',
      'x',
      '[]',
      next.slice(1),
      Buffer.from('["incidents newest"]').toString('base64url'),
      Buffer.from('["incidents newest","a\\u0000","b"]').toString('base64url'),
      Buffer.from(`["incidents newest",${'['.repeat(5000)}`).toString('base64url'),
    ];
    for (const cursor of wrong)
      await assert.rejects(
        store.incidents({}, 'newest', { cursor }),
        { code: 'store/cursor-invalid' },
        cursor.slice(0, 40),
      );
    await assert.rejects(store.incidents({}, 'killed', { cursor: next }), { code: 'store/cursor-invalid' });
    await assert.rejects(store.reports({}, { cursor: next }), { code: 'store/cursor-invalid' });
  });

  fact('reports are listed newest first, by day, source and words', async ({ store }) => {
    const [captured] = await store.capture([captureRequest('rows', { illustrative: true })]);
    const capture = captured?.capture.sha256 ?? '';
    const reports = [
      sampleReport('a', { published: '2016-03-01', source: 'Post' }),
      sampleReport('b', { published: '2016-03-03T23:30:00+02:00', source: 'Herald', text: 'A bridge was closed.' }),
      sampleReport('c', { published: null, source: null, title: null }),
    ];
    await record(
      store,
      reports.map((report, ordinal) => ({ kind: 'read', read: { capture, ordinal, report } })),
    );
    const ids = async (filter: Parameters<Store['reports']>[0]): Promise<string[]> =>
      (await store.reports(filter, {})).items.map(({ id }) => id);
    assert.deepEqual(await ids({}), ['b', 'a', 'c']);
    assert.deepEqual(
      (await allPages((page) => store.reports({}, page), 1)).map(({ id, illustrative }) => [id, illustrative]),
      [
        ['b', true],
        ['a', true],
        ['c', true],
      ],
    );
    assert.deepEqual(await ids({ from: '2016-03-02' }), ['b']);
    assert.deepEqual(await ids({ to: '2016-03-02' }), ['a']);
    assert.deepEqual(await ids({ source: ['Post', 'Gazette'] }), ['a']);
    assert.deepEqual(await ids({ q: 'bridge clo' }), ['b']);
    assert.equal(await store.countReports({ from: '2016-03-01' }), 2);
  });

  fact('statements are listed with their words and their report', async ({ store }) => {
    const [captured] = await store.capture([captureRequest('rows')]);
    const report = sampleReport('a');
    const said = spanOf('We will answer');
    const deadline = { start: null, end: '2016-03-06', spans: [spanOf('Friday')] };
    const coded = coding(report, {
      statements: [
        codedStatement('s1', { deadline }),
        codedStatement('s2', { kind: 'denial', speaker: null, said: { start: '2016-03-01', end: null } }),
      ],
    });
    await record(store, [
      { kind: 'read', read: { capture: captured?.capture.sha256 ?? '', ordinal: 0, report } },
      { kind: 'coded', coding: coded },
    ]);
    const { items } = await store.statements({}, {});
    assert.deepEqual(items[0], {
      report: { id: 'a', title: report.title, source: report.source, published: report.published, illustrative: false },
      statement: coded.statements[0],
      passage: {
        ...said,
        before: report.text.slice(0, said.start),
        quote: 'We will answer',
        after: report.text.slice(said.end),
      },
      deadlineWords: 'Friday',
    });
    const ids = async (filter: Parameters<Store['statements']>[0]): Promise<string[]> =>
      (await allPages((page) => store.statements(filter, page), 1)).map(({ statement }) => statement.id);
    assert.deepEqual(await ids({}), ['s1', 's2']);
    assert.deepEqual(await ids({ kind: ['denial'] }), ['s2']);
    assert.deepEqual(await ids({ speaker: ['al.council'] }), ['s1']);
    assert.deepEqual(await ids({ withDeadline: true }), ['s1']);
    assert.deepEqual(await ids({ from: '2016-03-02' }), ['s1']);
    assert.deepEqual(await ids({ to: '2016-03-02' }), ['s2']);
    assert.deepEqual(await ids({ q: 'council answ' }), ['s1']);
  });

  fact('a toll that nobody believes is in no sum, neither as nothing nor as open above', async ({ store }) => {
    await fill(store, ['r1', 'r2']);
    const exact = { killed: { min: 2, best: 2, max: 2, rule: 'r', claims: [] } };
    const unbelieved = { killed: { min: 0, best: null, max: null, rule: 'harm/beyond-belief', claims: [] } };
    await record(store, [
      { kind: 'linked', incident: incident('a', ['r1'], { harm: exact }) },
      { kind: 'linked', incident: incident('b', ['r2'], { harm: unbelieved }) },
    ]);
    assert.deepEqual((await store.summary({})).killed, { min: 2, best: 2, max: 2 });
    const all = (await store.tallies({})).find(({ dimension, status }) => dimension === 'all' && status === null);
    assert.deepEqual([all?.incidents, all?.harm.killed], [2, { min: 2, best: 2, max: 2, incidents: 1 }]);
  });

  fact('the summary counts each incident once and never adds totals to single events', async ({ store }) => {
    await fill(store, ['r1', 'r2', 'r3', 'r4']);
    const before = await store.summary({});
    assert.equal(before.incidents, 0);
    await record(store, [
      { kind: 'linked', incident: incident('a', ['r1']) },
      {
        kind: 'linked',
        incident: incident('b', ['r2'], { harm: { killed: { min: 1, best: null, max: 5, rule: 'r', claims: [] } } }),
      },
      { kind: 'linked', incident: incident('total', ['r3'], { aggregate: true }) },
      { kind: 'linked', incident: incident('plan', ['r4'], { modality: 'planned', time: null, place: null }) },
      { kind: 'assessed', incident: 'a', findings: [finding('a', 'x', 'breach-indicated')] },
    ]);
    assert.deepEqual(await store.summary({}), {
      incidents: 4,
      undated: 1,
      unplaced: 1,
      illustrative: false,
      period: { first: '2016-03-04T00:00:00', last: '2016-03-05T00:00:00' },
      killed: { min: 3, best: 4, max: null },
      days: [
        { day: '2016-03-04', incidents: 2, killed: { min: 3, best: 4, max: null }, reporting: 0 },
        { day: '2016-03-05', incidents: 0, killed: { min: 0, best: null, max: 0 }, reporting: 4 },
      ],
      types: [{ id: 'shelling', incidents: 4 }],
      parties: [{ id: 'ea.army', incidents: 4 }],
      outcomes: [
        { id: 'not-assessed', incidents: 3 },
        { id: 'breach-indicated', incidents: 1 },
      ],
      clauses: [{ id: 'alder-2016/x', incidents: 1 }],
    });
  });

  fact('candidates are the incidents near in time and place, with those that lack one of both', async ({ store }) => {
    await fill(store, ['r1']);
    const at = (id: string, changes: Parameters<typeof incident>[2]): Change => ({
      kind: 'linked',
      incident: incident(id, ['r1'], changes),
    });
    const place = incident('x', []).place;
    assert.ok(place);
    await record(store, [
      at('near', {}),
      at('far', { place: { ...place, latitude: 36.5 } }),
      at('later', { time: { start: '2016-03-20', end: '2016-03-21', precision: 'day' } }),
      at('unplaced', { place: null }),
      at('undated', { time: null }),
    ]);
    const near = { latitude: 35.6, longitude: 36.3, radiusKm: 25 };
    const ids = async (...questions: Parameters<Store['candidateIncidents']>[0]): Promise<string[]> =>
      (await store.candidateIncidents(questions)).map(({ id }) => id);
    assert.deepEqual(await ids({ from: '2016-03-03T00:00:00Z', until: '2016-03-04T12:00:00Z', near }), [
      'near',
      'unplaced',
    ]);
    assert.deepEqual(await ids({ from: '2016-03-03T00:00:00Z', until: '2016-03-04T12:00:00Z', near: null }), [
      'far',
      'near',
      'unplaced',
    ]);
    assert.deepEqual(await ids({ from: '2016-03-19T00:00:00Z', until: null, near }), ['later']);
    assert.deepEqual(await ids(), []);
  });

  fact('a change that changes nothing makes no entry', async ({ store }) => {
    await fill(store, ['r1']);
    const changes: Change[] = [{ kind: 'linked', incident: incident('a', ['r1']) }];
    assert.equal((await record(store, changes)).length, 1);
    const root = await store.ledgerRoot();
    assert.deepEqual(await record(store, changes), []);
    assert.deepEqual(await store.ledgerRoot(), root);
  });

  fact(
    'an incident linked anew keeps its links apart, a dissolved one is gone with its findings',
    async ({ store }) => {
      await fill(store, ['r1', 'r2']);
      await record(store, [
        { kind: 'linked', incident: incident('a', ['r1', 'r2']) },
        { kind: 'assessed', incident: 'a', findings: [finding('a', 'x', 'consistent')] },
      ]);
      await record(store, [
        { kind: 'linked', incident: incident('a', ['r1']) },
        { kind: 'linked', incident: incident('b', ['r2']) },
      ]);
      assert.deepEqual(
        (await store.incidentsOf(['r2'])).map(({ id }) => id),
        ['b'],
      );
      assert.equal((await store.incident('a'))?.row.outcome, 'consistent');
      const entries = await record(store, [{ kind: 'incident-dissolved', id: 'a' }]);
      assert.deepEqual(
        entries.map(({ kind, subject, body }) => [kind, subject, body]),
        [
          ['linked', 'incident:a', null],
          ['assessed', 'findings:a', null],
        ],
      );
      assert.equal(await store.incident('a'), null);
      assert.deepEqual(await store.findingsFor(['a']), []);
      assert.deepEqual((await store.verify()).discrepancies, []);
    },
  );

  fact('a refusal stays until its stage has passed', async ({ store }) => {
    const [captured] = await store.capture([captureRequest('nothing in it')]);
    const capture = captured?.capture.sha256 ?? '';
    const refusal = {
      id: `${capture}/-`,
      capture,
      ordinal: null,
      report: null,
      stage: 'read',
      code: 'ingest/empty',
      where: 'sample.txt',
      message: 'expected text',
      at: AT,
    } as const;
    await record(store, [{ kind: 'refused', refusal }]);
    await store.finishCaptures([capture]);
    assert.deepEqual((await store.refusals({})).items, [refusal]);
    assert.deepEqual(await store.capturesUnfinished(), []);
    assert.deepEqual(
      (await store.capturesUnfinished({ again: true })).map(({ sha256 }) => sha256),
      [capture],
    );
    await record(store, [{ kind: 'refusal-lifted', id: refusal.id }]);
    assert.deepEqual((await store.refusals({})).items, []);
    assert.deepEqual(await store.capturesUnfinished({ again: true }), []);
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  fact('what fails in the middle leaves nothing behind', async ({ store }) => {
    await fill(store, ['r1']);
    const before = [await store.ledgerRoot(), await store.counts()];
    const orphan = coding(sampleReport('nobody'));
    await assert.rejects(
      record(store, [
        { kind: 'linked', incident: incident('a', ['r1']) },
        { kind: 'coded', coding: orphan },
      ]),
    );
    assert.deepEqual([await store.ledgerRoot(), await store.counts()], before);
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  fact('records made at the same time stand one after the other in the ledger', async ({ store }) => {
    await fill(store, ['r1']);
    const note = (id: string): Change => ({
      kind: 'decided',
      decision: { id, kind: 'note', about: ['report:r1'], reason: 'seen', by: 'ana', at: AT },
    });
    await Promise.all(Array.from({ length: 12 }, (_, index) => record(store, [note(`d${index}`), note(`e${index}`)])));
    assert.equal((await store.decisions()).length, 24);
    const verification = await store.verify();
    assert.deepEqual([verification.size, verification.discrepancies], [3 + 24, []]);
  });

  fact('every entry can be proved to stand under the root', async ({ store }) => {
    await fill(store, ['r1', 'r2', 'r3']);
    const entries = await allPages((page) => store.entries(page), 2);
    const { root, size } = await store.ledgerRoot();
    const leaves = entries.map((entry) => entryLeaf(hash, entryJson(entry)));
    for (const [index, leaf] of leaves.entries()) {
      const proof = { index, size, leaf: toHex(leaf), path: inclusionPath(hash, leaves, index).map(toHex) };
      assert.deepEqual(verifyInclusion(hash, proof, root), { kind: 'verified' });
    }
    assert.equal(entries.length, size);
  });

  fact('the ledger refuses to be rewritten', async ({ store, tamper }) => {
    await fill(store, ['r1']);
    for (const sql of [
      "update entries set kind = 'read'",
      'delete from entries',
      'truncate entries cascade',
      "update roots set root = ''",
      'delete from roots',
      'truncate roots',
    ]) {
      await assert.rejects(tamper(sql), /append-only/, sql);
    }
  });

  fact('verify finds and names every row that was altered, removed or added', async ({ store, tamper, directory }) => {
    await fill(store, ['r1', 'r2']);
    await record(store, [
      { kind: 'corroborated', corroborated: { id: 'r1', story: 's', origin: 'o', incidents: ['a'] } },
      { kind: 'linked', incident: incident('a', ['r1', 'r2']) },
      {
        kind: 'assessed',
        incident: 'a',
        findings: [finding('a', 'x', 'consistent'), finding('a', 'y', 'indeterminate')],
      },
      { kind: 'decided', decision: { id: 'd1', kind: 'note', about: [], reason: 'seen', by: 'ana', at: AT } },
    ]);
    const [, second] = await store.capturesUnfinished();
    const sha256 = second?.sha256 ?? '';
    assert.deepEqual((await store.verify()).discrepancies, []);
    const unlocked = (sql: string): string =>
      `alter table entries disable trigger user; alter table roots disable trigger user; ${sql}; alter table entries enable trigger user; alter table roots enable trigger user`;
    /** What is done behind the store's back, how it is undone, and what verify must name first. */
    const cases: [sql: string, undo: string, expected: string][] = [
      [
        "update incidents set document = replace(document::text, 'Alder', 'Elder')::json",
        "update incidents set document = replace(document::text, 'Elder', 'Alder')::json",
        'altered incidents a',
      ],
      [
        "update incidents set document = (document::text || ' ')::json",
        'update incidents set document = rtrim(document::text)::json',
        'altered incidents a',
      ],
      ['update incidents set killed_min = 0', 'update incidents set killed_min = 2', 'altered incidents a'],
      [
        "update incidents set time_start = time_start - interval '1 day'",
        "update incidents set time_start = time_start + interval '1 day'",
        'altered incidents a',
      ],
      ["update incidents set accused = '{}'", "update incidents set accused = '{ea.army}'", 'altered incidents a'],
      [
        "update incidents set item = replace(item::text, 'uncontested', 'contested')::json",
        "update incidents set item = replace(item::text, 'contested', 'uncontested')::json",
        'altered incidents a',
      ],
      [
        "update incidents set outcome = 'breach-indicated'",
        "update incidents set outcome = 'indeterminate'",
        'altered incidents a',
      ],
      [
        "insert into incidents (id, type, modality, completed, aggregate, accused, origins, plain_text, item, document) select 'zz', type, modality, completed, aggregate, accused, origins, plain_text, item, document from incidents",
        "delete from incidents where id = 'zz'",
        'added incidents zz',
      ],
      [
        "update incident_links set score = 0.25 where report = 'r2'",
        "update incident_links set score = 1 where report = 'r2'",
        'altered incident_links r2#i1 of a',
      ],
      [
        "update incident_links set coded = 'i9' where report = 'r2'",
        "update incident_links set coded = 'i1' where report = 'r2'",
        'missing incident_links r2#i1 of a',
      ],
      [
        "update findings set outcome = 'breach-indicated' where clause = 'x'",
        "update findings set outcome = 'consistent' where clause = 'x'",
        'altered findings a alder-2016/x',
      ],
      [
        "update findings set document = replace(document::text, 'consistent', 'breach-indicated')::json where clause = 'x'",
        "update findings set document = replace(document::text, 'breach-indicated', 'consistent')::json where clause = 'x'",
        'altered findings a',
      ],
      [
        "update statements set kind = 'denial' where report = 'r1'",
        "update statements set kind = 'threat' where report = 'r1'",
        'altered statements r1/s1',
      ],
      [
        "insert into statements select report, 's2', kind, speaker, said, has_deadline, plain_text, item from statements where report = 'r1'",
        "delete from statements where id = 's2'",
        'added statements r1/s2',
      ],
      [
        "update codings set engine = '9' where report = 'r1'",
        "update codings set engine = '0.0.0' where report = 'r1'",
        'altered codings r1',
      ],
      [
        "update reports set plain_text = '' where id = 'r2'",
        "update reports set plain_text = (select plain_text from reports where id = 'r1') where id = 'r2'",
        'altered reports r2',
      ],
      ["update corroborations set origin = 'p'", "update corroborations set origin = 'o'", 'altered corroborations r1'],
      ["update corroborations set report = 'r2'", "update corroborations set report = 'r1'", 'added corroborations r2'],
      [
        'create table kept as select * from decisions; delete from decisions',
        'insert into decisions select * from kept; drop table kept',
        'missing decisions d1',
      ],
      ["update decisions set made_by = 'bob'", "update decisions set made_by = 'ana'", 'altered decisions d1'],
      ['update captures set illustrative = true', 'update captures set illustrative = false', 'altered captures'],
      [
        unlocked("update entries set kind = 'decided' where index = 0"),
        unlocked("update entries set kind = 'captured' where index = 0"),
        'altered entries 0',
      ],
      [
        unlocked("update entries set document = replace(document::text, 'tester', 'nobody')::json where index = 3"),
        unlocked("update entries set document = replace(document::text, 'nobody', 'tester')::json where index = 3"),
        'altered entries 3',
      ],
      [
        unlocked('create table kept as select * from entries where index = 4; delete from entries where index = 4'),
        unlocked('insert into entries select * from kept; drop table kept'),
        'missing entries 4..4',
      ],
      [
        unlocked('create table kept as select * from entries where index > 7; delete from entries where index > 7'),
        unlocked('insert into entries select * from kept; drop table kept'),
        'missing entries 8..9',
      ],
      [
        unlocked("update roots set root = repeat('0', 64) where size = 2"),
        unlocked(`update roots set root = '${(await rootAt(store, 2)) ?? ''}' where size = 2`),
        'altered roots 2',
      ],
      [
        unlocked('create table kept as select * from roots where size = 10; delete from roots where size = 10'),
        unlocked('insert into roots select * from kept; drop table kept'),
        'missing roots 10',
      ],
    ];
    for (const [sql, undo, expected] of cases) {
      await tamper(sql);
      const [first] = (await store.verify()).discrepancies;
      assert.ok(
        `${first?.kind} ${first?.where} ${first?.key}`.startsWith(expected),
        `${sql}: expected ${expected}, found ${JSON.stringify(first)}`,
      );
      await tamper(undo);
      assert.deepEqual((await store.verify()).discrepancies, [], `undone: ${sql}`);
    }
    const file = join(directory, 'captures', sha256.slice(0, 2), sha256);
    const bytes = await store.captureBytes(sha256);
    writeFileSync(file, 'other bytes');
    assert.deepEqual(
      (await store.verify()).discrepancies.map(({ kind, where, key }) => [kind, where, key]),
      [['altered', 'capture bytes', sha256]],
    );
    rmSync(file);
    assert.deepEqual(
      (await store.verify()).discrepancies.map(({ kind, where, key }) => [kind, where, key]),
      [['missing', 'capture bytes', sha256]],
    );
    writeFileSync(file, bytes);
    const unrecorded = createHash('sha256').update('left by a crash').digest('hex');
    writeFileSync(join(directory, 'captures', sha256.slice(0, 2), unrecorded), 'left by a crash');
    const verification = await store.verify();
    assert.deepEqual([verification.discrepancies, verification.unrecordedFiles], [[], 1]);
  });

  fact('a root noted earlier must still be the root of the first entries', async ({ store }) => {
    await fill(store, ['r1']);
    const noted = await store.ledgerRoot();
    await fill(store, ['r2'], () => 'more');
    assert.deepEqual((await store.verify({ expect: noted })).discrepancies, []);
    const other = await store.verify({ expect: { size: noted.size, root: '0'.repeat(64) } });
    assert.deepEqual(
      other.discrepancies.map(({ kind, where, key }) => [kind, where, key]),
      [['altered', 'entries', '0..2']],
    );
    const longer = await store.verify({ expect: { size: 99, root: noted.root } });
    assert.deepEqual(
      longer.discrepancies.map(({ kind, key }) => [kind, key]),
      [['missing', '6..98']],
    );
  });

  fact('verify stops naming after the limit', async ({ store, tamper }) => {
    await fill(store, ['r1', 'r2', 'r3']);
    await tamper("update codings set engine = '9'");
    assert.equal((await store.verify({ limit: 2 })).discrepancies.length, 2);
  });

  fact(
    'findings that are replaced stay readable with the reason, also when their incident is no more',
    async ({ store, tamper }) => {
      await fill(store, ['a']);
      const first = [finding('one', 'G2', 'indeterminate'), finding('one', 'G10', 'consistent')];
      const second = [finding('one', 'G2', 'breach-indicated')];
      await record(store, [
        { kind: 'linked', incident: incident('one', ['a']) },
        { kind: 'assessed', incident: 'one', findings: first },
      ]);
      assert.deepEqual(await store.pastFindings('one'), []);
      await record(store, [{ kind: 'assessed', incident: 'one', findings: second }]);
      await record(store, [{ kind: 'incident-dissolved', id: 'one' }]);
      const past = await store.pastFindings('one');
      assert.deepEqual(
        past.map(({ findings }) => findings.map(({ clause, outcome }) => `${clause} ${outcome}`)),
        [['G2 breach-indicated'], ['G10 consistent', 'G2 indeterminate']],
      );
      assert.match(past[1]?.reason ?? '', /alder-2016\/G2: indeterminate → breach-indicated/);
      assert.match(past[0]?.reason ?? '', /no more/);
      assert.deepEqual(
        past.map(({ said }) => said?.code),
        ['change/after-decision', 'change/after-decision'],
      );
      await tamper(`update past_findings set said = null`);
      const asBefore = await store.pastFindings('one');
      assert.deepEqual(
        asBefore.map(({ reason, said }) => [reason, said]),
        past.map(({ reason }) => [reason, null]),
        'what was recorded before reasons were data stays readable',
      );
      assert.deepEqual((await store.verify()).discrepancies, []);
      await tamper(`update past_findings set document = '[]'`);
      assert.deepEqual(
        (await store.verify()).discrepancies.map(({ where }) => where),
        ['past_findings', 'past_findings'],
      );
    },
  );

  fact('a store that is assessed as a whole knows what the accused said, and whom they named', async ({ store }) => {
    await fill(store, ['a']);
    const said = codedStatement('s1', { kind: 'justification', span: spanOf('We will answer') });
    const named = { id: 'm1', kind: 'actor' as const, text: 'We', actor: 'al.guard', role: 'militia' as const };
    const mentions = [
      { ...named, span: spanOf('We') },
      { ...named, id: 'm2', span: spanOf('residents') },
    ];
    await record(store, [{ kind: 'coded', coding: coding(sampleReport('a'), { statements: [said], mentions }) }]);
    const held = await store.inTurn({ at: AT, by: BY }, (turn) => turn.everything());
    assert.deepEqual(held.codings[0]?.statements, [said]);
    assert.deepEqual(
      held.codings[0]?.mentions.map(({ id }) => id),
      ['m1'],
    );
  });

  fact('what hangs on a document that is replaced is what the new one says, and nothing else', async ({ store }) => {
    await fill(store, ['a', 'b', 'c']);
    await record(store, [
      { kind: 'linked', incident: incident('one', ['a', 'b']) },
      {
        kind: 'assessed',
        incident: 'one',
        findings: [finding('one', 'G1', 'indeterminate'), finding('one', 'G2', 'breach-indicated')],
      },
    ]);
    const now = [finding('one', 'G2', 'outside-scope'), finding('one', 'G3', 'consistent')];
    const anew = coding(sampleReport('c'), { statements: [] });
    await record(store, [
      { kind: 'coded', coding: anew },
      { kind: 'linked', incident: incident('one', ['b', 'c']) },
      { kind: 'assessed', incident: 'one', findings: now },
    ]);
    assert.deepEqual(await store.findingsFor(['one']), now);
    const rows = await store.incidentRows(['one']);
    assert.deepEqual(
      rows.map(({ outcome }) => outcome),
      ['consistent'],
    );
    assert.deepEqual(await store.incidentsOf(['a']), []);
    assert.deepEqual(
      (await store.incidentsOf(['c'])).map(({ id }) => id),
      ['one'],
    );
    assert.deepEqual((await store.codings(['c']))[0]?.statements, []);
    assert.deepEqual((await store.verify()).discrepancies, []);
    // Findings alone: the incident stays as it is, its outcome does not.
    await record(store, [{ kind: 'assessed', incident: 'one', findings: [finding('one', 'G3', 'breach-indicated')] }]);
    assert.deepEqual((await store.incidentRows(['one']))[0]?.outcome, 'breach-indicated');
    assert.deepEqual((await store.verify()).discrepancies, []);
  });

  fact('the last publication is the last that had come when its report was received', async ({ store }) => {
    const [captured] = await store.capture([captureRequest('rows')]);
    const capture = captured?.capture.sha256 ?? '';
    const read = (id: string, ordinal: number, published: string | null): Change => ({
      kind: 'read',
      read: { capture, ordinal, report: { ...sampleReport(id), published } },
    });
    const [now, noon] = ['2026-12-01T00:00:00Z', '2016-05-03T12:00:00Z'];
    assert.equal(await store.lastPublished(now), null);
    await record(store, [read('a', 0, null), read('b', 1, '2199-01-01')]);
    assert.equal(await store.lastPublished(now), null);
    assert.equal(await store.firstPublished('2016-05-01'), null);
    await record(store, [read('c', 2, '2016-05-02'), read('d', 3, '2016-05-04T10:00:00Z')]);
    assert.equal(await store.lastPublished(now), '2016-05-04T10:00:00');
    assert.equal(await store.lastPublished(noon), '2016-05-02T00:00:00');
    assert.equal(await store.firstPublished('2016-05-01'), '2016-05-02T00:00:00');
    assert.equal(await store.firstPublished(noon), '2016-05-04T10:00:00');
    assert.equal(await store.firstPublished('2016-06-01'), null);
  });

  fact('what is asked before a report is taken in is what several questions would find', async ({ store }) => {
    await fill(store, ['a', 'b', 'c']);
    await record(store, [
      { kind: 'linked', incident: incident('one', ['a', 'b']) },
      { kind: 'corroborated', corroborated: { id: 'a', story: 'a', origin: 'c', incidents: ['one'] } },
      { kind: 'corroborated', corroborated: { id: 'b', story: 'a', origin: 'b', incidents: ['one'] } },
    ]);
    await store.inTurn({ at: AT, by: BY }, async (turn) => {
      const found = await turn.neighbourhood([], ['a']);
      assert.deepEqual(
        found.incidents.map(({ id }) => id),
        ['one'],
      );
      assert.deepEqual(
        found.corroborations.map(({ id }) => id),
        ['a', 'b'],
      );
      // The origin of a report is read with it, though it tells of nothing near.
      assert.deepEqual(
        found.codings.map(({ id }) => id),
        ['a', 'b', 'c'],
      );
      const day = { from: '2016-01-01T00:00:00Z', until: '2017-01-01T00:00:00Z', near: null };
      assert.deepEqual(await turn.neighbourhood([day], []), found);
      assert.deepEqual(await turn.neighbourhood([], []), { incidents: [], corroborations: [], codings: [] });
      const { reads, refusals, decisions } = await turn.knownBefore({ ids: ['b', 'nobody'], captures: [] });
      assert.deepEqual([reads.map(({ report }) => report.id), refusals, decisions], [['b'], [], []]);
    });
  });

  fact(
    'figures that are kept ready are those that are counted when asked, after every kind of change',
    async ({ store }) => {
      await fill(store, ['a', 'b', 'c', 'd']);
      const same = async (): Promise<number> => {
        for (const scope of [{}, { agreement: ['alder-2016'] }]) {
          // A condition that holds for all of them makes the question one that is counted.
          const counted: IncidentFilter = { ...scope, minKilled: -1 };
          assert.deepEqual(await store.leftOut(scope), await store.leftOut(counted));
          assert.deepEqual(await store.exposure(scope), await store.exposure(counted));
          assert.deepEqual(await store.tallies(scope), await store.tallies(counted));
        }
        return (
          (await store.tallies({})).find(({ dimension, status }) => dimension === 'all' && status === null)
            ?.incidents ?? 0
        );
      };
      const may = { start: '2016-05-04', end: '2016-05-05', precision: 'day' as const };
      await record(store, [
        { kind: 'linked', incident: incident('one', ['a', 'b']) },
        { kind: 'linked', incident: incident('two', ['c'], { type: 'air_strike', time: may, weapons: [] }) },
        { kind: 'linked', incident: incident('total', ['d'], { aggregate: true }) },
        { kind: 'assessed', incident: 'one', findings: [finding('one', 'G2', 'breach-indicated')] },
      ]);
      assert.equal(await same(), 2);
      await record(store, [
        { kind: 'linked', incident: incident('two', ['c', 'd'], { time: null, harm: {} }) },
        { kind: 'assessed', incident: 'two', findings: [finding('two', 'G4', 'indeterminate')] },
      ]);
      assert.equal(await same(), 2);
      await record(store, [
        { kind: 'incident-dissolved', id: 'one' },
        {
          kind: 'decided',
          decision: {
            id: 'd000001',
            kind: 'determination',
            about: ['findings:two', 'clause:alder-2016/G4'],
            finds: 'breach',
            reason: 'seen',
            by: BY,
            at: AT,
          },
        },
      ]);
      assert.equal(await same(), 1);
      assert.equal((await store.tallies({})).find(({ dimension }) => dimension === 'all')?.status, 'adjudicated');
    },
  );
}

async function rootAt(store: Store, size: number): Promise<string | undefined> {
  const { createHash: make } = await import('node:crypto');
  const { append, EMPTY_FRONTIER, rootOf } = await import('../../src/ledger/merkle-tree.ts');
  const sha = (bytes: Uint8Array): Uint8Array => make('sha256').update(bytes).digest();
  const { items } = await store.entries({ limit: size });
  return toHex(
    rootOf(
      sha,
      append(
        sha,
        EMPTY_FRONTIER,
        items.map((entry) => entryLeaf(sha, entryJson(entry))),
      ),
    ),
  );
}
