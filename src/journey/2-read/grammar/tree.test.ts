import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartOfSpeech, Sentence } from '../../../model/sentence.ts';
import {
  caseOf,
  conjuncts,
  dependents,
  headOf,
  isPassive,
  nearestVerb,
  negationOf,
  nounPhrase,
  objectOf,
  obliques,
  relationOf,
  subjectOf,
  subtreeSpan,
} from './tree.ts';

/** A sentence from "word/TAG/head/relation" items; heads count from 1, 0 is the root. */
function sentence(items: string): Sentence {
  const rows = items.split(' ').map((item) => item.split('/'));
  let at = 0;
  const tokens = rows.map(([text = '', tag = ''], index) => {
    const start = at;
    at += text.length + 1;
    return {
      index,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      pos: posOf(tag),
      tag,
      hints: -1,
      lemma: text.toLowerCase(),
    };
  });
  const heads = rows.map((row) => Number(row[2]) - 1);
  const relations = rows.map((row) => row[3] ?? '');
  const children = rows.map((_, i) => heads.flatMap((head, child) => (head === i ? [child] : [])));
  return {
    index: 0,
    start: 0,
    end: at - 1,
    paragraph: 0,
    kind: 'prose',
    casing: 'mixed',
    tokens,
    tree: { heads, relations, children, label: 0 },
  };
}

function posOf(tag: string): PartOfSpeech {
  if (tag.startsWith('V')) return 'VERB';
  if (tag === 'NNP') return 'PROPN';
  if (tag.startsWith('N')) return 'NOUN';
  if (tag === 'AUX') return 'AUX';
  if (tag.startsWith('W') || tag === 'PRP') return 'PRON';
  if (tag === 'IN') return 'ADP';
  return /^\W/.test(tag) ? 'PUNCT' : 'X';
}

const words = (s: Sentence, indices: readonly number[]) => indices.map((i) => s.tokens[i]?.text ?? '?').join(' ');
const word = (s: Sentence, i: number | null) => (i === null ? null : (s.tokens[i]?.text ?? '?'));
const find = (s: Sentence, text: string) => s.tokens.findIndex((token) => token.text === text);
const phrase = (s: Sentence, head: string) => {
  const { first, last } = nounPhrase(s, find(s, head));
  return s.tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ');
};

const passive = sentence(
  'Three/CD/2/nummod soldiers/NNS/4/nsubj:pass were/AUX/4/aux:pass shot/VBN/0/root and/CC/6/cc killed/VBN/4/conj by/IN/8/case rebels/NNS/4/obl:agent in/IN/10/case Northtown/NNP/4/obl ././4/punct',
);
const relative = sentence(
  'The/DT/2/det army/NN/8/nsubj ,/,/5/punct which/WDT/5/nsubj shelled/VBD/2/acl:relcl villages/NNS/5/obj ,/,/2/punct denied/VBD/0/root killing/VBG/8/xcomp civilians/NNS/9/obj',
);
const apposition = sentence(
  'The/DT/2/det mayor/NN/10/nsubj of/IN/5/case the/DT/5/det town/NN/2/nmod ,/,/8/punct Ann/NNP/8/compound Example/NNP/2/appos ,/,/2/punct fled/VBD/0/root with/IN/12/case guards/NNS/10/obl',
);
const gap = sentence('the/DT/2/det village/NN/5/nsubj rebels/NNS/4/nsubj seized/VBD/2/acl:relcl burned/VBD/0/root');

test('heads, relations and dependents', () => {
  assert.equal(headOf(passive, 1), 3);
  assert.equal(headOf(passive, 3), null);
  assert.equal(relationOf(passive, 1), 'nsubj:pass');
  assert.equal(words(passive, dependents(passive, 3, 'obl')), 'rebels Northtown');
  assert.equal(words(passive, dependents(passive, 3, 'nsubj')), 'soldiers');
});

test('a passive verb passes its voice and subject on to the verb joined to it', () => {
  assert.equal(isPassive(passive, 3), true);
  assert.equal(isPassive(passive, 5), true);
  assert.equal(word(passive, subjectOf(passive, 5)), 'soldiers');
  assert.equal(objectOf(passive, 5), null);
});

test('obliques carry their prepositions', () => {
  assert.deepEqual(obliques(passive, 3), [
    { case: 'by', head: 7 },
    { case: 'in', head: 9 },
  ]);
  const joined = sentence(
    'fell/VBD/0/root in/IN/3/case Aville/NNP/1/obl and/CC/5/cc Betown/NNP/3/conj because/IN/8/case of/IN/6/fixed rain/NN/1/obl',
  );
  assert.deepEqual(obliques(joined, 0), [
    { case: 'in', head: 2 },
    { case: 'in', head: 4 },
    { case: 'because of', head: 7 },
  ]);
  assert.equal(caseOf(joined, 7), 'because of');
});

