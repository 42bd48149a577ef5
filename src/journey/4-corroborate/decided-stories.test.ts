import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkDecision } from '../../model/link-decisions.ts';
import { decidedStories } from './decided-stories.ts';

const report = (id: string) => ({ report: id, coded: '' });
const decided = (kind: LinkDecision['kind'], a: string, b: string): LinkDecision => ({
  id: `${kind} ${a} ${b}`,
  kind,
  a: report(a),
  b: report(b),
});

const pairOf = (text: string): [string, string] => {
  const [one = '', other = ''] = text.split(':');
  return [one, other];
};

/** "a:a b:a" are reports with their stories, earliest first; `copies` are "copy:origin". */
function outcome(found: string, decisions: readonly LinkDecision[], copies = ''): string {
  const pairs = found.split(' ').map(pairOf);
  const stories = decidedStories(
    {
      stories: new Map(pairs),
      origins: new Map(copies === '' ? [] : copies.split(' ').map(pairOf)),
      ordered: pairs.map(([id]) => id),
    },
    decisions,
  );
  return [...stories].map((pair) => pair.join(':')).join(' ');
}

const MACHINE = 'a:a b:a c:a x:x y:x';
const CASES: readonly (readonly [string, LinkDecision[], string, string?])[] = [
  ['without a decision nothing changes', [], MACHINE],
  ['who is parted goes away alone', [decided('cannot-link', 'b', 'a')], 'a:a b:b c:a x:x y:x'],
  ['the earliest may be the one that goes', [decided('cannot-link', 'a', 'b')], 'a:a b:b c:b x:x y:x'],
  ['its copy goes along', [decided('cannot-link', 'b', 'a')], 'a:a b:b c:b x:x y:x', 'c:b'],
  [
    'whoever was joined to it goes along',
    [decided('must-link', 'b', 'c'), decided('cannot-link', 'b', 'a')],
    'a:a b:b c:b x:x y:x',
  ],
  ['two stories that are joined are one, with all of both', [decided('must-link', 'c', 'y')], 'a:a b:a c:a x:a y:a'],
  [
    'one that is parted from a story may be joined to another',
    [decided('cannot-link', 'c', 'a'), decided('must-link', 'c', 'x')],
    'a:a b:a c:c x:c y:c',
  ],
  ['a decision about a report that is not there waits', [decided('must-link', 'a', 'z')], MACHINE],
];
for (const [fact, decisions, expected, copies] of CASES)
  test(fact, () => assert.equal(outcome(MACHINE, decisions, copies), expected));
