import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActorWords } from '../../../knowledge/actor-words.ts';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { loadHarmWords } from '../../../knowledge/harm-words.ts';
import { parseText } from '../grammar/parse-text.ts';
import { findActors } from './actors.ts';
import { linkMentions } from './link-mentions.ts';

const register = loadActors('knowledge/actors');
const words = loadActorWords('knowledge/lexicon/en');
const harm = loadHarmWords('knowledge', 'en');
const grammar = loadGrammar('knowledge/weights');

/** Each mention as worded, with the wording that stands for it. */
function links(text: string): string[] {
  const parsed = parseText(text, grammar);
  const actors = findActors(parsed, register, words);
  const chains = linkMentions(parsed, actors, harm.byVerb);
  return actors.map((mention) => `${mention.text} → ${actors[chains.representative[mention.id] ?? -1]?.text}`);
}

const cases: [why: string, text: string, expected: string[]][] = [
  [
    'who died is whom the act befell, and not who did it',
    'A gunman shot a student. He died there.',
    ['A gunman → A gunman', 'a student → a student', 'He → a student'],
  ],
  [
    'a surname means the person named in full',
    'Minister Ana Mora spoke. Mora left early.',
    ['Minister Ana Mora → Minister Ana Mora', 'Mora → Minister Ana Mora'],
  ],
  [
    'either of two surnames will do',
    'General Fernando Torres Silva spoke. Torres left early.',
    ['General Fernando Torres Silva → General Fernando Torres Silva', 'Torres → General Fernando Torres Silva'],
  ],
  [
    'both surnames mean the person named in full',
    'General Fernando Torres Silva spoke. Torres Silva left early.',
    ['General Fernando Torres Silva → General Fernando Torres Silva', 'Torres Silva → General Fernando Torres Silva'],
  ],
  [
    'a given name and a surname of somebody else do not',
    'General Fernando Torres Silva spoke. Marco Silva left early.',
    ['General Fernando Torres Silva → General Fernando Torres Silva', 'Marco Silva → Marco Silva'],
  ],
  [
    'a pronoun takes the person of its gender',
    'Ana Mora met Karim Haddad. She left early.',
    ['Ana Mora → Ana Mora', 'Karim Haddad → Karim Haddad', 'She → Ana Mora'],
  ],
  [
    'the same with the persons exchanged',
    'Karim Haddad met Ana Mora. He left early.',
    ['Karim Haddad → Karim Haddad', 'Ana Mora → Ana Mora', 'He → Karim Haddad'],
  ],
  [
    'a country and its capital are one government',
    'Russia rejected the plan. Moscow offered talks.',
    ['Russia → Russia', 'Moscow → Russia'],
  ],
  [
    '"the group" is the body named before',
    'Hezbollah fired rockets. The group denied the charge.',
    ['Hezbollah → Hezbollah', 'The group → Hezbollah'],
  ],
  [
    '"the minister" is the one with that title',
    'Foreign Minister Ana Mora spoke. The minister left early.',
    ['Foreign Minister Ana Mora → Foreign Minister Ana Mora', 'The minister → Foreign Minister Ana Mora'],
  ],
  [
    'two people with one surname stay two',
    'Ana Mora met Luis Mora. Luis Mora left.',
    ['Ana Mora → Ana Mora', 'Luis Mora → Luis Mora', 'Luis Mora → Luis Mora'],
  ],
  [
    'a surname has the gender of its bearer',
    'Omar Haddad was held. Haddad fired at his mother. She was hurt.',
    ['Omar Haddad → Omar Haddad', 'Haddad → Omar Haddad', 'his mother → his mother', 'She → his mother'],
  ],
  [
    '"they" takes a plural',
    'The rebels met Ana Mora. They left early.',
    ['The rebels → The rebels', 'Ana Mora → Ana Mora', 'They → The rebels'],
  ],
];
for (const [why, text, expected] of cases) {
  test(`links: ${why}`, () => {
    assert.deepEqual(links(text), expected);
  });
}

test('every member of a chain has the same list, and the representative is in it', () => {
  const parsed = parseText('Hezbollah fired rockets. The group denied it. Ana Mora said she knew. Mora left.', grammar);
  const actors = findActors(parsed, register, words);
  const { members, representative } = linkMentions(parsed, actors, harm.byVerb);
  for (const { id } of actors) {
    assert.ok(members[id]?.includes(id));
    assert.ok(members[id]?.includes(representative[id] ?? -1));
    for (const other of members[id] ?? []) assert.equal(members[other], members[id]);
  }
});

test('linking a long report takes time in line with its length', () => {
  const unit = 'Hezbollah fired rockets. The group denied it. Ana Mora said she knew. They left. ';
  const time = (copies: number): number => {
    const parsed = parseText(unit.repeat(copies), grammar, { wants: () => false });
    const actors = findActors(parsed, register, words);
    assert.ok(actors.length > copies * 4);
    const start = performance.now();
    linkMentions(parsed, actors, harm.byVerb);
    return performance.now() - start;
  };
  // Other work on the machine slows single runs, so the best of three counts.
  const best = (copies: number): number => Math.min(time(copies), time(copies), time(copies));
  const small = Math.max(20, best(150));
  assert.ok(best(1200) < small * 30, 'eight times the text took more than thirty times as long');
});
