import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillInput, roomForInput } from '../src/journey/2-read/grammar/parse-input.ts';
import { ParserState, shift } from '../src/journey/2-read/grammar/parser-state.ts';
import { unsure } from '../src/journey/2-read/grammar/sure-relations.ts';
import { edgeForm } from '../src/journey/2-read/grammar/word-forms.ts';
import { arcKindCount, decodeGrammar } from '../src/knowledge/grammar-weights.ts';
import { addLabelScores, setMoveScores } from '../src/knowledge/weight-tables.ts';
import { recase, type TreebankSentence } from './train-parser-conllu.ts';
import { moveCosts } from './train-parser-moves.ts';
import { ownSentences } from './train-parser-own.ts';
import { packGrammar } from './train-parser-pack.ts';
import { Perceptron } from './train-parser-perceptron.ts';

const rootsAndCircles = (sentence: TreebankSentence): string => {
  if (sentence.filter((word) => word.head === 0).length !== 1) return 'roots';
  for (let i = 0; i < sentence.length; i++) {
    let at = i + 1;
    for (let step = 0; at !== 0; step++) {
      if (step > sentence.length) return 'circle';
      at = sentence[at - 1]?.head ?? 0;
    }
  }
  return 'tree';
};

test('every sentence of our own is a tree with parts of speech and relations', () => {
  const sentences = ownSentences(3000, 5);
  assert.deepEqual([...new Set(sentences.map(rootsAndCircles))], ['tree']);
  assert.ok(
    sentences.every((sentence) =>
      sentence.every((word) => word.pos !== 'X' && word.relation !== '_' && word.form !== ''),
    ),
  );
});

test('sentences of our own are the same for the same seed', () => {
  assert.deepEqual(ownSentences(20, 3), ownSentences(20, 3));
  assert.notDeepEqual(ownSentences(20, 3), ownSentences(20, 4));
});

test('the cheapest moves lead to the gold tree', () => {
  for (const sentence of ownSentences(300, 9)) {
    const count = sentence.length;
    const tagging = { best: new Uint8Array(count), second: new Uint8Array(count), margin: new Uint8Array(count) };
    const table = { ofTag: new Uint8Array(1), punctuation: 1, verb: 2, conjunction: 3 };
    const input = roomForInput(count);
    fillInput(
      input,
      sentence.map(() => edgeForm),
      tagging,
      0,
      table,
    );
    const heads = Int32Array.from({ length: count + 3 }, (_, i) => (i === 0 ? -1 : (sentence[i - 1]?.head ?? -1)));
    const state = new ParserState(input);
    const costs = new Float64Array(3);
    while (!state.isDone()) {
      moveCosts(state, heads, costs);
      const move = costs.indexOf(Math.min(...costs));
      assert.equal(costs[move], 0);
      if (move === shift) state.push();
      else state.attach(move, 0, { case: 1, mark: 2 });
    }
    assert.deepEqual(
      [...state.heads.slice(1, count + 1)],
      sentence.map((word) => word.head),
    );
  }
});

test('copies in other casings', () => {
  const sentence = [{ form: 'Rebels' }, { form: 'shelled' }, { form: 'the' }, { form: 'town' }].map((word) => ({
    ...word,
    lemma: '',
    pos: '',
    tag: '',
    head: 0,
    relation: '',
  }));
  const forms = (casing: 'upper' | 'lower' | 'title') =>
    recase(sentence, casing)
      .map((word) => word.form)
      .join(' ');
  assert.deepEqual(
    [forms('upper'), forms('lower'), forms('title')],
    ['REBELS SHELLED THE TOWN', 'rebels shelled the town', 'Rebels Shelled the Town'],
  );
});

test('a perceptron learns what separates two classes, and pruning keeps its largest weights', () => {
  const learner = new Perceptron(2);
  const keys = Int32Array.of(11, 22);
  learner.update(Int32Array.of(11), 1, 0, 1);
  learner.step++;
  learner.update(Int32Array.of(11), 1, 0, 1);
  learner.update(Int32Array.of(22), 1, 1, 0);
  learner.step++;
  const scores = new Float32Array(2);
  learner.score(keys, 2, scores);
  assert.deepEqual([...scores], [1, -1]);
  assert.deepEqual([...learner.pruned(1).saved().keys], [11]);
  assert.deepEqual([...learner.pruned(2).saved().keys], [11, 22]);
  assert.deepEqual([...learner.pruned(2, () => 3).saved().keys], [11]);
});

const tables = {
  about: {
    version: 'test',
    data: 'none',
    licence: 'none',
    date: '2026-11-22',
    recipe: 'none',
    scores: {},
    tags: [
      ['NOUN', 'NN'],
      ['VERB', 'VBD'],
    ] as ['NOUN' | 'VERB', string][],
    relations: ['root', 'case', 'mark'],
    tagScale: 4,
  },
  lexicon: { entries: [{ hash: -5, coarse: 1, fine: 2, classes: 3, ambiguity: 1 }], candidates: [null, [0, 1]] },
  slotBits: { tagger: 4, moves: 4, relations: 4 },
  sureRelations: new Uint8Array(arcKindCount).fill(unsure),
  tagger: [
    { key: 7, labels: [0, 1], weights: [3, -4] },
    { key: -9, labels: [1], weights: [200] },
  ],
  moves: [{ key: 7, labels: [0, 2], weights: [5, -6] }],
  relations: [{ key: 70_000, labels: [1], weights: [1] }],
  lemmas: new Map([['verb went', 'go']]),
};

test('packed weights are read as they were', () => {
  const grammar = decodeGrammar(packGrammar(tables));
  const scores = new Int32Array(2);
  addLabelScores(grammar.tagger, Int32Array.of(7, -9, 8), 3, scores);
  assert.deepEqual([...scores], [3, 196]);
  const moves = new Int32Array(2);
  setMoveScores(grammar.moves, Int32Array.of(7, 70_000), 2, moves);
  assert.deepEqual([...moves], [-5, -11]);
  assert.equal(grammar.lexicon.fine[grammar.lexicon.find(-5)], 2);
  assert.equal(grammar.lexicon.find(5), -1);
  assert.equal(grammar.lemmas.get('verb went'), 'go');
  assert.deepEqual(grammar.candidates, [null, Uint8Array.of(0, 1)]);
});

test('a file that is not what it says is a defect', () => {
  const bytes = packGrammar(tables);
  assert.throws(() => decodeGrammar(Buffer.from('something else\n{}\n')), /expected format/);
  assert.throws(() => decodeGrammar(bytes.subarray(0, bytes.length - 20)));
});
