import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { STRONGEST, standingOf, termOf, termVectors } from './story-terms.ts';

const WORDS = Array.from(
  { length: 60 },
  (_, index) => `w${'abcdefghij'[index % 10]}${'klmnop'[Math.floor(index / 10)]}`,
);
const texts = fc
  .array(fc.array(fc.constantFrom(...WORDS), { maxLength: 90 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((words, index) => ({ id: `r${index}`, title: null, text: words.join(' ') })));

test('vectors have at most the length of one, their strongest terms stand first, and none twice', () =>
  fc.assert(
    fc.property(texts, (list) => {
      const { ends, entries, scales, rarity } = termVectors(list);
      for (let text = 0, from = 0; text < list.length; text += 1) {
        const own = [...entries.subarray(from, ends[text])];
        const weights = own.map((entry) => standingOf(entry) * (rarity[termOf(entry)] ?? 0) * (scales[text] ?? 0));
        const first = weights.slice(0, STRONGEST);
        assert.deepEqual(
          first,
          first.toSorted((a, b) => b - a),
        );
        assert.ok(weights.slice(STRONGEST).every((weight) => weight <= (first.at(-1) ?? 0)));
        assert.ok(weights.reduce((sum, weight) => sum + weight * weight, 0) <= 1 + 1e-6);
        assert.equal(new Set(own.map(termOf)).size, own.length);
        from = ends[text] ?? from;
      }
    }),
    { seed: 4 },
  ));

test('a name weighs more than a figure, a figure more than a word, and a word told twice more than one told once', () => {
  const list = [
    { id: 'a', title: null, text: 'They say that Brenner counted 48 wells and wells again here' },
    { id: 'b', title: null, text: 'They say that Brenner counted 48 wells and wells again here' },
  ];
  const { entries, ends } = termVectors(list);
  const standings = [...entries.subarray(0, ends[0])].map(standingOf).sort((a, b) => b - a);
  assert.deepEqual(
    standings.slice(0, 4).map((one) => Math.round(one * 100) / 100),
    [2.5, 2, 1.69, 1],
  );
});
