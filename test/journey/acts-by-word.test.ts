/** Words of acts between parties that are no violence, one plain sentence each: the CAMEO root, who did it, to whom. Our own sentences. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { plainReport } from '../plain-report.ts';

const knowledge = loadKnowledge('knowledge');

const cases: readonly (readonly [root: string, text: string])[] = [
  ['02', 'Norway invited Chad to the negotiating table.'],
  ['02', 'Norway lobbied Chad for a vote.'],
  ['04', 'Norway sent a delegation to Chad.'],
  ['05', 'Norway stood by Chad.'],
  ['05', 'Norway sided with Chad.'],
  ['05', "Norway voted in favour of Chad's membership."],
  ['05', 'Norway paid tribute to Chad.'],
  ['06', 'Norway cooperated with Chad on border security.'],
  ['07', 'Norway sent doctors to Chad.'],
  ['07', 'Norway supplied Chad with fighter aircraft.'],
  ['08', 'Norway surrendered to Chad.'],
  ['08', 'Norway declared a ceasefire with Chad.'],
  ['09', 'Norway sent investigators to Chad.'],
  ['11', 'Norway lashed out at Chad.'],
  ['12', 'Norway backed out of a deal with Chad.'],
  ['13', 'Norway vowed revenge on Chad.'],
  ['16', 'Norway cut ties with Chad.'],
  ['16', 'Norway halted arms sales to Chad.'],
  ['16', 'Norway withdrew from talks with Chad.'],
  ['16', 'Norway stopped buying oil from Chad.'],
  ['16', 'Norway suspended Chad from the union.'],
  ['19', 'Norway invaded Chad.'],
];

for (const [root, text] of cases)
  test(`an act by its word: ${text}`, () => {
    const { incidents, statements } = code(plainReport(text, '2016-09-20'), knowledge);
    const events = [
      ...incidents.map(({ codes, perpetrators, targets }) => ({ cameo: codes.cameo, by: perpetrators, to: targets })),
      ...statements.map(({ codes, speaker, addressees }) => ({
        cameo: codes.cameo,
        by: speaker === null ? [] : [speaker],
        to: addressees,
      })),
    ].filter(({ cameo }) => cameo !== null);
    assert.deepEqual(
      events.map(({ cameo, by, to }) => [cameo?.slice(0, 2), by[0]?.name, to.some(({ name }) => name === 'Chad')]),
      [[root, 'Norway', true]],
    );
  });

test('each of two is blamed by the other', () => {
  const { statements } = code(
    plainReport('The army and the rebels blamed each other for the raid.', '2016-09-20'),
    knowledge,
  );
  assert.deepEqual(
    statements.map(({ speaker, addressees }) => [speaker?.name, addressees.map(({ name }) => name)]),
    [['The army', ['the rebels']]],
  );
});

test('a letter to an envoy sends no envoy', () => {
  const { statements } = code(plainReport('Norway sent a letter to the envoy of Chad.', '2016-09-20'), knowledge);
  assert.deepEqual(statements, []);
});