test('a relative pronoun stands for the noun before it', () => {
  assert.equal(word(relative, subjectOf(relative, find(relative, 'shelled'))), 'army');
  assert.equal(word(relative, objectOf(relative, find(relative, 'shelled'))), 'villages');
  assert.equal(isPassive(relative, find(relative, 'shelled')), false);
});

test('an open infinitive or participle shares the subject of the verb above it', () => {
  assert.equal(word(relative, subjectOf(relative, find(relative, 'killing'))), 'army');
  const forced = sentence('Rebels/NNS/2/nsubj forced/VBD/0/root farmers/NNS/2/obj to/TO/5/mark leave/VB/2/xcomp');
  assert.equal(word(forced, subjectOf(forced, 4)), 'farmers');
  const after = sentence('Rebels/NNS/2/nsubj fled/VBD/0/root after/IN/4/mark killing/VBG/2/advcl guards/NNS/4/obj');
  assert.equal(word(after, subjectOf(after, 3)), 'Rebels');
});

test('a clause without a pronoun describes its object', () => {
  assert.equal(word(gap, objectOf(gap, find(gap, 'seized'))), 'village');
  const day = sentence('the/DT/2/det day/NN/5/nsubj rebels/NNS/4/nsubj arrived/VBD/2/acl:relcl passed/VBD/0/root');
  assert.equal(objectOf(day, 3), null);
});

test('joined verbs share the object that follows them', () => {
  const shared = sentence('Gunmen/NNS/2/nsubj shot/VBD/0/root and/CC/4/cc wounded/VBD/2/conj farmers/NNS/4/obj');
  assert.equal(word(shared, objectOf(shared, 1)), 'farmers');
});

test('a headline participle without auxiliary is passive', () => {
  const headline = sentence('Three/CD/2/nsubj:pass killed/VBN/0/root in/IN/4/case blast/NN/2/obl');
  assert.equal(isPassive(headline, 1), true);
  const active = sentence('Rebels/NNS/3/nsubj have/AUX/3/aux shelled/VBN/0/root homes/NNS/3/obj');
  assert.equal(isPassive(active, 2), false);
});

test('a noun phrase leaves out its preposition, clauses and appositions', () => {
  assert.equal(phrase(relative, 'army'), 'The army');
  assert.equal(phrase(apposition, 'mayor'), 'The mayor of the town');
  assert.equal(phrase(apposition, 'town'), 'the town');
  assert.equal(phrase(apposition, 'Example'), 'Ann Example');
  assert.equal(phrase(passive, 'soldiers'), 'Three soldiers');
  const age = sentence(
    'a/DT/6/det 41/CD/4/nummod -/:/2/punct year/NN/6/compound old/JJ/6/amod man/NN/0/root with/IN/8/case rifles/NNS/6/nmod',
  );
  assert.equal(phrase(age, 'man'), 'a 41 - year old man');
});

test('subtrees, conjuncts and the nearest verb', () => {
  assert.deepEqual(subtreeSpan(apposition, 1), { first: 0, last: 8 });
  assert.equal(words(passive, conjuncts(passive, 3)), 'killed');
  assert.equal(word(apposition, nearestVerb(apposition, 4)), 'fled');
  assert.equal(nearestVerb(sentence('the/DT/2/det village/NN/0/root'), 1), null);
});

test('negations of verbs and of their subjects', () => {
  const not = sentence("Rebels/NNS/4/nsubj did/AUX/4/aux n't/RB/4/advmod fire/VB/0/root");
  assert.equal(word(not, negationOf(not, 3)), "n't");
  const none = sentence('No/DT/2/det soldier/NN/4/nsubj:pass was/AUX/4/aux:pass hurt/VBN/0/root no/DT/2/det');
  assert.equal(word(none, negationOf(none, 3)), 'No');
  const nobody = sentence('Nobody/NN/3/nsubj:pass was/AUX/3/aux:pass hurt/VBN/0/root');
  assert.equal(word(nobody, negationOf(nobody, 2)), 'Nobody');
  assert.equal(negationOf(passive, 3), null);
});

test('without a tree there are no relations, and nothing fails', () => {
  const bare = { ...passive, tree: null };
  assert.deepEqual(
    [
      headOf(bare, 1),
      relationOf(bare, 1),
      dependents(bare, 3),
      subjectOf(bare, 3),
      objectOf(bare, 3),
      obliques(bare, 3),
      isPassive(bare, 0),
    ],
    [null, '', [], null, null, [], false],
  );
  assert.deepEqual(nounPhrase(bare, 1), { first: 1, last: 1 });
});
