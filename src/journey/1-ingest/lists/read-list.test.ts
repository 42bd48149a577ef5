import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMapping } from '../../../knowledge/list-mapping.ts';
import type { CounterList } from '../../../model/counter-list.ts';
import { csvRows } from './csv.ts';
import { readList } from './read-list.ts';

const MAPPING = listMapping(
  'test.yaml',
  `
id: test
about: for tests
source: own
date: 2026-11-30
licence: Apache-2.0
reviewer: none
counter: {column: who}
unit: {column: counts, values: {attack: event, victim: person, month: total}}
clause: {column: rule}
columns: {id: no, start: from, end: to, place: town, latitude: lat, longitude: lon, type: kind, killed: dead, killedMin: low, killedMax: high}
timePrecision: {column: exact, days: {day: 0, week: 3}}
placePrecision: {column: near, values: {town: settlement}}
types: {raid: [air_strike]}
`,
);
const HEADING = 'no,who,counts,rule,from,to,exact,town,lat,lon,near,kind,dead,low,high';
const read = (...rows: string[]): CounterList => {
  const list = readList([HEADING, ...rows].join('\r\n'), { id: 'l', name: 'l.csv' }, MAPPING);
  assert.ok(!('kind' in list), JSON.stringify(list));
  return list;
};

const csvCases: [string, string, string[][]][] = [
  [
    'quoted fields hold separators, quotes and line breaks',
    'a,"b,""c""\n d",e\r\nf,,g',
    [
      ['a', 'b,"c"\n d', 'e'],
      ['f', '', 'g'],
    ],
  ],
  [
    'semicolons separate where the heading has no comma',
    'a;b\n1;2,5',
    [
      ['a', 'b'],
      ['1', '2,5'],
    ],
  ],
  ['a separator at the end opens an empty field', 'a,b,', [['a', 'b', '']]],
  ['a quote that is never closed takes in the rest', 'a,"b\nc', [['a', 'b\nc']]],
  [
    'empty lines are no rows',
    '\ufeffa,b\n\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
];
for (const [fact, text, rows] of csvCases) test(fact, () => assert.deepEqual(csvRows(text), rows));

test('a row keeps its unit, its counter and the clause that they file it under', () => {
  assert.deepEqual(
    read('7,Mission,attack,3(b),12 March 2016,13 March 2016,day,Alder,35.5,36.25,town,raid,4,2,9').events,
    [
      {
        id: '7',
        row: 1,
        unit: 'event',
        counter: 'Mission',
        clause: '3(b)',
        time: { start: '2016-03-12', end: '2016-03-14' },
        place: {
          place: null,
          name: 'Alder',
          country: null,
          admin1: null,
          latitude: 35.5,
          longitude: 36.25,
          precision: 'settlement',
        },
        theirType: 'raid',
        types: ['air_strike'],
        killed: { min: 2, best: 4, max: 9 },
        injured: null,
        note: null,
      },
    ],
  );
});

test('a date known to the week reaches three days to either side', () => {
  assert.deepEqual(read('7,M,attack,,2016-03-10,2016-03-10,week,,,,,,,,').events[0]?.time, {
    start: '2016-03-07',
    end: '2016-03-14',
  });
});

test('a row that does not fit is named with its reason, and the others are read', () => {
  const { events, refused } = read(
    '1,M,attack,,2016-03-10,2016-03-10,day,,,,,,,,',
    '2,M,attack,,soon,soon,day,,,,,,,,',
    '3,M,flight,,2016-03-10,2016-03-10,day,,,,,,,,',
    ',M,attack,,2016-03-10,2016-03-10,day,,,,,,,,',
    '1,M,attack,,2016-03-11,2016-03-11,day,,,,,,,,',
  );
  assert.deepEqual(
    events.map(({ id }) => id),
    ['1'],
  );
  assert.deepEqual(
    refused.map(({ row, code }) => `${row} ${code}`),
    ['2 list/date-malformed', '3 list/unit-unknown', '4 list/id-missing', '5 list/id-twice'],
  );
});

test('a point off the globe and a figure that is no number are unknown, not zero', () => {
  const [event] = read('1,M,attack,,2016-03-10,2016-03-10,day,Alder,95,361,town,raid,many,,').events;
  assert.deepEqual([event?.place?.latitude, event?.killed], [null, null]);
});

test('a list without a column that the mapping names is refused with what was found', () => {
  const refusal = readList('no,who\n1,M', { id: 'l', name: 'l.csv' }, MAPPING);
  assert.equal('kind' in refusal && refusal.code, 'list/column-missing');
});
