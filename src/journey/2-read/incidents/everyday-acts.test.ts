/** Sentences of a truce as people write them, with everything that is to be coded of each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** "shooting: soldiers > boy -1" : type, who did it to whom, killed; "+2" are injured, "~3" displaced. */
function told({ type, perpetrators, targets, harm }: CodedIncident): string {
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ');
  const sides = `${names(perpetrators)} > ${names(targets)}`.trim();
  const fled = harm.displaced === undefined ? '' : ` ~${harm.displaced.best}`;
  const killed = harm.killed === undefined ? '' : ` -${harm.killed.best}`;
  const injured = harm.injured === undefined ? '' : ` +${harm.injured.best}`;
  return `${type}: ${sides}${killed}${injured}${fled}`;
}

const cases: readonly [what: string, text: string, ...incidents: string[]][] = [
  [
    'someone known by age alone',
    'Soldiers searching a house in Jenin shot a 17-year-old in the chest; he died in hospital an hour later.',
    'shooting: Soldiers > 17-year-old -1',
  ],
  [
    'a noun before a noun that the parser knows little of',
    'A strike killed a Hezbollah field commander and his bodyguard in Tyre.',
    'ground_attack: > Hezbollah field commander, bodyguard -2',
  ],
  [
    'those joined to somebody in his place',
    'A surgeon and two nurses were abducted from their residence in Idlib.',
    'abduction: > surgeon, two nurses',
  ],
  [
    'who tells it behind a clause is not hit',
    'Two civilians were killed and a third lost his leg when a drone dropped a grenade on their tractor outside Odesa on Tuesday, the regional governor said.',
    'drone_strike: drone > Two civilians, tractor -2',
  ],
  [
    'two acts some days apart by two sides',
    'The rebels released 17 prisoners, two days after the government freed 22 women.',
    'prisoner_release: rebels > 17 prisoners',
    'prisoner_release: government > 22 women',
  ],
  [
    'nobody hurt',
    'Nobody was hurt when a shell fell in the courtyard of the Russian embassy in Damascus.',
    'shelling: > Russian embassy -0 +0',
  ],
  [
    'burned alive',
    'A woman and her two sons were burned alive when militiamen set fire to huts in the village of Dele.',
    'killing: militiamen > woman, two sons, huts -3',
  ],
  [
    'where a sniper stands is no deployment',
    'A sniper positioned in the former grain silo shot dead a girl in Aleppo.',
    'sniper_fire: sniper > girl -1',
  ],
  [
    'taken at gunpoint',
    'Masked men took the deputy mayor from his home in Goma at gunpoint on Saturday.',
    'abduction: Masked men > deputy mayor',
  ],
  [
    'whom police lead away at gunpoint they hold',
    'Police led two men away at gunpoint in Goma on Monday.',
    'arbitrary_detention: Police > two men',
  ],
  ['who is held at gunpoint while something is taken is not taken away', 'Robbers held a clerk at gunpoint in Goma.'],
  ['money taken at gunpoint is nobody abducted', 'The robbers took the cash in Goma at gunpoint.'],
  [
    'the dead who were bound',
    'Police found the bullet-riddled bodies of four men with their hands bound on the outskirts of Baquba on Monday.',
    'killing: > four men -4',
  ],
  [
    'behind a semicolon somebody has a fate of his own',
    'A bomb killed three soldiers in Gao; two civilians were wounded.',
    'bombing: > three soldiers, two civilians -3 +2',
  ],
  [
    'who dies is whom the act befell; who flees after it is nobody displaced',
    'A soldier stabbed a farmer in Goma on Monday and fled. He died of his wounds.',
    'killing: soldier > farmer -1',
  ],
  [
    'two numbers of harm, each with its verb',
    'Troops opened fire on demonstrators in Omdurman, killing at least nine and wounding dozens, doctors said.',
    'shooting: Troops > demonstrators -9 +12',
  ],
  [
    'what nobody has word of is not nought',
    'Air strikes destroyed a school in Ariha. There was no word on casualties.',
    'air_strike: > school',
  ],
  [
    'who denies an act, and is accused of none, did no other',
    'Monitors counted 312 explosions in Donetsk region. A woman was injured by shrapnel in Horlivka. Both the Ukrainian army and the separatists denied firing first.',
    'bombing: >',
    'ground_attack: > woman +1',
  ],
  [
    'each of two sides has its act, told with an answer',
    'Kachin rebels overran an army outpost in Lashio. The army retaliated with air strikes that destroyed a monastery.',
    'ground_attack: Kachin rebels, Kachin > army outpost',
    'air_strike: army > monastery',
  ],
  [
    'people known by a weak noun, where they are counted',
    'The separatists released the two German observers in Donetsk.',
    'prisoner_release: separatists > two German observers',
  ],
  ['who could not flee was not displaced', 'Most of them were elderly people who could not flee the village of Dele.'],
  [
    'what attackers ride was not hit',
    'Gunmen on motorbikes stormed the village of Dele at dawn, burning houses and granaries.',
    'ground_attack: Gunmen > houses',
    'arson: Gunmen > houses, granaries',
  ],
  [
    'heavy weapons that monitors saw',
    'Two howitzers were spotted by OSCE monitors near Styla.',
    'weapons_placement: > Two howitzers',
  ],
  [
    'so long after a truce is no stretch of time that is summed over',
    'Two days after the truce began, a mortar round hit a wedding in Homs, killing the groom and injuring 20 guests.',
    'shelling: > wedding, groom, 20 guests -1 +20',
  ],
  [
    'what an act answers is another, with its own dead',
    'The Colombian army bombed a FARC camp in Cauca on Thursday night, killing 26 guerrillas, in response to an ambush in April in which 11 soldiers died.',
    'bombing: Colombian army > FARC camp, 26 guerrillas -26',
    'ground_attack: > 11 soldiers -11',
  ],
  [
    'and its own day and place',
    'The army shelled the village in revenge for the killing of a colonel in Homs on Monday.',
    'shelling: army > village',
    'killing: > colonel -1',
  ],
  [
    'fighters whom a side lost are its dead',
    'The rebels said they had lost six fighters in the battle near Goma on Friday.',
    'armed_clash: > -6',
  ],
  ['seats that a party lost are not', 'The party lost six seats in the election in Goma.'],
  [
    'whose fighters they are, told by where they come from',
    'Fighters from the Janjaweed burned a school in Zalingei on Monday.',
    'arson: Fighters from the Janjaweed, Janjaweed > school',
  ],
  [
    'whose rockets they are',
    'Insurgent rockets killed a woman and her baby in Aleppo.',
    'shelling: Insurgent > woman, baby -2',
  ],
  [
    'what was done after an act is another',
    'Ethiopian troops executed at least 40 men in Merawi after clashes with Fano militiamen.',
    'execution: Ethiopian troops > 40 men -40',
    'armed_clash: > Fano militiamen',
  ],
  [
    'arms that somebody used',
    'Pakistani troops used mortars along the Line of Control in Poonch, wounding a boy.',
    'shelling: Pakistani troops > boy +1',
  ],
  [
    'a mine that was driven over',
    'Five soldiers died and ten were wounded when their vehicle drove over a mine near Menaka.',
    'mine_or_uxo: > Five soldiers, vehicle -5 +10',
  ],
  [
    'a hospital that was seized',
    'The army said the RSF had seized a hospital in Khartoum.',
    'territory_seizure: RSF > hospital',
  ],
  [
    'a hospital out of service',
    'The hospital in Kafr Zita was knocked out of service by two missiles on Monday.',
    'missile_strike: > hospital',
  ],
];
for (const [what, text, ...incidents] of cases)
  test(`everyday wording: ${what}`, () => {
    assert.deepEqual(code(plainReport(text, '2024-03-05'), knowledge).incidents.map(told), incidents);
  });

