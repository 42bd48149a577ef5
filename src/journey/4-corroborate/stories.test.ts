import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averageLinkage } from './average-linkage.ts';
import { storiesOf } from './stories.ts';

const THRESHOLDS = { same: 0.23, least: 0.1 };
const text = (id: string, words: string, published: string | null = null) => ({
  id,
  title: null,
  text: words,
  published,
});

const FIRE = 'On Tuesday a fire at the Karsova mill in Northford killed two workers, said the owner, Ada Brill.';
const FIRE_TOO = 'Ada Brill, who owns the Karsova mill, spoke of two dead in the Northford fire on Tuesday.';
const TALKS = 'Envoys of both sides meet in Easton for talks about prisoners, the mediator Jon Waterfield announced.';

test('two accounts of one event are one story and another event is another', () => {
  const stories = storiesOf([text('a', FIRE), text('b', TALKS), text('c', FIRE_TOO)], THRESHOLDS);
  assert.deepEqual(
    [...stories],
    [
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'a'],
    ],
  );
});

test('half-alike words are one story on one day and not a month later', () => {
  const again =
    'A fire at the Karsova mill killed a night guard; the new owner, Tom Hale, said that wiring was at fault.';
  const filler = Array.from({ length: 6 }, (_, index) =>
    text(`x${index}`, `${TALKS} Day ${index} brought word ${index * 17} and ${index * 31}.`),
  );
  const of = (published: string) =>
    storiesOf([text('a', FIRE, '2016-05-01'), text('b', again, published), ...filler], THRESHOLDS).get('b');
  assert.equal(of('2016-05-02'), 'a');
  assert.equal(of('2016-07-01'), 'b');
});

test('reports without words tell no common story', () => {
  assert.deepEqual(
    [...storiesOf([text('a', ''), text('b', ''), text('c', '...')], THRESHOLDS).values()],
    ['a', 'b', 'c'],
  );
});

test('reports of one origin tell one story', () => {
  const texts = [text('a', FIRE), text('b', TALKS), text('c', FIRE_TOO)];
  const origins = new Map([['b', 'a']]);
  assert.deepEqual([...storiesOf(texts, THRESHOLDS, origins).values()], ['a', 'a', 'a']);
});

test('stories do not depend on the order of arrival', () => {
  const all = [FIRE, FIRE_TOO, TALKS, `${TALKS} Nothing was agreed.`, FIRE].map((words, index) =>
    text(`r${index}`, words),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      assert.deepEqual(new Map([...storiesOf(shuffled, THRESHOLDS)].sort()), storiesOf(all, THRESHOLDS));
    }),
    { numRuns: 20, seed: 4 },
  );
});

test('average linkage holds a chain apart whose ends are unlike', () => {
  const chain = [
    { a: 0, b: 1, likeness: 0.5 },
    { a: 1, b: 2, likeness: 0.4 },
    { a: 3, b: 4, likeness: 0.3 },
  ];
  assert.deepEqual([...averageLinkage(5, chain, 0.25)], [0, 0, 2, 3, 3]);
  assert.deepEqual([...averageLinkage(5, chain, 0.2)], [0, 0, 0, 3, 3]);
});

test('average linkage names groups by their smallest item and agrees with the plain method', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.integer({ min: 1, max: 1000 })), {
    selector: ([a, b]) => `${Math.min(a, b)}/${Math.max(a, b)}`,
    maxLength: 20,
  });
  fc.assert(
    fc.property(pairs, (list) => {
      // Different powers keep averages from being equal by chance.
      const likePairs = list
        .filter(([a, b]) => a !== b)
        .map(([a, b, n], index) => ({ a: Math.min(a, b), b: Math.max(a, b), likeness: n / 1000 + index * 1e-7 }));
      assert.deepEqual([...averageLinkage(8, likePairs, 0.3)], plainLinkage(8, likePairs, 0.3));
    }),
    { seed: 4, numRuns: 300 },
  );
});

/** The textbook's way: look at all pairs of groups, merge the best, begin again. */
function plainLinkage(
  size: number,
  pairs: readonly { a: number; b: number; likeness: number }[],
  same: number,
): number[] {
  let groups = Array.from({ length: size }, (_, index) => [index]);
  const between = (one: readonly number[], other: readonly number[]): number =>
    pairs
      .filter(({ a, b }) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)))
      .reduce((sum, { likeness }) => sum + likeness, 0) /
    (one.length * other.length);
  for (;;) {
    const all = groups.flatMap((one, i) =>
      groups.slice(i + 1).map((other) => ({ one, other, value: between(one, other) })),
    );
    const best = all.reduce<(typeof all)[number] | null>((a, b) => (a === null || b.value > a.value ? b : a), null);
    if (best === null || best.value < same) break;
    groups = [...groups.filter((group) => group !== best.one && group !== best.other), [...best.one, ...best.other]];
  }
  return Array.from({ length: size }, (_, index) =>
    Math.min(...(groups.find((group) => group.includes(index)) ?? [index])),
  );
}
