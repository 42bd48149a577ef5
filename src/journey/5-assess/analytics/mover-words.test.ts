import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incidentSaid, statementSaid } from './mover-words.ts';

test('an incident is told by act, doers, place and dead, as far as they are known', () => {
  const known = {
    type: 'air_strike',
    accused: [{ name: 'the air force' }],
    place: { name: 'Saraqib' },
    harm: { killed: { min: 5, max: null } },
  } as const;
  assert.equal(incidentSaid(known).text, 'air strike by the air force at Saraqib, 5 or more killed');
  assert.equal(
    incidentSaid({ ...known, harm: { killed: { min: 5, max: 5 } } }).text,
    'air strike by the air force at Saraqib, 5 killed',
  );
  assert.equal(incidentSaid({ type: 'shelling', accused: [], place: null, harm: {} }).text, 'shelling');
});

test('a statement is told by who said what', () => {
  assert.equal(statementSaid('the ministry', 'stop it').text, 'the ministry: stop it');
  assert.equal(statementSaid(null, 'stop it').text, 'an unnamed speaker: stop it');
});
