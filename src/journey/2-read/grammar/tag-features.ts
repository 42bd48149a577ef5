/**
 * Features of one word for the tagger (templates: tag-templates.ts). Those that depend on one word alone come first, in groups
 * by its position, so that their sums can be kept per word; only the last group changes with the tags already given.
 */
import { compileTemplates, fillKeys, mixFacts, pairRoom, saltsOf } from './feature-templates.ts';
import { besideTemplates, contextTemplates, ownTemplates } from './tag-templates.ts';
import { edgeForm, type WordForm } from './word-forms.ts';

/** More features than any group has. */
export const maxTagFeatures = 64;

/** In the order that `wordFeatures` writes them. */
const wordFacts = [
  ...['always', 'side', 'mode', 'word', 'suffix1', 'suffix2', 'suffix3', 'suffix4'],
  ...['prefix1', 'prefix2', 'prefix3', 'prefix4', 'shape', 'fine', 'coarse', 'known', 'classes'],
];

/** In the order that `contextFeatures` writes them. */
const contextFacts = [
  ...['word', 'fine', 'coarse', 'known', 'classes', 'suffix2', 'suffix3', 'shapeInMode'],
  ...['left.word', 'left.fine', 'left.coarse', 'left.shape', 'left2.word', 'left2.coarse'],
  ...['right.word', 'right.fine', 'right.coarse', 'right.known', 'right.shape', 'right.suffix3'],
  ...['right2.word', 'right2.coarse', 'right2.known', 'tag1', 'tag2', 'isFirst', 'capitals', 'mode'],
];

const own = compileTemplates(ownTemplates, wordFacts);
const beside = compileTemplates(besideTemplates, wordFacts);
const context = compileTemplates(contextTemplates, contextFacts);
const wordSalts = saltsOf(wordFacts);
const contextSalts = saltsOf(contextFacts);
const wordValues = new Int32Array(wordFacts.length + pairRoom);
const contextValues = new Int32Array(contextFacts.length + pairRoom);

/** A word's known tags if it was seen in training, else the classes that the dictionary gives it. */
const knownTags = (form: WordForm): number => (form.ambiguity > 0 ? form.ambiguity : -1 - form.classes);

/** The word itself; `mode` is the casing of its sentence, 0 to 3. Gives the number of keys written, like the others. */
export function ownFeatures(form: WordForm, mode: number, keys: Int32Array): number {
  setWordFacts(form, 0, mode);
  return fillKeys(own, wordValues, keys, 0);
}

/** The word before (`side` 0) or after (1), by itself. */
export function besideFeatures(form: WordForm, side: number, keys: Int32Array): number {
  setWordFacts(form, side, 0);
  return fillKeys(beside, wordValues, keys, 0);
}

function setWordFacts(form: WordForm, side: number, mode: number): void {
  wordValues.set([0, side, mode, form.hash, form.suffix1, form.suffix2, form.suffix3, form.suffix4]);
  wordValues.set([form.prefix1, form.prefix2, form.prefix3, form.prefix4, form.shape, form.fine, form.coarse], 8);
  wordValues.set([knownTags(form), form.classes], 15);
  mixFacts(wordValues, wordSalts, 0, wordFacts.length);
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
  const word = forms[at] as WordForm;
  const left = forms[at - 1] as WordForm;
  const right = forms[at + 1] as WordForm;
  const left2 = forms[at - 2] as WordForm;
  const right2 = forms[at + 2] as WordForm;
  const facts = contextValues;
  let n = 0;
  facts[n++] = word.hash;
  facts[n++] = word.fine;
  facts[n++] = word.coarse;
  facts[n++] = knownTags(word);
  facts[n++] = word.classes;
  facts[n++] = word.suffix2;
  facts[n++] = word.suffix3;
  facts[n++] = word.shape * 4 + mode;
  facts[n++] = left.hash;
  facts[n++] = left.fine;
  facts[n++] = left.coarse;
  facts[n++] = left.shape;
  facts[n++] = left2.hash;
  facts[n++] = left2.coarse;
  facts[n++] = right.hash;
  facts[n++] = right.fine;
  facts[n++] = right.coarse;
  facts[n++] = knownTags(right);
  facts[n++] = right.shape;
  facts[n++] = right.suffix3;
  facts[n++] = right2.hash;
  facts[n++] = right2.coarse;
  facts[n++] = knownTags(right2);
  facts[n++] = tag1;
  facts[n++] = tag2;
  facts[n++] = left.hash === edgeForm.hash ? 1 : 0;
  facts[n++] = (left.capital * 4 + word.capital) * 4 + right.capital;
  facts[n++] = mode;
  mixFacts(facts, contextSalts, 0, n);
  return fillKeys(context, facts, keys, 0);
}
