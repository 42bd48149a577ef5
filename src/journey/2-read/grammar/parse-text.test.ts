import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGrammar, readGrammarHeader } from '../../../knowledge/grammar-weights.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { parseText } from './parse-text.ts';
import {
  conjuncts,
  dependents,
  isPassive,
  nearestVerb,
  negationOf,
  nounPhrase,
  objectOf,
  obliques,
  subjectOf,
} from './tree.ts';

const weightsFile = new URL('../../../../knowledge/weights/grammar.bin', import.meta.url);
const grammar = loadGrammar(new URL('../../../../knowledge/weights', import.meta.url).pathname);
const only = (text: string): Sentence => {
  const [sentence, ...rest] = parseText(text, grammar).sentences;
  assert.ok(sentence !== undefined && rest.length === 0, `one sentence expected: ${text}`);
  return sentence;
};
const at = (sentence: Sentence, word: string): number => sentence.tokens.findIndex((token) => token.text === word);
const word = (sentence: Sentence, i: number | null): string | null =>
  i === null ? null : (sentence.tokens[i]?.text ?? null);

const roles: readonly (readonly [
  text: string,
  verb: string,
  passive: boolean,
  subject: string | null,
  object: string | null,
])[] = [
  ['Rebels shelled the village on Monday.', 'shelled', false, 'Rebels', 'village'],
  ['The village was shelled by rebels on Monday.', 'shelled', true, 'village', null],
  ['Gunmen shot and wounded three farmers near the bridge.', 'shot', false, 'Gunmen', 'farmers'],
  ['Gunmen shot and wounded three farmers near the bridge.', 'wounded', false, 'Gunmen', 'farmers'],
  ['Two soldiers and five civilians were killed in the attack.', 'killed', true, 'soldiers', null],
  ['The governor said that militants had attacked the hospital.', 'attacked', false, 'militants', 'hospital'],
  ['Soldiers raided the camp, killing two guards.', 'killing', false, 'Soldiers', 'guards'],
  ['The army, which had besieged the town, withdrew on Sunday.', 'besieged', false, 'army', 'town'],
  ['The army, which had besieged the town, withdrew on Sunday.', 'withdrew', false, 'army', null],
  ['THE VILLAGE WAS SHELLED BY REBELS ON MONDAY.', 'SHELLED', true, 'VILLAGE', null],
  ['GUNMEN ATTACKED A POLICE STATION IN THE NORTH.', 'ATTACKED', false, 'GUNMEN', 'STATION'],
];

for (const [text, verb, passive, subject, object] of roles) {
  test(`roles around "${verb}": ${text}`, () => {
    const sentence = only(text);
    const i = at(sentence, verb);
    const found = [
      isPassive(sentence, i),
      word(sentence, subjectOf(sentence, i)),
      word(sentence, objectOf(sentence, i)),
    ];
    assert.deepEqual(found, [passive, subject, object]);
  });
}

test('the doer of a passive and the place are obliques', () => {
  const sentence = only('The village was shelled by rebels in the northern province.');
  const found = obliques(sentence, at(sentence, 'shelled')).map((side) => `${side.case} ${word(sentence, side.head)}`);
  assert.deepEqual(found, ['by rebels', 'in province']);
});

test('coordination, and a name beside its noun', () => {
  const joined = only('Two soldiers and five civilians were killed in the attack.');
  assert.deepEqual(
    conjuncts(joined, at(joined, 'soldiers')).map((i) => word(joined, i)),
    ['civilians'],
  );
  const renamed = only('The mayor, Ann Example, fled the town.');
  const [other = 0] = dependents(renamed, at(renamed, 'mayor'), 'appos');
  const { first, last } = nounPhrase(renamed, other);
  assert.deepEqual([word(renamed, first), word(renamed, last)], ['Ann', 'Example']);
});

