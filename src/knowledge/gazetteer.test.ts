import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Gazetteer, gazetteerOf, loadGazetteer } from './gazetteer.ts';
import { decodeLayer, encodeLayer, type LayerContent, NAME_FLAG } from './gazetteer-file.ts';

const world = loadGazetteer(join(import.meta.dirname, '..', '..', 'knowledge', 'gazetteer', 'world'));

const content: LayerContent = {
  places: [
    {
      geonamesId: 0,
      ownId: 'iso:XX',
      name: 'Examplia',
      kind: 'country',
      country: 'XX',
      province: -1,
      lat: 10,
      lon: 20,
      population: 0,
      rank: 3,
      radius: 0,
    },
    {
      geonamesId: 5,
      ownId: '',
      name: 'Old Province',
      kind: 'province',
      country: 'XX',
      province: 0,
      lat: 10.5,
      lon: 20.5,
      population: 0,
      rank: 2,
      radius: 450,
    },
    {
      geonamesId: 7,
      ownId: '',
      name: 'Ṣampletown',
      kind: 'settlement',
      country: 'XX',
      province: 0,
      lat: 10.12345,
      lon: -20.54321,
      population: 250_000,
      rank: 1,
      radius: 0,
    },
  ],
  names: [
    { key: 'examplia', place: 0, flags: NAME_FLAG.primary },
    { key: 'examplian', place: 0, flags: NAME_FLAG.demonym },
    { key: 'old province', place: 1, flags: NAME_FLAG.primary },
    { key: 'sampletown', place: 2, flags: NAME_FLAG.primary | NAME_FLAG.word },
  ],
  provinces: [['XX-OL', 'Old Province']],
  givenNames: ['ann', 'omar'],
};

const made = (layers: readonly LayerContent[]): Gazetteer =>
  gazetteerOf(layers.map((layer) => decodeLayer(encodeLayer(layer), 'test')));

test('a place comes out of the file as it went in', () => {
  const gazetteer = made([content]);
  const [match] = gazetteer.find('Sampletown');
  assert.ok(match);
  assert.equal(match.flags, NAME_FLAG.primary | NAME_FLAG.word);
  assert.deepEqual(gazetteer.place(match.place), {
    id: 'geonames:7',
    name: 'Ṣampletown',
    kind: 'settlement',
    country: 'XX',
    provinceCode: 'XX-OL',
    province: 'Old Province',
    lat: 10.12345,
    lon: -20.54321,
    population: 250_000,
    rank: 1,
    radiusKm: 4,
  });
});

test('the same layer gives the same bytes', () => {
  assert.deepEqual(encodeLayer(content), encodeLayer(content));
});

test('an earlier layer answers first', () => {
  const own: LayerContent = {
    places: content.places.slice(2).map((place) => ({ ...place, ownId: 'xx/own', geonamesId: 0 })),
    names: [{ key: 'sampletown', place: 0, flags: 0 }],
    provinces: [['XX-OL', 'XX-OL']],
    givenNames: [],
  };
  const gazetteer = made([own, content]);
  assert.deepEqual(
    gazetteer.find('Sampletown').map(({ place }) => gazetteer.place(place).id),
    ['xx/own', 'geonames:7'],
  );
  assert.equal(gazetteer.place(gazetteer.find('Sampletown')[0]?.place ?? -1).province, 'Old Province');
});

test('areas are found by their ISO codes', () => {
  const gazetteer = made([content]);
  assert.deepEqual(
    [gazetteer.area('XX')?.id, gazetteer.area('XX-OL')?.id, gazetteer.area('YY')],
    ['iso:XX', 'geonames:5', null],
  );
});

test('given names are known by their exact key', () => {
  const gazetteer = made([content]);
  assert.deepEqual([gazetteer.isGivenName('omar'), gazetteer.isGivenName('sampletown')], [true, false]);
});

test('bytes that are no layer are refused with what to do', () => {
  assert.throws(() => decodeLayer(new Uint8Array(64), 'broken.bin'), /broken\.bin.*build:gazetteer/);
  assert.throws(() => loadGazetteer(join(import.meta.dirname, 'nowhere')), /build:gazetteer/);
});

test('the committed world holds 200,000 places and more', () => {
  assert.ok(world.size > 200_000);
});

const known: readonly (readonly [name: string, id: string])[] = [
  ['Aleppo', 'geonames:170063'],
  ['حلب', 'geonames:170063'],
  ['Syria', 'iso:SY'],
  ['Ky.', 'geonames:6254925'],
  ['UAE', 'iso:AE'],
  ['Castello Road', 'sy/castello-road'],
  ['Khankendi', 'geonames:146970'],
];

for (const [name, id] of known) {
  test(`${name} is in the committed gazetteer as ${id}`, () => {
    assert.ok(world.find(name).some(({ place }) => world.place(place).id === id));
  });
}

test('spellings that no list has are found by the loose key', () => {
  assert.ok(world.findLoosely('Maaret en-Numan').some(({ place }) => world.place(place).id === 'geonames:167611'));
});

test('an adjective of a country is marked as a demonym, and the country it names is not', () => {
  const flags = (name: string): number =>
    world.find(name).reduce((all, match) => all | match.flags, 0) & NAME_FLAG.demonym;
  assert.deepEqual([flags('Yemeni') > 0, flags('Philippines') > 0, flags('Yemen') > 0], [true, false, false]);
});

test('places of our own carry the province of the world layer', () => {
  for (const name of ['Saraqeb', 'Kafr Nabl', 'Khan Sheikhoun']) {
    assert.equal(world.place(world.find(name)[0]?.place ?? -1).provinceCode, 'SY-ID');
  }
});
