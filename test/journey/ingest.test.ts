import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Change } from '../../src/journey/7-record/change.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { fixedClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { commitBatch } from '../../src/shell/jobs/commit-batch.ts';
import { type IngestSummary, ingestCaptures } from '../../src/shell/jobs/ingest-captures.ts';
import { type Stages, stagesOf } from '../../src/shell/jobs/stages.ts';
import { ThreadPool } from '../../src/shell/jobs/thread-pool.ts';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { freshOn } from '../contract/fresh-store.ts';
import { AT, captureRequest, finding } from '../contract/sample-data.ts';

const program = new URL('./small-coder-thread.ts', import.meta.url);
const engine = await openPglite(null);
const pool = new ThreadPool({ size: 2, knowledgeDirectory: '', program });
after(async () => {
  await pool.close();
  await engine.close();
});

const stages: Stages = {
  ...stagesOf(loadKnowledge(knowledgeDirectory())),
  assess: (incident) => [
    finding(incident.id, 'quiet', incident.type === 'shelling' ? 'breach-indicated' : 'indeterminate'),
  ],
};
const ingest = (
  store: Store,
  options: { again?: boolean; anew?: boolean } = {},
  withStages = stages,
): Promise<IngestSummary> => ingestCaptures({ store, pool, stages: withStages, clock: fixedClock(AT) }, options);
const rows = (...all: object[]): string => all.map((row) => JSON.stringify(row)).join('\n');
const jsonl = (text: string): ReturnType<typeof captureRequest> =>
  captureRequest(text, { name: 'rows.jsonl', contentType: null, given: {} });

/** Enough of its own that nobody takes it for a reprint. */
const OTHER_WORDS =
  'Doctors of the district clinic counted the dead late in the evening, when the generators had been started again and the road to the ferry was open for the two ambulances that the town still has.';

test('rows of a file become reports, one incident of two reports, and findings', async () => {
  const { store } = await freshOn(engine);
  await store.capture([
    jsonl(
      rows(
        {
          id: 'a',
          text: '2016-03-04: shelling in Alder, 3 killed. Smoke rose over the old mill by noon.',
          published: '2016-03-05',
        },
        { id: 'b', text: 'The council met. Nothing else is known of the day.', published: '2016-03-05' },
      ),
    ),
    jsonl(
      rows({
        id: 'c',
        text: `${OTHER_WORDS} 2016-03-04: shelling in Alder, 3 killed.`,
        published: '2016-03-06',
      }),
    ),
  ]);
  assert.deepEqual(await ingest(store), { captures: 2, coded: 3, duplicates: 0, refused: 0, skipped: 0, defect: null });
  const { items } = await store.incidents({}, 'newest', {});
  assert.deepEqual(
    items.map(({ id, reports, origins, outcome }) => [id, reports, origins, outcome]),
    [['a#i0', 2, 2, 'breach-indicated']],
  );
  assert.deepEqual((await store.report('b'))?.corroboration, { id: 'b', story: 'b', origin: 'b', incidents: [] });
  assert.deepEqual((await store.verify()).discrepancies, []);
  assert.deepEqual(await ingest(store), { captures: 0, coded: 0, duplicates: 0, refused: 0, skipped: 0, defect: null });
});

