/** Taggers and parsers that have each not seen a fourth of the sentences, and the tags of every sentence by the one that has not seen it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { fillInput, posTable, roomForInput } from '../src/journey/2-read/grammar/parse-input.ts';
import type { Tagging } from '../src/journey/2-read/grammar/tagging.ts';
import type { Grammar, Lexicon } from '../src/knowledge/grammar-weights.ts';
import { readTreebank, recase, type TreebankSentence } from './train-parser-conllu.ts';
import { type BuiltLexicon, buildLexicon, type Clusters, leastShare, readDictionary } from './train-parser-lexicon.ts';
import { type ParserExample, sureRelations, trainParser } from './train-parser-moves.ts';
import { ownSentences } from './train-parser-own.ts';
import { tablesOf } from './train-parser-pack.ts';
import { Perceptron, type WeightRow } from './train-parser-perceptron.ts';
import { averagedInPlace, modeOf, type TaggerData, tagWith, trainTagger, Words } from './train-parser-tagger.ts';

export interface FoldSources {
  readonly treebank: string;
  /** How many sentences of our own. */
  readonly own: number;
  readonly clusters: string;
  readonly wordnet: string;
  /** A folder to keep what was trained in; '' for none. */
  readonly work: string;
}

export interface Folds {
  readonly sentences: readonly TreebankSentence[];
  /** Tags of each sentence as written and in upper case. */
  readonly normal: readonly Tagging[];
  readonly upper: readonly Tagging[];
  /** The grammar with the moves and relations of each fold: number `i % 4` has not seen sentence i. */
  readonly grammars: readonly Grammar[];
}

interface FoldWeights {
  readonly moves: readonly WeightRow[];
  readonly relations: readonly WeightRow[];
  readonly sure: Uint8Array;
}

const foldCount = 4;
const slotBits = { tagger: 18, moves: 18, relations: 17 };
const slotOf = (bits: number) => (key: number) => key >>> (32 - bits);

export function makeFolds(grammar: Grammar, sources: FoldSources): Folds {
  const sentences = [...readTreebank(sources.treebank), ...ownSentences(sources.own, 11)];
  const { normal, upper } = kept(sources.work, 'tags', () => tagAll(grammar, sentences, sources));
  const words = new Words(grammar.lexicon);
  const pos = posTable(grammar.labels);
  const example = (sentence: TreebankSentence, tagging: Tagging | undefined): ParserExample => {
    if (tagging === undefined) throw new Error('folds: expected tags of every sentence');
    const input = roomForInput(sentence.length);
    fillInput(input, words.of(sentence), tagging, modeOf(sentence), pos);
    const heads = new Int32Array(sentence.length + 3).fill(-1);
    const relations = new Int32Array(sentence.length + 3);
    sentence.forEach(({ head, relation }, i) => {
      heads[i + 1] = head;
      relations[i + 1] = grammar.relations.indexOf(relation);
    });
    return { input, heads, relations };
  };
  const asWritten = sentences.map((sentence, i) => example(sentence, normal[i]));
  const inCapitals = sentences.map((sentence, i) => example(recase(sentence, 'upper'), upper[i]));
  const grammars = Array.from({ length: foldCount }, (_, fold) => {
    const { moves, relations, sure } = kept(sources.work, `fold${fold}`, () =>
      foldParser(grammar, notIn(asWritten, fold), notIn(inCapitals, fold)),
    );
    return { ...grammar, ...tablesOf(moves, relations, slotBits, grammar.relations.length), sureRelations: sure };
  });
  return { sentences, normal, upper, grammars };
}

const notIn = <T>(all: readonly T[], fold: number): T[] => all.filter((_, i) => i % foldCount !== fold);

function kept<T>(work: string, name: string, make: () => T): T {
  if (work === '') return make();
  const file = join(work, `${name}.bin`);
  if (existsSync(file)) return deserialize(readFileSync(file)) as T;
  const made = make();
  writeFileSync(file, serialize(made));
  return made;
}

/** Tags of every sentence by a tagger that has not seen it, as written and in upper case. */
function tagAll({ labels }: Grammar, sentences: readonly TreebankSentence[], sources: FoldSources) {
  const dictionary = readDictionary(sources.wordnet);
  const clusters: Clusters = JSON.parse(readFileSync(sources.clusters, 'utf8'));
  const numbers = new Map(labels.map(({ pos, tag }, i) => [`${pos} ${tag}`, i]));
  const labelOf = (pos: string, tag: string) =>
    numbers.get(`${pos} ${tag}`) ??
    Math.max(
      0,
      labels.findIndex((label) => label.pos === pos),
    );
  const dataOf = (seen: readonly TreebankSentence[], share: number): TaggerData => {
    const built = buildLexicon(seen, labelOf, clusters, dictionary, share);
    const candidates = built.candidates.map((list) => (list === null ? null : Uint8Array.from(list)));
    return { lexicon: lexiconOf(built), candidates, labelCount: labels.length, labelOf };
  };
  const normal: Tagging[] = new Array(sentences.length);
  const upper: Tagging[] = new Array(sentences.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const seen = notIn(sentences, fold);
    const all = trainTagger(seen, dataOf(seen, 0), { epochs: 3, margin: 12, seed: 100 + fold });
    const start = all.pruned(160_000, slotOf(slotBits.tagger)).saved();
    const again = { epochs: 6, margin: 12, seed: 101 + fold };
    const tagger = averagedInPlace(trainTagger(seen, dataOf(seen, 0), again, Perceptron.restored(start)));
    const data = dataOf(seen, leastShare);
    const words = new Words(data.lexicon);
    sentences.forEach((sentence, i) => {
      if (i % foldCount !== fold) return;
      normal[i] = tagWith(tagger, data, words, sentence);
      upper[i] = tagWith(tagger, data, words, recase(sentence, 'upper'));
    });
  }
  return { normal, upper };
}

export function lexiconOf({ entries }: BuiltLexicon): Lexicon {
  const places = new Map(entries.map((entry, i) => [entry.hash, i]));
  const field = (name: 'coarse' | 'fine' | 'classes' | 'ambiguity') =>
    Uint16Array.from(entries, (entry) => entry[name]);
  return {
    find: (hash) => places.get(hash) ?? -1,
    coarse: Uint8Array.from(field('coarse')),
    fine: field('fine'),
    classes: field('classes'),
    ambiguity: field('ambiguity'),
  };
}

/** By the recipe of the parser itself, in one order of the sentences. */
function foldParser(
  { rootRelation, special, relations: names }: Grammar,
  normal: readonly ParserExample[],
  upper: readonly ParserExample[],
): FoldWeights {
  const examples = (epoch: number) =>
    normal.map((one, i) => ((i * 7 + epoch * 3) % 5 === 0 ? (upper[i] as ParserExample) : one));
  const sure = sureRelations(normal, 40, 0.99);
  const recipe = { epochs: 2, margin: 40, labelMargin: 25, explore: 0.9, seed: 7, rootRelation, special, sure };
  const all = { moves: new Perceptron(3), relations: new Perceptron(names.length) };
  trainParser(examples, recipe, all);
  const most = 1_200_000;
  const pruned = {
    moves: all.moves.pruned(most, slotOf(slotBits.moves)),
    relations: all.relations.pruned(60_000, slotOf(slotBits.relations)),
  };
  trainParser(examples, { ...recipe, epochs: 6, seed: 8 }, pruned, 1);
  return { moves: pruned.moves.averaged(2, 0.75), relations: pruned.relations.averaged(2, 1.5), sure };
}
