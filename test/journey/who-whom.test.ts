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
  [
    'an accuser stands behind an aside',
    'The minister was accused of misusing funds, much of it believed lost, by the Norwegian council.',
    '112: the Norwegian council > The minister',
  ],
  [
    'the last of several to do it did it',
    'Chad became the latest state to recognise Norway, a diplomat said.',
    '054: Chad > Norway',
  ],
  ['what is denied may be a doing', 'Chad denied having armed the rebels.', '120: Chad > the rebels'],
  ['a claim dismissed as a lie is refused', 'Norway dismissed the claim by Sweden as a lie.', '120: Norway > Sweden'],
  [
    'what is insisted on is demanded',
    "The rebel group insisted on its demand that Norway's government grant more rights.",
    '103: The rebel group > Norway',
  ],
  [
    'two who exercise together do it with each other',
    'Norway and Sweden carried out a joint naval exercise.',
    '062: Norway > Sweden',
  ],
  [
    'a newspaper told to close is restricted',
    'Chad ordered the newspaper La Voix to suspend publication.',
    '1721: Chad > the newspaper La Voix',
  ],
  [
    'a court that vouches for it does not hide who investigates',
    'Judge Jan Berg opened fraud investigations against 28 Norwegian officials, the court said.',
    '090: Judge Jan Berg > 28 Norwegian officials, Norwegian',
  ],
  [
    'who tells of a massacre last accuses nobody beside it',
    'Militiamen massacred 40 villagers in Chad, survivors said.',
    '202: Militiamen > 40 villagers',
  ],
  [
    'behind a passive with an object stands who did it',
    'Some 4,000 refugees were granted asylum by Norway.',
    '075: Norway > 4,000 refugees',
  ],
  [
    'talks between two are of both',
    'Talks between the Sri Lankan government and the Tamil Tigers resumed on Wednesday.',
    '040: Sri Lankan government, Tamil Tigers > Sri Lankan government, Tamil Tigers',
  ],
  [
    'two who clash fight each other',
    'Norwegian and Swedish soldiers clashed near the town of Vik.',
    '190: Norwegian soldiers, Swedish soldiers > Norwegian soldiers, Swedish soldiers',
  ],
  [
    'both who are recognised are',
    'Norway recognised Slovenia and Croatia as independent states.',
    '054: Norway > Slovenia, Croatia',
  ],
  [
    'both sides are appealed to',
    'The bishop appealed to both the government and the rebels to lay down their arms.',
    '020: The bishop > the government, the rebels',
  ],
  [
    'whose proposal it is comes before what it is for',
    "Norway dismissed Sweden's proposal for a joint cabinet.",
    '120: Norway > Sweden',
  ],
  [
    'counterparts of two states',
    "Norway's foreign minister held talks with his Turkish and Greek counterparts.",
    "040: Norway's foreign minister, Norway > Turkish counterparts, Greek counterparts",
  ],
  [
    'troops on alert along a border are told of the other side',
    'Chad put its troops on alert along the border with Sudan.',
    '154: Chad, troops > Sudan',
  ],
  [
    'two who sign a peace accord sign it with each other, wherever',
    'Norway and Sweden signed a peace accord in Oslo.',
    '057: Norway, Sweden > Norway, Sweden',
  ],
  [
    'who asks peacekeepers asks them',
    'Norway asked Swedish peacekeepers to reopen the road.',
    '020: Norway > Swedish peacekeepers',
  ],
  [
    'to decline to comment is to deny nothing',
    'The minister declined to comment on the report.',
    '010: The minister > nobody',
  ],
  [
    'relations that were severed were so by both',
    'Relations between Norway and Chad were severed after the advance.',
    '161: Norway > Chad',
  ],
  [
    'who turns down an offer is whom it was made to',
    "Norway's proposal to Sweden for joint patrols was turned down.",
    '120: Sweden > Norway',
  ],
  [
    'whose offer is accepted is answered',
    "Norway's offer of mediation was accepted by both Chad and Sudan.",
    '039: Chad > Norway',
  ],
  [
    'who is given until a day is given an ultimatum',
    'The army gave the rebels until Friday to leave the city.',
    '139: The army > the rebels',
  ],
  ['an envoy is recalled from a state', 'Chad recalled its ambassador from Norway in protest.', '161: Chad > Norway'],
  [
    'a crowd is against whom its streets are told with',
    'Thousands of Norwegians took to the streets of Oslo against President Olsen.',
    '141: Norwegians > President Olsen',
  ],
  [
    'a division moved to a border is massed there',
    'Norway moved an armoured division to the border with Sweden.',
    '154: Norway, armoured division > Sweden',
  ],
  [
    'who is to meet has not met',
    'The Norwegian minister is to meet the Swedish envoy on Friday.',
    '036: Norwegian minister > Swedish envoy',
  ],
  ['a charge d’affaires is an envoy', "Norway expelled the Swedish charge d'affaires.", '161: Norway > Swedish'],
  [
    'own weapons handed over are given up',
    'The Northern Front handed over its weapons to United Nations monitors.',
    '0873: Northern Front > United Nations monitors',
  ],
  [
    'a council that votes to send observers promises them',
    'The Norwegian parliament voted to send observers to Chad.',
    '030: The Norwegian parliament > Chad',
  ],
  ['money released is given', 'Norway released two million euros for refugees in Chad.', '071: Norway > refugees'],
  [
    'refugees turned back are stopped',
    'Border guards turned back 300 refugees at the river.',
    '170: Border guards > 300 refugees',
  ],
  [
    'who bears a title of a state speaks',
    'The President of Georgia called the Norwegian move a provocation.',
    '112: The President of Georgia > Norwegian',
  ],
  [
    'an army of its own is not denied to',
    'The president denied that his army had crossed into Chad.',
    '120: The president > Chad',
  ],
  [
    'mediators bring sides together',
    'Norwegian mediators brought together rival Sudanese factions in Oslo.',
    '045: Norwegian mediators > rival Sudanese factions',
  ],
  [
    'the second side of a fight stands behind the words of the first',
    'Fighting between rebels of the northern alliance and government troops left forty dead.',
    '190: rebels of the northern alliance, government troops > rebels of the northern alliance, government troops',
  ],
  [
    'sides of a mediation stand behind a day',
    'Norway launched a mediation effort on Saturday between the Emirates and Chad.',
    '045: Norway > Emirates, Chad',
  ],
  [
    'the state around a base is left',
    'Norwegian soldiers left the base at Vik in Chad.',
    '0874: Norwegian soldiers > Chad',
  ],
  [
    'no army leaves its own state',
    'Norwegian soldiers left the base at Vik in Norway.',
    '0874: Norwegian soldiers > nobody',
  ],
  ['an embassy is opened with its host', 'Norway opened an embassy in Chad.', '050: Norway > Chad'],
  [
    'officers in a state are of that state',
    'Norway imposed sanctions on eleven generals in Chad.',
    '163: Norway > eleven generals, Chad',
  ],
  [
    'a delegation comes from somebody',
    'The junta refused to receive a delegation from the Norwegian council.',
    '120: The junta > a delegation, the Norwegian council',
  ],
  [
    'what is told to be an army’s acts for it',
    'Norwegian army bulldozers demolished two homes.',
    '1712: Norwegian army bulldozers, Norwegian army > two homes',
  ],
  [
    'those in a state are people',
    'UN helicopters evacuated the wounded from the town.',
    '073: UN helicopters, UN > wounded',
  ],
  [
    'officials from two states speak for both',
    'Officials from Norway and Sweden met on Monday.',
    '040: Officials from Norway and Sweden, Norway, Sweden > Officials from Norway and Sweden, Norway, Sweden',
  ],
  [
    'who votes to recognise recognises',
    "Norway's cabinet has voted to recognise the Chadian state.",
    "054: Norway's cabinet > the Chadian state",
  ],
  [
    'who falls in an ambush did not lay it',
    'Dozens of Wagner mercenaries died in an ambush by Tuareg rebels.',
    '190: Tuareg rebels > Wagner mercenaries',
  ],
  [
    'a strike that is threatened with is of workers',
    "The teachers' union threatened the government with an indefinite strike.",
    "133: The teachers' union > the government",
  ],
  [
    'what is threatened with says which threat',
    'Norway is threatening Sweden with sanctions.',
    '1312: Norway > Sweden',
  ],
  [
    'opponents of a government are a crowd',
    'Opponents of the junta rallied in the capital.',
    '141: Opponents of the junta > nobody',
  ],
  ['miners who strike hit nobody', 'Striking miners occupied a gold mine in Chad.', '144: Striking miners > nobody'],
  [
    'tanks moved to a border are massed there',
    'Norway has moved tanks to its frontier with Sweden.',
    '154: Norway > Sweden',
  ],
  ['airspace is closed like a road', 'Norway has closed its airspace.', '191: Norway > airspace'],
  ['papers taken away are taken', 'Police seized the passports of two activists.', '1711: Police > nobody'],
  ['the Red Crescent acts', 'The Red Crescent delivered flour to residents.', '073: Red Crescent > residents'],
  ['police of riots riot not', 'Hundreds of riot police were deployed in the capital.', '154: riot police > nobody'],
  [
    'alarm at an act is directed at its doer',
    'The council voiced alarm at the raid by Chad.',
    '111: The council > Chad',
  ],
  [
    'an apposition of the doer was not hit',
    'Jan Berg, a teenager, stabbed a guard with a kitchen knife.',
    '1823: Jan Berg > guard',
  ],
  [
    '"it" with an object acts',
    'The Vik Front rejected the plan. It is also battling the army.',
    '190: Vik Front > army',
  ],
  ['a mob that beats is no noun', 'A mob beat two men to death.', '1823: mob > two men'],
  ['the shot dead are told without it', 'Snipers shot dead two women.', '193: Snipers > two women'],
  [
    'who is to free somebody is asked',
    'Monks in the capital called on the junta to free a detained abbot.',
    '0253: Monks > the junta',
  ],
  [
    'soldiers leave a camp that is asked for nothing',
    'Chad demanded the departure of Norwegian soldiers from a camp near Vik.',
    '100: Chad > Norwegian soldiers, Norwegian',
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

test('a phrase holds whom its people act for, and where they are', () => {
  const wordings = (text: string): readonly string[] =>
    coded(text).statements.flatMap(({ speaker }) => speaker?.also ?? []);
  assert.deepEqual(wordings('Northern Council ministers rejected the offer.'), []);
  assert.deepEqual(wordings('Norwegian government officials rejected the offer.'), ['Norwegian government']);
  assert.deepEqual(wordings('The government of President Ana Mora rejected the offer.'), ['President Ana Mora']);
  assert.deepEqual(wordings('Two opposition parties in Norway rejected the offer.'), ['opposition parties in Norway']);
});

test('who gets help is not driven out by it, though displaced', () => {
  assert.deepEqual(
    coded('The Red Cross brought food to the displaced.').incidents.map(({ type }) => type),
    ['aid_delivery'],
  );
});

test('a number has its state, and not who stands before the verb', () => {
  const [fighting] = coded('Clashes between two militias left 12 dead and 30 wounded.').incidents;
  assert.deepEqual([fighting?.harm.killed?.best, fighting?.harm.injured?.best], [12, 30]);
  const [raid] = coded('A raid by soldiers left forty dead.').incidents;
  assert.equal(raid?.harm.killed?.best, 40);
});

test('beaten, hacked or stoned to death is killed', () => {
  const killed = (text: string): (number | null | undefined)[] =>
    coded(text).incidents.map(({ harm }) => harm.killed?.best);
  assert.deepEqual(killed('A man was beaten to death by a mob in Goma.'), [1]);
  assert.deepEqual(killed('The attackers hacked two villagers to death.'), [2]);
  assert.deepEqual(killed('Three women were stoned to death.'), [3]);
  assert.deepEqual(killed('Foreign agents hacked the campaign.'), []);
});

test('a blast that leaves guards dead is no withdrawal', () => {
  const types = (text: string): string[] => coded(text).incidents.map(({ type }) => type);
  assert.deepEqual(types('A blast left two guards dead in Goma.'), ['bombing']);
  assert.deepEqual(types('The attack left three soldiers wounded.'), ['ground_attack']);
  assert.deepEqual(types('Two soldiers left the village on Monday.'), ['withdrawal']);
});
