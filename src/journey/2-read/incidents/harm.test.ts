/** Tolls as a monitor would write them down: killed / injured of the act with the highest toll, "-" where none is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident, Count } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);

/** Our own sentences; each side does and suffers. */
const TOLLS: Record<string, [toll: string, text: string][]> = {
  'a number and its word': [
    ['3/-', 'Three civilians were killed on Tuesday when warplanes struck a house west of Aleppo.'],
    ['10/20', 'Clashes between the two factions killed 10 fighters and wounded 20 more, among them a commander.'],
    ['4/10', 'Airstrikes on Ariha: 4 civilians killed, 10 injured - Civil Defence.'],
    ['30/40', 'Between 30 and 35 people were killed and around 40 wounded in the strike, the hospital director said.'],
    ['9/-', 'The strike claimed the lives of nine people, most of them children.'],
    ['4/-', 'Four civilians, three of them women, lost their lives in the shelling of Binnish.'],
    ['12/-', 'The coalition bombed a bus on Thursday, killing dozens of children.'],
  ],
  'people told of one by one': [
    ['2/-', 'A woman and her daughter were killed when a shell landed on their house in Sakhour.'],
    ['4/-', 'Ahmad Saleh, 34, his wife Mariam and their two children were killed when a barrel bomb hit their home.'],
    ['2/-', 'A 9-year-old boy was killed when shells hit a street in Atarib. His mother was also killed.'],
    ['1/-', 'A man in his 20s was shot on Friday. The man was pronounced dead at the hospital.'],
    ['1/-', 'Mohammad al-Ali, 24, was shot and killed by a sniper on Sunday.'],
    ['1/2', 'A shell hit a bus stop in Kherson. A 54-year-old woman died on the spot. Two men were taken to hospital.'],
    ['1/1', 'Gunmen opened fire on a car, killing one man and wounding another.'],
  ],
  'of another act': [
    ['-/-', 'Soldiers burned 40 houses in the village of Thantlang after an ambush.'],
    ['3/-', 'A woman and her two daughters were killed when a shell hit their tent in a camp for displaced people.'],
  ],
  'one of them, a third, another two': [
    [
      '1/4',
      'Five people, two children among them, were hurt when a grenade went off on Tuesday; one of them later died.',
    ],
    ['1/1', 'Suspected separatists shot two teachers on Monday, killing one of them.'],
    ['3/-', 'Two soldiers were killed when their vehicle hit a mine near Kidal. A third died in hospital on Sunday.'],
    ['12/-', 'Ten villagers were killed in the raid on Ruweng on Sunday. Another two died of their wounds on Monday.'],
    ['2/-', 'Two people were killed when a shell hit a bus. One died at the scene, another died in hospital.'],
    [
      '1/3',
      'Four men were shot and one of them was killed in Vardo. The shooting left three other men injured, police said.',
    ],
  ],
  'deaths told later': [
    [
      '2/1',
      'Two men were wounded by sniper fire in Taiz. One of them died later on Thursday. His brother was also killed.',
    ],
    [
      '3/5',
      'Two soldiers were killed and six wounded by a roadside bomb; one of the wounded died in hospital on Sunday.',
    ],
    ['1/-', 'A policeman died Monday from injuries sustained in an attack in which gunmen ambushed his patrol.'],
    [
      '12/-',
      "The death toll from Monday's strike in Dnipro rose to 12 after rescuers pulled two more bodies from the rubble.",
    ],
  ],
  'those who did it, dead too': [
    ['1/1', 'A suicide bomber blew himself up at a checkpoint, wounding a guard.'],
    ['2/5', 'An attacker opened fire on worshippers, killing one and wounding five before police shot him dead.'],
  ],
  'nobody harmed': [
    ['0/0', 'Rockets hit an empty field near the village. No casualties were reported.'],
    ['0/0', 'Rockets were fired at the airport overnight. Nobody was hurt.'],
    ['0/-', 'A village in the north was shelled on Friday. No fatalities reported.'],
    ['-/-', 'Shells fell on the town on Friday. Neither the mayor nor the driver was hurt.'],
  ],
  'other events beside the one told': [
    [
      '5/17',
      'A missile strike killed five people and injured 17. More than 10,000 civilians have been killed since the war began.',
    ],
    ['2/-', 'Two people were killed in the attack. Last year 300 people died in similar attacks in the province.'],
    ['14/-', 'In July, a raid on a hospital killed 14 people in the district of Hays.'],
  ],
  'numbers of posts': [
    ['14/-', 'Jets hit a house in Saraqib. At least 14 dead incl. 5 children & 3 women'],
    ['9/-', 'Warplanes bombed a residential block. 9 civilians incl. 4 children dead'],
    ['1/2', 'Rockets hit a suburb of Basra, one killed two injured'],
    ['1/1', 'Child killed, mother wounded when shell fell on home in Basra'],
    ['51/150', 'Warplanes dropped bombs on a residential block. Over 50 martyrs and 150 wounded so far.'],
    ['42/-', 'Air raids hit Saraqib yesterday. Toll of the raids now 42.'],
    ['29/67', 'Ministry of Health: final toll of the air strike in Basra: 29 killed, 67 wounded'],
    ['20/-', 'Northtown: 20 civilians killed as helicopters drop barrel bombs on homes'],
  ],
  'one number for both is of neither': [
    ['-/-', '131 people killed and wounded in airstrike on a wedding in Taiz'],
    ['-/-', 'Shelling of a market killed or injured 20 people in Taiz.'],
    ['-/-', 'Dozens were killed and wounded in an air strike on Taiz.'],
  ],
  'who is told to be unhurt is nobody hurt': [
    ['-/-', 'A soldier pointed his rifle at the crowd and fired one shot into the ceiling.'],
    ['-/-', 'Militiamen robbed a girl at gunpoint on Monday. The girl was not injured.'],
    [
      '-/-',
      'A gunman fired at the shop of a baker on Monday. Neither the owner, his wife nor their three sons were injured.',
    ],
  ],
  'an age is no number of people': [
    ['-/1', 'Rockets hit a car park in Safed. A man of 60 was hurt by shrapnel.'],
    ['-/1', 'A man was held over the Tuesday night shooting of Karim Haddad, 26, of Sidon, the army said.'],
  ],
  'one more of those counted': [
    ['2/1', 'Two people were killed and a third critically wounded in a strike on a van in Bint Jbeil.'],
    ['2/1', 'Two soldiers were killed and a third was wounded when a mine exploded near Gao.'],
  ],
  'another beside the dead': [
    ['1/1', 'One man was killed and another wounded Monday night in a shooting near the port.'],
    ['1/1', 'One man was killed and another taken to a hospital after a shooting in Taiz.'],
    [
      '1/1',
      'One man was killed and another wounded Monday night in a shooting near the port. The man killed was identified as Omar Nassar, 28. He died later at a hospital.',
    ],
  ],
  'found dead is no act that was foiled': [
    [
      '1/-',
      'Omar Haddad, 38, was shot dead in Hama on Friday. On Wednesday, Karim Saleh, 25, had been found dead in a car park.',
    ],
    [
      '1/1',
      'Police say Omar Haddad killed himself after shooting Mariam Saleh. Haddad was found dead there due to his wounds. Saleh was taken to a hospital.',
    ],
    ['2/-', 'Two men were found dead with gunshot wounds inside a building near Goma on Monday.'],
  ],
  'told again beside themselves': [
    [
      '-/1',
      'The victim, a man in his early 20s, was shot by someone who opened fire from a car near the port of Taiz.',
    ],
    [
      '-/1',
      'Man shoots stepfather late Friday. Police say a man in his 20s shot his stepfather with a shotgun on Friday.',
    ],
    ['3/-', 'A guard, a driver and a nurse were killed in the shelling of Taiz.'],
  ],
  'wounds are not people': [['-/1', 'The officer in the shooting suffered some minor injuries.']],
  'wounds told by whose they are': [
    ['-/1', 'Gunmen opened fire on a guard. His injuries were not life-threatening, the army said.'],
    ['-/1', 'Gunmen opened fire on a nurse in Tripoli. Her wounds are serious, a doctor said.'],
  ],
  'what was tried harmed nobody': [['-/-', 'The commander was convicted of the attempted murder of two guards.']],
  'told by one number to be the dead': [
    ['2/-', 'Amir Saleh shot his wife, 78-year-old Samira, and then himself. The two were pronounced dead there.'],
  ],
  'a number of several acts is of none of them': [
    ['-/-', 'Police are investigating two overnight shootings that left two men with wounds.'],
    ['-/1', 'Four people were wounded in separate incidents on Monday. A man was shot in the leg near the harbour.'],
  ],
  'whom the words add to those harmed': [
    ['3/-', 'Guerrillas have killed the mayor of the small town, as well as two farmers, the press reported.'],
    ['2/-', 'The minister, who was kidnapped in Herat on Monday, was found dead today along with his driver.'],
    [
      '2/-',
      'The assassination of party leader Omar Haddad and of lawyer Nadia Saleh in Basra was condemned by the union.',
    ],
    [
      '5/-',
      'A car bomb went off in Zabid, killing Omar Haddad, 42; Nadia Saleh, 19; a boy known as Karim; and two guards.',
    ],
    ['2/-', 'A Danish reporter was killed in the town of Herat this morning. A sound technician was also killed.'],
  ],
  'a number with words between it and its noun': [
    ['10/-', 'The rebels blamed the army for the murder of 10 union members in a dynamite attack in the capital.'],
    ['8/-', 'THE ARMY MASSACRED THE SIX JESUIT PRIESTS AND TWO WOMEN.'],
  ],
  'wounds that killed': [
    ['1/-', 'A guard was fatally wounded by gunfire at a checkpoint near Gao last night.'],
    ['1/-', 'Police shot the suspect, who was later pronounced dead at a hospital.'],
  ],
  'wounds told by the body or the hospital': [
    ['-/1', 'A shell fragment struck her face as a nurse left the clinic in Kherson.'],
    ['-/2', 'One man was shot and wounded in Nablus, and a second was grazed by a bullet.'],
    ['-/1', 'A woman is recovering in a hospital after soldiers attacked her home in Goma.'],
    ['1/1', 'One man was killed and another transported to the Basra Regional Medical Center after a gun battle.'],
    ['-/1', 'The boy sustained a gunshot wound to the lower leg when troops fired on the crowd in Hama.'],
    ['-/1', 'A farmer was found in a car with a gunshot wound to the head near Taiz on Thursday.'],
    ['-/1', 'Gunmen opened fire on a house in Goma. The victim suffered non-life-threatening injuries.'],
  ],
  'who was only shot at was not hit': [
    ['-/1', 'Three teenagers were shot at and one was wounded when soldiers fired on a group in Jenin.'],
    ['-/-', 'The guard drew a pistol and shot several rounds into a wall near the market.'],
  ],
  'who is arrested is not who was shot': [
    ['-/2', 'A man has been arrested in Sidon after two people were shot inside their car late on Sunday.'],
    [
      '-/5',
      'Police have arrested a 15-year-old suspect in the shooting of five people early Sunday at a club in Beirut.',
    ],
  ],
  'an age belongs to the noun it stands with': [
    ['-/1', 'A 19-year-old man was shot in the hand in Zabid. Omar Haddad, 20, shot the victim after he met him.'],
  ],
  'two people are told apart by what they are': [
    ['-/2', 'A man was shot near the market of Aden on Monday. A woman was shot when she opened her door.'],
    ['-/2', 'A driver was shot near the market of Aden on Monday. A nurse was wounded when she opened her door.'],
    [
      '-/1',
      'Omar Garcia was held. The army said Garcia fired at the car, striking his mother in the face. She suffered burns.',
    ],
  ],
  'what is told of one of two falls to the one it fits': [
    [
      '1/1',
      'One person was killed and a second wounded in a shooting in Sidon. Omar Haddad, 52, died at the scene, police said.',
    ],
  ],
  'harm of an earlier day counts where the rest says no number or names the same people': [
    [
      '8/-',
      'The ruling party called for an inquiry into the killing of priests in the capital. Six priests and two women were killed there last November.',
    ],
  ],
  'hours of the clock part one act from the next': [
    [
      '-/2',
      'A woman and two men were wounded in two Basra shootings Saturday night. About 9:31 p.m. Saturday a 37-year-old woman and a 33-year-old man were shot in a car. Around 8:15 p.m. Saturday, a 27-year-old man was shot near the market.',
    ],
    [
      '1/-',
      'A man was shot dead outside a mosque in Taiz on Monday. Two hours earlier, a guard was shot near the bridge.',
    ],
    [
      '-/1',
      'Four people were wounded by gunfire in different areas of Basra on Sunday. At 10:30 a man was shot in the leg near the port. Around 14:00 a guard was shot near the bridge.',
    ],
  ],
  'those who are also dead come on top of those named': [
    [
      '3/-',
      'The minister Omar Haddad was assassinated in Basra in an attack in which two members of his escort were also killed.',
    ],
    [
      '3/-',
      'The union condemned the murder of Omar Haddad in Basra. Two of his bodyguards were also killed in the attack.',
    ],
    [
      '2/-',
      "The commander's wife, Nadia Haddad, was killed on Monday in Herat. The person driving the vehicle was also killed.",
    ],
    ['2/-', 'The murder of Colonel Haddad and his driver in Taiz was condemned by the government.'],
  ],
  'who is named and what he is are one': [
    [
      '1/-',
      'Omar Haddad, senator and presidential hopeful, died tonight in Sidon after he had been shot in an attack.',
    ],
    ['1/-', 'After the assassination of senator and presidential candidate Omar Haddad in Sidon the shops closed.'],
    ['1/-', 'Ana Luisa Mora Ruiz, 28, was shot dead last night in Leon. Mora was killed on her way home.'],
    ['1/-', 'Admiral Omar Haddad, whose daughter was murdered by a bomb in Sidon last week, spoke at the funeral.'],
  ],
  'two joined before one word are two': [['2/-', 'The magistrate and the colonel had been murdered in Gao.']],
  'the dead of a war are of no one act': [
    ['-/-', 'Explosions were heard in the capital. More than 12,000 people have been killed in the fighting.'],
    ['1200/-', 'An attack on the camp killed 1,200 people on Monday.'],
  ],
  'a page that holds its text twice tells it once': [
    [
      '1/1',
      'Someone fired shots into a house, killing one man and injuring another. There was also a second man who had been grazed. Someone fired shots into a house, killing one man and injuring another.',
    ],
  ],
};

const figure = (count: Count | undefined): number | null =>
  count === undefined || count.claim.op === 'plural' ? null : (count.best ?? count.min);

const toll = ({ harm }: CodedIncident): number => (figure(harm.killed) ?? 0) * 1000 + (figure(harm.injured) ?? 0);

/** Of the single events told as done, the one with the highest toll. */
function tollOf(text: string): string {
  const report = plainReport(text, '2024-06-12');
  const told = code(report, knowledge).incidents.filter(
    ({ modality, aggregate }) => !aggregate && (modality === 'asserted' || modality === 'alleged'),
  );
  const [main] = [...told].sort((a, b) => toll(b) - toll(a));
  return `${figure(main?.harm.killed) ?? '-'}/${figure(main?.harm.injured) ?? '-'}`;
}

for (const [fact, cases] of Object.entries(TOLLS))
  for (const [wanted, text] of cases) test(`${fact}: ${text}`, () => assert.equal(tollOf(text), wanted));
