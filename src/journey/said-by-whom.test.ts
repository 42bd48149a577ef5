/** Kinds, speakers and those addressed in paragraphs of our own: each statement as "kind: speaker > addressees". */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../test/plain-report.ts';
import { loadKnowledge } from '../knowledge/knowledge.ts';
import type { CodedStatement } from '../model/coded-report.ts';
import { code } from './journey.ts';

const knowledge = loadKnowledge('knowledge');

const statementsOf = (text: string): CodedStatement[] => code(plainReport(text, '2016-06-15'), knowledge).statements;

const cases: readonly (readonly [fact: string, text: string, expected: readonly string[]])[] = [
  [
    'what a speaker says of his own group binds it',
    'Ana Mora said that the group would respect the truce.',
    ['commitment: Ana Mora > '],
  ],
  [
    'who says "I call on" calls on them',
    '“I call on both leaders to show restraint,” Ana Mora said.',
    ['appeal: Ana Mora > both leaders'],
  ],
  ['what is called a lie is denied', '“This is a lie,” the minister said.', ['denial: the minister > ']],
  [
    'what will be met with force is threatened',
    'Ana Mora vowed that any raid would be met with force.',
    ['threat: Ana Mora > '],
  ],
  [
    'the hope is his who hopes, and not the one who tells of it',
    "Chad's president hopes to sign an accord in the next three months, an aide said.",
    ["expectation: Chad's president > "],
  ],
  [
    'who blames behind "which" is its subject',
    'The Northern Union condemned the raid, which it blamed on government militias.',
    ['condemnation: The Northern Union > government militias', 'accusation: The Northern Union > government militias'],
  ],
  [
    'whoever is to pay is asked',
    'The Northern Union demanded that the army pay for every house.',
    ['demand: The Northern Union > the army'],
  ],
  [
    'not the statement speaks but who issued it',
    'The envoys were “deeply worried”, a statement issued by the African Union said.',
    ['assessment: the African Union > '],
  ],
  [
    'an officer with a force speaks for himself',
    '“They were asleep at noon,” said a Canadian major with the UN force.',
    ['assessment: a Canadian major > '],
  ],
];

for (const [fact, text, expected] of cases)
  test(`said by whom: ${fact}`, () => {
    assert.deepEqual(
      statementsOf(text).map(
        ({ kind, speaker, addressees }) =>
          `${kind}: ${speaker?.name} > ${addressees.map(({ name }) => name).join(', ')}`,
      ),
      expected,
    );
  });

test('a condition behind a comma belongs to what is hoped for', () => {
  const text =
    'The Red Cross expects to reach the quarter in the next day or two, provided that the snipers hold their fire, its delegate said.';
  const [statement] = statementsOf(text);
  assert.deepEqual(
    [
      statement?.speaker?.name,
      statement?.deadline?.end,
      text.slice(statement?.condition?.start, statement?.condition?.end),
    ],
    ['The Red Cross', '2016-06-18', 'provided that the snipers hold their fire'],
  );
});

test('whoever condemns an act did not do it', () => {
  const { incidents } = code(
    plainReport('The Northern Union condemned the burning of two villages.', '2016-06-15'),
    knowledge,
  );
  assert.deepEqual(
    incidents.map(({ perpetrators }) => perpetrators),
    [[]],
  );
});
