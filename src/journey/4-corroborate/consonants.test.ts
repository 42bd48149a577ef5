import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import { consonantKeys, keyOf } from './consonants.ts';

const { consonants } = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml').translated;

/** Spellings of one name. */
const NAMES: readonly (readonly string[])[] = [
  ['lavrov', 'لافروف', 'лавров'],
  ['guterres', 'غوتيريش', 'гутерриш'],
  ['pashinyan', 'باشينيان', 'пашинян'],
  ['kubrakov', 'كوبراكوف', 'кубраков'],
  ['hammouriyeh', 'hamouria', 'hammuriya', 'حمورية'],
];
for (const [first = '', ...others] of NAMES)
  test(`${first} has the same consonants as ${others.join(', ')}`, () => {
    for (const other of others) assert.equal(keyOf(other, consonants), keyOf(first, consonants), other);
  });

const keys = (text: string): string[] => [...consonantKeys(text, consonants)].sort();

test('names of two words meet as one, also with a particle and with what Arabic writes to them', () => {
  const shared = keys('UN envoy Staffan de Mistura arrived.').filter((key) =>
    keys('وصل المبعوث ستيفان دي ميستورا').includes(key),
  );
  assert.deepEqual(shared, ['dmstr', 'mstr', 'stfn', 'stfnd']);
  assert.ok(keys('قال لافروف').includes('lfrf') && keys('وبلافروف').some((key) => key.endsWith('lfrf')));
});

test('words that stand small are no names, nor what is left out', () => {
  assert.deepEqual(keys('the representative said nothing'), []);
  const text = 'Saraburg fell';
  assert.deepEqual([...consonantKeys(text, consonants, [{ start: 0, end: 8 }])], []);
});
