import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCorroborationCodebook } from '../../knowledge/corroboration-codebook.ts';
import { codedReport, count, EASTON, type IncidentFacts, NORTHFORD, type Town } from './example-reports.ts';
import { NearIncidents } from './near-incidents.ts';
import { type Profile, profileOf } from './profile.ts';
import { likeness } from './same-incident.ts';

const { sameIncident } = loadCorroborationCodebook('knowledge/codebook/corroboration.yaml');
const HILL: Town = ['t3', 'Northford Hill', 36.03, 37.02];
const NEXT_TOWN: Town = ['t4', 'Nextford', 36.09, 37];
const REGION: Town = ['r1', 'The Plain', 36.5, 37.5];
const PROVINCE: Town = ['p1', 'North Province', 36.1, 37.1];

function profile(facts: IncidentFacts, published = '2016-05-02'): Profile {
  const report = codedReport('r', [facts], { published });
  const [coded] = report.incidents;
  if (coded === undefined) throw new Error('no incident');
  return profileOf({ index: 0, report, coded, origin: 'r' });
}

const by = (actor: string) => [{ name: actor, actor }];

/** [what differs, one account, another account, whether they are one]. */
const TABLE: readonly (readonly [string, IncidentFacts, IncidentFacts, boolean])[] = [
  ['nothing', {}, {}, true],
  ['tolls that rise', { killed: 5 }, { killed: 12 }, true],
  ['the town, ten kilometres off', {}, { at: NEXT_TOWN }, false],
  [
    'the town, with one toll and object',
    { killed: 7, objects: ['market'] },
    { at: NEXT_TOWN, killed: 7, objects: ['market'] },
    true,
  ],
  ['the place, which one does not tell', {}, { at: null }, false],
  ['the place, which one does not tell, with one toll', { killed: 7 }, { at: null, killed: 7 }, true],
  [
    'the place and the toll, where one place is not told',
    { killed: 20, objects: ['home'] },
    { at: null, killed: 11, objects: ['home'] },
    false,
  ],
  ['the place, which one tells as a wide area', {}, { at: REGION, precision: 'region' }, false],
  ['a floor and a higher toll', { killed: count(20, '>=') }, { killed: 148 }, true],
  ['the kind, within one family', { type: 'air_strike' }, { type: 'bombing' }, true],
  ['the means, with one toll', { type: 'air_strike', killed: 7 }, { type: 'shelling', killed: 7 }, true],
  [
    'the means by which an aircraft was brought down',
    { type: 'missile_strike', objects: ['aircraft'] },
    { type: 'shooting', objects: ['aircraft'] },
    true,
  ],
  [
    'the means and the family, where something else was hit',
    { type: 'missile_strike', objects: ['home'] },
    { type: 'shooting', objects: ['home'] },
    false,
  ],
  [
    'the means, quarter, toll and culprit',
    { type: 'air_strike', killed: 7, by: by('xa.gov') },
    { type: 'shelling', killed: 3, at: HILL, by: by('xa.rebels') },
    false,
  ],
  [
    'a kind that says nothing, and nothing else in common',
    { type: 'ground_attack', objects: ['school'] },
    { type: 'air_strike', killed: 7 },
    false,
  ],
  [
    'a kind that says nothing, of one object',
    { type: 'killing', objects: ['market'], killed: 9 },
    { type: 'air_strike', objects: ['market'] },
    true,
  ],
  ['the day', {}, { on: '2016-05-03' }, false],
  ['neighbouring days', {}, { on: '2016-05-02' }, true],
  ['the place, out of reach', {}, { at: EASTON }, false],
  ['the place, a suburb', {}, { at: HILL }, true],
  ['the place, told coarser, with one toll', { killed: 6 }, { killed: 6, at: PROVINCE, precision: 'province' }, true],
  ['the place, told coarser, with nothing else', {}, { at: PROVINCE, precision: 'province', type: 'bombing' }, false],
  ['one without a time, with nothing else', {}, { on: null }, false],
  ['one without a time, of one toll', { killed: 6 }, { on: null, killed: 6 }, true],
  ['one only known to be before, with one toll', { killed: 6 }, { on: [null, '2016-05-03'], killed: 6 }, true],
  ['one known to be before the other', { killed: 6 }, { on: [null, '2016-04-20'], killed: 6 }, false],
  ['neither time nor place', { at: null }, { on: null, at: null }, false],
  ['a long stretch of time', {}, { on: ['2016-05-01', '2016-06-01'] }, false],
  ['a total', { killed: 6 }, { killed: 6, aggregate: true }, false],
  [
    'totals of one window',
    { aggregate: true, on: ['2016-05-01', '2016-06-01'] },
    { aggregate: true, on: ['2016-05-01', '2016-06-01'] },
    true,
  ],
  [
    'totals of windows that overlap',
    { aggregate: true, on: ['2016-05-01', '2016-05-20'] },
    { aggregate: true, on: ['2016-05-10', '2016-06-01'] },
    false,
  ],
  ['a denial two days later', {}, { modality: 'denied', on: '2016-05-03' }, true],
  ['talks and a shelling', { type: 'talks' }, {}, false],
  [
    'tolls far apart on neighbouring days',
    { type: 'killing', killed: 300 },
    { type: 'armed_clash', killed: count(61, '>='), on: '2016-05-02' },
    false,
  ],
];

