import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadActorWords } from '../../../knowledge/actor-words.ts';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import { parseText } from '../grammar/parse-text.ts';
import { findActors } from './actors.ts';

const register = loadActors('knowledge/actors');
const words = loadActorWords('knowledge/lexicon/en');
const grammar = loadGrammar('knowledge/weights');

const read = (text: string): ActorName[] => findActors(parseText(text, grammar), register, words);

/** The mention with this wording, as the fields that a row names. */
function found(text: string, wording: string): ActorName | undefined {
  return read(text).find((mention) => mention.text === wording);
}

const mentions: [text: string, wording: string, expected: Partial<ActorName>][] = [
  ['The Red Dawn claimed the attack.', 'The Red Dawn', { form: 'name', kind: 'organisation' }],
  ['The self-styled Red Dawn claimed the attack.', 'Red Dawn', { form: 'name', kind: 'organisation' }],
  ['The lawyer Peter Hall left.', 'The lawyer Peter Hall', { form: 'name', kind: 'person' }],
  [
    'Russian jets struck a depot.',
    'Russian jets',
    {
      form: 'description',
      kind: 'object',
      number: 'plural',
      role: 'military',
      actor: 'ru.airforce',
      object: 'aircraft',
    },
  ],
  [
    'Turkish jets struck a depot.',
    'Turkish jets',
    {
      form: 'description',
      kind: 'object',
      number: 'plural',
      role: 'military',
      actor: 'tr.airforce',
      object: 'aircraft',
    },
  ],
  ['The Israeli army closed the road.', 'The Israeli army', { kind: 'organisation', actor: 'il.army', country: 'IL' }],
  [
    'The Lebanese army closed the road.',
    'The Lebanese army',
    { kind: 'organisation', actor: 'lb.army', country: 'LB' },
  ],
  ['Turkish police detained two men.', 'Turkish police', { role: 'police', actor: 'tr.police' }],
  ['Three men died in a police shooting.', 'police', { role: 'police', kind: 'organisation' }],
  ['A rebel attack on the town failed.', 'rebel', { role: 'non_state_armed_group', kind: 'group_of_people' }],
  ['Rebel mortar fire hit the town.', 'Rebel', { role: 'non_state_armed_group', kind: 'group_of_people' }],
  ['Ana Mora saw inspectors of the UN.', 'inspectors of the UN', { affiliation: 'un' }],
  ['President Ana Mora met the envoy.', 'President Ana Mora', { office: true, title: 'President' }],
  ['Doctor Ana Mora met the envoy.', 'Doctor Ana Mora', { office: false }],
  ['The government of Yemen agreed to the plan.', 'The government of Yemen', { actor: 'ye.gov', role: 'state' }],
  [
    'A Hezbollah commander was wounded.',
    'A Hezbollah commander',
    { kind: 'person', actor: null, affiliation: 'hezbollah', role: 'non_state_armed_group' },
  ],
  [
    'Taliban fighters left the valley.',
    'Taliban fighters',
    { kind: 'group_of_people', actor: 'taliban', role: 'non_state_armed_group' },
  ],
  [
    'Members of the Taliban left the valley.',
    'Members of the Taliban',
    { kind: 'group_of_people', actor: null, affiliation: 'taliban' },
  ],
  [
    'US-backed rebels left the valley.',
    'US-backed rebels',
    { actor: null, affiliation: null, role: 'non_state_armed_group' },
  ],
  [
    'A pro-government militia held the bridge.',
    'A pro-government militia',
    { kind: 'organisation', role: 'militia', actor: null },
  ],
  [
    'Five children were wounded.',
    'Five children',
    { subset: 'children', protected: true, number: 'plural', role: 'civilian' },
  ],
  ['Two medics were wounded.', 'Two medics', { subset: 'medical', protected: true, role: 'medical' }],
  [
    'A group of heavily armed men stopped the bus.',
    'A group of heavily armed men',
    { kind: 'group_of_people', role: 'unknown' },
  ],
  ['At least 30 people were killed.', '30 people', { kind: 'group_of_people', number: 'plural', role: 'civilian' }],
  [
    'Doctors Without Borders said the ward was full.',
    'Doctors Without Borders',
    { form: 'name', actor: 'msf', role: 'medical' },
  ],
  ['The UN Security Council met on Monday.', 'The UN Security Council', { form: 'name', actor: 'un.security-council' }],
  [
    'The Popular Salvation Council rejected the plan.',
    'The Popular Salvation Council',
    { form: 'name', kind: 'organisation', actor: null },
  ],
  [
    'Foreign Minister Ana Mora left for the talks.',
    'Foreign Minister Ana Mora',
    { kind: 'person', form: 'name', title: 'Foreign Minister', name: 'Ana Mora', gender: 'female', role: 'person' },
  ],
  [
    'US Secretary of State Ana Mora left for the talks.',
    'US Secretary of State Ana Mora',
    { kind: 'person', affiliation: 'us.gov', country: 'US', name: 'Ana Mora' },
  ],
  [
    'Col. Karim Haddad gave the order.',
    'Col. Karim Haddad',
    { kind: 'person', title: 'Col.', name: 'Karim Haddad', gender: 'male' },
  ],
  ['RUSSIAN JETS STRUCK A DEPOT.', 'RUSSIAN JETS', { kind: 'object', number: 'plural', actor: 'ru.airforce' }],
  ['SYRIAN JETS STRUCK A DEPOT.', 'SYRIAN JETS', { kind: 'object', number: 'plural', actor: 'sy.airforce' }],
  ['Moscow said the truce was holding.', 'Moscow', { actor: 'ru.gov', metonym: true }],
  ['Ankara said the truce was holding.', 'Ankara', { actor: 'tr.gov', metonym: true }],
];
for (const [text, wording, expected] of mentions) {
  test(`"${wording}" in "${text}" is read as an actor`, () => {
    const mention = found(text, wording);
    assert.ok(
      mention,
      `found ${
        read(text)
          .map((each) => `"${each.text}"`)
          .join(', ') || 'nothing'
      }`,
    );
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(mention, key)])),
      expected,
    );
  });
}

