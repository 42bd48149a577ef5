import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

function told(text: string): string[] {
  return code(plainReport(text, '2016-09-20'), knowledge).incidents.map(
    ({ type, modality, perpetrators, harm }) =>
      `${type} ${modality} by ${perpetrators.map(({ name }) => name).join(', ') || 'nobody named'}, killed ${harm.killed?.best ?? 'not stated'}`,
  );
}

const cases: [fact: string, text: string, incidents: string[]][] = [
  [
    'who suspends help after a raid killed nobody',
    'The UN suspended aid deliveries on Tuesday after an air raid on a lorry near Homs killed nine drivers the day before.',
    ['air_strike asserted by nobody named, killed 9'],
  ],
  [
    'what is denied to have been done keeps no help away',
    'The defence ministry denied that its aircraft had struck the convoy.',
    ['air_strike denied by aircraft, killed not stated'],
  ],
  [
    'what is fired is no one who was hit',
    'Fighters fired mortars at Hays.',
    ['shelling asserted by Fighters, killed not stated'],
  ],
  [
    'a drone that hits makes a drone strike',
    'A drone hit a lorry in Saraqib.',
    ['drone_strike asserted by drone, killed not stated'],
  ],
];

for (const [fact, text, incidents] of cases)
  test(fact, () => {
    const found = told(text);
    for (const incident of incidents) assert.ok(found.includes(incident), JSON.stringify(found));
    assert.ok(
      !found.some((one) => one.startsWith('aid_obstruction') && !one.endsWith('killed not stated')),
      'no deaths of help',
    );
  });
