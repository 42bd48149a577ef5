import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';
import { conjuncts, relationOf } from './tree.ts';

const grammar = loadGrammar('knowledge/weights');

const cases: readonly [what: string, text: string, first: string, others: string[]][] = [
  [
    'objects',
    'Gunmen killed a mayor, two councillors, a teacher and four policemen in Easton.',
    'mayor',
    ['councillors', 'teacher', 'policemen'],
  ],
  [
    'things',
    'The army shelled the market, the school, the clinic and two bakeries.',
    'market',
    ['school', 'clinic', 'bakeries'],
  ],
  [
    'possessors and complements',
    "Rebels attacked the governor's residence, the hotel's guards, the home of Minister Alan Brook, and the council.",
    'residence',
    ['guards', 'home', 'council'],
  ],
  [
    'a complement in -ing',
    'They burned an ambulance, a truck carrying petrol, and a pickup.',
    'ambulance',
    ['truck', 'pickup'],
  ],
  [
    'subjects',
    'A mayor, two councillors, a teacher and four policemen were killed in Easton.',
    'mayor',
    ['councillors', 'teacher', 'policemen'],
  ],
  [
    'objects behind a participle',
    'The fronts have kidnapped several mayors, government officials, and cattle breeders over the past few days.',
    'mayors',
    ['officials', 'breeders'],
  ],
  ['who is called by two words', 'They killed the mayor, Alan Brook, and two guards.', 'mayor', ['guards']],
  ['another clause behind it', 'They burned a farm, and soldiers, police and villagers fled.', 'farm', []],
];

for (const [what, text, first, others] of cases)
  test(`a series: ${what}`, () => {
    const [sentence] = parseText(text, grammar).sentences;
    assert.ok(sentence);
    const head = sentence.tokens.findIndex((token) => token.text === first);
    const names = conjuncts(sentence, head).map((at) => sentence.tokens[at]?.text);
    assert.deepEqual(names, others);
  });

test('a series: its first member is the subject', () => {
  const [sentence] = parseText('A mayor, two councillors and a teacher were killed.', grammar).sentences;
  assert.ok(sentence);
  assert.equal(relationOf(sentence, 1), 'nsubj:pass');
});
