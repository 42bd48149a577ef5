import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';

const grammar = loadGrammar('knowledge/weights');

const cases: readonly [what: string, text: string, word: string, tag: string][] = [
  ['what is fired', 'A soldier fired one shot into the ceiling.', 'shot', 'NN'],
  ['what is heard', 'Residents heard three loud shots at dawn.', 'shots', 'NNS'],
  ['who was shot', 'Two men were shot at a checkpoint.', 'shot', 'VBN'],
  ['a surname', 'Omar Said was killed on Saturday.', 'Said', 'NNP'],
  ['a village', 'Rebels handed over the town of Kafr Shams to the army.', 'Shams', 'NNP'],
  ['the only verb', 'Police used tear gas to disperse a crowd.', 'used', 'VBD'],
  ['a participle beside another verb', 'Police used to crowds were calm.', 'used', 'VBN'],
  ['who calls', 'The Northland army called on the rebels to withdraw.', 'called', 'VBD'],
  ['what somebody plans', 'The Northland army plans to withdraw from the town next week.', 'plans', 'VBZ'],
  ['plans that were made', 'Army plans to withdraw were dropped.', 'plans', 'NNS'],
  ['a verb of speech', 'The mayor said nothing.', 'said', 'VBD'],
  ['a verb of a headline', 'Children killed as rocket hits football pitch', 'hits', 'VBZ'],
  ['a verb with fire', 'Northland military set fire to about 30 houses in Easton.', 'set', 'VBD'],
  ['a verb before its bare object', 'Turkish drone targets motorbike in Northtown', 'targets', 'VBZ'],
  ['a plural before its verb', 'RVLF drones struck a depot in Easton.', 'drones', 'NNS'],
  ['who is suspected', 'Suspected NVLF rebels attacked Easton.', 'Suspected', 'JJ'],
  ['who suspects', 'Officers suspected rebels of the attack on Easton.', 'suspected', 'VBD'],
  ['people of a trade', 'In Easton, suspected herdsmen killed four farmers.', 'herdsmen', 'NNS'],
  ['where a missile came down', 'Missile lands in open field near Easton, no one hurt', 'lands', 'VBZ'],
  ['ground', 'Settlers took village lands in Easton.', 'lands', 'NNS'],
  ['a participle that opens a sentence', 'Hooded men broke into a shop.', 'Hooded', 'VBN'],
  ['what was laid', 'Troops laid siege to the town.', 'laid', 'VBD'],
  ['letters that are a name', 'The attack was carried out by the FLQ.', 'FLQ', 'NNP'],
  ['who was captured', 'The rebels released 35 captured soldiers on Friday.', 'captured', 'VBN'],
  ['what is insisted on', 'Sweden insisted that Norway hand over two men.', 'hand', 'VB'],
  ['a house', 'Inspectors visited a suspected weapons plant outside Easton.', 'plant', 'NN'],
  ['someone by age', 'Police shot dead a 17-year-old in Easton.', 'old', 'NN'],
  ['an age before a noun', 'Police shot a 17-year-old student in Easton.', 'old', 'JJ'],
  ['a noun before a noun', 'A strike killed a Hezbollah field commander.', 'field', 'NN'],
  ['near, in short', 'Car bomb nr Easton kills four', 'nr', 'IN'],
];

for (const [what, text, word, tag] of cases)
  test(`a word told by its neighbours: ${what}`, () => {
    const token = parseText(text, grammar)
      .sentences.flatMap(({ tokens }) => tokens)
      .find((one) => one.text === word);
    assert.equal(token?.tag, tag);
  });
