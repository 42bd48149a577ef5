import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../model/decision.ts';
import { decide, evolve, type ReviewCommand, type ReviewState } from './review.ts';

const AT = '2026-11-30T10:00:00.000Z';
const stored = new Set(['a#i1', 'b#i1', 'c#i1', 'd#i1', 'odd#name#i1', 'report:a', 'report:b', 'report:c']);
const subjects = new Map<string, string | null>();
const KEY = 'a'.repeat(64);
const keys = new Map([[KEY, 'Nadia']]);
const command = (kind: Decision['kind'], ...about: string[]): ReviewCommand => ({
  kind,
  about,
  reason: 'read both',
  by: 'Nadia',
});

/** What was decided before; each must be taken. */
function given(...commands: ReviewCommand[]): ReviewState {
  let state: ReviewState = { decisions: [] };
  for (const one of commands) {
    const decision = decide(one, state, { at: AT, stored, subjects, keys });
    assert.ok(!('code' in decision), JSON.stringify(decision));
    state = evolve(state, decision);
  }
  return state;
}

const answer = (state: ReviewState, one: ReviewCommand): string => {
  const decision = decide(one, state, { at: AT, stored, subjects, keys });
  return 'code' in decision ? [decision.code, ...decision.chain].join(' ') : decision.id;
};

test('a decision is numbered in order and keeps who, why and when', () => {
  assert.deepEqual(given(command('link', 'a#i1', 'b#i1')).decisions, [
    { id: 'd000001', kind: 'link', about: ['a#i1', 'b#i1'], reason: 'read both', by: 'Nadia', at: AT },
  ]);
});

test('a clock that was set back does not change the order of decisions', () => {
  const state = given(command('link', 'a#i1', 'b#i1'));
  const next = decide(command('separate', 'c#i1', 'd#i1'), state, {
    at: '2020-01-01T00:00:00.000Z',
    stored,
    subjects,
    keys,
  });
  assert.equal('at' in next && next.at, AT);
});

const together = given(command('link', 'a#i1', 'b#i1'), command('link', 'b#i1', 'c#i1'));
const undone = given(command('link', 'a#i1', 'b#i1'), command('undo', 'decision:d000001'));
const stories = given(command('join-story', 'report:a', 'report:b'), command('join-story', 'report:b', 'report:c'));
const cases: [string, ReviewState, ReviewCommand, string][] = [
  ['nobody decides', together, { ...command('link', 'a#i1', 'd#i1'), by: ' ' }, 'review/nobody'],
  ['a note says something', together, { ...command('note', 'incident:x'), reason: '' }, 'review/no-reason'],
  [
    'one account alone is neither together nor apart',
    together,
    command('separate', 'a#i1', 'a#i1'),
    'review/about-nothing',
  ],
  [
    'an account that is not stored is not decided about',
    together,
    command('link', 'a#i1', 'z#i9'),
    'review/unknown-account',
  ],
  ['a report id may hold a number sign', together, command('link', 'a#i1', 'odd#name#i1'), 'd000003'],
  [
    'parting what others join is refused with the chain',
    together,
    command('separate', 'a#i1', 'c#i1'),
    'review/contradictory-decision d000001 d000002',
  ],
  ['the same is not decided twice', together, command('link', 'a#i1', 'b#i1'), 'review/decided-already d000001'],
  ['what was undone stands against nothing', undone, command('separate', 'a#i1', 'b#i1'), 'd000003'],
  ['what was undone can be decided again', undone, command('link', 'a#i1', 'b#i1'), 'd000003'],
  ['a story is joined', together, command('join-story', 'report:a', 'report:b'), 'd000003'],
  ['one report alone is no two stories', together, command('part-story', 'report:a'), 'review/about-nothing'],
  [
    'a report that is not stored tells no story',
    together,
    command('join-story', 'report:a', 'report:z'),
    'review/unknown-report',
  ],
  ['an account is no report', together, command('join-story', 'a#i1', 'b#i1'), 'review/unknown-report'],
  [
    'parting stories that others join is refused with the chain',
    stories,
    command('part-story', 'report:a', 'report:c'),
    'review/contradictory-decision d000001 d000002',
  ],
  ['two events of one story are no contradiction', stories, command('separate', 'a#i1', 'b#i1'), 'd000003'],
  ['nothing is undone twice', undone, command('undo', 'decision:d000001'), 'review/undone-already'],
  ['an undo is not undone but decided anew', undone, command('undo', 'decision:d000002'), 'review/unknown-decision'],
];
for (const [fact, state, one, expected] of cases) test(fact, () => assert.equal(answer(state, one), expected));
