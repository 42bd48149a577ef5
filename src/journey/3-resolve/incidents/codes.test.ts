import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedReport } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);

function coded(text: string): CodedReport {
  return code(plainReport(text, '2016-06-15'), knowledge);
}

/** Every event with a CAMEO code, of incidents and statements alike: code, who, to whom. */
function events({ incidents, statements }: CodedReport): string[] {
  const line = (cameo: string | null, from: string[], to: string[]): string =>
    `${cameo} ${from.join(' + ')} -> ${to.join(' + ')}`.trim();
  const names = (list: readonly { name: string }[]): string[] =>
    list.map(({ name }) => name.replace(/^(?:the|a|an) /i, ''));
  return [
    ...incidents
      .filter(({ codes }) => codes.cameo !== null)
      .map(({ codes, perpetrators, targets }) => line(codes.cameo, names(perpetrators), names(targets))),
    ...statements.map(({ codes, speaker, addressees }) =>
      line(codes.cameo, speaker === null ? [] : names([speaker]), names(addressees)),
    ),
  ];
}

/** Our own sentences, after the verb families of CAMEO; no side is always the one that does harm. */
const ACTS: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['Kenya appealed to Tanzania for help in rescuing the trapped miners.', '023 Kenya -> Tanzania'],
  ['Ghana said it would reopen its embassy in Togo.', '030 Ghana -> Togo'],
  [
    'The United Nations asked both sides for weekly pauses and has stored food for 900 people.',
    '020 United Nations -> both sides',
  ],
  ['The foreign minister of Chile arrived in Peru on Monday for a visit.', '042 foreign minister of Chile -> Peru'],
  ['Norway held talks with Kenya on the fate of the refugees.', '040 Norway -> Kenya'],
  ['Canada praised Kenya for its handling of the election.', '051 Canada -> Kenya'],
  ['Ghana and Togo signed a trade agreement on Friday.', '057 Ghana + Togo -> Ghana + Togo'],
  ['Kenya extradited two suspects to Uganda.', '063 Kenya -> Uganda'],
  ['Canada supplied weapons to Ukraine.', '072 Canada -> Ukraine'],
  ['Kenya granted asylum to three Ugandan dissidents.', '075 Kenya -> three Ugandan dissidents'],
  ['Chile lifted its sanctions against Peru.', '085 Chile -> Peru'],
  ['The government did not allow UN inspectors into the region.', '120 government -> UN inspectors + UN'],
  ['Chile demanded an apology from Peru.', '100 Chile -> Peru'],
  ['Uganda accused Kenya of arming the rebels.', '112 Uganda -> Kenya'],
  ["Chile rejected Peru's demand for compensation.", '120 Chile -> Peru'],
  ['Chile threatened to cut off gas supplies to Peru.', '130 Chile -> Peru'],
  ['Uganda warned Kenya against sending troops across the border.', '130 Uganda -> Kenya'],
  ['Canada imposed sanctions on Belarus.', '163 Canada -> Belarus'],
  ['Norway suspended aid to Kenya.', '162 Norway -> Kenya'],
  ['Chile broke off diplomatic relations with Peru.', '161 Chile -> Peru'],
  ['The government banned the opposition party.', '1722 government -> opposition party'],
  ['The president declared a state of emergency.', '1724 president ->'],
  ['The opposition demanded that the president resign.', '104 opposition -> president'],
  [
    'The presidents of Zambia and Malawi met on Sunday.',
    '040 presidents of Zambia and Malawi + Zambia + Malawi -> presidents of Zambia and Malawi + Zambia + Malawi',
  ],
  ['Norway and Sweden started joint exercises in the Arctic.', '062 Norway -> Sweden'],
  ['Chile is ready to return the ships to Peru, a minister told reporters.', '0353 Chile -> reporters + Peru'],
  ['The movement insisted on the release of all prisoners held by Kenya.', '1053 movement -> Kenya'],
  ['Chile dismissed a proposal by Peru for a 30-day truce.', '120 Chile -> Peru'],
  ['Canada voiced its solidarity with Kenya after the floods.', '051 Canada -> Kenya'],
  ['Chile condemned the raid by Peru on a school.', '111 Chile -> Peru'],
  ['The two envoys met a week after the bombing of the port.', '040 two envoys -> two envoys'],
  ['The envoy held a new round of talks with Kenyan officials in Oslo.', '040 envoy -> Kenyan officials'],
  ['Chile flew 12 armoured vehicles to Chad.', '072 Chile -> Chad'],
  ['Chile reached an agreement with Peru on water.', '030 Chile -> Peru'],
  ['Chile said it will support a resolution that tightens sanctions against Peru.', '032 Chile -> Peru'],
  ['The government plans to impose restrictions on Chilean workers.', '132 government -> Chilean workers'],
  ['Kenya bombed an air base in Sudan overnight.', '190 Kenya -> air base'],
  ['A car bomb killed a judge in the port.', '183  -> judge'],
  ['The army drove rebels out of three villages.', '190 army -> rebels'],
  ['Chile complained to the Security Council about shelling by Peru.', '111 Chile -> Security Council + Peru'],
  ['Kenya held Uganda responsible for the flow of migrants.', '112 Kenya -> Uganda'],
  ['The Palestinians reject the proposed changes by Norway.', '120 Palestinians -> Norway'],
  ['The army is failing to protect the camps, a human rights group protested.', '111 human rights group -> army'],
  ['Kurds rallied in Oslo against Norway.', '141 Kurds -> Norway'],
  ['Kenya massed troops on the border with Uganda.', '154 Kenya + troops -> Uganda'],
  ['The minister freed the mayor, whom rebels had seized in May.', '0841 minister -> mayor'],
  ['Norway will evacuate the camps in Chad, said spokespeople for the premier.', '0356 Norway -> Chad'],
  [
    'A court in Peru issued arrest warrants for two Chilean officers, the police said.',
    '173 court -> two Chilean officers + Chilean',
  ],
  ['Forces loyal to the government detained eleven activists in Barra.', '173 Forces -> eleven activists'],
  ['An army air strike hit the market of Barra.', '195 army -> market of Barra'],
  ['Ukrainian shells landed in a courtyard.', '194 Ukrainian ->'],
  ['The front handed two kidnapped sergeants over to the Red Cross.', '0841 front -> two kidnapped sergeants'],
  ['Chile insisted that Peru reopen the port.', '100 Chile -> Peru'],
  ['The union deplored the beating of reporters by Peru.', '111 union -> Peru'],
  ['The senate voted down the peace plan.', '127 senate ->'],
  ['Chile ended its military accord with Peru.', '160 Chile -> Peru'],
  ['Chile offered Olsen a seat in the council.', '030 Chile -> Olsen'],
  ['Monks marched through Barra.', '141 Monks ->'],
  ['The agency handed out blankets to displaced families.', '073 agency -> families'],
  ['Kenya freed four journalists on Tuesday.', '0841 Kenya -> four journalists'],
  ['The militia captured Northford from the army.', '192 militia -> Northford + army'],
];