test('a report that comes later joins the incident that is stored, and leaves others alone', async () => {
  const { store } = await freshOn(engine);
  const text = '2016-03-04: shelling in Alder, 3 killed. 2016-04-04: air_strike in Cedar.';
  await store.capture([jsonl(rows({ id: 'a', text, published: '2016-03-05' }))]);
  await ingest(store);
  const cedar = (await store.incident('a#i1'))?.incident;
  const size = (await store.ledgerRoot()).size;
  await store.capture([
    jsonl(
      rows({
        id: 'z',
        text: `${OTHER_WORDS} 2016-03-04: shelling in Alder, 3 killed.`,
        published: '2016-03-09',
      }),
    ),
  ]);
  await ingest(store);
  assert.deepEqual(
    (await store.incident('a#i0'))?.incident.links.map(({ report, coded }) => [report, coded]),
    [
      ['a', 'i0'],
      ['z', 'i0'],
    ],
  );
  assert.deepEqual((await store.incident('a#i1'))?.incident, cedar);
  assert.deepEqual((await store.report('a'))?.corroboration?.incidents, ['a#i0', 'a#i1']);
  const { items } = await store.entries({ limit: 200 });
  const later = items.slice(size).map(({ kind, subject }) => `${kind} ${subject.replace(/:[0-9a-f]{64}/, ':…')}`);
  assert.deepEqual(later, [
    'captured capture:…',
    'read report:z',
    'coded coding:z',
    'linked incident:a#i0',
    'corroborated corroboration:z',
  ]);
});

test('the order of arrival does not change which reports are one incident', async () => {
  const reports = [
    {
      id: 'a',
      text: '2016-03-04: shelling in Alder, 3 killed. One side spoke of a stray shell.',
      published: '2016-03-05',
    },
    { id: 'b', text: 'From our correspondent. 2016-03-04: shelling in Alder, 3 killed.', published: '2016-03-06' },
    {
      id: 'c',
      text: 'Elsewhere it was calm all day. 2016-03-04: air_strike in Birch, 9 killed.',
      published: '2016-03-06',
    },
    {
      id: 'd',
      text: 'Rescue teams ended their work. 2016-03-04: air_strike in Birch, 9 killed.',
      published: '2016-03-07',
    },
  ];
  const groups: string[] = [];
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ]) {
    const { store } = await freshOn(engine);
    for (const index of order) {
      await store.capture([jsonl(rows(reports[index] ?? {}))]);
      await ingest(store);
    }
    const { items } = await store.incidents({}, 'oldest', {});
    const linked = await Promise.all(
      items.map(async ({ id }) =>
        (await store.incident(id))?.incident.links
          .map(({ report }) => report)
          .sort()
          .join('+'),
      ),
    );
    groups.push(linked.sort().join(' '));
    assert.deepEqual((await store.verify()).discrepancies, []);
  }
  assert.deepEqual(groups, ['a+b c+d', 'a+b c+d', 'a+b c+d']);
});

test('what a stage refuses is kept with its reason, the rest goes on', async () => {
  const { store } = await freshOn(engine);
  await store.capture([
    captureRequest(''),
    captureRequest('\u0000\u0001\u0002binary\u0000\u0003', { name: 'x.bin', contentType: null }),
    jsonl(
      rows(
        { id: 'good', text: 'A quiet day along the river road.' },
        { id: 'throws', text: 'Please break the coder now.' },
        { id: 'dies', text: 'Please end the thread now.' },
        { id: 'also good', text: 'A quiet night along the river road.' },
      ),
    ),
    jsonl(
      rows(
        { id: 'bad\u0007id', text: 'Some words about the river.' },
        { id: 'h', text: 'half a character \ud800 in the river' },
      ),
    ),
  ]);
  const summary = await ingest(store);
  const refusals = (await store.refusals({})).items.map(({ stage, code, report }) => [stage, code, report]).sort();
  assert.deepEqual(refusals, [
    ['code', 'code/defect', 'throws'],
    ['code', 'code/thread-died', 'dies'],
    ['read', 'ingest/binary', null],
    ['read', 'ingest/empty', null],
    ['read', 'read/id-malformed', null],
    ['read', 'read/without-canonical-form', null],
  ]);
  assert.equal(summary.captures, 4);
  assert.deepEqual(await store.capturesUnfinished(), []);
  assert.equal((await store.report('throws'))?.coding, null);
  assert.equal((await store.report('throws'))?.row.refusal?.code, 'code/defect');
  assert.deepEqual(
    (await store.codings(['good', 'also good'])).map(({ id }) => id),
    ['also good', 'good'],
  );
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a report over which a thread hangs is refused, and can be run again', async () => {
  const { store } = await freshOn(engine);
  const impatient = new ThreadPool({ size: 1, knowledgeDirectory: '', program, timeoutMs: 800 });
  try {
    await store.capture([
      captureRequest('Please never end, said the old song of the river people.', { name: 'song.txt' }),
    ]);
    await impatient.knowledge;
    await ingestCaptures({ store, pool: impatient, stages, clock: fixedClock(AT) });
    assert.match((await store.refusals({})).items[0]?.code ?? '', /thread-timed-out$/);
    assert.equal((await store.capturesUnfinished({ again: true })).length, 1);
  } finally {
    await impatient.close();
  }
});