for (const [name, one, other, isOne] of TABLE) {
  test(`${isOne ? 'one event' : 'two events'}: accounts that differ in ${name}`, () => {
    const { score, reasons } = likeness(profile(one), profile(other));
    assert.equal(score >= sameIncident, isOne, `${score}: ${reasons.join('; ')}`);
  });
}

test('likeness says its reasons', () => {
  assert.deepEqual(likeness(profile({ killed: 7, objects: ['market'] }), profile({ killed: 7, objects: ['market'] })), {
    score: 1,
    reasons: ['both shelling', 'same day', 'both in Northford', 'both tell of 7 killed', 'both name market'],
  });
});

const facts = fc.record({
  type: fc.constantFrom('shelling', 'air_strike', 'killing', 'talks'),
  on: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 9 }).map((day) => `2016-05-0${day}`),
    fc.constant(['2016-05-01', '2016-05-20'] as const),
  ),
  at: fc.oneof(
    fc.constant(null),
    fc
      .tuple(fc.double({ min: -89, max: 89, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
      .map(([lat, lon]): Town => [`${lat}/${lon}`, 'Anywhere', lat, lon]),
    fc.constantFrom(NORTHFORD, HILL, EASTON),
  ),
  precision: fc.constantFrom('exact', 'settlement', 'district', 'province'),
  killed: fc.constantFrom(3, 4),
}) as fc.Arbitrary<IncidentFacts>;

test('likeness is the same from both sides and lies between 0 and 1', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const [one, other] = [likeness(profile(a), profile(b)), likeness(profile(b), profile(a))];
      assert.ok(Math.abs(one.score - other.score) < 1e-9);
      assert.ok(one.score >= 0 && one.score <= 1);
    }),
    { seed: 4 },
  );
});

test('two accounts that are alike enough always meet in a block', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const [one, other] = [profile(a), profile(b)];
      if (likeness(one, other).score < sameIncident) return;
      const near = new NearIncidents();
      assert.deepEqual(near.meet(0, one), []);
      assert.deepEqual(near.meet(1, other), [0]);
    }),
    { seed: 4, numRuns: 3000 },
  );
});

test('a crowded block gives 256 candidates, the latest first', () => {
  const near = new NearIncidents();
  const one = profile({});
  let last: number[] = [];
  for (let index = 0; index < 400; index += 1) last = near.meet(index, one);
  assert.equal(last.length, 256);
  assert.deepEqual(last.slice(0, 2), [398, 397]);
});
