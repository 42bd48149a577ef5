/** The mappings that come with the program, on made-up rows under the full headings of both datasets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ListMapping, loadListMappings } from '../../../knowledge/list-mapping.ts';
import type { CounterList } from '../../../model/counter-list.ts';
import { readList } from './read-list.ts';

const mappings = loadListMappings('knowledge/lists');

const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const UCDP =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

/** As spreadsheets save it: a byte order mark, quotes, line breaks within notes, empty cells, figures of a statistics program. */
const EXPORT = [
  `\ufeff${ACLED.toUpperCase()}`,
  'SYR1,19 April 2016,2016,1,Political violence,Explosions/Remote violence,Air/drone strike,"Forces of X (2000-)",,1,Civilians (X),,7,17,Civilian targeting,760,Middle East,X,North,Alder,,Alder,35.5,36.25,1,Example Wire; Other Wire,National,"A market, hit twice.\nA medic: ""many"" dead.",44.0,,1618531200',
  '"SYR2","20/04/2016","2016","2","","","Armed clash","","","","","","","","","","","X","","","","Alder","35.5","36.25","2","","","","1,034","",""',
  ',,,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
].join('\r\n');

test('an export as spreadsheets save it is read, and an empty row is named', () => {
  const mapping = mappings.get('acled-like');
  assert.ok(mapping);
  const list = readList(EXPORT, { id: 'x', name: 'x.csv' }, mapping);
  assert.ok(!('kind' in list));
  assert.deepEqual(
    list.events.map(({ id, time, killed, note }) => [id, time?.start, killed?.best, note]),
    [
      ['SYR1', '2016-04-19', 44, 'A market, hit twice.\nA medic: "many" dead.'],
      ['SYR2', '2016-04-17', 1034, null],
    ],
  );
  assert.deepEqual(
    list.refused.map(({ row, code }) => [row, code]),
    [[3, 'list/id-missing']],
  );
});

function listed(id: string, heading: string, rows: readonly Record<string, string>[]): CounterList {
  const mapping: ListMapping | undefined = mappings.get(id);
  assert.ok(mapping);
  const lines = rows.map((row) => heading.split(',').map((column) => row[column] ?? ''));
  const list = readList(
    [heading, ...lines.map((line) => line.join(','))].join('\n'),
    { id, name: `${id}.csv` },
    mapping,
  );
  assert.ok(!('kind' in list));
  return list;
}

const acled = (row: Record<string, string>): Record<string, string> => ({
  event_id_cnty: 'XA1',
  time_precision: '1',
  geo_precision: '1',
  fatalities: '4',
  sub_event_type: 'Air/drone strike',
  location: 'Alder',
  latitude: '35.5',
  longitude: '36.25',
  ...row,
});

test('a row in the columns of ACLED is read, its day whichever way it is written', () => {
  for (const event_date of ['12 June 2016', '2016-06-12', '12-06-2016', '12/6/2016', '12.06.2016']) {
    const { events } = listed('acled-like', ACLED, [acled({ event_date })]);
    assert.deepEqual(
      events.map(({ time, unit, counter, types, killed, place }) => [
        time,
        unit,
        counter,
        types,
        killed?.best,
        place?.precision,
      ]),
      [[{ start: '2016-06-12', end: '2016-06-13' }, 'event', 'ACLED', ['air_strike', 'drone_strike'], 4, 'settlement']],
      event_date,
    );
  }
});

test('in the columns of ACLED a day that is none is named, and a toll of 0 is not known', () => {
  const { events, refused } = listed('acled-like', ACLED, [
    acled({ event_date: '31-02-2016' }),
    acled({ event_id_cnty: 'XA2', event_date: '13-02-2016', fatalities: '0' }),
  ]);
  assert.deepEqual(
    refused.map(({ row, code }) => [row, code]),
    [[1, 'list/date-malformed']],
  );
  assert.deepEqual(
    events.map(({ id, killed }) => [id, killed]),
    [['XA2', null]],
  );
});

test('a row in the columns of UCDP keeps its three figures; a sum over several acts is a total', () => {
  const row = {
    type_of_violence: '3',
    where_prec: '4',
    date_start: '2016-06-01 00:00:00.000',
    date_end: '2016-06-30 00:00:00.000',
    best: '40',
    low: '30',
    high: '55',
  };
  const { events } = listed('ucdp-like', UCDP, [
    { ...row, id: '1', event_clarity: '1' },
    { ...row, id: '2', event_clarity: '2' },
  ]);
  assert.deepEqual(
    events.map(({ id, unit, killed, time }) => [id, unit, killed, time]),
    [
      ['1', 'event', { min: 30, best: 40, max: 55 }, { start: '2016-06-01', end: '2016-07-01' }],
      ['2', 'total', { min: 30, best: 40, max: 55 }, { start: '2016-06-01', end: '2016-07-01' }],
    ],
  );
});
