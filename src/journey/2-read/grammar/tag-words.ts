/** Gives each word of a sentence its tag, left to right, with the runner-up and how close it came. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { addLabelScores } from '../../../knowledge/weight-tables.ts';
import type { KeptForm } from './kept-form.ts';
import { besideFeatures, contextFeatures, maxTagFeatures, ownFeatures } from './tag-features.ts';
import type { Tagging } from './tagging.ts';
import type { WordForm } from './word-forms.ts';

/** Tag "before the sentence". */
export const edgeTag = 255;

/** Distances between best and second, in weight units as trained, that bound the buckets. */
const marginBounds = [0.5, 1.5, 4];

/**
 * A tag that leads by so much, in weight units as trained, by the word and its neighbours alone is taken without a look at the
 * rest: of three words in ten, at a cost of 0.01 points of UPOS.
 */
const sureDistance = 75;

/** Casing of a sentence as the number that features are made with. */
export const casingModes = { mixed: 0, upper: 1, lower: 2, title: 3 } as const;

/** Two edge words on either side, so that features need no bounds. */
export const padded = <Form extends WordForm>(forms: readonly Form[], edge: Form): Form[] => [
  edge,
  edge,
  ...forms,
  edge,
  edge,
];

export function marginBucket(distance: number, scale: number): number {
  let bucket = 0;
  while (bucket < marginBounds.length && distance >= (marginBounds[bucket] ?? 0) * scale) bucket++;
  return bucket;
}

/**
 * `forms` are padded with two edge words on either side. Linear in their number. A word seen seldom that the dictionary has as a noun
 * is no preposition or article ("field" in "a rebel field commander"), whatever other seldom words are.
 */
export function tagWords(forms: readonly KeptForm[], mode: number, grammar: Grammar, sums: TagSums): Tagging {
  const count = forms.length - 4;
  const best = new Uint8Array(count);
  const second = new Uint8Array(count);
  const margin = new Uint8Array(count);
  const { keys, scores } = sums;
  const choice: Choice = { best: -1, second: -1, distance: 0 };
  // The tags given last, the latest first.
  let tag0 = edgeTag;
  let tag1 = edgeTag;
  let tag2 = edgeTag;
  for (let i = 0; i < count; i++) {
    const form = forms[i + 2] as KeptForm;
    const candidates = isOpen(form) ? grammar.openCandidates : candidatesOf(form, grammar);
    tag2 = tag1;
    tag1 = tag0;
    // "the", "of": words with one tag need no sums.
    if (candidates !== null && candidates.length === 1) {
      tag0 = candidates[0] as number;
      best[i] = tag0;
      second[i] = tag0;
      margin[i] = marginBounds.length;
      continue;
    }
    sums.start(forms, i + 2, mode, candidates);
    chooseTwo(scores, candidates, choice);
    if (choice.distance < sureDistance * grammar.tagScale) {
      const n = contextFeatures(forms, i + 2, mode, tag1, tag2, keys);
      addLabelScores(grammar.tagger, keys, n, scores);
      chooseTwo(scores, candidates, choice);
    }
    tag0 = choice.best;
    best[i] = tag0;
    second[i] = choice.second;
    margin[i] = marginBucket(choice.distance, grammar.tagScale);
  }
  return { best, second, margin };
}

/** Seen seldom, a noun by the dictionary, too long to be somebody's short for a preposition, and none of the few that are both. */
const isOpen = (form: WordForm): boolean =>
  form.ambiguity === 0 &&
  (form.classes & DICTIONARY_NOUN) !== 0 &&
  form.lower.length > 3 &&
  !NOUN_AND_PREPOSITION.has(form.lower);
const NOUN_AND_PREPOSITION: ReadonlySet<string> = new Set([
  'till',
  'save',
  'minus',
  'plus',
  'round',
  'versus',
  'worth',
]);
const DICTIONARY_NOUN = 1;

/** Common words only take tags they were seen with, words seen seldom or never only those of other such words. */
export function candidatesOf(form: WordForm, grammar: Pick<Grammar, 'candidates'>): Uint8Array | null {
  return grammar.candidates[form.ambiguity] ?? null;
}

interface Choice {
  best: number;
  second: number;
  distance: number;
}

/** More than any two sums are apart: there is no second. */
const ALONE = 2 ** 30;

/** Writes the best and the second into `choice`, which is used again from word to word. */
export function chooseTwo(scores: ArrayLike<number>, candidates: Uint8Array | null, choice: Choice): void {
  let best = -1;
  let second = -1;
  let bestScore = -Infinity;
  let secondScore = -Infinity;
  const count = candidates === null ? scores.length : candidates.length;
  for (let i = 0; i < count; i++) {
    const label = candidates === null ? i : (candidates[i] as number);
    const score = scores[label] as number;
    if (score > bestScore) {
      second = best;
      secondScore = bestScore;
      best = label;
      bestScore = score;
    } else if (score > secondScore) {
      second = label;
      secondScore = score;
    }
  }
  choice.best = best;
  choice.second = second < 0 ? best : second;
  choice.distance = second < 0 ? ALONE : bestScore - secondScore;
}

/** Sums of the features that depend on one word alone, kept with the word: most words of a text are repeated. */
export class TagSums {
  readonly keys = new Int32Array(maxTagFeatures);
  /** Only those of a word's candidates mean something. */
  readonly scores: Int32Array;
  readonly #grammar: Grammar;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.scores = new Int32Array(grammar.labels.length);
  }

  /** Sets the scores of the candidates (all where null) to the sums for the word at `at` and its neighbours. */
  start(forms: readonly KeptForm[], at: number, mode: number, candidates: Uint8Array | null): void {
    const { scores } = this;
    const form = forms[at] as KeptForm;
    const before = forms[at - 1] as KeptForm;
    const after = forms[at + 1] as KeptForm;
    const own = form.sums[mode] ?? this.#sum(form, mode, ownFeatures(form, mode, this.keys));
    const left = before.sums[leftSum] ?? this.#sum(before, leftSum, besideFeatures(before, 0, this.keys));
    const right = after.sums[rightSum] ?? this.#sum(after, rightSum, besideFeatures(after, 1, this.keys));
    const count = candidates === null ? scores.length : candidates.length;
    for (let k = 0; k < count; k++) {
      const i = candidates === null ? k : (candidates[k] as number);
      scores[i] = (own[i] as number) + (left[i] as number) + (right[i] as number);
    }
  }

  #sum(form: KeptForm, place: number, count: number): Int32Array {
    const sum = new Int32Array(this.#grammar.labels.length);
    addLabelScores(this.#grammar.tagger, this.keys, count, sum);
    form.sums[place] = sum;
    return sum;
  }
}

const leftSum = 4;
const rightSum = 5;
