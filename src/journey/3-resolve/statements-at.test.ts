import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { read } from '../2-read/read.ts';
import { statementsAt } from './statements-at.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge', import.meta.url).pathname);

function readingOf(text: string): Reading {
  const rest = { title: null, publishedBasis: null, byline: null, source: null, url: null, notes: [] };
  return read({ id: 'r', text, language: 'en', published: '2016-06-15', ...rest }, knowledge);
}

const TEXT =
  'The minister said that the army "will halt its raids" on Sunday. The front demanded the release of prisoners. "We warned them to leave," the mayor told reporters, adding that the road would stay closed.';
const reading = readingOf(TEXT);
const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

test('the text of these tests has statements', () => assert.ok(reading.statements.length >= 3));

test('what covers a span is what a search through all statements finds', () => {
  const span = fc
    .tuple(fc.nat(TEXT.length), fc.nat(40))
    .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) }));
  fc.assert(
    fc.property(span, (place) => {
      const searched = reading.statements.flatMap((of) =>
        of.parts.filter((at) => covers(at, place)).map((at) => `${of.span.start} ${at.start} ${at.end}`),
      );
      const found = statementsAt(reading)
        .over(place)
        .map(({ at, of }) => `${of.span.start} ${at.start} ${at.end}`);
      assert.deepEqual(found.sort(), searched.sort());
      assert.equal(
        statementsAt(reading).hasCueOver(place),
        reading.statements.some(({ cue }) => cue !== null && covers(cue, place)),
      );
    }),
  );
});

test('a cue is found by where it begins', () => {
  for (const statement of reading.statements)
    if (statement.cue !== null) assert.ok(statementsAt(reading).withCueAt(statement.cue.start).includes(statement));
  assert.deepEqual(statementsAt(reading).withCueAt(-1), []);
});
