import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { LinkDecision } from '../../model/link-decisions.ts';
import { corroborate } from './corroborate.ts';
import { codedReport, count, EASTON, type IncidentFacts, NORTHFORD, type Town } from './example-reports.ts';

const codebook = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml');
const run = (reports: readonly CodedReport[], decisions: LinkDecision[] = []) =>
  corroborate(reports, codebook, { decisions });
const groupsOf = (reports: readonly CodedReport[], decisions: LinkDecision[] = []): string[][] =>
  run(reports, decisions).incidents.map(({ links }) => links.map(({ report, coded }) => `${report}/${coded}`));

const TEXTS = [
  'Shells fell on the market of the town at noon and five people were killed there, a doctor said.',
  'Two rockets landed near the bridge in the evening; nobody was hurt, according to the council.',
  undefined,
];
const TOWNS: readonly (Town | null)[] = [NORTHFORD, EASTON, ['t3', 'Northford Hill', 36.03, 37.02], null];

/** Reports that overlap in every way: towns, days, kinds, tolls, texts. */
const incident: fc.Arbitrary<IncidentFacts> = fc.record(
  {
    type: fc.constantFrom('shelling', 'air_strike', 'killing', 'bombing', 'talks'),
    modality: fc.constantFrom('asserted', 'alleged', 'denied', 'hypothetical'),
    aggregate: fc.constantFrom(false, false, false, true),
    on: fc.constantFrom('2016-05-01', '2016-05-02', null, ['2016-05-01', '2016-05-08'] as const),
    at: fc.constantFrom(...TOWNS),
    killed: fc.oneof(
      fc.nat({ max: 9 }),
      fc.nat({ max: 9 }).map((n) => count(n, '>=')),
    ),
    injured: fc.nat({ max: 9 }),
    objects: fc.constantFrom(['market'], ['bridge'], []),
    saidBy: fc.constantFrom(['the Northford Watch'], ['residents'], []),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<IncidentFacts>;
const reports = fc
  .array(
    fc.record({
      incidents: fc.array(incident, { maxLength: 3 }),
      text: fc.constantFrom(...TEXTS),
      published: fc.constantFrom('2016-05-02', '2016-05-03', null),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ incidents, text, published }, index) =>
      codedReport(`r${index}`, incidents, text === undefined ? { published } : { text, published }),
    ),
  );
const RUNS = { numRuns: 150, seed: 4 };

test('the result does not depend on the order in which reports arrive', () => {
  fc.assert(
    fc.property(
      reports.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const [one, other] = [run(list), run(shuffled)];
        assert.deepEqual(other.incidents, one.incidents);
        const byId = (result: typeof one) => [...result.reports].sort((a, b) => (a.id < b.id ? -1 : 1));
        assert.deepEqual(byId(other), byId(one));
      },
    ),
    RUNS,
  );
});

test('every coded incident that is not only supposed is linked to one incident, and two of one report never to the same', () => {
  fc.assert(
    fc.property(reports, (list) => {
      const links = run(list).incidents.flatMap(({ links }) => links.map(({ report, coded }) => `${report}/${coded}`));
      const told = list.flatMap(({ id, incidents }) =>
        incidents.filter(({ modality }) => modality !== 'hypothetical').map((coded) => `${id}/${coded.id}`),
      );
      assert.deepEqual(links.sort(), told.sort());
      for (const { links: own } of run(list).incidents)
        assert.equal(new Set(own.map(({ report }) => report)).size, own.length);
    }),
    RUNS,
  );
});

test('a report that is gone again leaves no trace', () => {
  fc.assert(
    fc.property(reports, (list) => {
      const without = list.slice(0, -1);
      const before = run(without).incidents;
      run(list);
      assert.deepEqual(run(without).incidents, before);
    }),
    RUNS,
  );
});

