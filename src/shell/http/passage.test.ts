import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passagesOf, tidied } from './passage.ts';

const TEXT = `A title

${'Nothing of note happened in the morning. '.repeat(3)}Shells fell on the market. ${'Nobody spoke of it in the evening. '.repeat(3)}
Next paragraph.`;
const at = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length });

test('a passage holds the words with whole words around them, an ellipsis where it was cut', () => {
  assert.deepEqual(passagesOf(TEXT, [at('Shells fell')]), [
    {
      ...at('Shells fell'),
      before: '… happened in the morning. Nothing of note happened in the morning. ',
      quote: 'Shells fell',
      after: ' on the market. Nobody spoke of it in the evening. Nobody spoke of it …',
    },
  ]);
});

test('a passage does not reach into another paragraph', () => {
  const [title] = passagesOf(TEXT, [at('title')]);
  assert.deepEqual([title?.before, title?.after], ['A ', '']);
  const [next] = passagesOf(TEXT, [at('Next')]);
  assert.deepEqual([next?.before, next?.after], ['', ' paragraph.']);
});

test('the same span is given once, in the order of the text', () => {
  const spans = [at('Next'), at('title'), at('Next')];
  assert.deepEqual(
    passagesOf(TEXT, spans).map(({ quote }) => quote),
    ['title', 'Next'],
  );
});

test('surroundings cut through a pair of surrogates stay well-formed', () => {
  const text = `${'😀'.repeat(100)} fire`;
  const [passage] = passagesOf(text, [{ start: text.length - 4, end: text.length }]);
  assert.equal(passage?.before.isWellFormed(), true);
});

test('raw surroundings of the store are tidied the same way', () => {
  const raw = {
    start: 200,
    end: 204,
    before: `${'word '.repeat(40)}`,
    quote: 'fire',
    after: ` stopped\n${'x'.repeat(90)}`,
  };
  const { before, after } = tidied(raw);
  assert.match(before, /^… (word )+$/);
  assert.equal(after, ' stopped');
});