const roles: readonly [text: string, role: string][] = [
  ['A drone hit a bus in Kherson on Monday.', 'unknown'],
  ['A Turkish drone hit a car in Kobani on Monday.', 'military'],
  ['A Hezbollah drone hit a car in Tyre on Monday.', 'non_state_armed_group'],
];
for (const [text, role] of roles)
  test(`whose drone it is: ${text}`, () => {
    const [incident] = code(plainReport(text, '2024-03-05'), knowledge).incidents;
    assert.equal(incident?.perpetrators[0]?.role, role);
  });

const claims: readonly [text: string, doers: string[]][] = [
  [
    'An explosion ripped through a coach in Cairo, killing three tourists. A month later the RVLF said it had carried out the attack.',
    ['RVLF claimed_by_itself'],
  ],
  ['The rebels acknowledged that their mortars had killed five civilians in Ariha.', ['rebels claimed_by_itself']],
  ['The army said the rebels had shelled the town of Ariha.', ['rebels stated']],
  ['Hamas said it had not fired rockets at Ashkelon on Sunday.', ['Hamas stated']],
  ['The rebels said they had been shelled by the army near Gao.', ['army stated']],
  [
    'Hezbollah said on Monday that its fighters had attacked an army post near Tyre.',
    ['Hezbollah claimed_by_itself', 'fighters claimed_by_itself'],
  ],
];
for (const [text, doers] of claims)
  test(`who tells of an act as his own claims it: ${text}`, () => {
    const incidents = code(plainReport(text, '2024-03-05'), knowledge).incidents;
    assert.deepEqual(
      incidents.flatMap(({ perpetrators }) => perpetrators.map(({ name, attribution }) => `${name} ${attribution}`)),
      doers,
    );
  });

