import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';

const grammar = loadGrammar('knowledge/weights');

const pasts: readonly [past: string, lemma: string][] = [
  ['strafed', 'strafe'],
  ['implored', 'implore'],
  ['monitored', 'monitor'],
  ['surfed', 'surf'],
  ['mistreated', 'mistreat'],
  ['proscribed', 'proscribe'],
  ['shelled', 'shell'],
  ['besieged', 'besiege'],
  ['displaced', 'displace'],
];
for (const [past, lemma] of pasts)
  test(`"${past}" is a form of "${lemma}"`, () => {
    const [sentence] = parseText(`They ${past} the camp.`, grammar).sentences;
    assert.equal(sentence?.tokens[1]?.lemma, lemma);
  });
