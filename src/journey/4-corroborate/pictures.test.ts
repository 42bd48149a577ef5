import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import { pictureContradictions } from './pictures.ts';

const LOOK = '0123456789abcdef'.repeat(4);
/** The same but for a few bits, as after saving it anew. */
const RESAVED = `f${LOOK.slice(1)}`;
const OTHER = 'f0e1d2c3b4a59687'.repeat(4);

const report = (id: string, published: string | null, ...looks: (string | null)[]): CodedReport => ({
  schema: 'coded-report/1',
  id,
  title: null,
  text: 'words',
  language: 'en',
  published,
  publishedBasis: null,
  pictures: looks.map((look, index) => ({ name: `${id}-${index}.jpg`, sha256: '', look })),
  mentions: [],
  incidents: [],
  statements: [],
  notes: [],
  coder: { name: 'test', version: '0', knowledge: '0' },
});
const at = (latitude: number): Incident['place'] => ({
  place: null,
  name: 'a town',
  country: null,
  admin1: null,
  latitude,
  longitude: 36,
  precision: 'settlement',
  spans: [],
});
const incident = (id: string, day: string, place: Incident['place'] = at(35)): Incident => ({
  id,
  type: 'shelling',
  codes: { acled: null, plover: null, cameo: null, ucdp: null },
  modality: 'asserted',
  completed: true,
  aggregate: false,
  links: [],
  time: { start: day, end: `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`, precision: 'day' },
  place,
  placeRadiusKm: 5,
  harm: {},
  targets: [],
  weapons: [],
  attributions: [],
  attributionStatus: 'unattributed',
  contradictions: [],
  origins: 1,
});

const x = incident('x', '2016-05-03');
const later = incident('later', '2016-05-20');
const elsewhere = incident('elsewhere', '2016-05-03', at(40));
const cases: [string, CodedReport[], Record<string, Incident[]>, string[]][] = [
  [
    'a picture older than what it is shown with',
    [report('a', '2016-05-04', LOOK), report('b', '2016-05-21', RESAVED)],
    { a: [x], b: [later] },
    ['x', 'later'],
  ],
  [
    'one picture at two places on one day',
    [report('a', '2016-05-04', LOOK), report('b', '2016-05-04', LOOK)],
    { a: [x], b: [elsewhere] },
    ['x', 'elsewhere'],
  ],
  [
    'an old picture whose first report told of no incident',
    [report('a', '2015-01-01', LOOK), report('b', '2016-05-04', LOOK)],
    { b: [x] },
    ['x'],
  ],
  [
    'two reports of one event may show one picture',
    [report('a', '2016-05-04', LOOK), report('b', '2016-05-05', LOOK)],
    { a: [x], b: [x] },
    [],
  ],
  [
    'other pictures tell nothing',
    [report('a', '2016-05-04', LOOK), report('b', '2016-05-21', OTHER)],
    { a: [x], b: [later] },
    [],
  ],
  [
    'a picture of one tone is no picture',
    [report('a', '2016-05-04', null), report('b', '2016-05-21', null)],
    { a: [x], b: [later] },
    [],
  ],
];
for (const [fact, reports, incidents, named] of cases)
  test(fact, () => {
    const found = pictureContradictions(reports, ({ id }) => incidents[id] ?? [], 12);
    assert.deepEqual([...found.keys()].sort(), named.sort());
  });