const places: [string, string][] = [
  ['The convoy reached the suburbs near Moscow.', 'Moscow'],
  ['Fighting continued in Syria.', 'Syria'],
  ['He was born in Beirut.', 'Beirut'],
];
for (const [text, name] of places) {
  test(`"${name}" in "${text}" is a place and no actor`, () => {
    assert.equal(found(text, name), undefined);
  });
}

test('two owners of one noun are kept, none of them is the actor alone, and "or" makes them alternatives', () => {
  const both = found('Russian and Syrian jets struck a depot.', 'Russian and Syrian jets');
  const either = found('Syrian or Russian jets struck a depot.', 'Syrian or Russian jets');
  assert.deepEqual([both?.actor, both?.candidates, both?.either], [null, ['sy.airforce', 'ru.airforce'], false]);
  assert.deepEqual([either?.actor, either?.candidates, either?.either], [null, ['ru.airforce', 'sy.airforce'], true]);
});

test('some people of a country are not its government', () => {
  assert.equal(found('Two Israelis were killed.', 'Two Israelis')?.affiliation, null);
  assert.equal(found('Two Norwegians were killed.', 'Two Norwegians')?.affiliation, null);
});

test('members of a named group are people of it', () => {
  const members = found('It killed three suspected al Qaeda members.', 'three suspected al Qaeda members');
  assert.equal(members?.affiliation, 'al-qaeda');
});

test('an acronym given in brackets means the body before it, whatever the register says', () => {
  const text = 'The Popular Defence Front (PDF) denied it. The PDF left.';
  assert.deepEqual(
    read(text)
      .filter((mention) => mention.name === 'PDF')
      .map((mention) => mention.actor),
    [null, null],
  );
});

test('a first name that is also a country makes a person', () => {
  const mention = found('Jordan Smith spoke to the council.', 'Jordan Smith');
  assert.deepEqual([mention?.kind, mention?.actor], ['person', null]);
});

test('a name in a known place is no person', () => {
  const text = 'Karmel Bosra saw heavy fighting.';
  const parsed = parseText(text, grammar);
  assert.deepEqual(findActors(parsed, register, words, { places: [{ start: 0, end: 12 }] }), []);
});

test('mentions stand in order and their spans hold their text', () => {
  const pieces = [
    'Russian jets',
    'the UN',
    'Col. Karim Haddad',
    'said',
    'that',
    'five children',
    ',',
    '.',
    'of',
    '(FSA)',
    'Ankara',
    '“',
    '”',
    'US-backed',
    "Yemen's army",
    '\n\n',
    'İ',
    '\ud800',
    'told',
    'the',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      const list = read(text);
      list.forEach((mention, index) => {
        assert.equal(mention.id, index);
        assert.equal(text.slice(mention.start, mention.end), mention.text);
        assert.ok(mention.firstToken <= mention.head && mention.head <= mention.lastToken);
        if (index > 0) assert.ok((list[index - 1]?.start ?? 0) <= mention.start);
      });
      assert.deepEqual(read(text), list);
    }),
    { numRuns: 60 },
  );
});
