import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountedEvent, ListAlignment } from '../../model/counter-list.ts';
import type { Incident } from '../../model/incident.ts';
import { alignList } from './align-list.ts';

const point = (latitude: number, longitude: number): NonNullable<CountedEvent['place']> => ({
  place: null,
  name: null,
  country: null,
  admin1: null,
  latitude,
  longitude,
  precision: 'settlement',
});
const alder = point(35.5, 36.25);
const row = (id: string, changes: Partial<CountedEvent> = {}): CountedEvent => ({
  id,
  row: 1,
  unit: 'event',
  counter: 'Mission',
  clause: null,
  time: { start: '2016-03-12', end: '2016-03-13' },
  place: alder,
  theirType: 'raid',
  types: ['air_strike'],
  killed: null,
  injured: null,
  note: null,
  ...changes,
});
const incident = (id: string, changes: Partial<Incident> = {}): Incident => ({
  id,
  type: 'air_strike',
  codes: { acled: null, plover: null, cameo: null, ucdp: null },
  modality: 'asserted',
  completed: true,
  aggregate: false,
  links: [],
  time: { start: '2016-03-12', end: '2016-03-13', precision: 'day' },
  place: { ...alder, spans: [] },
  placeRadiusKm: 5,
  harm: {},
  targets: [],
  weapons: [],
  attributions: [],
  attributionStatus: 'unattributed',
  contradictions: [],
  origins: 1,
  ...changes,
});
const killed = (n: number): Incident['harm'] => ({ killed: { min: n, best: n, max: n, rule: 'test', claims: [] } });
const figure = (n: number): CountedEvent['killed'] => ({ min: n, best: n, max: n });
const align = (events: CountedEvent[], incidents: Incident[]): ListAlignment[] =>
  alignList({ id: 'l', name: 'l.csv', mapping: 'test', events, refused: [] }, incidents, 0.45);
const shown = (alignments: ListAlignment[]): string[] =>
  alignments.map(
    ({ kind, theirs, ours, killed: { verdict } }) => `${kind} ${theirs.join('+')}/${ours.join('+')} ${verdict}`,
  );

const later = { start: '2016-03-20', end: '2016-03-21' } as const;
const cases: [string, CountedEvent[], Incident[], string[]][] = [
  [
    'the same day, town and kind is agreed, and their figure is held against ours',
    [row('1', { killed: figure(4) })],
    [incident('a', { harm: killed(4) })],
    ['agreed 1/a agree'],
  ],
  [
    'figures that cannot both be right differ',
    [row('1', { killed: figure(9) })],
    [incident('a', { harm: killed(4) })],
    ['agreed 1/a differ'],
  ],
  [
    'what only they have and what only we have stay apart',
    [row('1')],
    [incident('a', { time: { ...later, precision: 'day' } }), incident('b')],
    ['agreed 1/b unknown'],
  ],
  [
    'an incident of theirs that we lack is only theirs',
    [row('1'), row('2', { time: later })],
    [incident('a')],
    ['agreed 1/a unknown', 'only-theirs 2/ unknown'],
  ],
  [
    'one of ours within their time and region that they lack is only ours',
    [row('1'), row('2', { time: later })],
    [incident('a'), incident('b', { time: { start: '2016-03-15', end: '2016-03-16', precision: 'day' } })],
    ['agreed 1/a unknown', 'only-theirs 2/ unknown', 'only-ours /b unknown'],
  ],
  [
    'two rows of one event count in another unit',
    [row('1', { killed: figure(2) }), row('2', { killed: figure(3) })],
    [incident('a', { harm: killed(5) })],
    ['different-unit 1+2/a agree'],
  ],
  [
    'two incidents of one row count in another unit',
    [row('1', { killed: figure(5) })],
    [incident('a', { harm: killed(2) }), incident('b', { harm: killed(3) })],
    ['different-unit 1/a+b agree'],
  ],
  [
    'two incidents that may be one event counted twice are held against their row by the range of both readings',
    [row('1', { killed: figure(5) })],
    [incident('a', { harm: killed(5) }), incident('b', { harm: killed(4) })],
    ['different-unit 1/a+b agree'],
  ],
  [
    'rows of victims add up to the toll of the act',
    [row('1', { unit: 'person' }), row('2', { unit: 'person' })],
    [incident('a', { harm: killed(2) })],
    ['different-unit 1+2/a agree'],
  ],
  [
    'a total is held against the sum of what lies within and never linked',
    [row('1', { unit: 'total', time: { start: '2016-03-01', end: '2016-04-01' }, killed: figure(30), place: null })],
    [incident('a', { harm: killed(2) }), incident('b', { harm: killed(3), time: { ...later, precision: 'day' } })],
    ['different-unit 1/a+b differ'],
  ],
  ['a denial is on no list of events', [row('1')], [incident('a', { modality: 'denied' })], ['only-theirs 1/ unknown']],
  [
    'a far region that their list does not reach is not lacked by it',
    [row('1', { time: { start: '2016-03-01', end: '2016-03-31' }, types: ['air_strike'] })],
    [incident('a', { place: { ...point(10, 10), spans: [] } })],
    ['only-theirs 1/ unknown'],
  ],
];
for (const [fact, rows, incidents, expected] of cases)
  test(fact, () => assert.deepEqual(shown(align(rows, incidents)), expected));

const tollOf = (...incidents: Incident[]): ListAlignment['killed']['ours'] =>
  align([row('1', { killed: figure(5) })], incidents)[0]?.killed.ours ?? null;
const toldBy = (report: string, coded: string): Incident['links'] => [
  { report, coded, origin: report, score: 1, reasons: [] },
];
test('two incidents of ours beside one row are added only when they certainly are two', () => {
  const [a, b] = [incident('a', { harm: killed(5) }), incident('b', { harm: killed(4) })];
  assert.deepEqual(tollOf(a, b), { min: 5, best: null, max: 9 });
  assert.deepEqual(tollOf({ ...a, links: toldBy('r', 'i1') }, { ...b, links: toldBy('r', 'i2') }), {
    min: 9,
    best: 9,
    max: 9,
  });
  const bombing = { ...b, type: 'bombing' as const, links: toldBy('r', 'i2') };
  assert.deepEqual(tollOf({ ...a, links: toldBy('r', 'i1') }, bombing), { min: 5, best: null, max: 9 });
});
test('it is said that two incidents beside one row may be one', () => {
  const [found] = align([row('1')], [incident('a'), incident('b')]);
  assert.match(found?.reasons.join() ?? '', /one event twice/);
});

test('the order of rows and incidents changes nothing but the order of what is told', () => {
  const rows = [row('1', { killed: figure(2) }), row('2', { killed: figure(3) }), row('3', { time: later })];
  const incidents = [incident('a', { harm: killed(5) }), incident('b', { time: { ...later, precision: 'day' } })];
  const sorted = (list: ListAlignment[]): string[] => shown(list).sort();
  assert.deepEqual(sorted(align(rows, incidents)), sorted(align(rows.toReversed(), incidents.toReversed())));
});
