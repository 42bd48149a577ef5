/** What the loader refuses, by code and place; each case changes one thing in a pack that is in order. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadActors } from './actors.ts';
import { unnamedIn } from './agreement-names.ts';
import type { AgreementComplaint } from './agreement-pack.ts';
import { agreementIds, loadAgreement } from './agreements.ts';
import { loadAssessmentCodebook } from './assessment-codebook.ts';

const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const known = new Set(loadActors('test/agreements/actors').actors.keys());

/** Complaints about the invented pack after one replacement in one of its files. */
function complaintsAfter(file: string, from: string | RegExp, to: string): AgreementComplaint[] {
  const directory = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    cpSync('test/agreements/two-sides', directory, { recursive: true });
    const text = readFileSync(join(directory, file), 'utf8');
    const changed = text.replace(from, to);
    assert.notEqual(changed, text, `nothing to replace: ${from}`);
    writeFileSync(join(directory, file), changed);
    const pack = loadAgreement(directory, known, codebook);
    return pack.kind === 'refused' ? pack.complaints : [];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const CASES: readonly {
  says: string;
  change: [string, string | RegExp, string];
  code: AgreementComplaint['code'];
  where: RegExp;
}[] = [
  {
    says: 'YAML that does not parse',
    change: ['clauses.yaml', 'clauses:', 'clauses: ]'],
    code: 'source/syntax',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'bytes that are no text',
    change: ['clauses.yaml', 'clauses:', 'clauses: \u0000\u0007'],
    code: 'source/not-text',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'aliases of aliases without end',
    change: [
      'clauses.yaml',
      /^about: .*$/m,
      [
        'a: &a [x, x, x, x, x, x, x]',
        ...'bcdefg'.split('').map((name, index) => {
          const before = 'abcdef'[index];
          return `${name}: &${name} [${Array(7).fill(`*${before}`).join(', ')}]`;
        }),
      ].join('\n'),
    ],
    code: 'source/syntax',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a clause of no known type',
    change: ['clauses.yaml', 'type: speech-duty', 'type: silence'],
    code: 'source/schema',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'an instant that is not local',
    change: ['calendar.yaml', '2020-01-01T00:00,', '2020-01-01T00:00Z,'],
    code: 'source/schema',
    where: /^calendar\.yaml:10$/,
  },
  {
    says: 'an unknown time zone',
    change: ['calendar.yaml', 'Africa/Nairobi', 'Africa/Atlantis'],
    code: 'agreement/unknown-time-zone',
    where: /^calendar\.yaml:7$/,
  },
  {
    says: 'an act that nobody codes',
    change: ['clauses.yaml', 'acts: [territory_seizure]', 'acts: [conquest]'],
    code: 'agreement/unknown-act',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a weapon class that is no means family',
    change: ['clauses.yaml', '{means: artillery, km: 50}', '{means: catapult, km: 50}'],
    code: 'agreement/unknown-means',
    where: /^clauses\.yaml/,
  },
  {
    says: 'an actor that is not in the register',
    change: ['parties.yaml', 'members: [north.gov,', 'members: [north.gov, north.fleet,'],
    code: 'agreement/unknown-actor',
    where: /^parties\.yaml:8$/,
  },
  {
    says: 'a bearer that is no party',
    change: ['clauses.yaml', 'bearers: [north]', 'bearers: [east]'],
    code: 'agreement/unknown-party',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a zone that is not drawn',
    change: ['clauses.yaml', 'zone: port', 'zone: harbour'],
    code: 'agreement/unknown-zone',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'an interval that is not in the calendar',
    change: ['clauses.yaml', 'interval: after-withdrawal', 'interval: afterwards'],
    code: 'agreement/unknown-interval',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'an exception that is no clause',
    change: ['clauses.yaml', 'exceptions: [PA]', 'exceptions: [PB]'],
    code: 'agreement/unknown-clause',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'an instrument that is not listed',
    change: ['clauses.yaml', 'instrument: text', 'instrument: letter'],
    code: 'agreement/unknown-instrument',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'adherence that ends before it starts',
    change: ['parties.yaml', 'from: 2020-01-01T00:00, source', 'from: 2020-01-01T00:00, until: 2019-06-01, source'],
    code: 'agreement/adherence-ends-before-start',
    where: /^parties\.yaml:14$/,
  },
  {
    says: 'an exclusion that ends before it starts',
    change: ['parties.yaml', 'from: 2019-01-01, source', 'from: 2019-01-01, until: 2018-01-01, source'],
    code: 'agreement/adherence-ends-before-start',
    where: /^parties\.yaml:\d+$/,
  },
  {
    says: 'a registrar that nobody named',
    change: ['parties.yaml', 'registrar: first', 'registrar: third'],
    code: 'agreement/unknown-registrar',
    where: /^parties\.yaml:\d+$/,
  },
  {
    says: 'an interval that ends before it starts',
    change: ['calendar.yaml', 'end: 2021-01-01T00:00', 'end: 2019-01-01T00:00'],
    code: 'agreement/interval-ends-before-start',
    where: /^calendar\.yaml:10$/,
  },
  {
    says: 'a replacement before the agreement began',
    change: [
      'calendar.yaml',
      'intervals:',
      'replaced: [{at: 2019-06-01T00:00, by: another agreement, source: invented, checked: true}]\nintervals:',
    ],
    code: 'agreement/replaced-while-not-in-force',
    where: /^calendar\.yaml:\d+$/,
  },
  {
    says: 'a ring that crosses itself',
    change: [
      'areas.geojson',
      '[[[12, 0], [13, 0], [13, 1], [12, 1], [12, 0]]]',
      '[[[12, 0], [13, 1], [13, 0], [12, 1], [12, 0]]]',
    ],
    code: 'agreement/zone-crosses-itself',
    where: /^areas\.geojson:6$/,
  },
  {
    says: 'a ring that is not closed',
    change: ['areas.geojson', '[12, 1], [12, 0]]]', '[12, 1], [12, 0.5]]]'],
    code: 'agreement/zone-not-closed',
    where: /^areas\.geojson:6$/,
  },
  {
    says: 'a zone with a hole',
    change: [
      'areas.geojson',
      '[12, 1], [12, 0]]]',
      '[12, 1], [12, 0]], [[12.2, 0.2], [12.4, 0.2], [12.4, 0.4], [12.2, 0.2]]]',
    ],
    code: 'agreement/zone-has-holes',
    where: /^areas\.geojson:6$/,
  },
  {
    says: 'a clause id that is there twice',
    change: ['clauses.yaml', '{id: SP,', '{id: DT,'],
    code: 'agreement/duplicate-id',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a mirror that names another',
    change: ['clauses.yaml', 'mirror: N1', 'mirror: S1'],
    code: 'agreement/mirror-not-mutual',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a mirror that forbids less',
    change: ['clauses.yaml', /(id: S1[\s\S]*?)acts: \[attack\]/, '$1acts: [shelling]'],
    code: 'agreement/mirror-differs',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'two clauses that reach the same acts',
    change: [
      'clauses.yaml',
      '{id: TG,',
      '{id: TG2, type: no-territorial-gain, title: again, says: Again., modality: must-not, instrument: text, bearers: [north], counterparties: [south], acts: [territory_seizure], zone: country, interval: ceasefire, checked: true, source: invented, details: {baseline: none}}\n  - {id: TG,',
    ],
    code: 'agreement/overlapping-clauses',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'what one clause allows another forbids',
    change: ['clauses.yaml', 'exceptions: [PA], ', ''],
    code: 'agreement/contradictory-clauses',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'what one clause allows towards anybody another forbids towards some',
    change: [
      'clauses.yaml',
      'bearers: [north, south], acts: [troop_deployment]',
      'bearers: [north, south], acts: [attack]',
    ],
    code: 'agreement/contradictory-clauses',
    where: /^clauses\.yaml:\d+$/,
  },
  {
    says: 'a day that no calendar has',
    change: ['calendar.yaml', '2020-01-01T00:00,', '2020-02-30T00:00,'],
    code: 'source/schema',
    where: /^calendar\.yaml:10$/,
  },
];

for (const { says, change, code, where } of CASES) {
  test(`a pack is refused for ${says}`, () => {
    const complaint = complaintsAfter(...change).find((one) => one.code === code);
    assert.ok(complaint, `expected ${code}`);
    assert.match(complaint.where, where);
    assert.match(complaint.message, /\S; \S/, 'a message ends with what to do');
  });
}

const NAMES = [
  'about: names, source: invented, date: 2026-11-30, licence: Apache-2.0, reviewer: none, reason: proof',
  'clauses: {N1: لا هجمات من الشمال}',
  'parties: {north.army: جيش الشمال}',
];

function withNames(lines: readonly string[]): ReturnType<typeof loadAgreement> {
  const directory = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    cpSync('test/agreements/two-sides', directory, { recursive: true });
    const [header = '', ...rest] = lines;
    writeFileSync(join(directory, 'names.ar.yaml'), [...header.split(', '), ...rest].join('\n'));
    return loadAgreement(directory, known, codebook);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('a pack may name what it holds in another language; what it leaves out is told', () => {
  const pack = withNames(NAMES);
  assert.equal(pack.kind, 'loaded');
  const [names] = pack.agreement.names;
  assert.ok(names);
  assert.deepEqual(names.clauses, { N1: 'لا هجمات من الشمال' });
  const missing = unnamedIn(pack.agreement, names);
  assert.ok(missing.includes('clauses S1') && !missing.includes('clauses N1'), missing.join());
});

test('a name of nothing, and an English name in the place of an Arabic one, are refused by line', () => {
  const complaintsOf = (line: string) => {
    const pack = withNames([...NAMES.slice(0, 2), line]);
    return pack.kind === 'refused' ? pack.complaints.map(({ code, where }) => `${code} ${where}`) : [];
  };
  assert.deepEqual(complaintsOf('zones: {moon: القمر}'), ['agreement/name-of-nothing names.ar.yaml:8']);
  assert.deepEqual(complaintsOf('parties: {moon.army: جيش القمر}'), ['agreement/name-of-nothing names.ar.yaml:8']);
  assert.deepEqual(complaintsOf('zones: {country: the country}'), ['source/schema names.ar.yaml:8']);
});

test('a pack without one of its files is refused by name', () => {
  const pack = loadAgreement('test/agreements', known, codebook);
  assert.equal(pack.kind, 'refused');
  assert.deepEqual(
    pack.complaints.map((one) => [one.code, one.where]),
    ['clauses.yaml', 'parties.yaml', 'calendar.yaml', 'areas.geojson'].map((file) => ['agreement/missing-file', file]),
  );
});

test('a folder that is not there holds no packs', () => assert.deepEqual(agreementIds('no/such/folder'), []));

test('a loaded agreement cannot be changed', () => {
  const pack = loadAgreement('test/agreements/two-sides', known, codebook);
  assert.equal(pack.kind, 'loaded');
  assert.throws(() => Object.assign(pack.agreement.clauses[0] ?? {}, { bearers: ['south'] }), TypeError);
});
