import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGazetteer } from '../../../knowledge/gazetteer.ts';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { loadPlaceWords } from '../../../knowledge/place-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import { hashText } from '../grammar/hashing.ts';
import { parseText } from '../grammar/parse-text.ts';
import { findPlaces } from './places.ts';

const knowledge = join(import.meta.dirname, '..', '..', '..', '..', 'knowledge');
const gazetteer = loadGazetteer(join(knowledge, 'gazetteer', 'world'));
const words = loadPlaceWords(join(knowledge, 'lexicon', 'en', 'places.yaml'));
const grammar = loadGrammar(join(knowledge, 'weights'));

const isCommon = (word: string): boolean => grammar.lexicon.find(hashText(word)) !== -1;
const read = (text: string): PlaceName[] => findPlaces(parseText(text, grammar), gazetteer, words, isCommon);
const named = (text: string): string[] =>
  read(text)
    .filter(({ use }) => use !== 'embedded' && use !== 'demonym')
    .map((name) => name.text);
const uses = (text: string): string[] => read(text).map((name) => `${name.text}: ${name.use}`);

const recognised: readonly (readonly [text: string, names: readonly string[]])[] = [
  ["Shells fell on Deir al-Zour and on the outskirts of Ma'arat al-Nu'man.", ['Deir al-Zour', "Ma'arat al-Nu'man"]],
  ['MANAGUA, 9 JUN (RADIO SONORA) -- [REPORT] [ERNESTO\nRIVAS] [TEXT] TROOPS LEFT.', ['MANAGUA']],
  ['A convoy left for al-Bab on Tuesday.', ['al-Bab']],
  ['Clashes resumed in Trinidad and Tobago.', ['Trinidad and Tobago']],
  ['Monitors went to the village of Umm Sharqa and returned.', ['Umm Sharqa']],
  ['A checkpoint was set up in Amber County.', ['Amber County']],
  ['Patrols crossed Lake Amberly at dawn.', ['Lake Amberly']],
  ['Two people were hurt in Aleppo, Homs and Hama.', ['Aleppo', 'Homs', 'Hama']],
  ['The truce holds in the Philippines and in the U.S. so far.', ['Philippines', 'U.S.']],
  ['The hospital in Saraqib, 15 km east of Idlib, was closed.', ['Saraqib', 'Idlib']],
  ['Residents of eastern Ghouta fled to Douma.', ['Ghouta', 'Douma']],
  ['The Castello Road stayed shut.', ['Castello Road']],
  ['FIGHTING RESUMED IN ALEPPO AND HOMS OVERNIGHT', ['ALEPPO', 'HOMS']],
  ['Fire was reported in Hodeidah, Yemen.', ['Hodeidah', 'Yemen']],
  ['#Syria: Warplanes bombed #Douma and #EasternGhouta.', ['Syria', 'Douma', 'EasternGhouta']],
  ['Raids hit the village of al-Jinah, W. #Aleppo countryside.', ['al-Jinah', 'Aleppo']],
  ['Shells fell on E. Ghouta.', ['Ghouta']],
  ['They died in the village of Let Yet Kone.', ['Let Yet Kone']],
  ["People were hurt in Kabul's Dasht-e-Barchi area.", ['Kabul', 'Dasht-e-Barchi']],
  ['A bus was hit near Bulo Burde.', ['Bulo Burde']],
  ['Six were arrested in Huwara village (Nablus).', ['Huwara', 'Nablus']],
  ["Three died in Oromia region's West Wollega zone.", ['Oromia', 'West Wollega']],
  ['Clashes broke out in Al-Shaykh Maskin town.', ['Al-Shaykh Maskin']],
  ['#Azaz missiles hit a hospital, 14 killed', ['Azaz']],
  ['#Mariupol A bomb was dropped this afternoon.', ['Mariupol']],
  ['Azaz: missiles struck a hospital today.', ['Azaz']],
];

for (const [text, names] of recognised) {
  test(`place names of "${text}"`, () => assert.deepEqual(named(text), names));
}

const notPlaces: readonly string[] = [
  'THE REBELS BOMBED THE HOME OF PARTY SECRETARY RUBEN ZAMORA.',
  'PRESIDENT DUARTE SAID THE MURDER WAS A CRIME. DUARTE LEFT.',
  'The new #ceasefire was #NotAPlace at all.',
  'Ms Paris Hilton opened the fair.',
  'The Washington Post carried the story.',
  'Burley: we will go on until the end.',
  'The Bank of Jordan raised its rates.',
  'Colonel Homs Darwish spoke to reporters.',
  'He will come in May or in March.',
  'The police and the nice reading room were mobile.',
  'Islamic State claimed the attack.',
];

