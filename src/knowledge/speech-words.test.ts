import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActorWords } from './actor-words.ts';
import { loadSpeechWords } from './speech-words.ts';

const speech = loadSpeechWords('knowledge/lexicon/en', 'knowledge/codebook');
const actors = loadActorWords('knowledge/lexicon/en');

test('a verb keeps its readings in the order of the lexicon', () => {
  assert.deepEqual(speech.verbs.get('tell'), [
    { kind: 'plain', frames: new Set(['clause', 'hearer', 'infinitive']), cameo: null, beside: [], official: false },
  ]);
  assert.deepEqual(
    speech.verbs.get('insist')?.map((cue) => cue.kind),
    ['plain', 'demand'],
  );
});

test('regular past forms of plain verbs lead to their lemma', () => {
  assert.equal(speech.forms.get('added'), 'add');
  assert.equal(speech.forms.get('declared'), 'declare');
  assert.equal(speech.forms.get('said'), 'say');
  assert.equal(speech.forms.get('warning'), 'warn');
});

test('every kind of statement has its codes', () => {
  assert.equal(speech.kinds.size, 13);
  assert.equal(speech.kinds.get('denial')?.cameo, '120');
  assert.equal(speech.kinds.get('denial')?.bySubject.get('meeting'), '125');
});

test('role nouns are found by their last word, the longest first', () => {
  assert.deepEqual(
    actors.nouns
      .get('jet')
      ?.map((noun) => noun.words.join(' '))
      .slice(0, 2),
    ['fighter jet', 'jet'],
  );
  assert.deepEqual(actors.nouns.get('child')?.at(-1), {
    words: ['child'],
    role: 'civilian',
    kind: 'people',
    subset: 'children',
    branch: null,
    object: null,
    protected: true,
    weak: false,
  });
});

test('no given name is a body word and no pronoun a noun', () => {
  for (const name of [...actors.maleNames, ...actors.femaleNames]) assert.equal(actors.bodies.has(name), false, name);
  for (const pronoun of actors.pronouns.keys()) assert.equal(actors.nouns.has(pronoun), false, pronoun);
});
