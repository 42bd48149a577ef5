/** What must never lead to a wrong merge, a crash or a hang: floods, figures and clocks that cannot be, empty and odd values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { LinkDecision } from '../../model/link-decisions.ts';
import { corroborate } from './corroborate.ts';
import { codedReport, type IncidentFacts } from './example-reports.ts';

const codebook = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml');
const SECONDS = 20;

function timed(reports: readonly CodedReport[]): { result: ReturnType<typeof corroborate>; seconds: number } {
  const start = process.cpuUsage();
  const result = corroborate(reports, codebook);
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1e6 };
}

const TEXT =
  'Shells fell on the market of the town at noon and five people were killed there, a doctor said on Monday.';

test('twenty thousand identical reports are one incident of one origin and one story', () => {
  const by = [{ name: 'xa.rebels', actor: 'xa.rebels' }];
  const reports = Array.from({ length: 20_000 }, (_, index) =>
    codedReport(`r${index}`, [{ killed: 5, by }], { text: TEXT }),
  );
  const { result, seconds } = timed(reports);
  assert.deepEqual(
    result.incidents.map(({ links, origins, harm }) => [links.length, origins, harm.killed?.min, harm.killed?.max]),
    [[20_000, 1, 5, 5]],
  );
  assert.equal(new Set(result.reports.flatMap(({ story, origin }) => [story, origin])).size, 1);
  assert.ok(seconds < SECONDS, `${seconds} s`);
});

test('five thousand accounts of one place and day in other words end in time, and none is lost', () => {
  const reports = Array.from({ length: 5000 }, (_, index) =>
    codedReport(`r${index}`, [
      {
        killed: 1 + (index % 50),
        saidBy: [`Speaker ${index}`],
        modality: index % 2 === 0 ? 'denied' : 'asserted',
        by: [{ name: `side ${index}`, actor: `xa.${index}` }],
      },
    ]),
  );
  const { result, seconds } = timed(reports);
  assert.equal(
    result.incidents.reduce((sum, { links }) => sum + links.length, 0),
    5000,
  );
  assert.ok(seconds < SECONDS, `${seconds} s`);
});

test('a trillion dead joins nothing and widens no range', () => {
  const { incidents } = corroborate(
    [codedReport('r1', [{ killed: 5 }]), codedReport('r2', [{ killed: 7 }]), codedReport('r3', [{ killed: 1e12 }])],
    codebook,
  );
  const ranges = incidents.map(({ harm }) => [harm.killed?.min, harm.killed?.max, harm.killed?.rule]);
  assert.ok(
    ranges.every(([, max]) => max === 7 || max === null || max === 5),
    JSON.stringify(ranges),
  );
  const named = incidents.flatMap(({ contradictions }) =>
    contradictions.filter(({ message }) => message.includes('not counted')),
  );
  assert.deepEqual(
    named.map(({ reports }) => reports),
    [['r3']],
  );
});

test('a date that lies after its own report is named and merges nothing', () => {
  const future = codedReport('r2', [{ killed: 5, on: '9999-12-30' }], { published: '2016-05-02' });
  const { incidents } = corroborate([codedReport('r1', [{ killed: 5 }]), future], codebook);
  assert.deepEqual(
    incidents.map(({ id, contradictions }) => [id, contradictions.map(({ about }) => about)]),
    [
      ['r1#i1', []],
      ['r2#i1', ['time']],
    ],
  );
});

test('a report that claims to come from the future merges nothing', () => {
  const future = codedReport('r2', [{ killed: 5, on: null }], { published: '9999-12-31' });
  assert.equal(corroborate([codedReport('r1', [{ killed: 5 }]), future], codebook).incidents.length, 2);
});

const RECEIVED = '2016-05-03T12:00:00.000Z';

test('a report dated ahead of its receipt is kept and named, and supersedes no claim of its own line', () => {
  const text = codedReport('r1', []).text;
  const { incidents, reports } = corroborate(
    [
      codedReport('r1', [{ killed: 5 }], { text, published: '2016-05-02' }),
      codedReport('r2', [{ killed: 9 }], { text, published: '2031-05-02' }),
    ],
    codebook,
    { asOf: RECEIVED },
  );
  assert.equal(reports.length, 2);
  assert.deepEqual(
    incidents.map(({ links, harm }) => [links.length, harm.killed?.min, harm.killed?.max]),
    [[2, 5, 5]],
  );
  assert.deepEqual(
    incidents[0]?.contradictions.map(({ about, message, reports: named }) => [about, message, named]),
    [['time', 'r2 is dated 2031-05-02, ahead of its receipt: nothing is counted from that date', ['r2']]],
  );
});

test('the day of a report dated ahead pulls no other with it, whoever put them together', () => {
  const reports = [
    codedReport('r1', [{ killed: 5 }]),
    codedReport('r2', [{ killed: 5, on: '2031-05-01' }], { published: '2031-05-02' }),
  ];
  const together: LinkDecision = {
    id: 'd1',
    kind: 'must-link',
    a: { report: 'r1', coded: 'i1' },
    b: { report: 'r2', coded: 'i1' },
  };
  assert.equal(corroborate(reports, codebook, { asOf: RECEIVED }).incidents.length, 2);
  const { incidents } = corroborate(reports, codebook, { asOf: RECEIVED, decisions: [together] });
  assert.deepEqual(
    incidents.map(({ links, time }) => [links.length, time?.start, time?.end, time?.precision]),
    [[2, '2016-05-01', '2016-05-02', 'day']],
  );
});

test('an act told without its day in a report dated ahead is not dated by it', () => {
  const posts = ['r1', 'r2'].map((id) =>
    codedReport(id, [{ type: 'air_strike', on: [null, '2031-05-03'] }], { published: '2031-05-02' }),
  );
  assert.equal(corroborate(posts, codebook).incidents.length, 1);
  assert.equal(corroborate(posts, codebook, { asOf: RECEIVED }).incidents.length, 2);
});

const ODD: readonly (readonly [string, IncidentFacts])[] = [
  ['an interval turned round', { on: ['2016-05-03', '2016-05-01'] }],
  ['an interval without length', { on: ['2016-05-01', '2016-05-01'] }],
  ['words for a time', { on: ['yesterday', 'today'] }],
  ['all of history', { on: ['0001-01-01', '9999-12-31'] }],
  ['the pole', { at: ['t', 'Pole', 90, 180] }],
  ['a place off the globe', { at: ['t', 'Nowhere', 1e9, -1e9] }],
  ['a place without number', { at: ['t', 'Nowhere', Number.NaN, Number.NaN] }],
];

for (const [name, facts] of ODD)
  test(`${name} is kept and merges nothing else`, () => {
    const { incidents } = corroborate([codedReport('r1', [{}]), codedReport('r2', [facts])], codebook);
    assert.equal(
      incidents.reduce((sum, { links }) => sum + links.length, 0),
      2,
    );
    assert.equal(incidents.length, 2);
  });

test('no reports, and reports without anything in them', () => {
  assert.deepEqual(corroborate([], codebook), { reports: [], incidents: [], refused: [] });
  const { reports, incidents } = corroborate(
    [codedReport('r1', [], { text: '' }), codedReport('r2', [], { text: '', published: null })],
    codebook,
  );
  assert.deepEqual([reports.length, incidents.length], [2, 0]);
});