test('negation and the verb above a noun', () => {
  const sentence = only('The militia did not attack the convoy.');
  assert.equal(word(sentence, negationOf(sentence, at(sentence, 'attack'))), 'not');
  assert.equal(word(sentence, nearestVerb(sentence, at(sentence, 'convoy'))), 'attack');
});

const tags: readonly (readonly [text: string, tagged: string])[] = [
  ['The rebels shelled two villages.', 'the/DET rebel/NOUN shell/VERB two/NUM village/NOUN ./PUNCT'],
  ['He went to the United Nations.', 'he/PRON go/VERB to/ADP the/DET united/ADJ nation/PROPN ./PUNCT'],
  ['Children were taken away.', 'child/NOUN be/AUX take/VERB away/ADV ./PUNCT'],
  ["They didn't stop him.", 'they/PRON do/AUX not/PART stop/VERB he/PRON ./PUNCT'],
];

for (const [text, expected] of tags) {
  test(`tags and lemmas of "${text}"`, () => {
    const found = only(text)
      .tokens.map((token) => `${token.lemma}/${token.pos}`)
      .join(' ');
    assert.equal(found, expected);
  });
}

test('only sentences that are wanted are parsed, and furniture never is', () => {
  const text = 'Shells fell. Read more here. Two died.';
  const wants = (tokens: readonly { lower: string }[]) =>
    tokens.some((token) => token.lower !== 'shells' && token.lower === 'two');
  const trees = parseText(text, grammar, { wants, furniture: [{ start: 13, end: 28 }] }).sentences.map(
    (sentence) => sentence.tree !== null,
  );
  assert.deepEqual(trees, [false, false, true]);
});

const wordy = fc
  .array(
    fc.constantFrom(
      'the',
      'army',
      'SHELLED',
      'village',
      ',',
      '.',
      '"',
      '(',
      "n't",
      'Gen.',
      '5',
      '\n',
      '\n\n',
      '-',
      'who',
      'was',
      'killed',
      '🚨',
      'é́',
      'U.S.',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

test('spans match their text, trees have one root and no circle, and the same text gives the same result', () => {
  fc.assert(
    fc.property(fc.oneof(wordy, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const parsed = parseText(text, grammar);
      let before = 0;
      for (const sentence of parsed.sentences) {
        assert.equal(sentence.tokens[0]?.start, sentence.start);
        for (const token of sentence.tokens) {
          assert.ok(token.start >= before && token.end > token.start);
          assert.equal(text.slice(token.start, token.end), token.text);
          before = token.end;
        }
        checkTree(sentence);
      }
      assert.deepEqual(parseText(text, grammar), parsed);
    }),
    { numRuns: 300 },
  );
});

function checkTree(sentence: Sentence): void {
  const heads = [...Array.from(sentence.tree?.heads ?? [])];
  assert.equal(heads.length, sentence.tokens.length);
  assert.equal(heads.filter((head) => head === -1).length, 1);
  heads.forEach((_, i) => {
    let above = i;
    for (let step = 0; above !== -1; step++) {
      assert.ok(step <= heads.length, 'circle');
      above = heads[above] ?? -1;
    }
  });
}

test('the weights say where they come from and stay within 4 MB', () => {
  const { header } = readGrammarHeader(readFileSync(weightsFile));
  assert.match(header.licence, /CC BY-SA 4\.0/);
  assert.match(header.data, /Universal Dependencies English Web Treebank/);
  assert.ok(Object.keys(header.scores).length > 0);
  assert.ok(statSync(weightsFile).size <= 4_000_000);
});

test('tagging and parsing take time in proportion to the text', () => {
  const time = (sentences: number): number => {
    const text = 'The army said that rebels had shelled the village and killed two farmers. '.repeat(sentences);
    const start = performance.now();
    parseText(text, grammar);
    return performance.now() - start;
  };
  time(200);
  const short = Math.min(time(200), time(200));
  const long = Math.min(time(1600), time(1600));
  // Eight times the text; the rest is room for a busy machine.
  assert.ok(long < short * 8 * 4 + 200, `${short} ms and ${long} ms`);
});
