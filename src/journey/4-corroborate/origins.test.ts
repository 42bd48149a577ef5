import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originsOf } from './origins.ts';
import { comparedOf, containment, runsOf } from './shingles.ts';

const WIRE =
  'Shells hit the grain market of Northford shortly before noon on Tuesday and killed at least five people, a doctor at the field hospital said. Two shops burned down. The council asked both sides to keep to the truce, which has held in the valley for three weeks.';
const OTHER =
  'A doctor in Northford counted five dead after the grain market came under fire on Tuesday. Residents told of two loud blasts within a minute and of smoke over the old town until the evening.';

const shingles = (text: string) => comparedOf(runsOf(text));

const origins = (...texts: string[]): string[] => [
  ...originsOf(
    texts.map((text, index) => ({ id: `r${index}`, title: null, text })),
    0.5,
  ).values(),
];

test('the same text has one origin', () => assert.deepEqual(origins(WIRE, WIRE), ['r0', 'r0']));

test('a lightly edited copy with other furniture has the origin of what it copies', () => {
  const copy = `NORTHFORD (Example Wire) -- ${WIRE.replace('shortly before noon', 'around noon').replace('Two shops burned down. ', '')} All rights reserved.`;
  assert.deepEqual(origins(WIRE, copy), ['r0', 'r0']);
});

test('upper case, punctuation and marks do not hide a copy', () =>
  assert.deepEqual(origins(WIRE, WIRE.toUpperCase().replaceAll(',', ' --')), ['r0', 'r0']));

test('a copy of a copy has the origin of the first', () => {
  const half = WIRE.slice(0, 180);
  assert.deepEqual(origins(WIRE, half, `${half} More is not known.`), ['r0', 'r0', 'r0']);
});

test('two accounts of one event have two origins', () => assert.deepEqual(origins(WIRE, OTHER), ['r0', 'r1']));

test('texts without words have an origin of their own', () =>
  assert.deepEqual(origins('...', '', '...'), ['r0', 'r1', 'r2']));

test('a report of which only the title came is known by its title', () => {
  const titled = (id: string, title: string) => ({ id, title, text: '' });
  const reports = [
    titled('a', 'Shells fall on Northford'),
    titled('b', 'Talks in Easton end'),
    titled('c', 'Shells fall on Northford'),
  ];
  assert.deepEqual([...originsOf(reports, 0.5).values()], ['a', 'b', 'a']);
});

test('a formula in a thousand texts ties none of them together, and their copies are still found', () => {
  const formula = 'This report was made by the situation room and may change when more is known about it.';
  const texts = Array.from(
    { length: 1000 },
    (_, index) => `${formula} ${Array.from({ length: 30 }, (_, word) => `w${index}x${word}`).join(' ')}`,
  );
  const last = texts.at(-1) ?? '';
  const found = origins(...texts, `${last} again`);
  assert.equal(new Set(found).size, 1000);
  assert.equal(found.at(-1), 'r999');
});

test('containment is the shared part of the shorter text', () => {
  const whole = shingles('one two three four five six seven eight');
  assert.equal(containment(whole, shingles('two three four five six')), 1);
  assert.equal(containment(whole, shingles('nine ten eleven twelve thirteen')), 0);
  assert.equal(containment(shingles(''), whole), 0);
});

test('of long texts a fair sample is compared: a tenth shared is not taken for a half', () => {
  const words = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ');
  const long = shingles(words(0, 1900));
  assert.ok(Math.abs(containment(long, shingles(words(950, 1900))) - 0.5) < 0.06);
  assert.ok(containment(long, shingles(words(1710, 1900))) < 0.15);
  assert.equal(containment(long, shingles(words(300, 60))), 1);
});
