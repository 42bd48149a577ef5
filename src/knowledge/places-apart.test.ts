import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../test/plain-report.ts';
import { readingInput } from '../journey/2-read/read.ts';
import { loadKnowledge } from './knowledge.ts';
import { areApart } from './places-apart.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly [what: string, text: string, apart: boolean][] = [
  ['towns of two countries', 'Shells fell in Baghdad and in Donetsk.', true],
  ['towns of one country far from each other', 'Shells fell in Latakia and in Palmyra.', true],
  ['a town and its province', 'Shells fell in Ariha in Idlib province.', false],
  ['a town and its country', 'Shells fell in Ariha. The war in Syria goes on.', false],
  ['a name that no gazetteer knows', 'Shells fell in Baghdad and in Qwertzburg.', false],
  ['one name twice', 'Shells fell in Ariha, and again in Ariha.', false],
];

for (const [what, text, apart] of cases)
  test(`${what} ${apart ? 'are' : 'are not'} apart`, () => {
    const { places, gazetteer } = readingInput(plainReport(text, '2020-10-10'), knowledge);
    assert.ok(places.length >= 2 || !apart, 'both names are read');
    assert.equal(areApart({ places, gazetteer }, 0, 1), apart);
  });
