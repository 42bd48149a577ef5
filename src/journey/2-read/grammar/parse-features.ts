/** Features of a parser state: for choosing the next move, and for naming the relation of an arc just made. */
import { key1, key2, key3, key4 } from './hashing.ts';
import { left, type ParserState } from './parser-state.ts';
import { edgeForm, type WordForm } from './word-forms.ts';

export const maxMoveFeatures = 200;
export const maxRelationFeatures = 100;

const noWord = -7;

/** Coarse distance: 1, 2, 3, 4, 5–6, 7–10, more. */
const distanceBucket = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7);

const few = (count: number): number => Math.min(count, 3);

/** Pair templates over two words: `base` to `base + 11`. */
function pairFeatures(
  base: number,
  a: WordForm,
  aTag: number,
  b: WordForm,
  bTag: number,
  keys: Int32Array,
  from: number,
): number {
  let n = from;
  keys[n++] = key2(base + 1, a.hash, bTag);
  keys[n++] = key2(base + 2, aTag, b.hash);
  keys[n++] = key2(base + 3, aTag, bTag);
  keys[n++] = key3(base + 5, aTag, b.hash, bTag);
  keys[n++] = key2(base + 6, a.fine, b.fine);
  keys[n++] = key2(base + 7, a.fine, bTag);
  keys[n++] = key2(base + 8, aTag, b.fine);
  keys[n++] = key4(base + 9, a.coarse, aTag, b.coarse, bTag);
  keys[n++] = key2(base + 10, a.hash, b.fine);
  keys[n++] = key2(base + 11, a.fine, b.hash);
  return n;
}

function singleFeatures(base: number, form: WordForm, tag: number, keys: Int32Array, from: number): number {
  let n = from;
  keys[n++] = key1(base, form.hash);
  keys[n++] = key1(base + 1, tag);
  keys[n++] = key2(base + 2, form.hash, tag);
  keys[n++] = key1(base + 3, form.fine);
  keys[n++] = key2(base + 4, form.coarse, tag);
  return n;
}

