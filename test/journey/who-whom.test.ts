/** Who did what to whom, sentence by sentence: each event as "CAMEO code: who > whom". Our own sentences, no side of any war. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedReport, Participant } from '../../src/model/coded-report.ts';
import { plainReport } from '../plain-report.ts';

const knowledge = loadKnowledge('knowledge');

const coded = (text: string): CodedReport => code(plainReport(text, '2016-09-20'), knowledge);

const names = (list: readonly Participant[]): string => list.map(({ name }) => name).join(', ') || 'nobody';

function events(text: string): string[] {
  const { incidents, statements } = coded(text);
  return [
    ...incidents.map(
      ({ codes, perpetrators, targets }) => `${codes.cameo}: ${names(perpetrators)} > ${names(targets)}`,
    ),
    ...statements.map(
      ({ codes, speaker, addressees }) =>
        `${codes.cameo}: ${names(speaker === null ? [] : [speaker])} > ${names(addressees)}`,
    ),
  ];
}

const cases: [fact: string, text: string, event: string][] = [
  [
    'whom a passive names behind "by" condemns',
    'Norway was criticised by Sweden over the raid.',
    '111: Sweden > Norway',
  ],
  ['the same with the parties exchanged', 'Sweden was criticised by Norway over the raid.', '111: Norway > Sweden'],
  [
    'an accuser behind "by" accuses the subject',
    'The minister has been accused by the opposition of misusing public funds.',
    '112: the opposition > The minister',
  ],
  ['a stance is no passive', 'Norway is opposed to the plan, an aide said.', '120: Norway > the plan'],
  [
    'pressure reaches who comes under it',
    'Norway came under pressure from Sweden to reopen the border.',
    '100: Sweden > Norway',
  ],
  [
    'criticism reaches who draws it',
    'The army drew sharp criticism from the council over the raid.',
    '111: the council > The army',
  ],
  [
    'criticism of somebody is directed at him',
    "Sweden's criticism of Norway angered the minister.",
    '111: Sweden > Norway',
  ],
  ['a day stands between a name and its verb', 'Norway on Monday rejected the offer.', '120: Norway > nobody'],
  ['a day is nobody', 'Norway today accepted a plan for ending the dispute with Sweden.', '030: Norway > Sweden'],
  ['fire is set to what burns', 'The rebels set fire to a school and two shops.', '1712: rebels > school, two shops'],
  ['arms received come from the giver', 'The rebels received weapons from Norway.', '072: Norway > rebels'],
  [
    'what two agree on is promised to each other',
    'Norway and Sweden agreed on a new trade pact.',
    '030: Norway > Sweden',
  ],
  [
    'an accord on trade is no truce',
    'Norway and Sweden signed a trade accord on Monday.',
    '057: Norway, Sweden > Norway, Sweden',
  ],
  [
    'who is given comes before what is given',
    'Norway on Monday gave the Ivory Coast 5 million dollars of aid.',
    '073: Norway > Ivory Coast',
  ],
  [
    'troops that are sent are not sent to',
    'Norway will send 400 troops to Chad, the president said.',
    '030: Norway > Chad',
  ],
  [
    'an apology is demanded from somebody',
    'Norway demanded an apology from Sweden for the raid.',
    '100: Norway > Sweden',
  ],
  ['a border is closed to the neighbour', 'Norway closed its borders with Sweden.', '191: Norway > borders, Sweden'],
  [
    "a protest of somebody's refusal is against him",
    "Refugees held a hunger strike in protest of the Norwegian government's refusal to let them stay.",
    '142: Refugees > Norwegian government',
  ],
  [
    'a general strike is no attack',
    'Seven opposition parties in Nepal organized a general strike on Monday.',
    '143: Seven opposition parties > nobody',
  ],
  [
    'people of an office speak for a state',
    'President Ana Mora gave a warm welcome on Thursday to Norwegian leader Jan Berg.',
    '043: President Ana Mora > Norwegian leader Jan Berg',
  ],
  [
    'a past that has an object has its doer',
    'The army used chemical weapons against the rebels.',
    '2041: army > nobody',
  ],
  [
    'a pronoun of the subject speaks for it',
    'Norway signalled its willingness to hold talks with Kenya.',
    '036: Norway > Kenya',
  ],
  [
    'outrage at an act is directed at its doer',
    'Norway expressed outrage at the raid by Kenya.',
    '111: Norway > Kenya',
  ],
  ['who is invited is asked', 'Norway invited Kenya to peace talks.', '026: Norway > Kenya'],
  [
    'an offer that is dismissed is refused',
    "The rebels dismissed the government's offer.",
    '120: The rebels > the government',
  ],
  ['talks that are broken off are not held', 'Norway broke off talks with Kenya.', '164: Norway > Kenya'],
  ['a neighbour is behind the border', 'Norway massed troops on the border with Kenya.', '154: Norway, troops > Kenya'],
  [
    'what a crowd stones did not stone',
    'An angry crowd stoned the Norwegian embassy.',
    '145: angry crowd > Norwegian embassy',
  ],
  ['assets are frozen', 'Norway froze the assets of Kenyan officials.', '163: Norway > Kenyan officials, Kenyan'],
  ['a closed embassy is a tie cut', 'Norway closed its embassy in Kenya.', '161: Norway > Kenya'],
  [
    'who stands before the word for an attack did it',
    'Two people were killed in a rebel attack.',
    '1823: rebel > Two people',
  ],
  ['the same of an army', 'Two people were killed in an army raid.', '1823: army > Two people'],
  ['whose the weapon is did it', 'Rebel mortar fire killed two people.', '194: Rebel > two people'],
  [
    'who stands far behind a passive did it',
    'Rebels were pushed back from the hills above Beni by army units.',
    '190: army units > Rebels',
  ],
  [
    'those arrested are people, whatever they are called',
    'Five hawkers were arrested on Monday.',
    '173: nobody > Five hawkers',
  ],
  ['an act of which nobody is named has no code', 'Sporadic clashes went on in the hills.', 'null: nobody > nobody'],
];

for (const [fact, text, event] of cases)
  test(fact, () => {
    const found = events(text);
    assert.ok(found.includes(event), `${JSON.stringify(found)} should hold ${event}`);
  });

test('a description holds the name of its actor among the wordings', () => {
  const wordings = (text: string): readonly string[] =>
    coded(text).statements.flatMap(({ speaker }) => speaker?.also ?? []);
  assert.deepEqual(wordings('The radical Northern Front movement rejected an invitation.'), ['Northern Front']);
  assert.deepEqual(wordings('A group of Norwegian diplomats rejected an invitation.'), ['Norwegian diplomats']);
});

test('a blast that leaves guards dead is no withdrawal', () => {
  const types = (text: string): string[] => coded(text).incidents.map(({ type }) => type);
  assert.deepEqual(types('A blast left two guards dead in Goma.'), ['bombing']);
  assert.deepEqual(types('The attack left three soldiers wounded.'), ['ground_attack']);
  assert.deepEqual(types('Two soldiers left the village on Monday.'), ['withdrawal']);
});
