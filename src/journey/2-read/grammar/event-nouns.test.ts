import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';

const grammar = loadGrammar('knowledge/weights');

const cases: readonly [what: string, text: string, word: string, tag: string][] = [
  ['before its verb', 'Shelling killed a child in the city.', 'Shelling', 'NN'],
  ['described before its verb', 'In Sudan, fighting between two clans left 11 dead.', 'fighting', 'NN'],
  ['after a label', 'Northtown: Bombing destroyed the mill.', 'Bombing', 'NN'],
  ['with an object it stays a verb', 'Shelling the town, the rebels moved on.', 'Shelling', 'VBG'],
  ['behind a verb it stays one', 'The army moved on, killing five men.', 'killing', 'VBG'],
  ['before a comma it stays one', 'Fighting in the north, the army lost ground.', 'Fighting', 'VBG'],
];

for (const [what, text, word, tag] of cases)
  test(`a word in -ing ${what}`, () => {
    const token = parseText(text, grammar)
      .sentences.flatMap(({ tokens }) => tokens)
      .find((one) => one.text === word);
    assert.equal(token?.tag, tag);
  });
