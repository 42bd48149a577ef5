import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import type { Judge, Turn } from './alternatives.ts';
import { keptForm } from './kept-form.ts';
import { parseText } from './parse-text.ts';
import { WordParser } from './parse-words.ts';
import type { ParserState } from './parser-state.ts';
import { padded, TagSums, tagWords } from './tag-words.ts';
import { edgeForm, wordForm } from './word-forms.ts';

const grammar = loadGrammar('knowledge/weights');

const sentences = [
  'The army said the rebels who fired on the convoy near the river had fled into the hills before dawn .',
  'Army helicopters circling over the valley fired rockets at a column of trucks .',
  'SNIPERS SHOT AT PEOPLE TRYING TO LEAVE THE QUARTER THROUGH A TUNNEL NEAR THE OLD GATE , TWO WOUNDED .',
];

/** The arcs that a parser with such a judge gives, and the turns that it was asked about. */
function parsed(sentence: string, judge: Judge, unsureLead: number): { arcs: string; turns: Turn[] } {
  const forms = sentence.split(' ').map((word) => keptForm(wordForm(word, grammar.lexicon)));
  const tagging = tagWords(padded(forms, keptForm(edgeForm)), 0, grammar, new TagSums(grammar));
  const turns: Turn[] = [];
  const asked: Judge = (turn, all) => {
    turns.push({ ...turn });
    assertTree(turn.otherTree);
    assert.equal(turn.otherTree.depth, 1, 'the other tree is finished');
    return judge(turn, all);
  };
  const tree = new WordParser(grammar, { judge: asked, unsureLead }).parse(forms, tagging, 0);
  assertTree(tree);
  return { arcs: arcsOf(tree), turns };
}

const arcsOf = ({ heads, relations, input }: ParserState): string =>
  Array.from({ length: input.count }, (_, i) => `${heads[i + 1]}:${relations[i + 1]}`).join(' ');

function assertTree({ heads, relations, input }: ParserState): void {
  let roots = 0;
  for (let word = 1; word <= input.count; word++) {
    if (heads[word] === 0) roots += 1;
    let steps = 0;
    for (let at = word; at !== 0; at = heads[at] as number) assert.ok(steps++ <= input.count, 'no circles');
    assert.ok((relations[word] as number) < grammar.relations.length);
  }
  assert.equal(roots, 1);
}

for (const sentence of sentences) {
  test(`every other tree is a whole tree, taken or not: ${sentence.slice(0, 30)}`, () => {
    const never = parsed(sentence, () => false, 250);
    const always = parsed(sentence, () => true, 250);
    assert.ok(never.turns.length > 0);
    assert.notEqual(always.arcs, never.arcs);
    assert.equal(parsed(sentence, () => true, 0).arcs, never.arcs, 'sure moves are not looked at again');
  });

  test(`paths part at the runner-up and meet again: ${sentence.slice(0, 30)}`, () => {
    parsed(
      sentence,
      ({ path, otherPath, from, to }) => {
        assert.equal(otherPath.moves[from], path.others[from]);
        assert.notEqual(otherPath.moves[from], path.moves[from]);
        assert.ok(to > from && to <= path.length);
        return from % 3 === 0;
      },
      250,
    );
  });
}

/** Word, its relation and its head: each was another in the tree of the best moves alone. */
const mended: readonly (readonly [text: string, word: string, relation: string, head: string])[] = [
  ['Witnesses saw soldiers beat a driver who refused to hand over his truck.', 'refused', 'acl:relcl', 'driver'],
  ['Rebels withdrew from positions they had captured in the north after talks.', 'captured', 'acl:relcl', 'positions'],
  ['An officer and two recruits died of wounds they suffered in the ambush.', 'suffered', 'acl:relcl', 'wounds'],
  ['Aid workers said the bombing of the bridge cut the only road to towns that need food.', 'bombing', 'nsubj', 'cut'],
];

for (const [text, word, relation, head] of mended)
  test(`a second look finds the head of "${word}"`, () => {
    const [sentence] = parseText(text, grammar).sentences;
    const at = sentence?.tokens.findIndex((token) => token.text === word) ?? -1;
    const found = sentence?.tokens[sentence.tree?.heads[at] ?? -1]?.text;
    assert.deepEqual([sentence?.tree?.relations[at], found], [relation, head]);
  });
