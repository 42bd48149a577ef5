import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deed, StatementStatus } from '../../../model/statement-record.ts';
import type { DeedIncident } from './deeds.ts';
import { deedIncident, EXAMPLE_RULES, type ShortStatement, spoken } from './example-ledger.ts';
import { remindersOf } from './reminders.ts';
import { speakerRecord } from './speaker-record.ts';
import { draftsOf, questionsOf, recordsOf } from './statements-ledger.ts';
import { statementDecisions } from './status.ts';

interface Given {
  statements: ShortStatement[];
  incidents?: DeedIncident[];
  links?: [string, string][];
  asOf?: string;
  lastReport?: string | null;
  decided?: { status: StatementStatus; reason: string };
}

function ledger({ statements, incidents = [], links = [], asOf = '2020-06-01', lastReport = asOf, decided }: Given) {
  const all = draftsOf(statements.map(spoken), EXAMPLE_RULES, asOf);
  const found = questionsOf(all, EXAMPLE_RULES).map(() => ({ incidents, links: new Map(links) }));
  const [first] = all;
  const decisions = new Map(
    decided === undefined || first === undefined ? [] : [[first.record.id, { id: 'd1', by: 'A. Reader', ...decided }]],
  );
  return recordsOf(all, { found, all, decisions, asOf, lastReport }, EXAMPLE_RULES);
}

const RELEASE: ShortStatement = {
  on: '2020-03-01',
  about: ['prisoners'],
  due: ['2020-03-01', '2020-03-15'],
  words: 'it will free them all',
};
const TALKS: ShortStatement = {
  on: '2020-03-01',
  kind: 'demand',
  to: ['south.gov'],
  about: ['political_transition'],
  due: ['2020-03-01', '2020-03-15'],
};
const RESTRAINT: ShortStatement = { on: '2020-03-01', about: ['ceasefire'], words: 'it will respect the truce' };

const settlement = (name: string, latitude: number) => ({
  place: name,
  name,
  country: 'XA',
  admin1: 'A',
  latitude,
  longitude: 10,
  precision: 'settlement' as const,
});
const HERE = settlement('Aba', 5);
const RELEASED = (at: typeof HERE | null): DeedIncident =>
  deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-10', {
    place: at,
    placeRadiusKm: at === null ? null : 5,
  });

