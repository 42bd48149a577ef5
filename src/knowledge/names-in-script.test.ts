import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from './knowledge.ts';
import { keyInLatin, keyInScript, namesInScript } from './names-in-script.ts';

const { gazetteer, patternWords } = loadKnowledge('knowledge');
const words = patternWords.get('ar');
assert.ok(words);
const { letters } = words;

/** Spellings in Latin letters, then the one in Arabic. */
const NAMES: readonly (readonly string[])[] = [
  ['Hamouria', 'Hammouriyeh', 'Hamoriya', 'حمورية'],
  ['Saqba', 'Sakba', 'سقبا'],
  ['Zamalka', 'Zemalka', 'زملكا'],
  ['Misraba', 'Mesraba', 'مسرابا'],
  ['Jisreen', 'Jisrin', 'جسرين'],
  ['Kafr Batna', 'Kfar Batna', 'Kafarbatna', 'كفر بطنا'],
  ['Khan Touman', 'Khan Tuman', 'خان طومان'],
  ['Ein Tarma', 'Ayn Terma', 'عين ترما'],
  ['Tarhuna', 'Tarhouna', 'ترهونة'],
  ['El Fasher', 'Al-Fashir', 'الفاشر'],
  ['Nabatieh', 'An Nabatiyah', 'النبطية'],
  ['Marib', "Ma'rib", 'مأرب'],
];
for (const names of NAMES)
  test(`${names.join(', ')} keep the same`, () => {
    const [written = '', ...latin] = names.toReversed();
    for (const name of latin) assert.equal(keyInLatin(name), keyInScript(written, letters), name);
  });

test('a village that the gazetteer has in Latin letters is found by its Arabic name, and a word of two consonants is none', () => {
  const { find } = namesInScript(gazetteer, words);
  assert.ok(find('حمورية').some((place) => gazetteer.place(place).name === 'Hamouria'));
  assert.deepEqual(find('دم'), []);
});
