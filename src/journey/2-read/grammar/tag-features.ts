/**
 * Features of one word for the tagger. Those that depend on one word alone come first, in groups by its position, so that
 * their sums can be kept per word; only the last group changes with the tags already given.
 */
import { key1, key2, key3 } from './hashing.ts';
import type { WordForm } from './word-forms.ts';

/** More features than any group has. */
export const maxTagFeatures = 64;

/** A word's known tags if it was seen in training, else the classes that the dictionary gives it. */
const ambiguityKey = (form: WordForm): number => (form.ambiguity > 0 ? form.ambiguity : -1 - form.classes);

/** The word itself; `mode` is the casing of its sentence, 0 to 3. */
export function ownFeatures(form: WordForm, mode: number, keys: Int32Array): number {
  let n = 0;
  const shape = form.shape * 4 + mode;
  keys[n++] = key1(1, 0);
  keys[n++] = key1(2, form.hash);
  keys[n++] = key1(3, form.suffix1);
  keys[n++] = key1(4, form.suffix2);
  keys[n++] = key1(5, form.suffix3);
  keys[n++] = key1(6, form.suffix4);
  keys[n++] = key1(7, form.prefix1);
  keys[n++] = key1(8, form.prefix2);
  keys[n++] = key1(9, form.prefix3);
  keys[n++] = key1(10, form.prefix4);
  keys[n++] = key1(11, shape);
  keys[n++] = key2(12, shape, form.suffix2);
  keys[n++] = key2(13, shape, form.suffix3);
  keys[n++] = key1(14, form.fine);
  keys[n++] = key1(15, form.coarse);
  keys[n++] = key2(16, shape, form.coarse);
  keys[n++] = key1(17, ambiguityKey(form));
  keys[n++] = key2(18, form.classes, form.suffix2);
  keys[n++] = key2(19, form.classes, shape);
  keys[n++] = key2(20, form.hash, shape);
  keys[n++] = key2(21, form.fine, shape);
  return n;
}

/** The word before (`side` 0) or after (1), by itself. */
export function besideFeatures(form: WordForm, side: number, keys: Int32Array): number {
  let n = 0;
  const base = 30 + side * 10;
  keys[n++] = key1(base, form.hash);
  keys[n++] = key1(base + 1, form.fine);
  keys[n++] = key1(base + 2, form.coarse);
  keys[n++] = key1(base + 3, ambiguityKey(form));
  keys[n++] = key1(base + 4, form.suffix3);
  keys[n++] = key1(base + 5, form.shape);
  keys[n++] = key2(base + 6, form.classes, form.suffix2);
  return n;
}

/** Pairs of words, words two away, and the two tags before. `tag1` is the nearer. */
export function contextFeatures(
  forms: readonly WordForm[],
  at: number,
  mode: number,
  tag1: number,
  tag2: number,
  keys: Int32Array,
): number {
  const own = forms[at] as WordForm;
  const left = forms[at - 1] as WordForm;
  const right = forms[at + 1] as WordForm;
  const left2 = forms[at - 2] as WordForm;
  const right2 = forms[at + 2] as WordForm;
  const known = ambiguityKey(own);
  const rightKnown = ambiguityKey(right);
  const shape = own.shape * 4 + mode;
  let n = 0;
  keys[n++] = key1(50, left2.hash);
  keys[n++] = key1(51, right2.hash);
  keys[n++] = key2(52, left.hash, own.hash);
  keys[n++] = key2(53, own.hash, right.hash);
  keys[n++] = key2(54, left.hash, right.hash);
  keys[n++] = key1(55, tag1);
  keys[n++] = key2(56, tag1, tag2);
  keys[n++] = key2(57, tag1, own.hash);
  keys[n++] = key2(58, tag1, rightKnown);
  keys[n++] = key2(59, tag1, known);
  keys[n++] = key2(60, known, rightKnown);
  keys[n++] = key2(61, rightKnown, ambiguityKey(right2));
  keys[n++] = key2(62, tag1, own.fine);
  keys[n++] = key2(63, tag1, own.suffix3);
  keys[n++] = key3(64, tag1, tag2, known);
  keys[n++] = key2(65, shape, left.hash === 1 ? 1 : 0);
  keys[n++] = key3(66, shape, left.shape, right.shape);
  keys[n++] = key2(67, own.fine, right.fine);
  keys[n++] = key2(68, left.fine, own.fine);
  keys[n++] = key3(69, tag1, known, rightKnown);
  keys[n++] = key1(70, left2.coarse);
  keys[n++] = key1(71, right2.coarse);
  keys[n++] = key2(72, tag1, right.coarse);
  keys[n++] = key2(73, shape, tag1);
  keys[n++] = key2(74, own.classes, tag1);
  keys[n++] = key3(75, tag1, tag2, own.suffix2);
  keys[n++] = key2(76, own.suffix3, right.suffix3);
  keys[n++] = key3(77, left.coarse, own.coarse, right.coarse);
  const isFirst = left.hash === 1 ? 4 : 0;
  const capitals = (left.capital * 4 + own.capital) * 4 + right.capital;
  keys[n++] = key2(78, capitals, mode + isFirst);
  keys[n++] = key2(83, own.hash, rightKnown);
  keys[n++] = key3(84, own.hash, rightKnown, ambiguityKey(right2));
  keys[n++] = key3(85, own.hash, tag1, rightKnown);
  return n;
}