test('a day that a number is only compared with is not that of the next act', () => {
  const text =
    'Monitors counted 312 explosions in Donetsk on Thursday, up from 96 the day before. A woman was injured by shrapnel in Horlivka.';
  const days = code(plainReport(text, '2016-05-02'), knowledge).incidents.map(({ time }) => time?.start?.slice(0, 10));
  assert.deepEqual(days, ['2016-04-28', '2016-04-28']);
});

test('what an act is done for is as past as the act', () => {
  const text = 'Police in Tripoli fired tear gas to break up a protest on Friday.';
  const days = code(plainReport(text, '2016-05-02'), knowledge).incidents.map(({ time }) => time?.start?.slice(0, 10));
  assert.deepEqual(days, ['2016-04-29', '2016-04-29']);
});

test('when somebody was taken is not when he was freed', () => {
  const text = 'The rebels freed a teacher on Friday, whom they kidnapped in October.';
  const [freed] = code(plainReport(text, '2016-05-02'), knowledge).incidents;
  assert.equal(freed?.time?.start?.slice(0, 10), '2016-04-29');
});

test('what somebody did not do denies nothing else that he did', () => {
  const text = 'War planes did not respect any ceasefire and kept bombing civilian areas in Idlib.';
  const [incident] = code(plainReport(text, '2016-06-15'), knowledge).incidents;
  assert.deepEqual([incident?.type, incident?.modality], ['air_strike', 'asserted']);
});

test('against whom an act is, is no comparison', () => {
  const text = 'Rebels launched an attack against 30 soldiers on Monday near Gao.';
  const [incident] = code(plainReport(text, '2016-05-04'), knowledge).incidents;
  assert.equal(incident?.time?.start?.slice(0, 10), '2016-05-02');
});

test('a village of no list is none half a world away from the group that attacked it', () => {
  const text = 'Boko Haram gunmen attacked the village of Gana, killing nine farmers.';
  const [incident] = code(plainReport(text, '2024-03-05'), knowledge).incidents;
  assert.notEqual(incident?.place?.country, 'FR');
});

test('a tank of water is no army’s; "his own men" are not civilians', () => {
  const [first] = code(plainReport('The shells hit a water tank in Homs.', '2024-03-05'), knowledge).incidents;
  assert.equal(first?.targets[0]?.role, 'unknown');
  const text = 'The commander was gunned down by his own men in Gao, two officers said.';
  const [second] = code(plainReport(text, '2024-03-05'), knowledge).incidents;
  assert.equal(second?.perpetrators[0]?.role, 'unknown');
});
