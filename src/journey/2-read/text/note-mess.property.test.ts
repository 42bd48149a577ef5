/** What holds of notes for any text at all: spans in range and in order, the same answer twice, furniture apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadFurnitureWords } from '../../../knowledge/furniture-words.ts';
import { noteMess } from './note-mess.ts';

const words = loadFurnitureWords(new URL('../../../../knowledge/lexicon/en/furniture.yaml', import.meta.url));

/** Pieces that the rules look for, mixed with anything, so that random texts reach them. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '"',
    '“',
    '”',
    '..',
    '. ',
    '\n',
    '\n\n',
    'very. very',
    '[TEXT]',
    '<b>',
    '&nbsp;',
    'Ã©',
    '\ud800',
    '\u0000',
    '\u200b',
  ),
  fc.constantFrom(
    'Read more:',
    'Copyright 2016',
    'beaches of the ceasefire',
    'Shells fell on the town',
    'we use cookies',
    'said',
    'turkey',
  ),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

test('every note points into the text, in order, and furniture spans do not touch each other', () => {
  fc.assert(
    fc.property(anyText, fc.option(anyText), (text, title) => {
      const { notes, furniture } = noteMess(text, title, words);
      const starts = notes.flatMap(({ span }) => (span ? [span.start] : []));
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
      for (const { start, end } of [...furniture, ...notes.flatMap(({ span }) => span ?? [])]) {
        assert.ok(start >= 0 && start < end && end <= text.length);
      }
      for (const [i, span] of furniture.slice(1).entries()) assert.ok((furniture[i]?.end ?? 0) <= span.start);
    }),
    { numRuns: 500, seed: 20160227 },
  );
});

test('the same text gives the same notes', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.deepEqual(noteMess(text, null, words), noteMess(text, null, words))),
    { numRuns: 200, seed: 20160227 },
  );
});

/** Texts on which a pattern that backtracks would take more than linear time. */
const repeated = [
  'a',
  '"',
  '“',
  ' ',
  '\n',
  '.',
  '. a',
  '<b ',
  '&#1',
  '[caption ',
  'Ø',
  'ØÙ',
  'a. a ',
  '(',
  'Follow ',
  'cookies ',
  'ceasefir ',
  'x\n',
  '\ud800',
  'â€',
  'aaaa. ',
  '/more',
  '[MORE',
];

test('a megabyte of any one piece takes bounded time of the processor', () => {
  for (const unit of repeated) {
    const start = process.cpuUsage();
    noteMess(unit.repeat(Math.ceil(1_000_000 / unit.length)), null, words);
    const took = process.cpuUsage(start).user / 1000;
    assert.ok(took < 4000, `${JSON.stringify(unit)} took ${took} ms`);
  }
});