/** Fills `keys` for the next move; gives their number. */
export function moveFeatures(state: ParserState, keys: Int32Array): number {
  const { input, stack, depth, next } = state;
  const { forms, tags, pos, seconds, count } = input;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1;
  const b0 = next;
  const form = (i: number): WordForm => (i < 0 || i > count ? edgeForm : (forms[i] as WordForm));
  const tag = (i: number): number => (i < 0 || i > count + 1 ? noWord : (tags[i] as number));
  /** Dependents: 0 is "none", since the root is never one. */
  const kidTag = (i: number): number => (i <= 0 ? noWord : (tags[i] as number));
  const kidRelation = (i: number): number => (i <= 0 ? noWord : (state.relations[i] as number));
  const kidHash = (i: number): number => (i <= 0 ? noWord : (forms[i] as WordForm).hash);
  const kid = (array: Int32Array, i: number): number => (i < 0 || i > count ? 0 : (array[i] as number));

  const f0 = form(s0);
  const f1 = form(s1);
  const f2 = form(s2);
  const g0 = form(b0);
  const g1 = form(b0 + 1);
  const g2 = form(b0 + 2);
  const t0 = tag(s0);
  const t1 = tag(s1);
  const t2 = tag(s2);
  const u0 = b0 > count ? noWord : tag(b0);
  const u1 = b0 + 1 > count ? noWord : tag(b0 + 1);
  const u2 = b0 + 2 > count ? noWord : tag(b0 + 2);
  const u3 = b0 + 3 > count ? noWord : tag(b0 + 3);
  let n = 0;

  n = singleFeatures(1, f0, t0, keys, n);
  n = singleFeatures(6, f1, t1, keys, n);
  n = singleFeatures(11, g0, u0, keys, n);
  keys[n++] = key1(16, g1.hash);
  keys[n++] = key1(17, u1);
  keys[n++] = key1(18, g2.hash);
  keys[n++] = key1(19, u2);
  keys[n++] = key1(20, f2.hash);
  keys[n++] = key1(21, t2);

  n = pairFeatures(30, f0, t0, g0, u0, keys, n);
  n = pairFeatures(42, f1, t1, f0, t0, keys, n);
  keys[n++] = key2(54, g0.hash, g1.hash);
  keys[n++] = key2(55, g0.hash, u1);
  keys[n++] = key2(56, u0, g1.hash);
  keys[n++] = key2(57, u0, u1);
  keys[n++] = key2(58, t0, u1);
  keys[n++] = key2(59, f0.hash, u1);
  keys[n++] = key2(60, t0, g1.hash);
  keys[n++] = key2(61, t1, u0);
  keys[n++] = key2(63, f1.hash, u0);
  keys[n++] = key2(65, f1.fine, g0.fine);
  keys[n++] = key2(66, t2, t0);

  keys[n++] = key3(70, u0, u1, u2);
  keys[n++] = key3(71, t0, u0, u1);
  keys[n++] = key3(72, t1, t0, u0);
  keys[n++] = key3(73, t2, t1, t0);
  keys[n++] = key4(81, t0, u0, u1, u2);
  keys[n++] = key4(83, u0, u1, u2, u3);

  const s0l = kid(state.left1, s0);
  const s0l2 = kid(state.left2, s0);
  const s0r = kid(state.right1, s0);
  const s0r2 = kid(state.right2, s0);
  const s1l = kid(state.left1, s1);
  const s1r = kid(state.right1, s1);
  const s1r2 = kid(state.right2, s1);
  const b0l = kid(state.left1, b0);
  const b0l2 = kid(state.left2, b0);
  keys[n++] = key3(90, t0, kidTag(s0l), u0);
  keys[n++] = key3(91, t0, kidTag(s0r), u0);
  keys[n++] = key3(92, t0, u0, kidTag(b0l));
  keys[n++] = key3(93, t1, kidTag(s1r), t0);
  keys[n++] = key3(94, t1, kidTag(s1l), t0);
  keys[n++] = key3(95, t1, t0, kidTag(s0l));
  keys[n++] = key3(96, t1, t0, kidTag(s0r));
  keys[n++] = key3(97, t0, kidTag(s0r), kidTag(s0r2));
  keys[n++] = key3(98, t0, kidTag(s0l), kidTag(s0l2));
  keys[n++] = key3(99, u0, kidTag(b0l), kidTag(b0l2));
  keys[n++] = key3(100, t1, kidTag(s1r), kidTag(s1r2));
  keys[n++] = key3(101, t0, kidRelation(s0l), u0);
  keys[n++] = key3(102, t0, kidRelation(s0r), u0);
  keys[n++] = key3(103, t0, u0, kidRelation(b0l));
  keys[n++] = key3(104, t1, kidRelation(s1r), t0);
  keys[n++] = key3(105, t1, t0, kidRelation(s0r));
  keys[n++] = key3(106, t1, t0, kidRelation(s0l));
  keys[n++] = key2(107, f0.hash, kidRelation(s0r));
  keys[n++] = key2(108, f0.hash, kidRelation(s0l));
  keys[n++] = key2(109, f1.hash, kidRelation(s1r));
  keys[n++] = key2(110, g0.hash, kidRelation(b0l));
  keys[n++] = key3(111, t0, kidHash(s0l), u0);
  keys[n++] = key3(112, t0, kidHash(s0r), u0);
  keys[n++] = key3(113, t1, t0, kidHash(s0l));
  keys[n++] = key3(114, t1, t0, kidHash(s0r));
  keys[n++] = key3(115, t1, kidHash(s1r), t0);
  keys[n++] = key3(116, t0, u0, kidHash(b0l));

  const set0l = kid(state.leftRelations, s0);
  const set0r = kid(state.rightRelations, s0);
  const set1r = kid(state.rightRelations, s1);
  const set1l = kid(state.leftRelations, s1);
  const setbl = kid(state.leftRelations, b0);
  keys[n++] = key2(120, t0, set0l);
  keys[n++] = key2(121, t0, set0r);
  keys[n++] = key2(122, t1, set1r);
  keys[n++] = key2(123, u0, setbl);
  keys[n++] = key2(124, f0.hash, set0l);
  keys[n++] = key2(125, f0.hash, set0r);
  keys[n++] = key2(126, f1.hash, set1r);
  keys[n++] = key2(127, g0.hash, setbl);
  keys[n++] = key3(128, t1, set1r, t0);
  keys[n++] = key3(129, t0, set0r, u0);
  keys[n++] = key4(130, t1, set1l, set1r, t0);
  keys[n++] = key4(131, t0, set0l, set0r, u0);
  keys[n++] = key4(132, t0, u0, set0l, setbl);

  keys[n++] = key2(135, t0, few(kid(state.leftCount, s0)));
  keys[n++] = key2(136, t0, few(kid(state.rightCount, s0)));
  keys[n++] = key2(137, t1, few(kid(state.rightCount, s1)));
  keys[n++] = key2(138, u0, few(kid(state.leftCount, b0)));

  const toNext = b0 > count ? 0 : distanceBucket(b0 - s0);
  const inStack = s1 < 0 ? 0 : distanceBucket(s0 - s1);
  keys[n++] = key3(140, t0, u0, toNext);
  keys[n++] = key3(141, t1, t0, inStack);
  keys[n++] = key2(142, f0.hash, toNext);
  keys[n++] = key2(143, g0.hash, toNext);
  keys[n++] = key2(144, f1.hash, inStack);
  keys[n++] = key2(145, f0.hash, inStack);

  const { marksBefore, verbsBefore, conjunctionsBefore } = input;
  const at = Math.min(b0, count + 1);
  const between = (array: Int32Array, a: number, b: number): number =>
    a < 0 ? 0 : (array[b] as number) - (array[a + 1] as number);
  const marksNext = few(between(marksBefore, s0, at));
  const verbsNext = few(between(verbsBefore, s0, at));
  const marksIn = few(between(marksBefore, s1, s0));
  const verbsIn = few(between(verbsBefore, s1, s0));
  const conjunctionsIn = few(between(conjunctionsBefore, s1, s0));
  const verbsAhead = few((verbsBefore[count + 1] as number) - (verbsBefore[at] as number));
  keys[n++] = key4(150, t0, u0, marksNext, verbsNext);
  keys[n++] = key4(151, t1, t0, marksIn, verbsIn);
  keys[n++] = key3(152, t1, t0, conjunctionsIn);
  keys[n++] = key4(153, t1, t0, verbsAhead, u0);
  keys[n++] = key3(154, t0, u0, verbsAhead);

  const x0 = b0 > count ? noWord : (seconds[b0] as number);
  const x1 = b0 + 1 > count ? noWord : (seconds[b0 + 1] as number);
  const y0 = s0 <= 0 ? noWord : (seconds[s0] as number);
  keys[n++] = key2(160, t0, y0);
  keys[n++] = key2(161, u0, x0);
  keys[n++] = key3(162, t0, y0, u0);
  keys[n++] = key3(163, t0, u0, x0);
  keys[n++] = key2(164, u1, x1);
  keys[n++] = key3(165, t1, t0, y0);

  keys[n++] = key3(170, input.mode, t0, u0);
  keys[n++] = key3(171, s1 < 0 ? 2 : s1 === 0 ? 1 : 0, b0 > count ? 1 : 0, Math.min(depth, 4));
  keys[n++] = key4(172, s1 === 0 ? 1 : 0, t0, u0, verbsAhead);
  const p = (i: number): number => (i < 0 || i > count ? noWord : (pos[i] as number));
  keys[n++] = key4(173, p(s1), p(s0), p(b0), p(b0 + 1));
  keys[n++] = key4(174, p(s2), p(s1), p(s0), p(b0));
  keys[n++] = key4(175, p(s0), p(b0), p(b0 + 1), p(b0 + 2));
  const caseOfTop = kid(state.caseWord, s0);
  keys[n++] = key3(176, f1.hash, kidHash(caseOfTop), 0);
  keys[n++] = key4(177, t1, f1.coarse, kidHash(caseOfTop), f0.coarse);
  return n;
}

