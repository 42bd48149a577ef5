import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';

const grammar = loadGrammar('knowledge/weights');

/** Words of the label. */
function labelOf(text: string): string {
  const [sentence] = parseText(text, grammar).sentences;
  return (sentence?.tokens ?? [])
    .slice(0, sentence?.tree?.label ?? 0)
    .map((token) => token.text)
    .join(' ');
}

const cases: readonly [what: string, text: string, label: string][] = [
  ['a name before a colon', 'Northtown: warplanes dropped bombs on a market.', 'Northtown :'],
  ['a body before a colon', 'Ministry of Health: final toll of the strike is 29 killed.', 'Ministry of Health :'],
  ['a name before a bar', 'Northtown | a child was killed by shelling', 'Northtown |'],
  ['tags before a clause', '#Northtown #Eastland warplanes drop bombs on homes', '#Northtown #Eastland'],
  ['one tag before a number', '#Northtown 5 civilians were killed today', '#Northtown'],
  ['a tag that does something is none', '#Northtown was shelled this morning', ''],
  ['a speaker of quoted words is none', 'Northtown: "we will go on until the end"', ''],
  ['a clause before a colon is none', 'The army said on Monday: the town was taken by its troops.', ''],
  ['a count before a colon is none', 'Killed: 12', ''],
];

for (const [what, text, label] of cases) test(`the label of a post: ${what}`, () => assert.equal(labelOf(text), label));
