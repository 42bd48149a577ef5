/** The comparison itself: a coding that holds what is expected has no differences, and every kind of fault is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodedIncident, CodedReport, Count } from '../../src/model/coded-report.ts';
import type { Golden } from './expectation.ts';
import { differences } from './match-golden.ts';

const text = 'Shells fell on Daraya on Sunday, killing two people, a doctor said. The army denied it.';

const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const killed: Count = { claim: { op: '=', n: 2 }, min: 2, best: 2, max: 2, spans: [spanOf('two people')] };

const shelling: CodedIncident = {
  id: 'i1',
  type: 'shelling',
  codes: { acled: null, plover: null, cameo: null, ucdp: null },
  modality: 'asserted',
  completed: true,
  aggregate: false,
  trigger: [spanOf('Shells')],
  perpetrators: [],
  targets: [],
  weapons: [],
  place: {
    place: null,
    name: 'Darayya',
    country: 'SY',
    admin1: null,
    latitude: null,
    longitude: null,
    precision: 'settlement',
    spans: [spanOf('Daraya')],
  },
  time: { start: '2016-06-12', end: '2016-06-13', precision: 'day', spans: [spanOf('on Sunday')] },
  harm: { killed },
  attributedTo: [{ name: 'a doctor', actor: null, spans: [spanOf('a doctor')] }],
  evidence: [],
  confidence: 1,
  because: [],
};

const coded: CodedReport = {
  schema: 'coded-report/1',
  id: 'r',
  title: null,
  text,
  language: 'en',
  published: null,
  publishedBasis: null,
  mentions: [],
  incidents: [shelling],
  statements: [
    {
      id: 's1',
      kind: 'denial',
      codes: { plover: null, cameo: null },
      speaker: { name: 'The army', kind: 'organisation', actor: null, spans: [spanOf('The army')] },
      addressees: [],
      span: spanOf('denied it'),
      quoted: false,
      about: [],
      said: null,
      deadline: null,
      condition: null,
      confidence: 1,
      because: [],
    },
  ],
  notes: [],
  coder: { name: 'x', version: '0', knowledge: '0' },
};

const incident: Golden['incidents'][number] = {
  type: ['shelling'],
  trigger: 'Shells',
  modality: 'asserted',
  aggregate: false,
  perpetrators: [],
  attributedTo: ['doctor'],
  place: 'Daraya',
  time: { start: '2016-06-12', end: '2016-06-13' },
  killed: { op: '=', n: 2 },
  targets: [],
};

const golden: Golden = {
  report: 'x',
  item: 1,
  because: 'x',
  incidents: [incident],
  statements: [{ kind: ['denial'], speaker: 'the army', quote: 'denied it' }],
  nothingFrom: [],
  notes: [],
};

const withIncident = (change: Partial<typeof incident>): Golden => ({
  ...golden,
  incidents: [{ ...incident, ...change }],
});

test('a coding that holds what is expected has no differences', () => {
  assert.deepEqual(differences(golden, coded), []);
});

const faults: [string, Golden, string[]][] = [
  ['trigger', withIncident({ trigger: 'Sunday' }), ['shelling "Sunday" Daraya: not coded']],
  ['type', withIncident({ type: ['air_strike'] }), ['air_strike "Shells" Daraya: type shelling']],
  ['modality', withIncident({ modality: 'denied' }), ['shelling "Shells" Daraya: modality asserted']],
  ['aggregate', withIncident({ aggregate: true }), ['shelling "Shells" Daraya: aggregate false']],
  ['perpetrators', withIncident({ perpetrators: ['army'] }), ['shelling "Shells" Daraya: perpetrators nobody']],
  ['source', withIncident({ attributedTo: ['a nurse'] }), ['shelling "Shells" Daraya: attributed to a doctor']],
  ['place', withIncident({ place: 'Daraa' }), ['shelling "Shells" Daraa: place Darayya']],
  [
    'time',
    withIncident({ time: { start: '2016-06-13', end: '2016-06-14' } }),
    ['shelling "Shells" Daraya: time 2016-06-12..2016-06-13'],
  ],
  ['count', withIncident({ killed: { op: '>=', n: 2 } }), ['shelling "Shells" Daraya: killed = 2']],
  ['missing count', withIncident({ injured: { op: '=', n: 1 } }), ['shelling "Shells" Daraya: injured none']],
  ['target', withIncident({ targets: ['market'] }), ['shelling "Shells" Daraya: targets ']],
  [
    'statement kind',
    { ...golden, statements: [{ kind: ['threat'], quote: 'denied it' }] },
    ['threat "denied it": kind denial'],
  ],
  [
    'speaker',
    { ...golden, statements: [{ kind: ['denial'], quote: 'denied it', speaker: 'a doctor' }] },
    ['denial "denied it": speaker The army'],
  ],
  ['unwanted incident', { ...golden, noIncidents: true }, ['unwanted shelling "Shells"']],
  ['unwanted violence', { ...golden, noViolence: true }, ['unwanted shelling "Shells"']],
  ['wording without incident', { ...golden, nothingFrom: ['Shells fell'] }, ['unwanted shelling "Shells"']],
  ['note', { ...golden, notes: ['stray-tag'] }, ['no note stray-tag']],
];

for (const [name, expected, found] of faults) {
  test(`a fault in the ${name} is told`, () => assert.deepEqual(differences(expected, coded), found));
}
