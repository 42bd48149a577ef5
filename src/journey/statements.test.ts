import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../test/plain-report.ts';
import { loadKnowledge } from '../knowledge/knowledge.ts';
import type { CodedStatement } from '../model/coded-report.ts';
import { code } from './journey.ts';

const knowledge = loadKnowledge('knowledge');

const statementsOf = (text: string): CodedStatement[] => code(plainReport(text, '2016-06-15'), knowledge).statements;

test('a speaker is named in full, where he stands first, with the government he speaks for', () => {
  const text = 'French Foreign Minister Ana Mora arrived on Monday. “Turkey must open the road,” Mora said.';
  const [statement] = statementsOf(text);
  const at = text.indexOf('Mora said');
  assert.deepEqual(statement?.speaker, {
    name: 'Mora',
    kind: 'person',
    actor: 'fr.gov',
    role: 'person',
    also: ['French Foreign Minister Ana Mora', 'Ana Mora', 'French Foreign Minister'],
    spans: [
      { start: at, end: at + 4 },
      { start: 0, end: 'French Foreign Minister Ana Mora'.length },
    ],
  });
  assert.deepEqual(
    statement?.addressees.map(({ name, actor }) => [name, actor]),
    [['Turkey', 'tr.gov']],
  );
  assert.deepEqual(
    [statement?.kind, statement?.quoted, statement?.codes],
    ['demand', true, { plover: 'REQUEST', cameo: '100' }],
  );
});

test('the same with the parties exchanged', () => {
  const [statement] = statementsOf(
    'Turkish Foreign Minister Ana Mora arrived on Monday. “France must open the road,” Mora said.',
  );
  assert.deepEqual(
    [statement?.speaker?.actor, statement?.addressees.map(({ actor }) => actor), statement?.kind],
    ['tr.gov', ['fr.gov'], 'demand'],
  );
});

test('a deadline stands on the calendar, counted from the report', () => {
  const [statement] = statementsOf('Ana Mora told the council: “We will open the road in the next week or two.”');
  assert.deepEqual(
    [statement?.kind, statement?.deadline?.start, statement?.deadline?.end],
    ['commitment', '2016-06-15', '2016-06-30'],
  );
});

test('the time of saying stands beside the cue', () => {
  const [statement] = statementsOf('Ana Mora said on Monday that Turkey must open the road.');
  assert.deepEqual(statement?.said, { start: '2016-06-13', end: '2016-06-14' });
});

test('a heading that says in other words what a quotation says below is not coded twice', () => {
  const statements = statementsOf(
    'Mora to Turkey: our patience with the truce is very limited\n\nAna Mora arrived on Monday.\n\n“Turkey needs to understand that our patience is limited,” Mora said.',
  );
  assert.deepEqual(
    statements.map(({ kind, quoted }) => [kind, quoted]),
    [['warning', true]],
  );
});

test('a lead that says in other words what a quotation says below is one statement with it', () => {
  const statements = statementsOf(
    'Ana Mora warned that patience with Turkey was running out.\n\n“Our patience with Turkey is running out,” Mora said.',
  );
  assert.deepEqual(
    statements.map(({ kind, quoted }) => [kind, quoted]),
    [['warning', true]],
  );
});

test('two different statements of one speaker stay two', () => {
  const statements = statementsOf('Ana Mora demanded that the road be opened.\n\n“We will send aid,” Mora said.');
  assert.deepEqual(
    statements.map(({ kind }) => kind),
    ['demand', 'commitment'],
  );
});

test('who vouches for an event is told by the incident and is no statement', () => {
  assert.deepEqual(statementsOf('Two men were wounded when a shell hit the bridge, a doctor said.'), []);
});

test('a denial inside what another reports is told of all the same', () => {
  const statements = statementsOf('The UN said Turkey had denied the attack on the bridge.');
  assert.ok(
    statements.some(({ kind, speaker }) => kind === 'denial' && speaker?.actor === 'tr.gov'),
    JSON.stringify(statements.map(({ kind }) => kind)),
  );
});

const excuses: [fact: string, text: string, about: string[]][] = [
  [
    'names no act: it is of the act told before',
    'Turkish jets struck a village in Syria on Monday, killing five people. The Turkish army said it had acted in self-defence.',
    ['i1'],
  ],
  [
    'the same with the parties exchanged',
    'Syrian jets struck a village in Turkey on Monday, killing five people. The Syrian army said it had acted in self-defence.',
    ['i1'],
  ],
  [
    'names the attack that was answered: it is of that and of the act told before',
    'Turkish jets struck a village in Syria on Monday, killing five people. Turkey said that it acted in response to the shelling of Ankara.',
    ['i1', 'i2'],
  ],
  [
    'stands far below the act: of which act it speaks stays open',
    'Turkish jets struck a village in Syria on Monday, killing five people. It was a holiday. The weather was fine. The Turkish army said it had acted in self-defence.',
    [],
  ],
];
for (const [fact, text, about] of excuses) {
  test(`an excuse that ${fact}`, () => {
    assert.deepEqual(
      statementsOf(text)
        .filter(({ kind }) => kind === 'justification')
        .map((statement) => statement.about.filter((id) => /^i\d+$/.test(id))),
      [about],
    );
  });
}
