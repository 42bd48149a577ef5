/** Trains the tagger: averaged perceptron over joint tags, on sentences in their own and in changed casing. */

import { casingOf } from '../src/journey/2-read/grammar/casing.ts';
import {
  besideFeatures,
  contextFeatures,
  maxTagFeatures,
  ownFeatures,
} from '../src/journey/2-read/grammar/tag-features.ts';
import {
  candidatesOf,
  casingModes,
  chooseTwo,
  edgeTag,
  marginBucket,
  padded,
} from '../src/journey/2-read/grammar/tag-words.ts';
import type { Tagging } from '../src/journey/2-read/grammar/tagging.ts';
import { edgeForm, type WordForm, wordForm } from '../src/journey/2-read/grammar/word-forms.ts';
import type { Lexicon } from '../src/knowledge/grammar-weights.ts';
import { recase, type TreebankSentence } from './train-parser-conllu.ts';
import { Perceptron } from './train-parser-perceptron.ts';

/** A small seeded generator (mulberry32), so that training repeats exactly. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/** Shares of sentences in their own, upper, lower and title casing. */
function randomCasing(sentence: TreebankSentence, random: () => number): TreebankSentence {
  const drawn = random();
  if (drawn < 0.72) return sentence;
  return recase(sentence, drawn < 0.86 ? 'upper' : drawn < 0.93 ? 'lower' : 'title');
}

export class Words {
  readonly #lexicon: Lexicon;
  readonly #known = new Map<string, WordForm>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  of(sentence: TreebankSentence): WordForm[] {
    return sentence.map(({ form }) => {
      let found = this.#known.get(form);
      if (found === undefined) {
        found = wordForm(form, this.#lexicon);
        this.#known.set(form, found);
      }
      return found;
    });
  }
}

/** Casing of a sentence as the program itself would see it. */
export function modeOf(sentence: TreebankSentence): number {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const word of sentence) {
    starts.push(text.length);
    text += word.form;
    ends.push(text.length);
    text += ' ';
  }
  return casingModes[casingOf(text, { starts, ends }, 0, sentence.length)];
}

export interface TaggerData {
  readonly lexicon: Lexicon;
  readonly candidates: readonly (Uint8Array | null)[];
  readonly labelCount: number;
  readonly labelOf: (pos: string, tag: string) => number;
}

function allFeatures(
  forms: readonly WordForm[],
  at: number,
  mode: number,
  tag1: number,
  tag2: number,
  keys: Int32Array,
  part: Int32Array,
): number {
  let n = 0;
  const take = (count: number) => {
    for (let i = 0; i < count; i++) keys[n++] = part[i] as number;
  };
  take(ownFeatures(forms[at] as WordForm, mode, part));
  take(besideFeatures(forms[at - 1] as WordForm, 0, part));
  take(besideFeatures(forms[at + 1] as WordForm, 1, part));
  take(contextFeatures(forms, at, mode, tag1, tag2, part));
  return n;
}

export interface TaggerRecipe {
  readonly epochs: number;
  readonly margin: number;
  readonly seed: number;
}

export function trainTagger(
  sentences: readonly TreebankSentence[],
  data: TaggerData,
  recipe: TaggerRecipe,
  learner = new Perceptron(data.labelCount),
): Perceptron {
  const random = randomNumbers(recipe.seed);
  const words = new Words(data.lexicon);
  const keys = new Int32Array(maxTagFeatures * 4);
  const part = new Int32Array(maxTagFeatures);
  const scores = new Float32Array(data.labelCount);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    let wrong = 0;
    let total = 0;
    for (const original of shuffled(sentences, random)) {
      const sentence = randomCasing(original, random);
      const forms = padded(words.of(sentence), edgeForm);
      const mode = modeOf(sentence);
      let tag1 = edgeTag;
      let tag2 = edgeTag;
      const choice = { best: -1, second: -1, distance: 0 };
      sentence.forEach((word, i) => {
        const gold = data.labelOf(word.pos, word.tag);
        const candidates = candidatesOf(forms[i + 2] as WordForm, data);
        learner.step++;
        total++;
        if (candidates?.length === 1) {
          tag2 = tag1;
          tag1 = candidates[0] as number;
          return;
        }
        const n = allFeatures(forms, i + 2, mode, tag1, tag2, keys, part);
        learner.score(keys, n, scores, candidates);
        chooseTwo(scores, candidates, choice);
        const { best, second } = choice;
        const rival = best === gold ? second : best;
        if (best !== gold) wrong++;
        if (rival !== gold && (scores[gold] as number) - (scores[rival] as number) < recipe.margin)
          learner.update(keys, n, gold, rival);
        tag2 = tag1;
        tag1 = best;
      });
    }
    console.log(
      `tagger epoch ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong, ${learner.used} features, ${(process.cpuUsage().user / 1e6).toFixed(0)} s`,
    );
  }
  return learner;
}

/** Tags of a sentence by a learner that is not packed yet, by its averaged weights (see `averagedInPlace`). */
export function tagWith(learner: Perceptron, data: TaggerData, words: Words, sentence: TreebankSentence): Tagging {
  const forms = padded(words.of(sentence), edgeForm);
  const mode = modeOf(sentence);
  const keys = new Int32Array(maxTagFeatures * 4);
  const part = new Int32Array(maxTagFeatures);
  const scores = new Float32Array(data.labelCount);
  const tagging = {
    best: new Uint8Array(sentence.length),
    second: new Uint8Array(sentence.length),
    margin: new Uint8Array(sentence.length),
  };
  let tag1 = edgeTag;
  let tag2 = edgeTag;
  const choice = { best: -1, second: -1, distance: 0 };
  for (let i = 0; i < sentence.length; i++) {
    const candidates = candidatesOf(forms[i + 2] as WordForm, data);
    const n = candidates?.length === 1 ? 0 : allFeatures(forms, i + 2, mode, tag1, tag2, keys, part);
    learner.score(keys, n, scores, candidates);
    chooseTwo(scores, candidates, choice);
    const { best, second, distance } = choice;
    tagging.best[i] = best;
    tagging.second[i] = second;
    tagging.margin[i] = marginBucket(distance, 1);
    tag2 = tag1;
    tag1 = best;
  }
  return tagging;
}

/** Replaces the weights by their averages; the learner can then only be asked. */
export function averagedInPlace(learner: Perceptron): Perceptron {
  for (let i = 0; i < learner.used * learner.labels; i++) {
    learner.weights[i] = (learner.weights[i] as number) - (learner.sums[i] as number) / learner.step;
  }
  return learner;
}
