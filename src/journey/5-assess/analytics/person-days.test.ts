import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { type DutyIncident, dutyDuration } from './person-days.ts';

const { agreements } = loadKnowledge(new URL('../../../../knowledge', import.meta.url).pathname);
const access = agreements.get('syria-2016')?.clauses.find(({ id }) => id === 'G4');
assert.ok(access !== undefined);
const IN_FORCE = { fromMs: Date.parse('2016-02-27'), untilMs: Date.parse('2016-04-01') };

const siege = (changes: Partial<DutyIncident> = {}): DutyIncident => ({
  id: 'siege',
  type: 'siege',
  time: { start: '2016-03-01', end: '2016-03-11', precision: 'range' },
  area: 'SY/Rif Dimashq',
  outcome: 'indeterminate',
  persons: { min: 100, best: 100, max: 120 },
  ...changes,
});
const convoy: DutyIncident = {
  ...siege(),
  id: 'convoy',
  type: 'aid_delivery',
  time: { start: '2016-03-21', end: '2016-03-22', precision: 'day' },
  outcome: 'consistent',
  persons: null,
};

const CASES: [fact: string, incidents: DutyIncident[], personDays: object | null, because: RegExp][] = [
  [
    'as long as told at least, until the day asked about at most',
    [siege()],
    { min: 1000, best: null, max: 3720 },
    /10 days; nothing is recorded/,
  ],
  [
    'what carries the duty out in the same area ends it',
    [siege(), convoy],
    { min: 1000, best: null, max: 2400 },
    /at most until convoy/,
  ],
  [
    'a convoy elsewhere ends nothing',
    [siege(), { ...convoy, area: 'SY/Homs' }],
    { min: 1000, best: null, max: 3720 },
    /nothing is recorded/,
  ],
  [
    'days before the clause came into force do not count',
    [siege({ time: { start: '2014-03-01', end: '2016-03-08', precision: 'range' } })],
    { min: 1000, best: null, max: 4080 },
    /10 days since the clause came into force/,
  ],
  ['without a number of people there are no person-days', [siege({ persons: null })], null, /10 days/],
  [
    'an open number stays open',
    [siege({ persons: { min: 100, best: null, max: null } })],
    { min: 1000, best: null, max: null },
    /10 days/,
  ],
];
for (const [fact, incidents, personDays, because] of CASES) {
  test(`person-days: ${fact}`, () => {
    const { spans, personDays: sum } = dutyDuration(access, incidents, IN_FORCE);
    assert.deepEqual(sum, personDays);
    assert.match(spans[0]?.because ?? '', because);
  });
}

test('person-days: what is outside the scope, and what keeps the duty, is no span', () => {
  const { spans, fulfilled } = dutyDuration(access, [siege({ outcome: 'outside-scope' }), convoy], IN_FORCE);
  assert.deepEqual([spans, fulfilled], [[], ['convoy']]);
});
