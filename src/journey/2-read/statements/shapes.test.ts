import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Told, told } from './worked-statements.ts';

const shapes: [why: string, text: string, expected: Told[]][] = [
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
  [
    'the speaker stands before an aside',
    'Ana Mora, who was in Ankara, said the road was open.',
    [['Ana Mora', 'the road was open', []]],
  ],
  [
    'an aside without a verb',
    'Ana Mora, a former judge, told Turkey that the road was open.',
    [['Ana Mora', 'the road was open', ['Turkey']]],
  ],
  ['people who are only counted', 'Several said the road was open.', [['Several', 'the road was open', []]]],
  [
    'what is added',
    'Ana Mora said the road was open, adding that trucks may pass.',
    [
      ['Ana Mora', 'the road was open', []],
      ['Ana Mora', 'trucks may pass', []],
    ],
  ],
  [
    'a statement that is issued',
    'Ana Mora issued a statement on Monday saying the road was open.',
    [['Ana Mora', 'the road was open', []]],
  ],
  ['told before', '“The road is open,” Ana Mora has said.', [['Ana Mora', '“The road is open,”', []]]],
  [
    'any verb right behind what is said',
    '“The road is open!” beamed Ana Mora.',
    [['Ana Mora', '“The road is open!”', []]],
  ],
  [
    'any verb right before a colon',
    'Ana Mora leaned in and boomed: “The road is open.”',
    [['Ana Mora', '“The road is open.”', []]],
  ],
  [
    'a name in marks behind what is said',
    '“The road is open,” Ana Mora, in a “Road Now” shirt, said.',
    [['Ana Mora', '“The road is open,”', []]],
  ],
  [
    'what is named and its name',
    'Ana Mora described the talks as “frank and useful” on Monday.',
    [['Ana Mora', 'the talks as “frank and useful” on Monday', []]],
  ],
  ['a name without marks', 'Ana Mora called the raid a crime.', [['Ana Mora', 'the raid a crime', []]]],
  [
    'a condition behind quoted words',
    'Ana Mora said the road would be “open to all” if the shelling stopped.',
    [['Ana Mora', 'the road would be “open to all” if the shelling stopped', []]],
  ],
  [
    'the main clause is not said',
    'While Ana Mora said the road was open, the trucks did not pass.',
    [['Ana Mora', 'the road was open', []]],
  ],
  [
    'what is said about it is not said',
    'Ana Mora said the road was “open to all”, which the council denied.',
    [['Ana Mora', 'the road was “open to all”', []]],
  ],
  [
    'a noun with its owner',
    'The town heard Ana Mora’s claim that the road was open.',
    [['Ana Mora', 'the road was open', []]],
  ],
  [
    'the sentence after a quoted word',
    'Ana Mora said the road was “open.” She said trucks may pass.',
    [
      ['Ana Mora', 'the road was “open.”', []],
      ['She', 'trucks may pass', []],
    ],
  ],
  [
    'an aside that what is said goes around',
    'The road is open, Ana Mora said, but trucks may not pass.',
    [['Ana Mora', 'The road is open, Ana Mora said, but trucks may not pass', []]],
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
