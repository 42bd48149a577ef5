/** Runs the tagger and the parser of one set of weights, keeping what it works out per word from sentence to sentence. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { Tree } from '../../../model/sentence.ts';
import { type KeptForm, keptForm } from './kept-form.ts';
import { lemmaOf } from './lemmas.ts';
import { WordParser } from './parse-words.ts';
import { padded, type Tagging, TagSums, tagWords } from './tag-words.ts';
import { edgeForm, wordForm } from './word-forms.ts';

interface Analysis {
  readonly forms: readonly KeptForm[];
  readonly mode: number;
  readonly tagging: Tagging;
  readonly lemmas: readonly string[];
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

const engines = new WeakMap<Grammar, GrammarEngine>();

/** The engine of a grammar; results never depend on what was read before, only the time taken does. */
export function grammarEngine(grammar: Grammar): GrammarEngine {
  const known = engines.get(grammar);
  if (known !== undefined) return known;
  const made = makeEngine(grammar);
  engines.set(grammar, made);
  return made;
}

function makeEngine(grammar: Grammar): GrammarEngine {
  const remembered = new Map<string, KeptForm>();
  const edge = keptForm(edgeForm);
  const sums = new TagSums(grammar);
  const parser = new WordParser(grammar);
  const formOf = (word: string): KeptForm => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const made = keptForm(wordForm(word, grammar.lexicon));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, made);
    return made;
  };
  return {
    analyse(words, mode) {
      const forms = words.map(formOf);
      const tagging = tagWords(padded(forms, edge), mode, grammar, sums);
      return {
        forms,
        mode,
        tagging,
        lemmas: forms.map((form, i) => keptLemma(form, tagging.best[i] as number, grammar)),
      };
    },
    parse({ forms, mode, tagging }) {
      const state = parser.parse(forms, tagging, mode);
      const count = forms.length;
      const heads = new Int32Array(count);
      const relations: string[] = new Array(count);
      const children: (readonly number[])[] = new Array(count).fill(childless);
      const own: (number[] | undefined)[] = new Array(count);
      for (let i = 0; i < count; i++) {
        const head = (state.heads[i + 1] as number) - 1;
        heads[i] = head;
        relations[i] = grammar.relations[state.relations[i + 1] as number] ?? 'dep';
        if (head < 0) continue;
        const siblings = own[head];
        if (siblings === undefined) children[head] = own[head] = [i];
        else siblings.push(i);
      }
      return { heads, relations, children };
    },
  };
}

/** Most words of a text are met again with the same tag. */
function keptLemma(form: KeptForm, tag: number, grammar: Grammar): string {
  if (form.lemmaTag !== tag) {
    form.lemma = lemmaOf(form, grammar.labels[tag], grammar);
    form.lemmaTag = tag;
  }
  return form.lemma;
}
