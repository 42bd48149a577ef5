/** A list of another monitor over the days of the seed reports: one row that agrees, one that only they have, one total. */
import type { CountedEvent, CounterList } from '../../src/model/counter-list.ts';

const place = (name: string, latitude: number, longitude: number): CountedEvent['place'] => ({
  place: null,
  name,
  country: null,
  admin1: null,
  latitude,
  longitude,
  precision: 'settlement',
});
const row = (changes: Partial<CountedEvent> & Pick<CountedEvent, 'id' | 'row'>): CountedEvent => ({
  unit: 'event',
  counter: 'Riverside Mission',
  clause: null,
  time: { start: '2016-05-03', end: '2016-05-04' },
  place: place('Saraqib', 35.8644, 36.8058),
  theirType: 'Shelling',
  types: ['shelling', 'missile_strike'],
  killed: null,
  injured: null,
  note: null,
  ...changes,
});

export const SEED_LIST: CounterList = {
  id: 'seed-list',
  name: 'riverside-mission-2016-05.csv',
  mapping: 'riverside',
  events: [
    row({ id: 'RM-1', row: 1, clause: '3(b)', killed: { min: 13, best: 13, max: 13 }, note: 'Mortars on the market.' }),
    row({
      id: 'RM-2',
      row: 2,
      place: place('Kafranbel', 35.6144, 36.5692),
      time: { start: '2016-05-09', end: '2016-05-10' },
    }),
    row({
      id: 'RM-3',
      row: 3,
      unit: 'total',
      time: { start: '2016-05-01', end: '2016-06-01' },
      place: null,
      theirType: null,
      types: [],
      killed: { min: 60, best: 60, max: 60 },
    }),
  ],
  refused: [{ row: 4, code: 'list/date-malformed', message: 'expected a day, found "mid-May"' }],
};
