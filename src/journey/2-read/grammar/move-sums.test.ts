import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { setMoveScores } from '../../../knowledge/weight-tables.ts';
import { keptForm } from './kept-form.ts';
import { maxMoveFeatures, moveFeatures } from './move-features.ts';
import { MoveSums } from './move-sums.ts';
import { bestMove, onlyMove } from './moves.ts';
import { fillInput, posTable, roomForInput } from './parse-input.ts';
import { ParserState, shift } from './parser-state.ts';
import { padded, TagSums, tagWords } from './tag-words.ts';
import { edgeForm, wordForm } from './word-forms.ts';

const grammar = loadGrammar('knowledge/weights');

const sentences = [
  'Shells fell on the market in Northtown on Monday , killing three people and wounding a child , a doctor said .',
  'The army , which had left the town in May , denied that its jets had bombed the bridge .',
  'TWO MEN WERE HELD AFTER THE RAID .',
];

for (const sentence of sentences)
  test(`kept sums are the sums of all features, and lead to the same moves: ${sentence.slice(0, 30)}`, () => {
    const forms = sentence.split(' ').map((word) => keptForm(wordForm(word, grammar.lexicon)));
    const tagging = tagWords(padded(forms, keptForm(edgeForm)), 0, grammar, new TagSums(grammar));
    const input = roomForInput(forms.length);
    fillInput(input, forms, tagging, 0, posTable(grammar.labels));
    const state = new ParserState(input);
    const sums = new MoveSums(grammar.moves);
    sums.begin(forms.length);
    const keys = new Int32Array(maxMoveFeatures);
    const all = new Int32Array(2);
    let whole = 0;
    while (!state.isDone()) {
      let move = onlyMove(state);
      if (move < 0) {
        const scores = sums.of(state);
        setMoveScores(grammar.moves, keys, moveFeatures(state, keys), all);
        if (scores[1] === all[0] && scores[2] === all[1]) whole += 1;
        move = bestMove(state, scores);
        assert.equal(move, bestMove(state, [0, all[0] ?? 0, all[1] ?? 0]));
      }
      if (move === shift) state.push();
      else state.attach(move, 0, grammar.special);
    }
    assert.ok(whole > 0, 'some moves are in doubt, and are scored with all features');
  });
