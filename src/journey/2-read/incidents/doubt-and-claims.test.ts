import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const coded = (text: string): CodedIncident[] => code(plainReport(text, '2020-05-05'), knowledge).incidents;

/** Every doer as worded, with the id of the register and how sure the wording is. */
const doers = (text: string): string[] =>
  coded(text).flatMap(({ type, perpetrators }) =>
    perpetrators.map(({ name, actor, attribution }) => `${type}: ${name} (${actor ?? 'no id'}) ${attribution}`),
  );

const cases: [fact: string, text: string, doers: string[]][] = [
  [
    'who is only suspected is printed so',
    'Suspected Al Shabaab militants attacked Jima.',
    [
      'ground_attack: Suspected Al Shabaab militants (so.al-shabaab) suspected',
      'ground_attack: Al Shabaab (so.al-shabaab) suspected',
    ],
  ],
  [
    'a doubt before the noun of the act is one of who did it',
    'A suspected Israeli airstrike killed three men in Masyaf.',
    ['air_strike: Israeli (il.airforce) suspected'],
  ],
  [
    'the same for another side',
    'A suspected Russian airstrike killed three men in Ariha.',
    ['air_strike: Russian (ru.airforce) suspected'],
  ],
  [
    'who claims responsibility without saying for what did what was told before',
    'A car bomb exploded outside a barracks in Arish. Two conscripts were killed. Islamic State claimed responsibility.',
    ['bombing: Islamic State (is) claimed_by_itself'],
  ],
  [
    'who claims the attack did it, who denies to have had part in it did not',
    'Ten people were killed in a blast in Kabul on Monday. The Taliban denied involvement. The Northern Brigade claimed the attack.',
    ['bombing: Northern Brigade (no id) claimed_by_itself'],
  ],
  [
    'people of a country are not its government',
    'Norwegians hurled a firebomb at a Swedish bus near Oslo.',
    ['arson: Norwegians (no id) stated'],
  ],
  ['unless it is what armies do', 'Norwegians shelled Malmo, killing two.', ['shelling: Norwegians (no.gov) stated']],
  [
    'those who are hit protest, not those who fire on them',
    'Soldiers fired on nurses protesting in Mandalay.',
    ['shooting: Soldiers (no id) stated', 'protest: nurses (no id) stated'],
  ],
  [
    'arms written as bodies are written do nothing themselves',
    'An IED planted by rebels hit a bus near Hawija.',
    ['bombing: rebels (no id) stated'],
  ],
  [
    'those killed in a note cut short did nothing',
    'Suspected US drone hit a car near Atme. Driver killed, identity unknown.',
    ['drone_strike: Suspected US drone (us.airforce) suspected'],
  ],
  [
    'those told dead did nothing, whatever stands behind them',
    'Two buried under the rubble, 14 others dead in Ariha after Russian jets bombed a farm.',
    ['air_strike: Russian jets (ru.airforce) stated'],
  ],
  ['a shell that opens a headline is no company', 'Shell hits house in Donetsk, two dead.', []],
  [
    'arms act for those who hold them, state or not',
    'Regime artillery shelled Ariha. Rebel artillery shelled Nubl.',
    ['shelling: Regime artillery (no id) stated', 'shelling: Rebel artillery (no id) stated'],
  ],
  ['arms that nobody is told to hold do not', 'Heavy artillery shelled Ariha.', []],
];

for (const [fact, text, expected] of cases) test(fact, () => assert.deepEqual(doers(text), expected));

test('a claim that names what it is for is of that alone', () => {
  const found = doers(
    'A bomb killed two men in Arish. The Northern Brigade claimed responsibility for a raid on Rafah in May.',
  );
  assert.ok(!found.some((one) => one.startsWith('bombing')), JSON.stringify(found));
});

test('captives are freed, not their captors', () => {
  const [, release] = coded('Gunmen kidnapped two nurses near Derna on Friday. They were released on Sunday.');
  assert.equal(release?.type, 'prisoner_release');
  assert.deepEqual(
    release?.targets.map(({ name }) => name),
    ['two nurses'],
  );
});

test('the day on which captives are freed is not the day on which they were taken', () => {
  const [abduction] = coded('Gunmen abducted four teachers in Kaduna. The teachers were freed on Friday.');
  assert.equal(abduction?.time?.start, null);
});

const tolls: [fact: string, text: string, type: CodedIncident['type'], killed: number | null][] = [
  ['a death behind a wound', 'A reporter was shot in the head and killed in Jenin.', 'shooting', 1],
  ['a number before the name of a group', 'Five soldiers and 12 Taliban were killed near Kunduz.', 'killing', 17],
  [
    'an attack that killed people is no arson, though houses were burned',
    'Rebels attacked Kisunga with machetes, killing eight civilians and burning 12 houses.',
    'killing',
    8,
  ],
  ['a fire that killed people is', 'Rebels set fire to a house in Kisunga, killing five people.', 'arson', 5],
];

for (const [fact, text, type, killed] of tolls)
  test(`tolls: ${fact}`, () => {
    const [incident] = coded(text);
    assert.deepEqual([incident?.type, incident?.harm.killed?.best ?? null], [type, killed]);
  });

test('where an army is of is not where it fires', () => {
  const [incident] = coded('The military of Israel opened fire on demonstrators east of Khan Yunis.');
  assert.equal(incident?.place?.name, 'Khan Younis');
});

test('a protest in a capital is not directed at its government', () =>
  assert.deepEqual(coded('Dozens of workers protested in Baghdad.')[0]?.targets, []));

test('what an army left behind is no withdrawal', () =>
  assert.deepEqual(
    coded('Two boys were killed by UXO left by the army in Daraa.').map(({ type }) => type),
    ['mine_or_uxo'],
  ));

const puttings: [fact: string, text: string, modality: string, killed: number | null][] = [
  ['what somebody went for is not done', 'Gunmen went to the village of Jima to kill the mayor.', 'planned', null],
  ['what somebody was hired for is not done', 'He was hired to kill a commander of the rebels.', 'planned', null],
  ['what was done on coming is', 'Rebels came down to Jima and killed the mayor.', 'asserted', 1],
  [
    'a report that is unfounded denies what it tells',
    "The report that the ambassador's daughter was wounded by gunfire is absolutely unfounded.",
    'denied',
    null,
  ],
  [
    'so does a claim called false',
    'Claims that the army shelled the market are false, the ministry said.',
    'denied',
    null,
  ],
];

for (const [fact, text, modality, killed] of puttings)
  test(`putting: ${fact}`, () => {
    const [incident] = coded(text);
    assert.deepEqual([incident?.modality, incident?.harm.killed?.best ?? null], [modality, killed]);
  });

test('who led the offensive during which others bombed did not bomb', () => {
  const text =
    'The dismissal followed the air force bombing of poor districts of Jima during the recent offensive by the FLQ.';
  assert.deepEqual(
    coded(text)[0]?.perpetrators.map(({ name }) => name),
    ['air force'],
  );
});
