import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { parseText } from './parse-text.ts';

const grammar = loadGrammar('knowledge/weights');

/** "word relation head" of each word named. */
function arcs(text: string, words: readonly string[]): string[] {
  const [{ tokens, tree }] = parseText(text, grammar).sentences as unknown as [
    { tokens: { text: string }[]; tree: { heads: Int32Array; relations: string[] } },
  ];
  return words.map((word) => {
    const at = tokens.findIndex(({ text }) => text === word);
    return `${word} ${tree.relations[at]} ${tokens[tree.heads[at] ?? -1]?.text ?? '-'}`;
  });
}

const cases: readonly (readonly [fact: string, text: string, expected: readonly string[]])[] = [
  [
    'a finite verb behind "after" has the noun before it as its subject',
    'The UN suspended aid deliveries on Tuesday after an air raid on a convoy near Aleppo killed about 20 civilians the day before.',
    ['raid nsubj killed', 'killed advcl suspended', 'after mark killed'],
  ],
  [
    'also where the parser joins it to the first verb',
    'The UN suspended flights on Tuesday after an air raid on a convoy near Aleppo killed about 20 drivers.',
    ['raid nsubj killed', 'killed advcl suspended'],
  ],
  [
    'a clause behind ", who" is about the noun, and the verb behind it is the sentence',
    'The police reported that the journalist, who was sent to Chad to cover the war, was injured last night during an attack.',
    ['sent acl:relcl journalist', 'journalist nsubj:pass injured'],
  ],
  [
    'also of what somebody said',
    'Officials said two teachers, who had refused to leave the village, were abducted by rebels.',
    ['refused acl:relcl teachers', 'teachers nsubj:pass abducted', 'abducted ccomp said'],
  ],
  [
    'a name between commas is the subject before it',
    'The party leader in Cordoba, Gustavo Guerra, was gunned down today.',
    ['leader nsubj:pass gunned', 'Gustavo appos leader'],
  ],
  [
    'a clause behind ", which" is about the noun of its number',
    'The minister visited the offices of the daily in Beirut, which were damaged by a bomb.',
    ['damaged acl:relcl offices'],
  ],
  [
    'what somebody is called on to do describes no noun',
    'It called on the sponsors of the truce to say which aircraft had been in the air.',
    ['truce nmod sponsors', 'say advcl called'],
  ],
  [
    'what two are told describes neither',
    'The premier told the Northern Union and the United Nations that the dispute with Eritrea would be settled.',
    ['settled ccomp told', 'Nations conj Union'],
  ],
  [
    'what forces are warned of with a subject of its own',
    'Oslo warned the forces that it would cross the border.',
    ['cross ccomp warned', 'that mark cross'],
  ],
  [
    'both of two are appealed to',
    'The bishop appealed to both the government and the rebels to lay down their arms.',
    ['rebels conj government', 'lay advcl appealed'],
  ],
  [
    'the second side of talks',
    'Talks between the Sri Lankan government and the Tamil Tigers resumed in Geneva on Wednesday.',
    ['Tigers conj government'],
  ],
  [
    'what stands behind a dash is no object',
    'Airstrikes on Easton: 4 civilians killed, 10 injured - Civil Defence.',
    ['Defence parataxis injured'],
  ],
  [
    'a counted participle before a dash is no adjective',
    'Easton City: missile hit a building, 2 women dead, 8 wounded - medics',
    ['8 nsubj:pass wounded', 'medics parataxis wounded'],
  ],
];

for (const [fact, text, expected] of cases)
  test(fact, () => {
    const words = expected.map((arc) => arc.split(' ')[0] ?? '');
    assert.deepEqual(arcs(text, words), expected);
  });
