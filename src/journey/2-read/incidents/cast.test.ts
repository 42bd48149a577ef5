import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { featuresTold, scoreOf } from '../../../knowledge/linear-model.ts';
import { readingInput } from '../read.ts';
import { castOf, judged } from './cast.ts';
import { readMentions } from './incidents.ts';
import { standingsOf } from './standing.ts';

const knowledge = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);

/** The act of a text that tells one, with everyone who could have taken part. */
function actOf(text: string) {
  const { page, mentions } = readMentions(readingInput(plainReport(text, '2016-06-15'), knowledge));
  const type = mentions[0]?.type;
  if (type === undefined) throw new Error(`expected an act in "${text}"`);
  const standings = standingsOf(page, mentions);
  return { page, mentions, type, standings, ...judged(page, mentions, type, standings) };
}

/** Names of what speaks for a part, by the head noun of its wording. */
function evidenceFor(text: string, role: string, head: string): string[] {
  const { parts } = actOf(text);
  const part = parts.find((one) => one.role === role && one.of.participant.head === head);
  return part === undefined ? [] : Object.keys(featuresTold(part.role, part.tell));
}

const TEXTS = [
  'Gunmen kidnapped two engineers near the power station.',
  'Warplanes bombed a market in the town on Sunday, killing at least 30 people, five of them children.',
  'The militia shelled the school with mortars. Residents blamed the army. Two teachers were wounded by the shells.',
  'Soldiers raided the village. The governor accused the front of planting the bomb that killed his driver.',
];

test('every score is the sum of what is named for it', () => {
  for (const text of TEXTS) {
    const { page, mentions, parts, means } = actOf(text);
    for (const { role, tell, score } of [...parts, ...means])
      assert.equal(score, scoreOf(page.cast, featuresTold(role, tell)), text);
    for (const { slot, tell, score } of mentions.flatMap((mention) => mention.allCandidates()))
      assert.equal(score, scoreOf(page.fillers, featuresTold(slot, tell)), text);
  }
});

const SAID: [why: string, text: string, role: string, head: string, evidence: string[]][] = [
  [
    'whom the tree shows in the place',
    'Gunmen kidnapped two engineers near the power station.',
    'doer',
    'gunmen',
    ['doer/frames-1', 'doer/place-framed', 'doer/best', 'doer/kind-group_of_people-abduction'],
  ],
  [
    'who is hit has no part in doing it',
    'Gunmen kidnapped two engineers near the power station.',
    'doer',
    'engineer',
    ['doer/opposite-frame', 'doer/behind-best', 'doer/harmed'],
  ],
  [
    'who is accused in the next sentence',
    'A bomb killed a driver. The governor accused the rebels of the attack.',
    'doer',
    'rebel',
    ['doer/accused'],
  ],
  [
    'who speaks',
    'A bomb killed a driver. "We heard a blast," the governor said.',
    'doer',
    'governor',
    ['doer/speaks', 'doer/class-political'],
  ],
];

for (const [why, text, role, head, evidence] of SAID)
  test(`evidence of a part: ${why}`, () => {
    const found = evidenceFor(text, role, head);
    assert.deepEqual(
      evidence.filter((name) => !found.includes(name)),
      [],
      found.join(' '),
    );
  });

test('one who could be either is cast once', () => {
  for (const text of TEXTS) {
    const { page, mentions, type, standings } = actOf(text);
    const { perpetrators, targets } = castOf(page, mentions, type, standings);
    const doers = new Set(perpetrators.map(({ mention }) => mention).filter((mention) => mention !== null));
    assert.ok(!targets.some(({ mention }) => mention !== null && doers.has(mention)), text);
  }
});

test('a weapon of the sentence is told with its evidence', () => {
  const { means } = actOf('The militia shelled the school with mortars.');
  const mortar = means.find(({ of }) => of.match.entry.id === 'mortar');
  assert.ok(mortar !== undefined);
  const names = Object.keys(featuresTold(mortar.role, mortar.tell));
  assert.ok(names.includes('means/weapon-mortar'), names.join(' '));
  assert.ok(names.includes('means/case-with'), names.join(' '));
});