/** Fills `keys` for the relation between `head` and `dependent` (whose own dependents are complete); gives their number. */
export function relationFeatures(
  state: ParserState,
  move: number,
  head: number,
  dependent: number,
  keys: Int32Array,
): number {
  const { forms, tags, pos, seconds, count, marksBefore, verbsBefore, mode } = state.input;
  const h = forms[head] as WordForm;
  const d = forms[dependent] as WordForm;
  const side = move === left ? 0 : 1;
  const ht = (tags[head] as number) * 2 + side;
  const dt = tags[dependent] as number;
  const low = Math.min(head, dependent);
  const high = Math.max(head, dependent);
  const kidTag = (i: number): number => (i <= 0 ? noWord : (tags[i] as number));
  const kidHash = (i: number): number => (i <= 0 ? noWord : (forms[i] as WordForm).hash);
  const kidRelation = (i: number): number => (i <= 0 ? noWord : (state.relations[i] as number));
  const near = (i: number): number => (i < 1 || i > count ? noWord : (tags[i] as number));
  let n = pairFeatures(200, h, ht, d, dt, keys, 0);
  n = singleFeatures(212, d, dt * 2 + side, keys, n);
  n = singleFeatures(217, h, ht, keys, n);
  const caseWord = kidHash(state.caseWord[dependent] as number);
  const markWord = kidHash(state.markWord[dependent] as number);
  const dl = state.left1[dependent] as number;
  const dl2 = state.left2[dependent] as number;
  const dr = state.right1[dependent] as number;
  const hl = state.left1[head] as number;
  const hr = state.right1[head] as number;
  const setDependent = state.leftRelations[dependent] as number;
  const setDependentRight = state.rightRelations[dependent] as number;
  const setLeft = state.leftRelations[head] as number;
  const setRight = state.rightRelations[head] as number;
  keys[n++] = key2(225, ht, caseWord);
  keys[n++] = key3(226, ht, caseWord, d.hash);
  keys[n++] = key3(227, ht, caseWord, d.fine);
  keys[n++] = key3(228, h.hash, caseWord, side);
  keys[n++] = key3(229, h.fine, caseWord, side);
  keys[n++] = key3(230, ht, dt, markWord);
  keys[n++] = key3(231, h.hash, markWord, dt);
  keys[n++] = key3(232, ht, dt, kidTag(dl));
  keys[n++] = key3(233, ht, dt, kidHash(dl));
  keys[n++] = key3(234, ht, dt, kidTag(dr));
  keys[n++] = key3(235, ht, dt, kidHash(dr));
  keys[n++] = key3(236, ht, dt, setDependent);
  keys[n++] = key4(237, ht, dt, setDependent, setDependentRight);
  keys[n++] = key3(238, ht, dt, setLeft);
  keys[n++] = key4(239, ht, dt, setLeft, setRight);
  keys[n++] = key4(240, ht, dt, side === 0 ? kidRelation(hl) : kidRelation(hr), setDependent);
  keys[n++] = key3(241, h.hash, dt, side === 0 ? setLeft : setRight);
  keys[n++] = key3(242, ht, dt, distanceBucket(high - low));
  keys[n++] = key4(243, ht, dt, near(dependent - 1), near(dependent + 1));
  keys[n++] = key4(244, ht, dt, near(head - 1), near(head + 1));
  const marks = few((marksBefore[high] as number) - (marksBefore[low + 1] as number));
  const verbs = few((verbsBefore[high] as number) - (verbsBefore[low + 1] as number));
  keys[n++] = key4(245, ht, dt, marks, verbs);
  keys[n++] = key3(246, ht, dt, seconds[dependent] as number);
  keys[n++] = key3(247, ht, seconds[head] as number, dt);
  keys[n++] = key4(248, ht, dt, kidTag(dl), kidTag(dl2));
  keys[n++] = key3(249, ht, d.suffix3, setDependent);
  keys[n++] = key4(250, pos[head] as number, side, pos[dependent] as number, setDependent);
  keys[n++] = key3(251, mode, ht, dt);
  keys[n++] = key3(252, ht, dt, kidHash(side === 0 ? hl : hr));
  keys[n++] = key4(253, h.coarse, d.coarse, caseWord, ht);
  keys[n++] = key3(254, d.classes, ht, dt);
  keys[n++] = key3(255, kidHash(dl), d.hash, side);
  keys[n++] = key2(256, near(dependent - 1), dt);
  keys[n++] = key3(257, kidHash(dependent > 1 ? dependent - 1 : 0), dt, ht);
  return n;
}