test('an incident that could not be assessed is linked all the same, and assessed when run again', async () => {
  const { store } = await freshOn(engine);
  await store.capture([jsonl(rows({ id: 'a', text: '2016-03-04: shelling in Alder, 3 killed.' }))]);
  const broken: Stages = {
    ...stages,
    assess: () => {
      throw new Error('no agreement');
    },
  };
  const first = await ingest(store, {}, broken);
  assert.deepEqual(first, {
    captures: 1,
    coded: 1,
    duplicates: 0,
    refused: 0,
    skipped: 0,
    defect: 'a#i0 cannot be assessed: no agreement',
  });
  assert.equal((await store.incident('a#i0'))?.row.outcome, null);
  assert.deepEqual(await ingest(store, { again: true }), {
    captures: 0,
    coded: 0,
    duplicates: 0,
    refused: 0,
    skipped: 0,
    defect: null,
  });
  assert.equal((await store.incident('a#i0'))?.row.outcome, 'breach-indicated');
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('reports that corroboration could not see are seen by the next run', async () => {
  const { store } = await freshOn(engine);
  await store.capture([jsonl(rows({ id: 'a', text: '2016-03-04: shelling in Alder, 3 killed.' }))]);
  const broken: Stages = {
    ...stages,
    corroborate: () => {
      throw new Error('no thresholds');
    },
  };
  assert.equal((await ingest(store, {}, broken)).defect, 'no thresholds');
  assert.equal((await store.counts()).uncorroborated, 1);
  assert.deepEqual(await ingest(store), { captures: 0, coded: 0, duplicates: 0, refused: 0, skipped: 0, defect: null });
  assert.equal((await store.counts()).uncorroborated, 0);
  assert.equal((await store.incidents({}, 'newest', {})).items.length, 1);
});

test('what an earlier program did not see is seen when everything is read anew, and what it saw makes no entry', async () => {
  const { store } = await freshOn(engine);
  const text = '2016-03-04: shelling in Alder, 3 killed.';
  await store.capture([
    jsonl(rows({ id: 'a', text, published: '2099-03-05' }, { id: 'b', text: OTHER_WORDS, published: '2016-03-05' })),
  ]);
  await ingest(store);
  const [now, as] = [await store.report('a'), 'published-ahead-of-receipt'];
  assert.ok(now !== null);
  const { report, capture } = now;
  assert.deepEqual(
    report.notes.map(({ code }) => code),
    [as],
  );
  // As it was stored before clocks were compared.
  const changes: Change[] = [
    { kind: 'read', read: { capture: capture.sha256, ordinal: 0, report: { ...report, notes: [] } } },
  ];
  await store.record({ changes, at: AT, by: 'test' });
  const before = (await store.ledgerRoot()).size;
  assert.equal((await ingest(store, { anew: true })).coded, 2);
  assert.deepEqual(
    (await store.report('a'))?.report.notes.map(({ code }) => code),
    [as],
  );
  assert.equal((await store.ledgerRoot()).size, before + 1);
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a batch placed by its neighbourhood gives the incidents that the whole gives', async () => {
  const text = '2016-03-04: shelling in Alder, 3 killed. 2016-04-04: air_strike in Cedar.';
  const first = jsonl(rows({ id: 'a', text, published: '2016-03-05' }));
  const second = jsonl(
    rows({ id: 'z', text: `${OTHER_WORDS} 2016-03-04: shelling in Alder, 3 killed.`, published: '2016-03-09' }),
  );
  const whole = await freshOn(engine);
  await whole.store.capture([first, second]);
  await ingest(whole.store);
  const expected = await whole.store.incidentsOf(['a', 'z']);
  const { store } = await freshOn(engine);
  for (const request of [first, second]) {
    const [captured] = await store.capture([request]);
    assert.ok(captured);
    const read = await pool.run({ kind: 'read', bytes: request.bytes, hints: { name: request.name } });
    const coded = await pool.run({ kind: 'code', reports: read.flatMap((one) => ('kind' in one ? [] : [one])) });
    const items = read.map((one, ordinal) => ({
      capture: captured.capture,
      ordinal,
      read: one,
      coded: coded[ordinal] ?? null,
    }));
    assert.deepEqual(await commitBatch(store, items, { stages, isPlaced: true }, AT), {
      coded: 1,
      duplicates: 0,
      refused: 0,
    });
  }
  assert.deepEqual(await store.incidentsOf(['a', 'z']), expected);
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a report id belongs to the capture that brought it; a reprint of the same words stays a report of its own', async () => {
  const { store } = await freshOn(engine);
  const words = 'The bridge was opened to traffic on Monday, the council said in a short note.';
  await store.capture([
    jsonl(rows({ id: 'a', text: 'First text.', published: '2016-03-05' })),
    jsonl(`${rows({ id: 'a', text: 'First text.', published: '2016-03-05' })}\n`),
    jsonl(rows({ id: 'a', text: 'Another text.' })),
    captureRequest(words, { name: 'one.txt', given: { source: 'Alder Post' } }),
    captureRequest(`\ufeff${words}`, { name: 'two.txt', given: { source: 'Birch Herald' } }),
  ]);
  const summary = await ingest(store);
  assert.deepEqual(summary, { captures: 5, coded: 3, duplicates: 1, refused: 1, skipped: 0, defect: null });
  const { items } = await store.reports({}, {});
  assert.deepEqual(items.map(({ source }) => source).sort(), ['Alder Post', 'Birch Herald', null]);
  assert.deepEqual(
    (await store.refusals({})).items.map(({ code }) => code),
    ['read/id-taken'],
  );
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a run that ends between batches is taken up by the next without doing its work twice', async () => {
  const { store } = await freshOn(engine);
  const many = Array.from({ length: 450 }, (_, index) => ({
    id: `r${index}`,
    text: `Note ${index} of the day, nothing happened along the road.`,
  }));
  await store.capture([jsonl(rows(...many))]);
  const parts = { store, pool, stages, clock: fixedClock(AT) };
  const stop = ingestCaptures({
    ...parts,
    onProgress: () => {
      throw new Error('power cut');
    },
  });
  await assert.rejects(stop, /power cut/);
  const { codings } = await store.counts();
  assert.equal(codings, 200);
  assert.deepEqual(await ingest(store), {
    captures: 1,
    coded: 250,
    duplicates: 0,
    refused: 0,
    skipped: 200,
    defect: null,
  });
  assert.deepEqual((await store.verify()).discrepancies, []);
});

test('a decision is recorded through the same door', async () => {
  const { store } = await freshOn(engine);
  const change: Change = {
    kind: 'decided',
    decision: { id: 'd1', kind: 'separate', about: ['a#i0', 'b#i0'], reason: 'different streets', by: 'ana', at: AT },
  };
  await store.record({ changes: [change], at: AT, by: 'ana' });
  assert.deepEqual(await store.decisions(), [change.decision]);
});