for (const text of notPlaces) {
  test(`no place is named in "${text}"`, () => assert.deepEqual(named(text), []));
}

const used: readonly (readonly [text: string, uses: readonly string[]])[] = [
  ['Moscow said the talks had failed.', ['Moscow: metonymic']],
  ['Talks with Damascus were put off.', ['Damascus: metonymic']],
  ['A bomb went off in Moscow.', ['Moscow: locative']],
  ['Yemeni ports stayed closed, and Yemenis waited.', ['Yemeni: adjectival', 'Yemenis: demonym']],
  ['BEIRUT, 12 June (Agency) -- Shelling went on in Idlib.', ['BEIRUT: dateline', 'Idlib: locative']],
  ['She studied at the University of Damascus.', ['Damascus: embedded']],
];

for (const [text, expected] of used) {
  test(`how places are used in "${text}"`, () => assert.deepEqual(uses(text), expected));
}

test('a person named in full is not a place when named again', () => {
  assert.deepEqual(named('Ms Ann Houston led the mission. Houston said it would go on.'), []);
});

test('a name beside its container points to it', () => {
  const names = read('A market in Maarat al-Numan in Idlib province was hit.');
  assert.deepEqual(
    names.map(({ text, within, stated }) => ({ text, within, stated })),
    [
      { text: 'Maarat al-Numan', within: 1, stated: null },
      { text: 'Idlib', within: null, stated: 'province' },
    ],
  );
});

const bearings: readonly (readonly [
  text: string,
  distanceKm: number | null,
  degrees: number | null,
  from: number | null,
])[] = [
  ['Shells fell 5 km north of Homs.', 5, 0, null],
  ['Shells fell 10km south-west of Homs.', 10, 225, null],
  ['Shells fell about 10 miles (16 km) to the east of Homs.', 16.09344, 90, null],
  ['Shells fell 20 kilometres from Homs.', 20, null, null],
  ['Shells fell north of Homs.', null, 0, null],
  ['Shells fell on Rastan, some 20 km north of Homs.', 20, 0, 1],
];

for (const [text, distanceKm, degrees, from] of bearings) {
  test(`the bearing in "${text}"`, () => {
    const { bearing } = read(text)[0] ?? { bearing: null };
    assert.deepEqual(bearing && [bearing.distanceKm, bearing.degrees, bearing.from], [distanceKm, degrees, from]);
  });
}

test('a name of a country abroad is found in its own script', () => {
  assert.deepEqual(
    read('القصف في حلب').map((name) => name.text),
    ['حلب'],
  );
});

test('every name quotes its text, in order and without overlap, whatever the input', () => {
  const pieces = fc.constantFrom(
    'Aleppo',
    'in',
    'the',
    'village',
    'of',
    ',',
    '.',
    'Homs',
    'al-',
    "'s",
    'US',
    '5 km north of',
    'Syrian',
    '(',
    ')',
    '-',
    '\n',
    'STATE',
    '\u200b',
    '\ud800',
    'Ṣan',
    'حلب',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      const names = read(text);
      names.forEach((name, index) => {
        assert.ok(name.start >= end && name.start < name.end);
        assert.equal(text.slice(name.start, name.end), name.text);
        assert.ok(name.within === null || (name.within > index && name.within < names.length));
        end = name.end;
      });
    }),
    { numRuns: 300 },
  );
});

test('a lower-case noun belongs to the name where our own list has both', () => {
  assert.deepEqual(named('Soldiers raided Jenin camp and closed the Lachin corridor.'), [
    'Jenin camp',
    'Lachin corridor',
  ]);
});

test('a big or listed place in lower case is found after a preposition, words and small places are not', () => {
  assert.deepEqual(named('Now: an airstrike on douma, three killed near saraqib.'), ['douma', 'saraqib']);
  assert.deepEqual(named('They fell in love at first sight and ate on deck.'), []);
});

test('a name of several unheard-of words behind "in" is a place', () => {
  assert.deepEqual(named('A strike killed four people in Beit Qaraf on Sunday.'), ['Beit Qaraf']);
  assert.deepEqual(named('He spoke in Public Hearings and in Old English.'), []);
});

test('a hospital that bears the name of a city in another language does not stand there', () => {
  const [quds] = read('Al-Quds hospital in Aleppo was hit.');
  assert.equal(quds?.use, 'embedded');
  assert.notEqual(read('They met in Al-Quds on Monday.')[0]?.use, 'embedded');
});
