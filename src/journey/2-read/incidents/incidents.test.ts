import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);

function coded(text: string): CodedIncident[] {
  return code(plainReport(text, '2016-06-15'), knowledge).incidents;
}

/** One incident in a line: what, how put, by whom, to whom, harm. */
function inWords(incident: CodedIncident): string {
  const harm = Object.entries(incident.harm).map(
    ([measure, count]) => `${measure} ${count.claim.op}${count.claim.n ?? count.claim.word ?? ''}`,
  );
  const put = [
    incident.modality === 'asserted' ? '' : incident.modality,
    incident.completed ? '' : 'not completed',
    incident.aggregate ? 'sum' : '',
  ];
  const parts = [
    incident.type,
    ...put,
    incident.perpetrators.map((one) => one.name).join(' + '),
    '->',
    incident.targets.map((one) => one.object ?? one.name).join(' + '),
    ...harm,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Our own sentences; sides are exchanged between lines so that none is always the culprit. */
const READ: [string, string[]][] = [
  [
    'Warplanes bombed a market in Idlib on Sunday, killing at least 30 people, five of them children.',
    ['air_strike Warplanes -> market + 30 people + children killed >=30'],
  ],
  ['Gunmen kidnapped two engineers near the power station.', ['abduction Gunmen -> two engineers abducted =2']],
  ['The mayor was murdered by unidentified individuals.', ['killing unidentified individuals -> mayor killed =1']],
  ['The army denied that its helicopters attacked the hospital.', ['air_strike denied helicopters -> hospital']],
  ['The minister threatened to bomb the capital.', ['bombing threatened minister -> capital']],
  ['Government forces captured the village of Khan Tuman.', ['territory_seizure Government forces -> civilian_area']],
  [
    'Rebel fighters turned back monitors on the road to Khan Tuman.',
    ['movement_restriction Rebel fighters -> monitors'],
  ],
  ['Soldiers barred observers from entering the town.', ['movement_restriction Soldiers -> observers']],
  ['Rebel forces captured the village of Khan Tuman.', ['territory_seizure Rebel forces -> civilian_area']],
];

for (const [text, expected] of READ) {
  test(`reads: ${text}`, () => assert.deepEqual(coded(text).map(inWords), expected));
}

const NOTHING = [
  'Peacekeepers stopped a truck on the road.',
  'Observers said that rain had stopped the match.',
  'The envoy urged both sides to stop the attacks at once.',
  'Nobody knows whether the talks in March will begin on time.',
  'The price of bread has fallen by half since the road was opened.',
  'If the convoy were attacked, the agency would withdraw.',
];

for (const text of NOTHING) {
  test(`nothing happened: ${text}`, () =>
    assert.deepEqual(
      coded(text)
        .filter((incident) => incident.modality === 'asserted' && incident.codes.ucdp !== null)
        .map(inWords),
      [],
    ));
}

test('an incident of one sentence keeps the words it rests on', () => {
  const text = 'At least 12 villagers were killed when shells fell on Daraya on Monday.';
  for (const incident of coded(text)) {
    for (const span of [
      ...incident.trigger,
      ...incident.perpetrators.flatMap((one) => one.spans),
      ...incident.targets.flatMap((one) => one.spans),
    ]) {
      assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
    }
  }
  assert.deepEqual(
    coded(text).map((incident) => incident.harm.killed?.min),
    [12],
  );
});

test('a denial and a report of the same act stay two incidents', () => {
  const modalities = coded(
    'Residents said that aircraft bombed the school on Monday. The air force denied that it had bombed the school.',
  ).map((incident) => incident.modality);
  assert.deepEqual([...modalities].sort(), ['asserted', 'denied']);
});

test('two aircraft of one side or another are alternatives, not two culprits', () => {
  const [incident] = coded('Two Syrian or Russian aircraft bombed the clinic in Idlib on Sunday.');
  assert.deepEqual(
    incident?.perpetrators.map(({ name, actor, either }) => ({ name, actor, either })),
    [
      { name: 'Syrian aircraft', actor: 'sy.airforce', either: 0 },
      { name: 'Russian aircraft', actor: 'ru.airforce', either: 0 },
    ],
  );
});

test('a total over a long time is a sum and no single incident', () => {
  const incidents = coded('The monitor documented the deaths of 118 people between 27 February and 4 March 2016.');
  assert.ok(incidents.length > 0 && incidents.every((incident) => incident.aggregate));
});

test('whatever text comes in, spans hold and ranges are in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (noise) => {
      const text = `${noise} Rockets fired by militants killed 3 people in ${noise} and 12 were wounded.${noise}`;
      const report = plainReport(text, '2016-06-15');
      const { incidents, mentions, statements } = code(report, knowledge);
      for (const mention of mentions) assert.equal(text.slice(mention.span.start, mention.span.end), mention.text);
      for (const statement of statements)
        assert.ok(statement.span.start < statement.span.end && statement.span.end <= text.length);
      for (const { harm } of incidents) {
        for (const count of Object.values(harm)) {
          assert.ok(
            count.min <= (count.best ?? count.min) &&
              (count.best ?? count.min) <= (count.max ?? Number.POSITIVE_INFINITY),
          );
          for (const part of count.of ?? []) assert.ok(count.max === null || part.min <= count.max);
        }
      }
    }),
    { numRuns: 60 },
  );
});
