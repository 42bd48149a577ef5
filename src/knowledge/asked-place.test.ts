import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedPlaces } from './asked-place.ts';
import { loadKnowledge } from './knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const first = (text: string, country: string | null = null) => askedPlaces(text, country, knowledge)[0];

test('coordinates are a point, with the country and province that it lies in', () => {
  assert.deepEqual(first('33.46, 36.23'), {
    place: null,
    name: '33.460, 36.230',
    country: 'SY',
    admin1: 'Rif Dimashq',
    latitude: 33.46,
    longitude: 36.23,
    precision: 'exact',
    radiusKm: 0,
  });
});

for (const same of ['33.46 36.23', '33.46N, 36.23E', '33.46° 36.23°', '٣٣٫٤٦، ٣٦٫٢٣'])
  test(`"${same}" is the same point`, () => assert.deepEqual(first(same), first('33.46, 36.23')));

test('a point at sea lies in no country', () => {
  assert.deepEqual([first('34.5, 33.9')?.country, first('34.5, 33.9')?.admin1], [null, null]);
});

test('what is no point on the globe is no place', () => {
  for (const text of ['91, 36', '33.46, 181', '33.46', '1, 2, 3', 'Nowhereatall', ''])
    assert.equal(first(text), undefined, text);
});

test('a name is the place that bears it in the country asked about, and others of the name are offered', () => {
  const [nearest, ...others] = askedPlaces('Tripoli', 'LB', knowledge);
  assert.deepEqual([nearest?.country, nearest?.precision], ['LB', 'settlement']);
  assert.ok(others.some(({ country }) => country === 'LY'));
  assert.equal(first('Tripoli', 'LY')?.country, 'LY');
});

test('a name in Arabic is found by what both spellings keep', () => {
  assert.equal(first('داريا', 'SY')?.name, 'Darayya');
});
