import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadGazetteer } from '../../knowledge/gazetteer.ts';
import type { PlaceName, ResolvedPlace } from '../../model/place-name.ts';
import type { ParsedText } from '../../model/sentence.ts';
import { resolvePlaces } from './places.ts';

const gazetteer = loadGazetteer(join(import.meta.dirname, '..', '..', '..', 'knowledge', 'gazetteer', 'world'));
const parsed: ParsedText = { text: '', sentences: [] };

/** A name as reading words it, with the gazetteer's candidates. */
function worded(text: string, more: Partial<PlaceName> = {}): PlaceName {
  const candidates = gazetteer.find(text).map(({ place }) => place);
  return {
    start: 0,
    end: text.length,
    sentence: 0,
    firstToken: 0,
    lastToken: 0,
    text,
    use: 'locative',
    candidates,
    stated: null,
    within: null,
    bearing: null,
    because: [],
    ...more,
  };
}

const resolve = (...names: PlaceName[]): ResolvedPlace[] => resolvePlaces(names, parsed, gazetteer);
const idsOf = (...names: PlaceName[]): (string | null)[] => resolve(...names).map(({ place }) => place);

test('a city is preferred to the province named after it, unless the text says province', () => {
  assert.deepEqual(idsOf(worded('Idlib')), ['geonames:169389']);
  assert.deepEqual(idsOf(worded('Idlib', { stated: 'province' })), ['geonames:169387']);
});

test('a container decides between namesakes', () => {
  const [tripoli] = resolve(worded('Tripoli', { within: 1 }), worded('Lebanon'));
  assert.deepEqual(
    [tripoli?.country, tripoli?.precision, tripoli?.because.includes('resolve/in-its-container')],
    ['LB', 'settlement', true],
  );
  assert.equal(resolve(worded('Tripoli', { within: 1 }), worded('Libya'))[0]?.country, 'LY');
});

test('a name that the text pins down once means the same wherever it stands alone', () => {
  const [, , later] = resolve(worded('Tripoli', { within: 1 }), worded('Lebanon'), worded('Tripoli'));
  assert.equal(later?.country, 'LB');
});

test('other places of the text decide between namesakes', () => {
  assert.equal(resolve(worded('Tripoli'), worded('Beirut'), worded('Sidon'), worded('Tyre'))[0]?.country, 'LB');
  assert.equal(resolve(worded('Tripoli'), worded('Misrata'), worded('Benghazi'), worded('Sirte'))[0]?.country, 'LY');
});

test('an unknown village is at home, and not its namesake abroad', () => {
  const home = [worded('San Salvador'), worded('El Salvador'), worded('Soyapango')];
  assert.equal(resolve(worded('San Joaquin'), ...home)[0]?.name, null);
  assert.equal(resolve(worded('Guadalupe'), ...home)[0]?.country === 'MX', false);
  assert.equal(resolve(worded('San Joaquin'), worded('Fresno'), worded('California'), ...home)[0]?.country, 'US');
  assert.equal(resolve(worded('Paris'), ...home)[0]?.country, 'FR');
});

test('the country of the source decides when the text says nothing', () => {
  const georgia = [worded('Georgia')];
  assert.equal(resolvePlaces(georgia, parsed, gazetteer, {})[0]?.place, 'iso:GE');
});

test('a country keeps its name though cities share it', () => {
  assert.deepEqual(idsOf(worded('Mexico'), worded('Guatemala')), ['iso:MX', 'iso:GT']);
});

test('a point off a named place moves from it, and is less exact', () => {
  const bearing = { distanceKm: 20, degrees: 0, from: null, span: { start: 0, end: 1 } };
  const [homs] = resolve(worded('Homs'));
  const [north] = resolve(worded('Homs', { bearing }));
  assert.ok(homs?.latitude != null && north?.latitude != null && north.radiusKm != null && homs.radiusKm != null);
  assert.equal(Math.round((north.latitude - homs.latitude) * 111.2), 20);
  assert.deepEqual(
    [homs.precision, north.precision, north.because[0]],
    ['settlement', 'district', 'resolve/off-the-named-place'],
  );
});

