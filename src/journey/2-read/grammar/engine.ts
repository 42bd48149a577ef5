/** Runs the tagger and the parser of one set of weights, keeping what it works out per word from sentence to sentence. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { WORD_HINT, type WordHints } from '../../../knowledge/word-hints.ts';
import type { Tree } from '../../../model/sentence.ts';
import { eventNouns } from './event-nouns.ts';
import { type KeptForm, keptForm } from './kept-form.ts';
import { labelLength } from './label-words.ts';
import { lemmaOf } from './lemmas.ts';
import { WordParser } from './parse-words.ts';
import { settleTags } from './settled-tags.ts';
import { casingModes, padded, type Tagging, TagSums, tagWords } from './tag-words.ts';
import { edgeForm, wordForm } from './word-forms.ts';

interface Analysis {
  readonly forms: readonly KeptForm[];
  readonly mode: number;
  readonly tagging: Tagging;
  readonly lemmas: readonly string[];
  /** Per word, the lists of the lexicon that it may open an entry of. */
  readonly hints: Int32Array;
}

export interface GrammarEngine {
  /** Tags and lemmas of a sentence's words. */
  readonly analyse: (words: readonly string[], mode: number) => Analysis;
  readonly parse: (analysis: Analysis) => Tree;
}

/** Half of all words have no dependents. */
const childless: readonly number[] = Object.freeze([]);

/** Most words that are remembered; the store is emptied when full, so that memory stays bounded. */
const mostRemembered = 20_000;

const allHints: WordHints = () => -1;

const engines = new WeakMap<Grammar, WeakMap<WordHints, GrammarEngine>>();

/** The engine of a grammar and a lexicon; results never depend on what was read before, only the time taken does. */
export function grammarEngine(grammar: Grammar, hints: WordHints = allHints): GrammarEngine {
  const ofGrammar = engines.get(grammar) ?? new WeakMap<WordHints, GrammarEngine>();
  const known = ofGrammar.get(hints);
  if (known !== undefined) return known;
  const made = makeEngine(grammar, hints);
  engines.set(grammar, ofGrammar.set(hints, made));
  return made;
}

function makeEngine(grammar: Grammar, hintsOf: WordHints): GrammarEngine {
  const remembered = new Map<string, KeptForm>();
  const edge = keptForm(edgeForm);
  const sums = new TagSums(grammar);
  const parser = new WordParser(grammar);
  const settleEventNouns = eventNouns(grammar);
  const formOf = (word: string): KeptForm => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const made = keptForm(wordForm(word, grammar.lexicon));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, made);
    return made;
  };
  const mayBeTrigger = (form: KeptForm | undefined, tag: number): boolean => {
    if (form === undefined) return false;
    settle(form, tag, grammar, hintsOf);
    return (form.hints & WORD_HINT.trigger) !== 0;
  };
  return {
    analyse(words, mode) {
      const forms = words.map(formOf);
      const tagging = tagWords(padded(forms, edge), mode, grammar, sums);
      settleEventNouns(forms, tagging, (word) => mayBeTrigger(forms[word], tagging.best[word] ?? 0));
      settleTags(forms, tagging, grammar, mode === casingModes.mixed);
      const hints = new Int32Array(forms.length);
      const lemmas = forms.map((form, i) => {
        settle(form, tagging.best[i] as number, grammar, hintsOf);
        hints[i] = form.hints;
        return form.lemma;
      });
      return { forms, mode, tagging, lemmas, hints };
    },
    parse({ forms, mode, tagging }) {
      const label =
        mode === casingModes.upper
          ? 0
          : labelLength(
              forms.map(({ lower, capital }, i) => ({
                lower,
                capital,
                tag: grammar.labels[tagging.best[i] ?? -1]?.tag ?? '',
              })),
            );
      const state =
        label === 0
          ? parser.parse(forms, tagging, mode)
          : parser.parse(forms.slice(label), behind(tagging, label), mode);
      const count = forms.length;
      const heads = new Int32Array(count);
      const relations: string[] = new Array(count);
      const children: (readonly number[])[] = new Array(count).fill(childless);
      const own: (number[] | undefined)[] = new Array(count);
      const attach = (i: number, head: number, relation: string): void => {
        heads[i] = head;
        relations[i] = relation;
        if (head < 0) return;
        const siblings = own[head];
        if (siblings === undefined) children[head] = own[head] = [i];
        else siblings.push(i);
      };
      // The words of a label hang on the root of what is told.
      const root = label + state.heads.subarray(1, count - label + 1).indexOf(0);
      for (let i = 0; i < label; i++) attach(i, root, 'dep');
      for (let i = label; i < count; i++) {
        const head = (state.heads[i - label + 1] as number) - 1;
        attach(i, head < 0 ? head : head + label, grammar.relations[state.relations[i - label + 1] as number] ?? 'dep');
      }
      return { heads, relations, children };
    },
  };
}

/** The tags of the words behind a label. */
const behind = ({ best, second, margin }: Tagging, label: number): Tagging => ({
  best: best.slice(label),
  second: second.slice(label),
  margin: margin.slice(label),
});

/** Sets what a word's tag decides; most words of a text are met again with the same tag. */
function settle(form: KeptForm, tag: number, grammar: Grammar, hintsOf: WordHints): void {
  if (form.settledTag === tag) return;
  form.lemma = lemmaOf(form, grammar.labels[tag], grammar);
  form.hints = hintsOf(form.lower, form.lemma);
  form.settledTag = tag;
}
