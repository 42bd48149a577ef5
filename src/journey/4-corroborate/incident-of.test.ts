import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerOf } from '../../knowledge/source-register.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import {
  codedReport,
  count,
  EASTON,
  type IncidentFacts,
  NORTHFORD,
  type ReportFacts,
  type Town,
} from './example-reports.ts';
import { incidentOf } from './incident-of.ts';
import type { Member } from './member.ts';
import { NO_SOURCES, type SourceContext, sourceContext } from './source-context.ts';

const outlet = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  kind: 'daily',
  country: 'XA',
  leaning: 'none',
  reliability: 'C',
  ...more,
});
const REGISTER = registerOf('test.yaml', {
  about: 'a',
  source: 's',
  date: '2026-11-22',
  licence: 'Apache-2.0',
  reviewer: 'none',
  reason: 'r',
  fictional: true,
  outlets: [
    outlet('x.wire', 'Hill Wire', { reliability: 'B', alsoKnownAs: ['HWI'] }),
    outlet('x.digest', 'Valley Digest', { takesCopyFrom: ['x.wire'] }),
    outlet('x.herald', 'Hill Herald', { ownedBy: [{ id: 'x.holding', from: '2015-01-01', to: '2016-06-30' }] }),
    outlet('x.tribune', 'Hill Tribune', { ownedBy: [{ id: 'x.holding' }] }),
    outlet('x.holding', 'Hill Holding'),
    outlet('x.ministry', 'Ministry Bulletin', { speaksFor: ['xa'], reliability: 'D' }),
    outlet('x.far', 'Far Observer', { reliability: 'A' }),
  ],
});

type Told = readonly [facts: IncidentFacts, report?: ReportFacts & { source?: string; origin?: string }];

function incident(...told: Told[]): Incident {
  const names = new Map<string, string | null>();
  const members = told.flatMap(([facts, more = {}], index): Member[] => {
    const { source = null, origin, ...rest } = more;
    const report: CodedReport = codedReport(`r${index}`, [facts], rest);
    names.set(report.id, source);
    return report.incidents.map((coded) => ({
      report,
      coded,
      link: { report: report.id, coded: coded.id, origin: origin ?? report.id, score: 1, reasons: [] },
    }));
  });
  const sources: SourceContext = names.size === 0 ? NO_SOURCES : sourceContext(names, REGISTER);
  return incidentOf('e', members, sources, { beyondBelief: 1000 });
}

const by = (name: string, more: object = {}) => [
  { name, actor: name, role: 'non_state_armed_group' as const, ...more },
];
const state = (name: string, more: object = {}) => by(name, { role: 'military', ...more });

const LINES: readonly (readonly [string, Told[], number, (string | undefined)?])[] = [
  ['reports that nothing ties', [[{}], [{}]], 2],
  ['a reprint', [[{}], [{}, { origin: 'r0' }]], 1, 'same-text'],
  [
    'two reports of one outlet',
    [
      [{}, { source: 'Hill Wire' }],
      [{}, { source: 'Hill Wire' }],
    ],
    1,
    'same-outlet',
  ],
  [
    'an outlet that takes copy',
    [
      [{}, { source: 'Hill Wire' }],
      [{}, { source: 'Valley Digest' }],
    ],
    1,
    'takes-copy',
  ],
  [
    'an agency credited in brackets',
    [
      [{}, { source: 'Hill Wire' }],
      [{}, { source: 'Far Observer', text: 'NORTHFORD (HWI) -- Shells fell on the town.' }],
    ],
    1,
    'credits',
  ],
  [
    'an agency credited by two others',
    [
      [{}, { text: 'Shells fell, Hill Wire reported from the town.' }],
      [{}, { text: 'Copyright 2016 Hill Wire. Guns were heard.' }],
    ],
    1,
    'credits',
  ],
  [
    'a name within another word',
    [
      [{}, { source: 'Hill Wire' }],
      [{}, { text: 'The (HWIX) radio fell silent.' }],
    ],
    2,
  ],
  [
    'outlets of one owner',
    [
      [{}, { source: 'Hill Herald' }],
      [{}, { source: 'Hill Tribune' }],
    ],
    1,
    'same-owner',
  ],
  [
    'outlets of one owner after it sold one',
    [
      [{}, { source: 'Hill Herald', published: '2016-07-01' }],
      [{}, { source: 'Hill Tribune', published: '2016-07-01' }],
    ],
    2,
  ],
  [
    'the same named voice',
    [[{ saidBy: ['the Northford Watch'] }], [{ saidBy: ['the Northford Watch'] }]],
    1,
    'same-statement',
  ],
  ['residents here and residents there', [[{ saidBy: ['residents'] }], [{ saidBy: ['residents'] }]], 2],
  [
    'two fuller reports that share a voice',
    [[{ saidBy: ['the Northford Watch', 'residents'] }], [{ saidBy: ['the Northford Watch', 'a doctor'] }]],
    2,
  ],
  [
    'one that repeats a voice of a fuller one',
    [
      [{ saidBy: ['the Northford Watch', 'residents'] }],
      [{ saidBy: ['the Northford Watch'] }],
      [{ saidBy: ['the Northford Watch', 'a doctor'] }],
    ],
    2,
    'same-statement',
  ],
];