test('a name in no list takes the area that holds it, with the precision of the area', () => {
  const [village] = resolve(
    worded('Umm Sharqa', { candidates: [], within: 1 }),
    worded('Idlib', { stated: 'province' }),
  );
  assert.deepEqual(
    [village?.place, village?.name, village?.admin1, village?.country, village?.precision, village?.containedBy],
    [null, 'Umm Sharqa', 'Idlib', 'SY', 'province', 'geonames:169387'],
  );
});

test('a village whose county or countryside is named after a town lies around that town, not in it', () => {
  const [village] = resolve(
    worded('Umm Sharqa', { candidates: [], within: 1 }),
    worded('Saraqib', { stated: 'district' }),
  );
  assert.deepEqual([village?.place, village?.name, village?.precision], [null, 'Umm Sharqa', 'district']);
});

test('a part of a named place is none of its namesakes elsewhere', () => {
  const [quarter] = resolve(
    worded('Kuibyshevskyi', { stated: 'district', within: 1 }),
    worded('Donetsk', { stated: null }),
  );
  assert.deepEqual([quarter?.place, quarter?.country], [null, 'UA']);
});

test('of several containers the nearest that is known counts', () => {
  const [village] = resolve(
    worded('Umm Sharqa', { candidates: [], within: 1 }),
    worded('Umm Gharba', { candidates: [], stated: 'settlement', within: 2 }),
    worded('Idlib', { stated: 'province' }),
  );
  assert.deepEqual([village?.place, village?.admin1, village?.precision], [null, 'Idlib', 'province']);
});

test('a name in no list with nothing beside it stays unknown, with the reason', () => {
  assert.deepEqual(resolve(worded('Umm Sharqa', { candidates: [] })), [
    {
      place: null,
      name: null,
      country: null,
      admin1: null,
      latitude: null,
      longitude: null,
      precision: null,
      radiusKm: null,
      containedBy: null,
      confidence: 0,
      because: ['resolve/not-in-gazetteer'],
    },
  ]);
});

test('the countryside of a city is an area around it, not the city', () => {
  const [homs] = resolve(worded('Homs', { stated: 'district' }));
  assert.deepEqual([homs?.precision, (homs?.radiusKm ?? 0) >= 25], ['district', true]);
});

test('settlements lie in their province, provinces in their country, countries in nothing', () => {
  const [city, province, country] = resolve(
    worded('Saraqeb'),
    worded('Idlib', { stated: 'province' }),
    worded('Syria'),
  );
  assert.deepEqual(
    [city?.containedBy, province?.containedBy, country?.containedBy],
    ['geonames:169387', 'iso:SY', null],
  );
});

test('resolving is idempotent: the same names give the same places', () => {
  const names = [worded('Tripoli'), worded('Beirut'), worded('Georgia'), worded('Homs')];
  assert.deepEqual(resolve(...names), resolve(...names));
});

test('a town over the border stays where it is, though all others of the text are in one country', () => {
  const names = ['Gaza Strip', 'Rafah', 'Khan Younis', 'Jabalia', 'Beit Hanoun', 'Sderot'].map((name) => worded(name));
  assert.equal(resolve(...names).at(-1)?.country, 'IL');
});

test('a small namesake on another continent is not taken for a place that no list has', () => {
  const names = ['Homs', 'Hama', 'Idlib', 'Aleppo', 'Daraa', 'Raqqa'].map((name) => worded(name));
  const [lost] = resolve(worded('Fort Ashby'), ...names);
  assert.deepEqual([lost?.place, lost?.because], [null, ['resolve/only-far-from-the-text']]);
});

test('no country lies in a province, whatever its name', () => {
  assert.deepEqual(resolve(worded('Jordan', { within: 1 }), worded('Minnesota'))[0]?.country, 'US');
});

test('"X, 5 km north of Y" leaves Y where it is and chooses the X that lies there', () => {
  const bearing = { distanceKm: 30, degrees: 0, from: 1, span: { start: 0, end: 1 } };
  const [rifaat, aleppo] = resolve(worded('Tell Rifaat', { bearing }), worded('Aleppo'));
  assert.ok(rifaat?.because.includes('resolve/at-its-bearing'));
  assert.equal(aleppo?.latitude, resolve(worded('Aleppo'))[0]?.latitude);
});
