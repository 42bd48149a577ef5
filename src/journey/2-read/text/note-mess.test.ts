/** Runs every rule's examples and misses, and the door over them all together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFurnitureWords } from '../../../knowledge/furniture-words.ts';
import { messInput } from './mess-rule.ts';
import { messRules } from './mess-rules.ts';
import { noteMess } from './note-mess.ts';

const words = loadFurnitureWords(new URL('../../../../knowledge/lexicon/en/furniture.yaml', import.meta.url));

for (const rule of messRules) {
  test(`${rule.id} finds what its examples hold`, () => {
    for (const { text, title, finds } of rule.examples) {
      const found = rule.find(messInput(text, title ?? null, words));
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        finds,
        text,
      );
    }
  });
  test(`${rule.id} finds nothing in its misses`, () => {
    for (const text of rule.misses) assert.deepEqual(rule.find(messInput(text, null, words)), [], text);
  });
}

test('notes come in the order of the text and furniture spans do not overlap', () => {
  const text =
    'Calm in the valley\n\nCalm in the valley\n\nBoth sides kept quiet.. marsh\n\nRead more: <b>Convoy</b> arrives\n';
  const { notes, furniture } = noteMess(text, null, words);
  assert.deepEqual(
    notes.map(({ code, span }) => [code, span && text.slice(span.start, span.end)]),
    [
      ['repeated-title', 'Calm in the valley'],
      ['doubled-stop', '..'],
      ['furniture', 'Read more: <b>Convoy</b> arrives'],
      ['html-remnant', '<b>'],
      ['html-remnant', '</b>'],
    ],
  );
  assert.deepEqual(
    furniture.map(({ start, end }) => text.slice(start, end)),
    ['Calm in the valley', 'Read more: <b>Convoy</b> arrives'],
  );
});

test('a text full of one fault gives a bounded list', () => {
  const { notes } = noteMess('a\u0000 '.repeat(10_000), null, words);
  assert.equal(notes.length, 51);
  assert.match(notes.at(-1)?.message ?? '', /9950 more/);
});

test('a clean report has no notes', () => {
  const text = 'Shells fell on two villages on Sunday, residents said. “Nobody was hurt,” a doctor added.';
  assert.deepEqual(noteMess(text, null, words), { notes: [], furniture: [] });
});
