import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Count } from '../../model/coded-report.ts';
import { codedReport, count, type IncidentFacts } from './example-reports.ts';
import { harmRanges } from './harm-ranges.ts';
import type { Member } from './member.ts';

/** One report: its line, day of publication, facts. */
type Told = readonly [line: number, published: string, facts: IncidentFacts];

function rangesOf(told: readonly Told[], beyondBelief = 1000): ReturnType<typeof harmRanges>['harm'] {
  const lines = new Map(told.map(([line], index) => [`r${index}`, line]));
  const members = told.flatMap(([, published, facts], index): Member[] => {
    const report = codedReport(`r${index}`, [facts], { published });
    return report.incidents.map((coded) => ({
      report,
      coded,
      link: { report: report.id, coded: coded.id, origin: report.id, score: 1, reasons: [] },
    }));
  });
  return harmRanges(members, (report) => lines.get(report) ?? -1, { beyondBelief }).harm;
}

const dozens: Count = { claim: { op: 'word', word: 'dozens' }, min: 12, best: 12, max: null, spans: [] };
const upTo20: Count = { claim: { op: '<=', n: 20 }, min: 1, best: null, max: 20, spans: [] };

const TABLE: readonly (readonly [string, Told[], [number, number | null, number | null]])[] = [
  ['one source', [[0, '05-01', { killed: 5 }]], [5, 5, 5]],
  [
    'a later toll of the same line supersedes',
    [
      [0, '05-01', { killed: 5 }],
      [0, '05-02', { killed: 9 }],
    ],
    [9, 9, 9],
  ],
  [
    'a later lower toll of the same line supersedes too',
    [
      [0, '05-01', { killed: 9 }],
      [0, '05-02', { killed: 5 }],
    ],
    [5, 5, 5],
  ],
  [
    'a vaguer word later does not',
    [
      [0, '05-01', { killed: 38 }],
      [0, '05-02', { killed: dozens }],
    ],
    [38, 38, 38],
  ],
  [
    'two lines make a range and are never added',
    [
      [0, '05-01', { killed: 5 }],
      [1, '05-02', { killed: 9 }],
    ],
    [5, 5, 9],
  ],
  [
    'the median of three lines',
    [
      [0, '05-01', { killed: 5 }],
      [1, '05-01', { killed: 9 }],
      [2, '05-01', { killed: 7 }],
    ],
    [5, 7, 9],
  ],
  [
    'a floor leaves the range open',
    [
      [0, '05-01', { killed: 5 }],
      [1, '05-01', { killed: count(9, '>=') }],
    ],
    [5, 5, null],
  ],
  ['a ceiling is no best figure', [[0, '05-01', { killed: upTo20 }]], [1, null, 20]],
  [
    'an explicit zero is a claim',
    [
      [0, '05-01', { killed: 0 }],
      [1, '05-01', { killed: 9 }],
    ],
    [0, 0, 9],
  ],
  [
    'silence is none',
    [
      [0, '05-01', {}],
      [1, '05-01', { killed: 9 }],
    ],
    [9, 9, 9],
  ],
  [
    'killed and wounded told together stay apart from killed',
    [
      [0, '05-01', { casualties: 40 }],
      [1, '05-01', { killed: 9 }],
    ],
    [9, 9, 9],
  ],
  [
    'what cannot be believed is set aside',
    [
      [0, '05-01', { killed: 1e12 }],
      [1, '05-01', { killed: 9 }],
    ],
    [9, 9, 9],
  ],
  ['and leaves nothing known when it stands alone', [[0, '05-01', { killed: 1e12 }]], [0, null, null]],
];

for (const [name, told, [min, best, max]] of TABLE) {
  test(`killed: ${name}`, () => {
    const range = rangesOf(told).killed;
    assert.deepEqual([range?.min, range?.best, range?.max], [min, best, max]);
  });
}

test('claims that do not count are kept and say why', () => {
  const range = rangesOf([
    [0, '05-01', { killed: 5 }],
    [0, '05-02', { killed: 9 }],
    [1, '05-02', { killed: 1e12 }],
  ]).killed;
  assert.deepEqual(
    range?.claims.map(({ report, setAside }) => [report, setAside]),
    [
      ['r0', 'superseded'],
      ['r1', undefined],
      ['r2', 'beyond-belief'],
    ],
  );
  assert.equal(range?.rule, 'harm/single-origin');
});

test('parts stay with their claim and are not added to it', () => {
  const killed: Count = {
    ...count(20),
    of: [{ who: 'children', claim: { op: '>=', n: 5 }, min: 5, best: 5, max: null, spans: [] }],
  };
  const range = rangesOf([[0, '05-01', { killed }]]).killed;
  assert.deepEqual([range?.min, range?.max, range?.claims[0]?.count.of?.[0]?.who], [20, 20, 'children']);
});

test('however many reports of however many lines: never below the lowest nor above the highest single claim', () => {
  const told = fc.array(
    fc.tuple(
      fc.nat({ max: 3 }),
      fc.constantFrom('05-01', '05-02', '05-03'),
      fc.record({
        killed: fc.oneof(
          fc.nat({ max: 50 }),
          fc.nat({ max: 50 }).map((n) => count(n, '>=')),
        ),
      }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(told, (list) => {
      const range = rangesOf(list).killed;
      const single = list.map(([, , { killed }]) => (typeof killed === 'number' ? count(killed) : killed));
      const highest = Math.max(...single.map((one) => one?.max ?? Number.POSITIVE_INFINITY));
      assert.ok(range !== undefined && range.min >= Math.min(...single.map((one) => one?.min ?? 0)));
      assert.ok(range.max === null || range.max <= highest);
      assert.ok(range.best === null || (range.best >= range.min && single.some((one) => one?.best === range.best)));
    }),
    { seed: 4 },
  );
});
