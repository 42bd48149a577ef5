import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StatementKind } from '../../../model/worded-statement.ts';
import { findActors } from '../actors/actors.ts';
import { linkMentions } from '../actors/link-mentions.ts';
import { parseText } from '../grammar/parse-text.ts';
import { speechTrigger } from './speech-trigger.ts';
import { findStatements } from './statements.ts';
import { actorWords, grammar, harmVerbs, read, register, told, words } from './worked-statements.ts';

const kinds: [StatementKind, string][] = [
  ['demand', 'Ankara demanded that the road be opened.'],
  ['demand', '“Turkey must open the road,” Ana Mora said.'],
  ['demand', 'Ana Mora told the council to open the road.'],
  ['warning', 'France warned that the truce would fail.'],
  ['warning', '“Our patience is running out,” Ana Mora said.'],
  ['threat', 'The rebels threatened to leave the talks.'],
  ['threat', '“We will retaliate,” Ana Mora said.'],
  ['accusation', 'France said Turkey had violated the truce.'],
  ['denial', 'Turkey denied that it had closed the road.'],
  ['denial', 'Turkey rejected the charge.'],
  ['justification', 'Turkey said its aim was fighting terrorism.'],
  ['justification', 'France said its aim was fighting terrorism.'],
  ['justification', 'Turkey said it had acted in self-defence.'],
  ['justification', '“We returned fire,” Ana Mora said.'],
  ['justification', 'France called the raid an act of self-defence.'],
  ['justification', 'The rebels said the raid was in response to an attack.'],
  ['justification', 'The army said that fighters of the front had been the target.'],
  ['assessment', 'The army said that the village had been the target of the front.'],
  ['assessment', 'The rebels said the law was in response to a drought.'],
  ['threat', '“We will retaliate in self-defence,” Ana Mora said.'],
  ['condemnation', 'France condemned the raid.'],
  ['condemnation', '“This is an outrage,” Ana Mora said.'],
  ['commitment', 'The rebels promised to leave the town.'],
  ['commitment', '“We will open the road,” Ana Mora said.'],
  ['commitment', 'Turkey said it would open the road.'],
  ['expectation', 'France said it hoped for a truce.'],
  ['appeal', 'The UN urged both sides to open the road.'],
  ['acknowledgement', 'Turkey admitted that its forces had closed the road.'],
  ['acknowledgement', 'Turkey apologised for the raid.'],
  ['announcement', 'The council announced a truce.'],
  ['assessment', 'Ana Mora said the road was open.'],
];
for (const [kind, text] of kinds) {
  test(`${kind}: ${text}`, () => {
    assert.deepEqual(
      read(text).statements.map((statement) => statement.kind),
      [kind],
    );
  });
}

test('a heading with a colon names its speaker and the one spoken to', () => {
  const text = 'Mora to Turkey: open the road\n\nAna Mora arrived in the town on Monday. She stayed for two days.';
  assert.deepEqual(told(text), [['Mora', 'open the road', ['Turkey']]]);
});

test('a line of a transcript is said by the one in capitals, to the end of its paragraph', () => {
  const text = 'The two spoke on Monday evening.\n\nMORA: The road is open. Trucks may pass.\n\nHADDAD: It is closed.';
  assert.deepEqual(
    told(text).map(([speaker, content]) => [speaker, content]),
    [
      ['MORA', 'The road is open. Trucks may pass.'],
      ['HADDAD', 'It is closed.'],
    ],
  );
});

test('a condition is kept with its words', () => {
  const text = 'Ana Mora said the rebels would leave if the road was opened.';
  const [statement] = read(text).statements;
  assert.ok(statement?.condition);
  assert.equal(text.slice(statement.condition.start, statement.condition.end), 'if the road was opened');
});

test('a condition may begin with several words', () => {
  const text = '“We will leave by Friday, provided that the road is opened,” Ana Mora said.';
  const [statement] = read(text).statements;
  assert.ok(statement?.condition);
  assert.equal(text.slice(statement.condition.start, statement.condition.end), 'provided that the road is opened');
});

test('a time that is given to somebody is an ultimatum', () => {
  const text = 'The rebels gave the army 48 hours to leave the town.';
  assert.deepEqual(
    read(text).statements.map(({ kind, speaker, addressees, span }) => [
      kind,
      speaker?.text,
      addressees.map((party) => party.text),
      text.slice(span.start, span.end),
    ]),
    [['demand', 'The rebels', ['the army'], 'leave the town']],
  );
});

test('an indirect question is no condition', () => {
  assert.equal(read('“We want to see if the road is open,” Ana Mora said.').statements[0]?.condition, null);
});

test('a deadline is a time ahead in what is said', () => {
  const text = 'Turkey promised to open the road by Friday.';
  const parsed = parseText(text, grammar);
  const actors = findActors(parsed, register, actorWords);
  const times = [
    { start: text.indexOf('Friday'), end: text.indexOf('Friday') + 6, sentence: 0, firstToken: 7, lastToken: 7 },
  ];
  const statements = findStatements(parsed, actors, linkMentions(parsed, actors, harmVerbs), times, words);
  assert.deepEqual(
    statements.map(({ kind, deadline }) => [kind, deadline]),
    [['commitment', 0]],
  );
});

test('topics come from the lexicon', () => {
  assert.deepEqual(read('Ana Mora said the truce must hold and aid convoys must pass.').statements[0]?.topics, [
    'ceasefire',
    'humanitarian_access',
  ]);
});

test('only sentences with marks or words of speech are worth parsing', () => {
  const wants = (text: string): boolean => speechTrigger(parseText(text, grammar).sentences[0]?.tokens ?? [], words);
  assert.deepEqual(
    ['Ana Mora said so.', 'The “road” is open.', 'According to Ana Mora, yes.', 'The road runs north.'].map(wants),
    [true, true, true, false],
  );
});

test('spans lie in the text and parts lie in order, whatever is read', () => {
  const pieces = [
    'Ana Mora',
    'said',
    '“',
    '”',
    '"',
    "''",
    'that',
    ',',
    '.',
    'the road is open',
    'told',
    'Turkey',
    'to',
    'open',
    'it',
    ':',
    '\n\n',
    'according to',
    'denied',
    'and',
    'MORA:',
    '— Ana Mora',
    'accused',
    'of',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 50 }), (parts) => {
      const text = parts.join(' ');
      for (const { span, parts: stated, condition, speaker, cue } of read(text).statements) {
        for (const each of [span, ...stated, condition, speaker?.span, cue])
          if (each != null) assert.ok(0 <= each.start && each.start < each.end && each.end <= text.length);
        for (const [index, part] of stated.entries())
          assert.ok(index === 0 || (stated[index - 1]?.end ?? 0) <= part.start, JSON.stringify(stated));
      }
    }),
    { numRuns: 80 },
  );
});

test('reading statements takes time in line with the length of the text', () => {
  const unit = '“The road is open,” Ana Mora said, adding that trucks may pass. According to Turkey, it is closed. ';
  const time = (copies: number): number => {
    const parsed = parseText(unit.repeat(copies), grammar, { wants: () => false });
    const actors = findActors(parsed, register, actorWords);
    const chains = linkMentions(parsed, actors, harmVerbs);
    const start = performance.now();
    assert.ok(findStatements(parsed, actors, chains, [], words).length >= copies / 4);
    return performance.now() - start;
  };
  // Other work on the machine slows single runs, so the best of three counts.
  const best = (copies: number): number => Math.min(time(copies), time(copies), time(copies));
  const small = Math.max(20, best(100));
  assert.ok(best(800) < small * 30, 'eight times the text took more than thirty times as long');
});
