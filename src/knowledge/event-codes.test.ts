import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOfAct } from './event-codes.ts';
import { loadKnowledge } from './knowledge.ts';

const { incidentWords, speechWords } = loadKnowledge('knowledge');

/** Every CAMEO code that a lexicon or codebook names, with where it stands. */
function named(): [where: string, code: string][] {
  const triggers = [incidentWords.verbs, incidentWords.nouns].flatMap((table) => [...table.values()].flat());
  return [
    ...[...incidentWords.types].flatMap(([type, { cameo, planned }]): [string, string][] => [
      [type, cameo],
      [`${type}, planned`, planned],
    ]),
    ...triggers.flatMap(({ entry }) =>
      entry.flatMap((each): [string, string][] => codeOf(each.phrase, each.codes?.cameo)),
    ),
    ...[...speechWords.verbs, ...[...speechWords.nouns].map(([noun, cue]) => [noun, [cue]] as const)].flatMap(
      ([word, cues]) => cues.flatMap((cue) => codeOf(word, cue.cameo)),
    ),
    ...[...speechWords.kinds].flatMap(([kind, { cameo, bySubject }]) =>
      [cameo, ...bySubject.values()].flatMap((code) => codeOf(kind, code)),
    ),
  ];
}

const codeOf = (where: string, code: string | null | undefined): [string, string][] =>
  code == null ? [] : [[where, code]];

test('every code that a lexicon names is in the codebook', () => {
  const unlisted = named().filter(([, code]) => !incidentWords.cameo.has(code));
  assert.deepEqual(unlisted, []);
});

test('a breach is never a code', () => {
  assert.equal(incidentWords.cameo.has('196'), false);
});

test('the PLOVER category of an act follows from its CAMEO code', () => {
  assert.deepEqual(codesOfAct(incidentWords.cameo, '042'), { cameo: '042', plover: 'CONSULT/visit' });
  assert.throws(() => codesOfAct(incidentWords.cameo, '999'), /no code 999/);
});
