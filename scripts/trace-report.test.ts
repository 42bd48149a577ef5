import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { plainReport } from '../test/plain-report.ts';
import { traceLines } from './trace-report.ts';

const knowledge = loadKnowledge('knowledge');

const report = plainReport(
  'Shells hit a market in Idlib on Sunday, killing 12 people. One of the wounded died on Monday. If the town were bombed, aid would stop. The price of bread rose. In 1997 two people were killed there.',
  '2016-06-15',
);
const lines = traceLines(report, knowledge);

/** What a reader of the trace must be able to see, each as the beginning of a line. */
const SHOWN: [fact: string, line: RegExp][] = [
  ['the tree with tags and heads', /^ {4}tree {5}Shells\/NNS\(nsubj hit\)/],
  ['what was found in a sentence', /^ {4}numbers {2}12/],
  ['an event with the rule that opened it', /^ {4}event {4}hit: shelling asserted .*trigger\/hit/],
  ['a candidate with its score', /^ {13}(taken {2}|dropped) hit in frame +-?\d/],
  ['harm with the word that tells it', /^ {13}harm {4}killed 12 .* by "killing" \[0\]/],
  ['harm of people told of before', /harm {4}killed One .* of those told of/],
  ['harm long before the report', /harm {4}killed two .* long before the report/],
  ['places with their distance', /^ {13}where {3}Idlib \(\d/],
  ['times with their distance', /^ {13}when {4}on Sunday|^ {13}when {4}Sunday \(\d/],
  ['a sentence that was left unparsed', /not parsed: no word to code The price of bread rose/],
  ['a word that opened no event, with the reason', /^ {4}declined bombed: bombing .*modality\/condition/],
  ['what was read and not printed', /^ {2}dropped {2}stop … aid/],
  ['how mentions were joined', /^ {2}1 {2}hit\[0\] \+ killing\[0\]/],
  ['what came of it', /^ {2}i1 shelling asserted 0\.\d+ killed 1[23]/],
];

for (const [fact, line] of SHOWN)
  test(`a trace shows ${fact}`, () =>
    assert.ok(
      lines.some((one) => line.test(one)),
      lines.join('\n'),
    ));