for (const [name, told, lines, kind] of LINES) {
  test(`independent origins: ${name} ${lines === 1 ? 'is one' : `are ${lines}`}`, () => {
    const { origins, independence } = incident(...told);
    assert.equal(origins, lines);
    assert.equal(independence?.lines.length, lines);
    assert.equal(independence?.edges[0]?.kind, kind);
  });
}

test('who denies an act is no origin of it, and stands among the lines all the same', () => {
  const { origins, independence, grades } = incident(
    [{ killed: 3 }],
    [{ modality: 'denied' }, { source: 'Hill Wire' }],
  );
  assert.deepEqual([origins, independence?.lines.length], [1, 2]);
  assert.equal(grades?.harm?.grade, 'weak');
});

test('an act that all deny has the origins of those who deny it', () =>
  assert.equal(incident([{ modality: 'denied' }], [{ modality: 'denied' }]).origins, 2));

test('nine reports of two origins say which and why', () => {
  const copies = Array.from({ length: 7 }, (): Told => [{}, { origin: 'r0' }]);
  const { origins, links, independence } = incident([{}], ...copies, [{}]);
  assert.deepEqual([origins, links.length], [2, 9]);
  assert.deepEqual(independence?.lines, [
    { reports: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'] },
    { reports: ['r8'] },
  ]);
  assert.deepEqual(independence?.edges[0], {
    reports: ['r0', 'r1'],
    kind: 'same-text',
    because: 'they share most of their wording',
  });
});

test('a later toll of a dependent report supersedes, of an independent one widens the range', () => {
  const later = { published: '2016-05-05' };
  const range = ({ harm }: Incident) => [harm.killed?.min, harm.killed?.best, harm.killed?.max];
  assert.deepEqual(
    range(incident([{ killed: 5 }, { source: 'Hill Wire' }], [{ killed: 9 }, { source: 'Valley Digest', ...later }])),
    [9, 9, 9],
  );
  assert.deepEqual(
    range(incident([{ killed: 5 }, { source: 'Hill Wire' }], [{ killed: 9 }, { source: 'Far Observer', ...later }])),
    [5, 5, 9],
  );
});

const STATUS: readonly (readonly [string, IncidentFacts[], Incident['attributionStatus']])[] = [
  ['nobody accused', [{}, {}], 'unattributed'],
  ['one accused by one', [{ by: by('xa.rebels') }, {}], 'uncontested'],
  ['branches of one state', [{ by: state('xa.airforce') }, { by: state('xa.gov') }], 'uncontested'],
  [
    'alternatives of one report',
    [{ by: [...state('xa.airforce', { either: 1 }), ...state('xb.airforce', { either: 1 })] }],
    'uncontested',
  ],
  [
    'alternatives and one of them',
    [{ by: [...state('xa.airforce', { either: 1 }), ...state('xb.airforce', { either: 1 })] }, { by: state('xb.gov') }],
    'uncontested',
  ],
  [
    'a description of the same sort',
    [{ by: by('xa.rebels') }, { by: by('armed groups', { actor: null }) }],
    'uncontested',
  ],
  [
    'a description of another sort',
    [{ by: by('xa.rebels') }, { by: state('government jets', { actor: null }) }],
    'contested',
  ],
  ['rivals', [{ by: by('xa.rebels') }, { by: state('xa.gov') }], 'contested'],
  [
    'a denial by the accused',
    [{ by: by('xa.rebels') }, { by: by('xa.rebels', { attribution: 'denied_by_itself' }) }],
    'contested',
  ],
  [
    'a denial by one whom nobody accuses',
    [{ by: by('xa.rebels') }, { by: state('xa.gov', { attribution: 'stated' }), modality: 'denied' }],
    'uncontested',
  ],
  ['only a denial', [{}, { by: state('xa.gov', { attribution: 'stated' }), modality: 'denied' }], 'unattributed'],
  [
    'an admission',
    [{ by: by('xa.rebels') }, { by: by('xa.rebels', { attribution: 'claimed_by_itself' }) }],
    'admitted',
  ],
];

for (const [name, facts, status] of STATUS)
  test(`attribution is ${status}: ${name}`, () =>
    assert.equal(incident(...facts.map((one): Told => [one])).attributionStatus, status));

test('a denial is tied to the accusation that it denies', () => {
  const { attributions, contradictions } = incident(
    [{ by: by('xa.rebels') }],
    [{ by: by('xa.rebels'), modality: 'denied' }],
  );
  assert.deepEqual(
    attributions.map(({ attribution, denies }) => [attribution, denies]),
    [
      ['stated', undefined],
      ['denied_by_itself', ['r0']],
    ],
  );
  assert.deepEqual(
    contradictions.map(({ about, severity, reports }) => [about, severity, reports]),
    [
      ['culprit', 'major', ['r1', 'r0']],
      ['occurrence', 'major', ['r1', 'r0']],
    ],
  );
});

test("what a denial quotes is nobody's own figure", () => {
  const { harm, modality } = incident([{ killed: 5 }], [{ killed: 60, modality: 'denied' }]);
  assert.deepEqual([harm.killed?.max, modality], [5, 'asserted']);
});

const FAR: Town = ['t9', 'Farfield', 36.2, 37];
const QUARTER: Town = ['t7', 'Mill Quarter', 36.04, 37];
const CONTRADICTIONS: readonly (readonly [string, Told[], string[]])[] = [
  ['nothing disagrees', [[{ killed: 5 }], [{ killed: 5 }]], []],
  ['tolls a little apart', [[{ killed: 5 }], [{ killed: 6 }]], ['harm/minor']],
  ['tolls far apart', [[{ killed: 5 }], [{ killed: 16 }]], ['harm/major']],
  ['tolls of one line', [[{ killed: 5 }], [{ killed: 16 }, { origin: 'r0' }]], []],
  ['an open floor', [[{ killed: count(5, '>=') }], [{ killed: 16 }]], []],
  ['more than can be believed', [[{ killed: 1e12 }], [{ killed: 6 }]], ['harm/major']],
  ['neighbouring towns', [[{}], [{ at: ['t8', 'Nearby', 36.05, 37] }]], ['place/minor']],
  ['a quarter and its town, which one report names both', [[{}], [{ at: QUARTER }, { naming: [NORTHFORD] }]], []],
  ['towns far apart, joined by a person', [[{}], [{ at: FAR }]], ['place/major']],
  ['neighbouring days', [[{}], [{ on: '2016-05-02' }]], ['time/minor']],
  ['days far apart, joined by a person', [[{}], [{ on: '2016-05-06' }]], ['time/major', 'time/major']],
  ['a clock in the future', [[{ on: '2016-05-09' }, { published: '2016-05-02' }]], ['time/major']],
  [
    'what is planned lies in the future',
    [[{ on: '2016-05-09', modality: 'planned' }, { published: '2016-05-02' }]],
    [],
  ],
  ['rival culprits', [[{ by: by('xa.rebels') }], [{ by: state('xa.gov') }]], ['culprit/major']],
];

for (const [name, told, expected] of CONTRADICTIONS)
  test(`contradictions: ${name}`, () =>
    assert.deepEqual(
      incident(...told).contradictions.map(({ about, severity }) => `${about}/${severity}`),
      expected,
    ));

const CREDIBILITY: readonly (readonly [string, Told[], number])[] = [
  ['two independent origins that agree', [[{}], [{}]], 1],
  ['two reprints', [[{}], [{}, { origin: 'r0' }]], 3],
  ['one origin, usually reliable', [[{}, { source: 'Hill Wire' }]], 2],
  ['one origin that nobody judged', [[{}]], 3],
  ['told by one and denied by another', [[{}], [{ modality: 'denied' }]], 5],
  ['told by two and denied by a third', [[{}], [{}], [{ modality: 'denied' }]], 4],
  ['only denied', [[{ modality: 'denied' }]], 6],
];

for (const [name, told, grade] of CREDIBILITY)
  test(`credibility ${grade}: ${name}`, () =>
    assert.equal(incident(...told).grades?.credibility.find(({ about }) => about === 'occurrence')?.grade, grade));

const RELATIONS: readonly (readonly [string, IncidentFacts, string, string])[] = [
  ['uninvolved', {}, 'Hill Wire', 'B'],
  ['about-its-enemy', { by: by('xa.rebels') }, 'Ministry Bulletin', 'E'],
  ['against-its-interest', { by: state('xa.gov') }, 'Ministry Bulletin', 'C'],
  ['about-itself', { by: state('xa.gov', { attribution: 'denied_by_itself' }) }, 'Ministry Bulletin', 'E'],
  ['unknown', {}, 'Nobody Knows', 'F'],
];

for (const [relation, facts, source, letter] of RELATIONS)
  test(`a source that is ${relation} is graded ${letter}`, () => {
    const [grade] = incident([facts, { source }]).grades?.sources ?? [];
    assert.deepEqual([grade?.relation, grade?.reliability], [relation, letter]);
  });

const HARM: readonly (readonly [string | undefined, string, Told[]])[] = [
  [undefined, 'nobody harmed', [[{}], [{ killed: 0 }]]],
  ['weak', 'one origin', [[{ killed: 5 }]]],
  ['weak', 'two sources that are not usually reliable', [[{ killed: 5 }, { source: 'Ministry Bulletin' }]]],
  [
    'fair',
    'two origins',
    [
      [{ killed: 5 }, { source: 'Hill Wire' }],
      [{ killed: 6 }, { source: 'Far Observer' }],
    ],
  ],
  ['contested', 'rivals accused', [[{ killed: 5, by: by('xa.rebels') }], [{ killed: 5, by: state('xa.gov') }]]],
  ['confirmed', 'admitted', [[{ killed: 5, by: by('xa.rebels', { attribution: 'claimed_by_itself' }) }]]],
  ['discounted', 'denied by all who tell of it', [[{ killed: 5, modality: 'denied' }]]],
];

for (const [grade, name, told] of HARM)
  test(`harm is ${grade ?? 'not graded'}: ${name}`, () => assert.equal(incident(...told).grades?.harm?.grade, grade));

test('an incident takes the narrowest time and finest place on which the reports agree', () => {
  const one = incident(
    [{ on: ['2016-05-01', '2016-05-04'], precision: 'province' }],
    [{ on: '2016-05-02', at: NORTHFORD }],
    [{ on: '2016-05-02', at: EASTON, precision: 'country' }],
  );
  assert.deepEqual(one.time, { start: '2016-05-02', end: '2016-05-03', precision: 'day' });
  assert.deepEqual([one.place?.name, one.placeRadiusKm], ['Northford', 5]);
});
