/** Courts, those held for an act, those who strike back, and what stands behind a second verb: who did what, and to whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** "type: doers > targets | killed"; doers who are not simply stated carry how the words put it. */
const told = (text: string): string[] =>
  code(plainReport(text, '2024-06-12'), knowledge).incidents.map(({ type, perpetrators, targets, harm, modality }) => {
    const doers = perpetrators.map(({ name, attribution }) =>
      attribution === 'stated' || attribution === undefined ? name : `${name} (${attribution})`,
    );
    const put = modality === 'asserted' ? '' : `${modality} `;
    return `${put}${type}: ${doers.join(', ')} > ${targets.map(({ name }) => name).join(', ')} | ${harm.killed?.best ?? '-'}`;
  });

const cases: readonly [fact: string, text: string, incidents: string[]][] = [
  [
    'who is charged with a murder is suspected, and was not attacked',
    'A former police officer was charged on Monday with murder in the fatal shooting of 17-year-old Karim Daoud in Easton.',
    ['alleged shooting: former police officer (suspected) > 17-year-old Karim Daoud | 1'],
  ],
  [
    'who is arrested over it',
    'Two brothers were arrested over the murder of the journalist Ana Borg in Easton.',
    ['arbitrary_detention:  > Two brothers | -', 'killing: Two brothers (suspected) > journalist Ana Borg | 1'],
  ],
  [
    'who is arrested in connection with it',
    'Police arrested three suspects in connection with the murder of the activist Bola Ade.',
    ['arbitrary_detention: Police > three suspects | -', 'killing: three suspects (suspected) > activist Bola Ade | 1'],
  ],
  [
    'who is sentenced for it, and never the court',
    'A court sentenced Omar Sow to life for murdering two tourists in Easton.',
    ['arbitrary_detention: court > Omar Sow | -', 'killing: Omar Sow (suspected) > two tourists | 2'],
  ],
  [
    'who is on trial for it',
    'Four men are on trial for the killing of 38 tourists in Easton.',
    ['killing: Four men (suspected) > 38 tourists | 38'],
  ],
  [
    'who is found guilty of it',
    'Peter Okoth was found guilty of killing four worshippers in Easton.',
    ['killing: Peter Okoth > four worshippers | 4'],
  ],
  [
    'who pleads guilty',
    'Peter Okoth pleaded guilty to killing four worshippers in Easton.',
    ['killing: Peter Okoth > four worshippers | 4'],
  ],
  [
    'an order that somebody is blamed for',
    'General Karim Asad is accused of ordering the massacre of 200 villagers in Easton in 2012.',
    ['alleged killing: General Karim Asad (suspected) > 200 villagers | 200'],
  ],
  [
    'who denies a role in it',
    'After the attack in Kabul, in which 30 students were killed, the Taliban denied any role.',
    ['ground_attack: Taliban (denied_by_itself) > 30 students | 30'],
  ],
  [
    'who was shot for what he had done',
    'Police killed a man who had attacked them with a machete in Easton.',
    ['killing: Police > man | 1', 'killing: man > Police | -'],
  ],
  [
    'whom he had killed is not killed again',
    'Officers shot dead a gunman who had killed two worshippers at a mosque in Easton.',
    ['shooting: Officers > gunman | 1', 'killing: gunman > two worshippers | 2'],
  ],
  [
    'what stands behind the second verb',
    'Rebels ambushed a convoy near Easton and killed five peacekeepers with a roadside bomb.',
    ['bombing: Rebels > convoy, five peacekeepers | 5'],
  ],
  [
    'who acts in a clause behind "in which"',
    'Police described the raid, in which militia commander Yusuf Barre killed 12 herders, as a crime.',
    ['ground_attack: militia commander Yusuf Barre > 12 herders | 12'],
  ],
  [
    'who arrests in a raid, raids',
    'Soldiers arrested five men in a raid on a house in Easton.',
    ['arbitrary_detention: Soldiers > five men | -', 'ground_attack: Soldiers > house | -'],
  ],
];

for (const [fact, text, incidents] of cases) test(`tried for: ${fact}`, () => assert.deepEqual(told(text), incidents));
