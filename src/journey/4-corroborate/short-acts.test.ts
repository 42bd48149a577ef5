import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import { corroborate } from './corroborate.ts';
import { codedReport, EASTON, type IncidentFacts, NORTHFORD } from './example-reports.ts';
import { actsApart } from './short-acts.ts';

const codebook = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml');
const POST = 'Urgent: shelling of the old city market, three dead and many hurt';
const LONG = `${POST}. ${'The council met twice about it and will meet again. '.repeat(8)}`;

const storiesOf = (text: string, ...acts: IncidentFacts[][]): number => {
  const reports = acts.map((own, index) => codedReport(`r${index}`, own, { text: `${text} #${index}` }));
  return new Set(corroborate(reports, { ...codebook, reprint: 2 }, {}).reports.map(({ story }) => story)).size;
};

const CASES: readonly (readonly [string, string, IncidentFacts[][], number])[] = [
  ['posts of one act in one wording are one story', POST, [[{ at: NORTHFORD }], [{ at: NORTHFORD }]], 1],
  ['posts in one wording of acts in two towns are two stories', POST, [[{ at: NORTHFORD }], [{ at: EASTON }]], 2],
  [
    'posts in one wording of acts days apart are two stories',
    POST,
    [[{ on: '2016-05-01' }], [{ on: '2016-05-03' }]],
    2,
  ],
  ['a post of two acts is left to its words', POST, [[{ at: NORTHFORD }, { at: EASTON }], [{ at: EASTON }]], 1],
  ['a post that tells of no act is left to its words', POST, [[], [{ at: EASTON }]], 1],
  ['longer reports are left to their words', LONG, [[{ at: NORTHFORD }], [{ at: EASTON }]], 1],
];
for (const [fact, text, acts, stories] of CASES) test(fact, () => assert.equal(storiesOf(text, ...acts), stories));

test('who is unknown is kept apart from nothing', () => {
  const apart = actsApart([codedReport('a', [{}]), codedReport('b', [{ at: EASTON }])]);
  assert.deepEqual([apart('a', 'b'), apart('a', 'c')], [true, false]);
});