for (const [text, ...expected] of ACTS) {
  test(`codes once: ${text}`, () => assert.deepEqual(events(coded(text)), expected));
}

test('exchanging the parties exchanges who did it and nothing else', () => {
  const there = events(coded('Chile accused Peru of shelling a village and recalled its ambassador.'));
  const back = events(coded('Peru accused Chile of shelling a village and recalled its ambassador.'));
  const swap = (text: string): string => text.replace(/Chile|Peru/g, (name) => (name === 'Chile' ? 'Peru' : 'Chile'));
  assert.deepEqual(there.map(swap), back);
});

const ACLED: readonly (readonly [text: string, expected: string])[] = [
  ['Police used tear gas to disperse thousands of protesters in the square.', 'Protest with intervention'],
  ['Soldiers seized 30 rifles and two machine guns in the village.', 'Disrupted weapons use'],
  ['A suicide bomber blew himself up near a market, killing five people.', 'Suicide bomb'],
  ['The rebels ceded the town of Barra to the army.', 'Non-violent transfer of territory'],
  ['The army established a base near Barra.', 'Headquarters or base established'],
  ['Villagers beat two men to death over a theft.', 'Mob violence'],
  ['Warplanes destroyed an arms depot near Barra.', 'Air/drone strike'],
  ['Several activists were detained during unsanctioned protests in Barra.', 'Protest with intervention'],
  ['Rioters fought with the police in the square.', 'Violent demonstration'],
  ['Police used excessive force to suppress a peaceful protest in Barra.', 'Protest with intervention'],
  ['The rebels will advance to Barra after seizing the town of Tel.', 'Non-state actor overtakes territory'],
];

for (const [text, expected] of ACLED) {
  test(`ACLED: ${text}`, () => {
    const found = coded(text).incidents.map(({ codes }) => codes.acled);
    assert.ok(found.includes(expected), `expected ${expected}, found ${found.join(', ')}`);
  });
}

test('a flood that kills is no incident', () => {
  assert.deepEqual(coded('Floods killed 30 people in the north on Tuesday.').incidents, []);
});
