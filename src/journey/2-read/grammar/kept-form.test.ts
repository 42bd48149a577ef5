import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { shared } from './kept-form.ts';
import { parseText } from './parse-text.ts';

test('a shared string has the characters of the one that it stands for', () => {
  for (const text of ['', 'shelling', '2016', '0', '__proto__', 'constructor', 'Orontes’s', 'Ünye'])
    assert.equal(shared(text), text);
});

test('a word met by turns as a noun and as a verb has the dictionary form of each', () => {
  const text = 'The wounds were deep. It wounds the guards. The wounds were deep. It wounds the guards.';
  const words = parseText(text, loadGrammar('knowledge/weights')).sentences.flatMap(({ tokens }) => tokens);
  assert.deepEqual(
    words.filter(({ lower }) => lower === 'wounds').map(({ text: word, tag, lemma }) => [word, tag, lemma]),
    [
      ['wounds', 'NNS', 'wound'],
      ['wounds', 'VBZ', 'wound'],
      ['wounds', 'NNS', 'wound'],
      ['wounds', 'VBZ', 'wound'],
    ],
  );
});