const STATUSES: [fact: string, given: Given, status: StatementStatus, because: RegExp][] = [
  [
    'a promise carried out within its time is met',
    { statements: [RELEASE], incidents: [deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-10')] },
    'met',
    /prisoner release by north.gov/,
  ],
  [
    'what a force of the speaker does carries out its promise',
    { statements: [RELEASE], incidents: [deedIncident('i', 'prisoner_release', 'north.army', '2020-03-10')] },
    'met',
    /by north.army/,
  ],
  [
    'a promise about a place is met by what happens there',
    { statements: [{ ...RELEASE, at: [HERE] }], incidents: [RELEASED(settlement('Aba fort', 5.01))] },
    'met',
    /prisoner release/,
  ],
  [
    'what happens elsewhere leaves it unclear, and says where',
    { statements: [{ ...RELEASE, at: [HERE] }], incidents: [RELEASED(settlement('Obo', 7))] },
    'unclear',
    /the words name Aba, and it happened elsewhere \(Obo\)/,
  ],
  [
    'what happens nobody says where leaves it unclear',
    { statements: [{ ...RELEASE, at: [HERE] }], incidents: [RELEASED(null)] },
    'unclear',
    /the words name Aba, and whether it happened there is not told/,
  ],
  [
    'one of several places is enough',
    { statements: [{ ...RELEASE, at: [settlement('Obo', 7), HERE] }], incidents: [RELEASED(HERE)] },
    'met',
    /prisoner release/,
  ],
  [
    'what is only alleged leaves it unclear',
    {
      statements: [RELEASE],
      incidents: [deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-10', { modality: 'alleged' })],
    },
    'unclear',
    /only alleged/,
  ],
  [
    'a deed of which only the last day is told may have come before the words',
    {
      statements: [RELEASE],
      incidents: [
        deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-10', {
          time: { start: null, end: '2020-03-11', precision: 'range' },
        }),
      ],
    },
    'unclear',
    /from an unknown day; it may have happened before the words were said/,
  ],
  [
    'a deed of the day after the last is near enough to leave it unclear',
    { statements: [RELEASE], incidents: [deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-15')] },
    'unclear',
    /around the end/,
  ],
  [
    'a deed weeks after the last day answers nothing',
    { statements: [RELEASE], incidents: [deedIncident('i', 'prisoner_release', 'north.gov', '2020-04-20')] },
    'missed',
    /nothing that carries it out/,
  ],
  [
    'a deed of another party answers nothing',
    { statements: [RELEASE], incidents: [deedIncident('i', 'prisoner_release', 'south.gov', '2020-03-10')] },
    'missed',
    /nothing that carries it out/,
  ],
  [
    'a truce that begins is nothing against a promise of restraint',
    {
      statements: [{ ...RESTRAINT, due: ['2020-03-01', '2020-03-15'] }],
      incidents: [deedIncident('i', 'ceasefire_start', 'north.gov', '2020-03-05')],
    },
    'unclear',
    /nothing against it is recorded/,
  ],
  [
    'an attack by the one whom an ultimatum tells to stop goes against it, and its condition is no doubt',
    {
      statements: [
        {
          ...RESTRAINT,
          kind: 'warning',
          to: ['south.gov'],
          about: ['military_action'],
          words: 'it would answer unless the army halted its offensive within two weeks',
          due: ['2020-03-01', '2020-03-15'],
          conditional: true,
        },
      ],
      incidents: [deedIncident('i', 'shelling', 'south.gov', '2020-03-05')],
    },
    'missed',
    /shelling by south.gov/,
  ],
  [
    'what was expected at a place and came about there is met, whoever brought it about',
    {
      statements: [{ ...RELEASE, kind: 'expectation', at: [HERE] }],
      incidents: [{ ...RELEASED(settlement('Aba fort', 5.01)), accused: [] }],
    },
    'met',
    /prisoner release by whoever it was/,
  ],
  [
    'what was expected nowhere in particular leaves it to a person whether this was meant',
    { statements: [{ ...RELEASE, kind: 'expectation' }], incidents: [RELEASED(HERE)] },
    'unclear',
    /whether this is what was meant/,
  ],
  [
    'who takes back a demand takes back no promise',
    {
      statements: [
        { ...RELEASE, about: ['prisoners'] },
        {
          ...TALKS,
          id: 's2',
          on: '2020-03-05',
          about: ['prisoners'],
          before: 'It no longer demands ',
          words: 'a date',
        },
      ],
    },
    'missed',
    /nothing that carries it out/,
  ],
  [
    'what is taken back after its time had passed was missed before',
    { statements: [TALKS, { ...TALKS, id: 's2', on: '2020-03-20', before: 'It no longer demands ' }] },
    'missed',
    /nothing that carries it out/,
  ],
  [
    'a demand is taken back in the words that introduce it',
    {
      statements: [
        TALKS,
        {
          ...TALKS,
          id: 's2',
          on: '2020-03-05',
          before: 'It was cold. It no longer demands ',
          words: 'talks by a set day',
        },
      ],
    },
    'withdrawn',
    /It no longer demands talks by a set day/,
  ],
  ['before its last day it is open', { statements: [RELEASE], asOf: '2020-03-05' }, 'open', /due before 2020-03-15/],
  [
    'silence after the last day is no answer',
    { statements: [RELEASE], lastReport: '2020-03-12' },
    'unclear',
    /silence is no answer/,
  ],
  [
    'incidents that speak both ways leave it unclear',
    {
      statements: [RELEASE],
      incidents: [
        deedIncident('a', 'prisoner_release', 'north.gov', '2020-03-10'),
        deedIncident('b', 'abduction', 'north.army', '2020-03-11'),
      ],
    },
    'unclear',
    /both ways/,
  ],
  [
    'a demand is answered by the one it is put to',
    { statements: [TALKS], incidents: [deedIncident('i', 'talks', 'south.gov', '2020-03-05')] },
    'met',
    /talks by south.gov/,
  ],
  [
    'a demand put to nobody in particular is not missed',
    { statements: [{ ...TALKS, to: [] }] },
    'unclear',
    /who was to act is not told/,
  ],
  [
    'an attack by its own force goes against a promise of restraint',
    { statements: [RESTRAINT], incidents: [deedIncident('i', 'shelling', 'north.army', '2020-03-10')] },
    'missed',
    /shelling by north.army/,
  ],
  [
    'whether a contested attack breaks restraint is for a person',
    {
      statements: [RESTRAINT],
      incidents: [deedIncident('i', 'shelling', 'north.army', '2020-03-10', { attributionStatus: 'contested' })],
    },
    'unclear',
    /contested/,
  ],
  [
    'that nothing is recorded against restraint does not show that it was kept',
    { statements: [{ ...RESTRAINT, due: ['2020-03-01', '2020-03-15'] }] },
    'unclear',
    /does not show that it was kept/,
  ],
  [
    'aid that arrives may be what was promised, and may not',
    {
      statements: [{ on: '2020-03-01', about: ['humanitarian_access'] }],
      incidents: [deedIncident('i', 'aid_delivery', 'relief', '2020-03-03')],
    },
    'unclear',
    /whether this is what was meant/,
  ],
  [
    'what depends on a condition is not missed',
    { statements: [{ ...RELEASE, conditional: true }] },
    'unclear',
    /condition/,
  ],
  [
    'another time named before the first has passed overtakes it',
    {
      statements: [
        RELEASE,
        { ...RELEASE, on: '2020-03-08', due: ['2020-03-08', '2020-04-01'], words: 'they go home in spring' },
      ],
    },
    'overtaken',
    /named another time/,
  ],
  [
    'a demand taken back is withdrawn',
    {
      statements: [TALKS, { ...TALKS, on: '2020-03-05', kind: 'denial', words: 'it no longer demands talks' }],
    },
    'withdrawn',
    /took it back/,
  ],
  [
    'a person decides against what the program would say',
    { statements: [RELEASE], decided: { status: 'met', reason: 'the list of names was checked' } },
    'met',
    /A\. Reader: the list of names/,
  ],
  [
    'what no coded act could answer waits for a person',
    { statements: [{ on: '2020-03-01', words: 'the school will open' }] },
    'open',
    /not among the acts/,
  ],
];
for (const [fact, given, status, because] of STATUSES) {
  test(fact, () => {
    const [record] = ledger(given);
    assert.equal(record?.status.value, status, record?.status.because);
    assert.match(record?.status.because ?? '', because);
    assert.equal(record?.status.by, given.decided === undefined ? 'program' : 'person');
  });
}

test('what the program says stays readable beside what a person decided', () => {
  const given: Given = { statements: [RELEASE] };
  const [alone] = ledger(given);
  const [decided] = ledger({ ...given, decided: { status: 'met', reason: 'the list of names was checked' } });
  assert.equal(alone?.programStatus, null);
  assert.deepEqual(decided?.programStatus, alone?.status);
});

test('reprints are tellings of one statement, the first one first', () => {
  const [record, ...others] = ledger({
    statements: [
      { ...RELEASE, report: 'b', on: '2020-03-02' },
      { ...RELEASE, report: 'a' },
    ],
  });
  assert.deepEqual(
    record?.tellings.map(({ report }) => report),
    ['a', 'b'],
  );
  assert.equal(record?.id, 'a#s1');
  assert.deepEqual(others, []);
});

test('the same words of another speaker, another kind or another week are another statement', () => {
  const records = ledger({
    statements: [
      RELEASE,
      { ...RELEASE, id: 's2', by: 'south.gov' },
      { ...RELEASE, id: 's3', kind: 'threat' },
      { ...RELEASE, on: '2020-03-12' },
    ],
  });
  assert.equal(records.length, 4);
});

test('statements without a known speaker are never taken for one', () => {
  assert.equal(
    ledger({
      statements: [
        { ...RELEASE, by: null },
        { ...RELEASE, by: null, report: 'x' },
      ],
    }).length,
    2,
  );
});

test('a denial stands beside the incident that it is about', () => {
  const [record] = ledger({
    statements: [{ on: '2020-03-01', kind: 'denial', about: ['i1'], words: 'no shell was fired' }],
    incidents: [deedIncident('market', 'shelling', 'north.army', '2020-02-29')],
    links: [['r-2020-03-01#i1', 'market']],
  });
  const deed: Deed = {
    incident: 'market',
    relation: 'denied',
    certain: true,
    place: 'none-named',
    because: 'the statement is about this incident',
    reason: { code: 'deed/about-it', values: {} },
  };
  assert.deepEqual(record?.deeds, [deed]);
  assert.equal(record?.status.value, 'open');
});

test('the question asks for the family of who is to act, in the time of the statement', () => {
  const [question] = questionsOf(draftsOf([spoken(RELEASE)], EXAMPLE_RULES, '2020-06-01'), EXAMPLE_RULES);
  assert.deepEqual(question, {
    actors: ['north.army', 'north.gov'],
    types: ['abduction', 'arbitrary_detention', 'prisoner_release'],
    from: '2020-03-01T00:00:00.000Z',
    until: '2020-03-16T00:00:00.000Z',
    about: [],
  });
});

test('where who was to act is of no party, what happened at the named place in time is shown beside it and answers nothing', () => {
  const demand = { ...TALKS, to: [], about: ['prisoners'], at: [HERE] };
  const incidents = [RELEASED(HERE), { ...RELEASED(settlement('Obo', 7)), id: 'elsewhere' }];
  const [record] = ledger({ statements: [demand], incidents });
  assert.deepEqual(
    record?.deeds.map(({ incident, relation, certain }) => [incident, relation, certain]),
    [[incidents[0]?.id, 'beside', false]],
  );
  assert.equal(record?.status.value, 'unclear');
  assert.match(record?.status.because ?? '', /who was to act/);
  assert.equal(questionsOf(draftsOf([spoken(demand)], EXAMPLE_RULES, '2020-06-01'), EXAMPLE_RULES)[0]?.actors, null);
  assert.deepEqual(ledger({ statements: [{ ...demand, at: [] }], incidents })[0]?.deeds, []);
});

test('nothing certainly lies in a region of which only the middle is known', () => {
  const region = { ...HERE, place: 'region-of-aba', name: 'the Aba plain', precision: 'region' as const };
  const [record] = ledger({ statements: [{ ...RELEASE, at: [region] }], incidents: [RELEASED(HERE)] });
  assert.equal(record?.deeds[0]?.place, 'open');
  assert.equal(record?.status.value, 'unclear');
});

test('a record is shown as it stood: what came later, deeds and words alike, was not known then', () => {
  const statements = [
    RELEASE,
    {
      ...RELEASE,
      on: '2020-03-12',
      due: ['2020-03-12', '2020-04-01'] as [string, string],
      words: 'it will free them by April',
    },
  ];
  const incidents = [deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-08', { knownFrom: '2020-03-10' })];
  const stood = (asOf: string) => ledger({ statements, incidents, asOf }).map(({ status }) => status.value);
  assert.deepEqual(stood('2020-02-29'), [], 'nobody had said it');
  assert.deepEqual(stood('2020-03-09'), ['open'], 'it had been done, and no report told of it yet');
  assert.deepEqual(stood('2020-03-11'), ['met']);
  assert.deepEqual(stood('2020-03-13'), ['overtaken', 'open']);
});

test('what a person decided later does not stand before', () => {
  const decision = {
    id: 'd1',
    kind: 'status' as const,
    about: ['statement:r#s1'],
    finds: 'missed',
    reason: 'seen',
    by: 'A. Reader',
    at: '2020-03-20T00:00:00.000Z',
  };
  assert.equal(statementDecisions([decision], '2020-03-19').size, 0);
  assert.equal(statementDecisions([decision], '2020-03-21').get('r#s1')?.status, 'missed');
});

const LIMBS: readonly [name: string, statement: ShortStatement, open: readonly [limb: string, settles: RegExp][]][] = [
  ['a promise that is known in all points', RELEASE, []],
  [
    'of nobody named',
    { ...RELEASE, by: null },
    [
      ['speaker', /names the person/],
      ['doer', /who was meant to act/],
    ],
  ],
  ['a demand put to nobody', { ...TALKS, to: [] }, [['doer', /who was meant to act/]]],
  ['on an act that is not coded', { ...RELEASE, about: [] }, [['act', /a person who knows what was meant/]]],
  ['on a condition', { ...RELEASE, conditional: true }, [['condition', /whether the condition came about/]]],
];
for (const [name, statement, open] of LIMBS) {
  test(`what is missing of a statement is named with what would settle it: ${name}`, () => {
    const [record] = ledger({ statements: [statement] });
    const missing = record?.limbs.filter(({ value }) => value === 'unknown') ?? [];
    assert.deepEqual(
      missing.map(({ limb }) => limb),
      open.map(([limb]) => limb),
    );
    for (const [index, [, settles]] of open.entries()) assert.match(missing[index]?.wouldSettle ?? '', settles);
  });
}

test('silence after the due time is a limb that is missing, and restraint is never seen kept', () => {
  const [silent] = ledger({ statements: [RELEASE], asOf: '2020-06-01', lastReport: '2020-03-15' });
  assert.equal(silent?.limbs.find(({ limb }) => limb === 'later-reports')?.value, 'unknown');
  const restraint = { ...RELEASE, about: ['ceasefire'], words: 'it will not fire', kind: 'commitment' as const };
  const [kept] = ledger({ statements: [restraint] });
  assert.match(kept?.limbs.find(({ limb }) => limb === 'act')?.wouldSettle ?? '', /every day/);
});

test('reminders name what falls due and what fell due unconfirmed', () => {
  const records = ledger({
    statements: [
      RELEASE,
      { ...TALKS, id: 's2' },
      { ...RELEASE, id: 's3', by: 'south.gov', due: ['2020-03-01', '2020-06-09'] },
    ],
    incidents: [deedIncident('i', 'prisoner_release', 'north.gov', '2020-03-10')],
    asOf: '2020-03-20',
  });
  const { due, past } = remindersOf(records, '2020-03-20', 90);
  assert.deepEqual(
    due.map(({ id }) => id),
    ['r-2020-03-01#s3'],
  );
  assert.deepEqual(
    past.map(({ id }) => id),
    ['r-2020-03-01#s1', 'r-2020-03-01#s2'],
  );
});

test('a record over time names the statements behind each count', () => {
  const records = ledger({
    statements: [RELEASE, { ...RELEASE, on: '2020-04-02', id: 's9', due: ['2020-04-02', '2020-09-01'] }],
  });
  assert.deepEqual(speakerRecord(records), [
    { month: '2020-03', form: 'promise', statuses: { missed: ['r-2020-03-01#s1'] } },
    { month: '2020-04', form: 'promise', statuses: { open: ['r-2020-04-02#s9'] } },
  ]);
});