test('copies of a report change neither ranges nor origins', () => {
  fc.assert(
    fc.property(reports, fc.nat({ max: 3 }), (list, more) => {
      const doubled = list.flatMap((report) => [
        report,
        ...Array.from({ length: more }, (_, index) => ({ ...report, id: `${report.id}-copy${index}` })),
      ]);
      const sum = (result: ReturnType<typeof run>) =>
        result.incidents
          .map(({ id, harm, origins }) => ({
            id,
            origins,
            ranges: Object.entries(harm).map(([measure, { min, best, max }]) => [measure, min, best, max]),
          }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      // Copies may tie to other copies, but the sums over all incidents stay as they are.
      const total = (result: ReturnType<typeof run>) => sum(result).reduce((all, { origins }) => all + origins, 0);
      const alone = list.every(({ text }, index) => list.findIndex((other) => other.text === text) === index);
      if (!alone) return;
      assert.equal(total(run(doubled)), total(run(list)));
      assert.deepEqual(sum(run(doubled)), sum(run(list)));
    }),
    RUNS,
  );
});

test('a report that comes twice under one id counts once', () => {
  const report = codedReport('r1', [{ killed: 3 }]);
  assert.equal(run([report, report]).incidents.length, 1);
  assert.equal(run([report, report]).reports.length, 2);
});

test('two reports of one shelling are one incident, and another town, day or total is not', () => {
  const base = { killed: 5 };
  const first = codedReport('r1', [base]);
  for (const [other, isOne] of [
    [base, true],
    [{ killed: 6 }, true],
    [{ ...base, at: EASTON }, false],
    [{ ...base, on: '2016-05-03' }, false],
    [{ ...base, aggregate: true }, false],
    [{ ...base, type: 'talks' }, false],
    [{ ...base, at: null, on: null }, false],
  ] as const satisfies readonly (readonly [IncidentFacts, boolean])[]) {
    const groups = groupsOf([first, codedReport('r2', [other])]);
    assert.equal(groups.length, isOne ? 1 : 2, JSON.stringify(other));
  }
});

test('an incident keeps its id when others join, and its main incident stands first in its report', () => {
  const first = codedReport('r1', [{ injured: 2 }, { killed: 5, at: EASTON }]);
  const second = codedReport('r2', [{ killed: 5, at: EASTON }], { published: '2016-05-03' });
  assert.deepEqual(run([first]).reports[0]?.incidents, ['r1#i2', 'r1#i1']);
  assert.deepEqual(run([second, first]).reports, [
    { id: 'r2', story: 'r2', origin: 'r2', incidents: ['r1#i2'] },
    { id: 'r1', story: 'r1', origin: 'r1', incidents: ['r1#i2', 'r1#i1'] },
  ]);
});

const ref = (report: string, coded = 'i1') => ({ report, coded });

test('what a person joined stays joined and what a person held apart stays apart, whatever else is reported', () => {
  fc.assert(
    fc.property(
      reports,
      fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.boolean()), { maxLength: 4 }),
      (list, chosen) => {
        const decisions = chosen.map(
          ([a, b, isOne], index): LinkDecision => ({
            id: `d${index}`,
            kind: isOne ? 'must-link' : 'cannot-link',
            a: ref(`r${a}`),
            b: ref(`r${b}`),
          }),
        );
        const { incidents, refused } = run(list, decisions);
        const home = new Map(
          incidents.flatMap(({ id, links }) => links.map(({ report, coded }) => [`${report}/${coded}`, id])),
        );
        for (const { id, kind, a, b } of decisions) {
          const [one, other] = [home.get(`${a.report}/${a.coded}`), home.get(`${b.report}/${b.coded}`)];
          if (refused.some(({ where }) => where === id) || one === undefined || other === undefined) continue;
          assert.equal(one === other, kind === 'must-link', id);
        }
      },
    ),
    RUNS,
  );
});

test('undoing a decision gives back what was before it', () => {
  const list = [
    codedReport('r1', [{ killed: 5 }]),
    codedReport('r2', [{ killed: 5 }]),
    codedReport('r3', [{ at: EASTON }]),
  ];
  const apart: LinkDecision = { id: 'd1', kind: 'cannot-link', a: ref('r1'), b: ref('r2') };
  const together: LinkDecision = { id: 'd2', kind: 'must-link', a: ref('r2'), b: ref('r3') };
  assert.deepEqual(groupsOf(list), [['r1/i1', 'r2/i1'], ['r3/i1']]);
  assert.deepEqual(groupsOf(list, [apart]), [['r1/i1'], ['r2/i1'], ['r3/i1']]);
  assert.deepEqual(groupsOf(list, [apart, together]), [['r1/i1'], ['r2/i1', 'r3/i1']]);
  assert.deepEqual(groupsOf(list), [['r1/i1', 'r2/i1'], ['r3/i1']]);
});

test('a decision that contradicts earlier ones is refused and named, and the others hold', () => {
  const list = [codedReport('r1', [{ killed: 5 }]), codedReport('r2', [{ killed: 5 }])];
  const { refused, incidents } = run(list, [
    { id: 'd1', kind: 'must-link', a: ref('r1'), b: ref('r2') },
    { id: 'd2', kind: 'cannot-link', a: ref('r2'), b: ref('r1') },
  ]);
  assert.deepEqual(
    refused.map(({ where, chain }) => [where, chain]),
    [['d2', ['d1']]],
  );
  assert.equal(incidents.length, 1);
});
