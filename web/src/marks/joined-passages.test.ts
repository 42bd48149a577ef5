import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Passage } from '../../../src/shell/http/contract.ts';
import { joinedPassages } from './joined-passages.ts';

const TEXT =
  'Shells fell on Midan, killing one man, residents said, and much later that same long evening rockets fell again.';
const passage = (quote: string, around = 20): Passage => {
  const start = TEXT.indexOf(quote);
  const end = start + quote.length;
  const after = TEXT.slice(end, end + around);
  return {
    start,
    end,
    before: TEXT.slice(Math.max(0, start - around), start),
    quote,
    after: end + around < TEXT.length ? `${after} …` : after,
  };
};
const read = (passages: Passage[]): string[] =>
  joinedPassages(passages).map(
    ({ before, marks, after }) => before + marks.map(({ quote, between }) => `[${quote}]${between}`).join('') + after,
  );

test('marks of one stretch of text are read in one passage', () => {
  assert.deepEqual(read([passage('Shells'), passage('fell'), passage('killing')]), [
    '[Shells] [fell] on Midan, [killing] one man, residents  …',
  ]);
});

test('marks far from each other stay apart', () => {
  assert.deepEqual(read([passage('Shells'), passage('rockets')]).length, 2);
});

test('words inside or across other words are marked once', () => {
  assert.deepEqual(read([passage('Shells fell'), passage('fell')]), ['[Shells fell] on Midan, killing o …']);
  assert.deepEqual(read([passage('Shells fell'), passage('fell on Midan')]), [
    '[Shells fell on Midan], killing one man, r …',
  ]);
});

test('the words between are those of the text', () => {
  for (const { start, end, marks } of joinedPassages([passage('Shells'), passage('Midan')])) {
    assert.equal(marks.map(({ quote, between }) => quote + between).join(''), TEXT.slice(start, end));
  }
});
