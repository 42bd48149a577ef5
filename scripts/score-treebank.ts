/** Scores the committed grammar on a treebank with gold tokens: tags, heads and relations, as written and in upper case. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { grammarEngine } from '../src/journey/2-read/grammar/engine.ts';
import { grammarFormat, loadGrammar, readGrammarHeader } from '../src/knowledge/grammar-weights.ts';
import { readTreebank, recase, type TreebankSentence, writeTreebank } from './train-parser-conllu.ts';
import { modeOf } from './train-parser-tagger.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    gold: { type: 'string', default: 'treebank/ewt-dev.conllu.gz' },
    /** Writes the scores into the header of the weights file. */
    record: { type: 'boolean', default: false },
    weights: { type: 'string', default: 'knowledge/weights' },
  },
});

const startLoad = performance.now();
const grammar = loadGrammar(options.weights);
console.log(`loaded in ${(performance.now() - startLoad).toFixed(0)} ms`);
const engine = grammarEngine(grammar);
const goldPath = join(options.data, options.gold);
const gold = readTreebank(goldPath);

function predict(sentence: TreebankSentence): TreebankSentence {
  const analysis = engine.analyse(
    sentence.map((word) => word.form),
    modeOf(sentence),
  );
  const tree = engine.parse(analysis);
  return sentence.map((word, i) => ({
    form: word.form,
    lemma: analysis.lemmas[i] ?? '_',
    pos: grammar.labels[analysis.tagging.best[i] ?? 0]?.pos ?? 'X',
    tag: grammar.labels[analysis.tagging.best[i] ?? 0]?.tag ?? '_',
    head: (tree.heads[i] ?? -1) + 1,
    relation: tree.relations[i] ?? 'dep',
  }));
}

const recorded: Record<string, unknown> = {};
const folder = mkdtempSync(join(tmpdir(), 'treebank-'));
for (const [name, sentences] of [
  ['as written', gold],
  ['upper case', gold.map((sentence) => recase(sentence, 'upper'))],
  ['title case', gold.map((sentence) => recase(sentence, 'title'))],
] as const) {
  const predicted = sentences.map(predict);
  const file = join(folder, 'predicted.conllu');
  writeFileSync(file, writeTreebank(predicted));
  const scores = execFileSync(
    process.execPath,
    [join(options.data, 'score/treebank.mjs'), goldPath, file, '--json', '--upper'],
    { encoding: 'utf8' },
  );
  const flat = gold.flat();
  const lemmas = predicted.flat().filter((word, i) => word.lemma === flat[i]?.lemma.toLowerCase()).length;
  const lemmaShare = Number(((100 * lemmas) / flat.length).toFixed(2));
  recorded[`ewt-dev, ${name}`] = { ...JSON.parse(scores), lemmas: lemmaShare };
  console.log(name, scores.trim(), `lemmas ${lemmaShare}`);
}
const words = gold.flat().length;
const inputs = gold.map((sentence) => sentence.map((word) => word.form));

/** Tokens per second of processor time, best of five rounds, so that other work on the machine counts less. */
function speed(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(start).user);
  }
  return Math.round(words / (best / 1e6));
}

const analyses = inputs.map((forms) => engine.analyse(forms, 0));
const tagging = speed(() => {
  for (const forms of inputs) engine.analyse(forms, 0);
});
const parsing = speed(() => {
  for (const analysis of analyses) engine.parse(analysis);
});
console.log(`tokens/s: tag ${tagging}, parse ${parsing}, both ${Math.round(1 / (1 / tagging + 1 / parsing))}`);

if (options.record) {
  const file = join(options.weights, 'grammar.bin');
  const bytes = readFileSync(file);
  const { header, bodyStart } = readGrammarHeader(bytes);
  const line = JSON.stringify({ ...header, scores: recorded });
  writeFileSync(file, Buffer.concat([Buffer.from(`${grammarFormat}\n${line}\n`), bytes.subarray(bodyStart)]));
}
