/** Digests: many acts of many places in one report, none of which says anything of the others. Written for this project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** Place: type by whom, dead, day of each incident. */
const told = (text: string, published: string): string[] =>
  code(plainReport(text, published), knowledge).incidents.map(
    ({ type, place, perpetrators, harm, time }) =>
      `${place?.name ?? '-'}: ${type} by ${perpetrators.map(({ name, attribution }) => `${name}${attribution === 'suspected' ? ' (suspected)' : ''}`).join(', ') || '-'}, ${harm.killed?.best ?? '-'} dead, ${time?.start?.slice(0, 10) ?? '-'}`,
  );

const cases: readonly [what: string, published: string, text: string, expected: readonly string[]][] = [
  [
    'a digest of five wars: each act keeps its doer and its day',
    '2016-06-10',
    'Here is what happened on Thursday.\n\nA car bomb exploded near a bakery in Baghdad, killing nine people, police said.\n\nIn eastern Ukraine, separatists shelled the town of Avdiivka for the second day, wounding two civilians, the military said.\n\nThe Taliban attacked a police post in Helmand province and killed four officers, officials said.\n\nThree aid workers were abducted near Goma on Wednesday by gunmen.\n\nTurkish warplanes struck camps in northern Iraq, the general staff said.',
    [
      'Baghdad: bombing by -, 9 dead, 2016-06-09',
      'Avdiivka: shelling by separatists, - dead, 2016-06-09',
      'Helmand: ground_attack by Taliban, 4 dead, 2016-06-09',
      'Goma: abduction by gunmen, - dead, 2016-06-08',
      'Iraq: air_strike by Turkish warplanes, - dead, 2016-06-09',
    ],
  ],
  [
    'acts at places apart are not one act, and one that nobody claimed has no doer',
    '2016-06-12',
    'Warplanes bombed the market of Ariha, killing 12 people, residents said. The Islamic State group said it had killed 20 soldiers near Palmyra. A bomb went off outside a mosque in Latakia and wounded seven people; nobody said who planted it.',
    [
      'Ariha: air_strike by Warplanes, 12 dead, 2016-06-12',
      'Palmyra: killing by Islamic State group, 20 dead, 2016-06-12',
      'Latakia: bombing by -, - dead, 2016-06-12',
    ],
  ],
  [
    'the line opens with the place, and the noun in -ing is the act',
    '2016-06-11',
    'Hasakah: Islamic State fighters executed two men accused of spying.\nDeir al-Zor: Shelling killed a child in the besieged part of the city.',
    [
      'Hasakah: execution by Islamic State fighters, Islamic State, 2 dead, 2016-06-11',
      'Deir ez-Zor: shelling by -, 1 dead, 2016-06-11',
      'Deir ez-Zor: siege by -, - dead, 2016-06-11',
    ],
  ],
  [
    'fighting that leaves people dead is an act of its own',
    '2017-03-04',
    'Six aid workers were killed in an ambush on the road to Pibor on Friday; it was not known who did it. In Sudan, fighting between two clans in East Darfur left 11 dead.',
    ['Pibor: killing by -, 6 dead, 2017-03-03', 'South Darfur: armed_clash by two clans, 11 dead, -'],
  ],
  [
    'both sides that trade fire, and both states whose jets bomb, are named',
    '2023-04-20',
    'The Sudanese army and the Rapid Support Forces traded fire in Khartoum on Wednesday. Russian and Syrian jets bombed rebel-held eastern Aleppo on Tuesday.',
    [
      'Khartoum: armed_clash by Sudanese army, Rapid Support Forces, - dead, 2023-04-19',
      'Aleppo: air_strike by Russian jets, Syrian jets, - dead, 2023-04-18',
    ],
  ],
  [
    'whom a ministry blames in the next sentence is suspected, and a truce that is declared has its day ahead',
    '2021-05-12',
    'A roadside bomb hit a bus in Zabul province on Monday, killing 11 people, the interior ministry said. It blamed the Taliban, who denied involvement. The insurgents have declared a three-day truce beginning on Thursday.',
    [
      'Zabul: bombing by Taliban (suspected), 11 dead, 2021-05-10',
      'Zabul: ceasefire_start by insurgents, - dead, 2021-05-13',
    ],
  ],
  [
    'the hour of a truce is not that of the raid before it',
    '2014-08-26',
    'Israeli aircraft bombed two towers in Gaza City. Both sides agreed to a ceasefire starting at 7 p.m. on Tuesday.',
    ['Gaza City: air_strike by Israeli aircraft, - dead, -', 'Gaza City: ceasefire_start by sides, - dead, 2014-08-26'],
  ],
  [
    "an army and an armed group do not do each other's acts, and the day of the truce is not theirs",
    '2017-12-26',
    'A ceasefire took effect on Sunday. The opposition said government troops attacked its base in Wau. The army said rebels ambushed a convoy near Torit, killing four soldiers.',
    [
      'Wau: ceasefire_start by -, - dead, 2017-12-24',
      'Wau: ground_attack by government troops, - dead, -',
      'Torit: ground_attack by rebels, 4 dead, -',
    ],
  ],
  [
    'other dead at a place of another name, though no list has it, are of another act; who is shot at is not hit',
    '2024-12-10',
    'A strike killed four people in Beit Qaraf on Sunday. One soldier was killed and three were injured by a drone strike near Bint Jbeil. On Monday troops shot at residents near Naqoura.',
    [
      'Beit Qaraf: ground_attack by -, 4 dead, 2024-12-08',
      'Bint Jbeil: drone_strike by -, 1 dead, 2024-12-08',
      'Naqoura: shooting by troops, - dead, 2024-12-09',
    ],
  ],
  [
    'what could be heard was there, and who came under fire was fired at',
    '2019-10-18',
    'Shelling could be heard at Kobani on Friday. A patrol came under small-arms fire near Manbij on Thursday.',
    ['Kobani: shelling by -, - dead, 2019-10-18', 'Manbij: shooting by -, - dead, 2019-10-17'],
  ],
  [
    "a day behind an act is the act's, and not that of the accusation",
    '2019-10-18',
    'Doctors accused rebels of executing a politician in Manbij on October 12.',
    ['Manbij: execution by rebels (suspected), 1 dead, 2019-10-12'],
  ],
  [
    'arms named behind a noun, and behind a number, say what the fire was',
    '2019-10-18',
    'Militants attacked government forces on the outskirts of Aleppo using anti-aircraft guns and mortars on Monday. The Ukrainian army fired 138 tank, artillery and mortar shells at Horlivka on Tuesday.',
    ['Aleppo: shelling by Militants, - dead, 2019-10-14', 'Horlivka: shelling by Ukrainian army, - dead, 2019-10-15'],
  ],
  [
    'guards who fire at a bomber did not set off his bomb',
    '2016-02-27',
    'Two people were killed on Saturday when a car bomb driven by a suicide attacker went off in Salamiyah. Guards at a checkpoint had opened fire on the vehicle.',
    [
      'Salamiyah: suicide_bombing by suicide attacker, 2 dead, 2016-02-27',
      'Salamiyah: shooting by Guards, - dead, 2016-02-27',
    ],
  ],
  [
    'nobody is guessed to have killed his own, or those who die on the way; what is threatened is another act',
    '2016-06-17',
    'A commander of Hezbollah was killed on Monday in an explosion near Damascus. Three people died in Aleppo on Tuesday when helicopters dropped barrel bombs. A commander threatened to shell the airport road.',
    [
      'Damascus: bombing by -, 1 dead, 2016-06-13',
      'Aleppo: air_strike by helicopters, 3 dead, 2016-06-14',
      'Aleppo: shelling by commander, - dead, -',
    ],
  ],
];

for (const [what, published, text, expected] of cases)
  test(what, () => assert.deepEqual(told(text, published), expected));
