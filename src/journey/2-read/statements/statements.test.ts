import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadActorWords } from '../../../knowledge/actor-words.ts';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { loadSpeechWords } from '../../../knowledge/speech-words.ts';
import type { StatementKind } from '../../../model/worded-statement.ts';
import { findActors } from '../actors/actors.ts';
import { linkMentions } from '../actors/link-mentions.ts';
import { parseText } from '../grammar/parse-text.ts';
import { speechTrigger } from './speech-trigger.ts';
import { findStatements } from './statements.ts';

const register = loadActors('knowledge/actors');
const actorWords = loadActorWords('knowledge/lexicon/en');
const words = loadSpeechWords('knowledge/lexicon/en', 'knowledge/codebook');
const grammar = loadGrammar('knowledge/weights');

function read(text: string) {
  const parsed = parseText(text, grammar);
  const actors = findActors(parsed, register, actorWords);
  const chains = linkMentions(parsed, actors);
  const statements = findStatements(parsed, actors, chains, [], words);
  return { statements, actors, chains };
}

/** Speaker, content and those spoken to, as worded. */
const told = (text: string): [speaker: string | undefined, content: string, addressees: string[]][] =>
  read(text).statements.map((statement) => [
    statement.speaker?.text,
    text.slice(statement.span.start, statement.span.end),
    statement.addressees.map((party) => party.text),
  ]);

const shapes: [why: string, text: string, expected: ReturnType<typeof told>][] = [
  ['the cue after the quotation', '“The road is open,” Ana Mora said.', [['Ana Mora', '“The road is open,”', []]]],
  ['the cue turned round', '“The road is open,” said Ana Mora.', [['Ana Mora', '“The road is open,”', []]]],
  ['the cue before it', 'Ana Mora said: “The road is open.”', [['Ana Mora', '“The road is open.”', []]]],
  [
    'the cue in its midst',
    '“The road,” Ana Mora said, “is open again today.”',
    [['Ana Mora', '“The road,” Ana Mora said, “is open again today.”', []]],
  ],
  ['a pronoun speaks', 'Ana Mora arrived. “The road is open,” she said.', [['she', '“The road is open,”', []]]],
  [
    'the quotation goes on in the next sentence',
    '“The road is open,” Ana Mora said. “Trucks may pass.”',
    [['Ana Mora', '“The road is open,” Ana Mora said. “Trucks may pass.”', []]],
  ],
  [
    'the quotation goes on in the next paragraph',
    'Ana Mora said: “The road is open.\n\n“Trucks may pass.”',
    [['Ana Mora', '“The road is open.\n\n“Trucks may pass.”', []]],
  ],
  ['reported speech', 'Ana Mora said that the road was open.', [['Ana Mora', 'the road was open', []]]],
  [
    'reported speech before its cue',
    'The road was open again, Ana Mora said on Monday.',
    [['Ana Mora', 'The road was open again', []]],
  ],
  [
    'some of it quoted',
    'Ana Mora said the road was “open to all” again.',
    [['Ana Mora', 'the road was “open to all” again', []]],
  ],
  ['the source named by a phrase', 'According to Ana Mora, the road is open.', [['Ana Mora', 'the road is open', []]]],
  ['the source named at the end', 'The road is open, according to Ana Mora.', [['Ana Mora', 'The road is open', []]]],
  [
    'an order to two',
    'France told Turkey and Iran to respect the truce.',
    [['France', 'respect the truce', ['Turkey', 'Iran']]],
  ],
  [
    'the same with the parties exchanged',
    'Iran told Turkey and France to respect the truce.',
    [['Iran', 'respect the truce', ['Turkey', 'France']]],
  ],
  ['a call on someone', 'France called on Turkey to open the road.', [['France', 'open the road', ['Turkey']]]],
  ['an accusation', 'France accused Turkey of closing the road.', [['France', 'closing the road', ['Turkey']]]],
  [
    'the accusation answered',
    'Turkey accused France of closing the road.',
    [['Turkey', 'closing the road', ['France']]],
  ],
  [
    'a noun and a light verb',
    'France issued a warning to Turkey that the talks would end.',
    [['France', 'the talks would end', ['Turkey']]],
  ],
  ['an aside with "as"', 'As Ana Mora put it on Monday, the road is open.', [['Ana Mora', 'the road is open', []]]],
  [
    'signed with a dash',
    '“The road is open and trucks may pass.” — Ana Mora',
    [['Ana Mora', '“The road is open and trucks may pass.”', []]],
  ],
];
for (const [why, text, expected] of shapes) {
  test(`statements: ${why}`, () => {
    assert.deepEqual(told(text), expected);
  });
}

const nothing: [why: string, text: string][] = [
  ['scare quotes', 'The “road of peace” was closed.'],
  ['the title of a programme', 'She saw “The Evening Hour” on Monday.'],
  ['a verb of saying that nobody says', 'The road was closed and the bridge fell.'],
  ['what might be said', 'France might demand that the road be opened.'],
  ['what was not said', 'France has not agreed to open the road.'],
];
for (const [why, text] of nothing) {
  test(`no statement: ${why}`, () => {
    assert.deepEqual(told(text), []);
  });
}

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
  const statements = findStatements(parsed, actors, linkMentions(parsed, actors), times, words);
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
    const chains = linkMentions(parsed, actors);
    const start = performance.now();
    assert.ok(findStatements(parsed, actors, chains, [], words).length >= copies / 4);
    return performance.now() - start;
  };
  // Other work on the machine slows single runs, so the best of three counts.
  const best = (copies: number): number => Math.min(time(copies), time(copies), time(copies));
  const small = Math.max(20, best(100));
  assert.ok(best(800) < small * 30, 'eight times the text took more than thirty times as long');
});
