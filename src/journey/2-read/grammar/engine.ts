/** Runs the tagger and the parser of one set of weights, keeping what it works out per word from sentence to sentence. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { WORD_HINT, type WordHints } from '../../../knowledge/word-hints.ts';
import type { Tree } from '../../../model/sentence.ts';
import { eventNouns } from './event-nouns.ts';
import { type KeptForm, keptForm, type Settled, shared } from './kept-form.ts';
import { labelLength, mayHaveLabel } from './label-words.ts';
import { lemmaOf } from './lemmas.ts';
import { WordParser } from './parse-words.ts';
import { settledTags } from './settled-tags.ts';
import { casingModes, padded, TagSums, tagWords } from './tag-words.ts';
import type { Tagging } from './tagging.ts';
import { TreeDraft } from './tree-draft.ts';
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
  const settleTags = settledTags(grammar);
  const tagNames = grammar.labels.map(({ tag }) => tag);
  const formOf = (word: string): KeptForm => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const made = keptForm(wordForm(word, grammar.lexicon), word);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(made.text, made);
    return made;
  };
  const mayBeTrigger = (form: KeptForm | undefined, tag: number): boolean => {
    if (form === undefined) return false;
    return (settle(form, tag, grammar, hintsOf).hints & WORD_HINT.trigger) !== 0;
  };
  return {
    analyse(words, mode) {
      const forms = words.map(formOf);
      const tagging = tagWords(padded(forms, edge), mode, grammar, sums);
      settleEventNouns(forms, tagging, (word) => mayBeTrigger(forms[word], tagging.best[word] ?? 0));
      settleTags(forms, tagging, mode === casingModes.mixed);
      const hints = new Int32Array(forms.length);
      const lemmas = forms.map((form, i) => {
        const settled = settle(form, tagging.best[i] as number, grammar, hintsOf);
        hints[i] = settled.hints;
        return settled.lemma;
      });
      return { forms, mode, tagging, lemmas, hints };
    },
    parse({ forms, mode, tagging }) {
      const label = labelOf(forms, mode, tagging, tagNames);
      const draft = new TreeDraft(forms.length, grammar.relations);
      if (label > 0) draft.add(parser.parse(forms.slice(0, label), tagsOf(tagging, 0, label), mode), 0, label);
      const told = forms.length - label;
      const [words, tags] = label === 0 ? [forms, tagging] : [forms.slice(label), tagsOf(tagging, label, forms.length)];
      draft.add(parser.parse(words, tags, mode), label, told);
      draft.settle(
        (word) => tagNames[tagging.best[word] ?? -1] ?? '',
        (word) => forms[word]?.lower ?? '',
      );
      return draft.finished(label);
    },
  };
}

/** Capitals tell a label's names from its words: in a text of capitals there is none to be found. */
function labelOf(forms: readonly KeptForm[], mode: number, { best }: Tagging, tags: readonly string[]): number {
  if (mode === casingModes.upper || !mayHaveLabel(forms)) return 0;
  return labelLength(forms.map(({ lower, capital }, i) => ({ lower, capital, tag: tags[best[i] ?? -1] ?? '' })));
}

const tagsOf = ({ best, second, margin }: Tagging, from: number, to: number): Tagging => ({
  best: best.slice(from, to),
  second: second.slice(from, to),
  margin: margin.slice(from, to),
});

/** What a word's tag decides; most words of a text are met again with the same tag. */
function settle(form: KeptForm, tag: number, grammar: Grammar, hintsOf: WordHints): Settled {
  if (form.settled.tag === tag) return form.settled;
  form.settled = form.seen.find((known) => known.tag === tag) ?? newlySettled(form, tag, grammar, hintsOf);
  return form.settled;
}

function newlySettled(form: KeptForm, tag: number, grammar: Grammar, hintsOf: WordHints): Settled {
  const lemma = shared(lemmaOf(form, grammar.labels[tag], grammar));
  const made = { tag, lemma, hints: hintsOf(form.lower, lemma) };
  form.seen.push(made);
  return made;
}
