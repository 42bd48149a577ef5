import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CountedDay, changePoints } from './change-points.ts';
import { logGamma, rateRatio } from './gamma-rates.ts';
import { statementSaid } from './mover-words.ts';
import { parityDoubts } from './parity.ts';
import { type StateDay, truceState } from './truce-state.ts';

const dayOf = (index: number): string => new Date(Date.UTC(2020, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const series = (counts: readonly number[], sources: (index: number) => number = () => 3): CountedDay[] =>
  counts.map((incidents, index) => ({ day: dayOf(index), incidents, sources: sources(index) }));

test('the logarithm of the gamma function is right where it is known', () => {
  for (const [x, value] of [
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [101, 363.73937555556347],
  ] as const)
    assert.ok(Math.abs(logGamma(x) - value) < 1e-9, `${x}`);
});

test('a ratio of rates has its middle where the counts say, and narrows with more of them', () => {
  const few = rateRatio({ count: 4, days: 10 }, { count: 2, days: 10 }, 0.9);
  const many = rateRatio({ count: 400, days: 1000 }, { count: 200, days: 1000 }, 0.9);
  assert.ok(few !== null && many !== null);
  assert.ok(few.min < 1 && few.max > 4, JSON.stringify(few));
  assert.ok(many.min > 1.7 && many.best > 1.9 && many.best < 2.1 && many.max < 2.4, JSON.stringify(many));
  assert.equal(rateRatio({ count: 4, days: 0 }, { count: 2, days: 10 }, 0.9), null);
});

test('the ratio of exchanged periods is the inverse', () => {
  const one = rateRatio({ count: 7, days: 12 }, { count: 3, days: 20 }, 0.9);
  const other = rateRatio({ count: 3, days: 20 }, { count: 7, days: 12 }, 0.9);
  assert.ok(one !== null && other !== null);
  assert.ok(Math.abs(one.min * other.max - 1) < 1e-6 && Math.abs(one.best * other.best - 1) < 1e-6);
});

test('a jump of the rate is found near its day', () => {
  const [change, ...others] = changePoints(series([...Array(20).fill(1), ...Array(20).fill(6)]));
  assert.deepEqual(others, []);
  assert.equal(change?.day, dayOf(20));
  assert.ok((change?.from ?? '') <= dayOf(20) && (change?.until ?? '') >= dayOf(20));
  assert.deepEqual([change?.before, change?.after], [1, 6]);
});

test('an even rate, no incident at all and too few days have no change', () => {
  assert.deepEqual(changePoints(series(Array(40).fill(2))), []);
  assert.deepEqual(changePoints(series(Array(40).fill(0))), []);
  assert.deepEqual(changePoints(series([0, 0, 0, 9, 9, 9])), []);
});

test('days on which nobody reported are no days of calm', () => {
  const counts = [...Array(20).fill(3), ...Array(20).fill(0)];
  assert.deepEqual(changePoints(series(counts, (index) => (index < 20 ? 2 : 0))), []);
});

const stateDays = (counts: readonly number[], sources?: (index: number) => number): StateDay[] =>
  series(counts, sources).map((day) => ({ ...day, killed: { min: day.incidents, best: day.incidents, max: null } }));
const PERIODS = { baseline: { from: dayOf(0), to: dayOf(13) }, recent: { from: dayOf(23), to: dayOf(29) } };
const QUESTION = { ...PERIODS, incidents: [], statements: [] };

test('more incidents than chance would have are more violence, and the sentence gives the counts', () => {
  const days = stateDays([...Array(14).fill(1), ...Array(9).fill(1), ...Array(7).fill(6)]);
  const state = truceState({ days, ...QUESTION });
  assert.equal(state.state, 'more-violence');
  assert.match(
    state.says,
    /42 incidents from 2020-01-24 to 2020-01-30 \(with a report on 7 of 7 days\), 14 incidents from/,
  );
});

test('a small difference is no clear change', () => {
  const days = stateDays([...Array(23).fill(1), 1, 2, 1, 1, 2, 1, 1]);
  assert.equal(truceState({ days, ...QUESTION }).state, 'no-clear-change');
});

test('with hardly a day reported nothing is said of a change', () => {
  const days = stateDays(Array(30).fill(0), (index) => (index > 22 ? 0 : 2));
  const state = truceState({ days, ...QUESTION });
  assert.equal(state.state, 'too-little-known');
  assert.match(state.doubts.map(({ text }) => text).join(), /on 7 of the last 7 days no outlet .* that is not calm/);
});

test('a change in who reports is told beside a change in what is reported', () => {
  const days = stateDays([...Array(23).fill(1), ...Array(7).fill(6)], (index) => (index < 23 ? 2 : 8));
  assert.match(
    truceState({ days, ...QUESTION })
      .doubts.map(({ text }) => text)
      .join(),
    /outlets a day went from 2 to 8,/,
  );
});

test('what moved it most comes first: deaths before an incident without, a threat with them', () => {
  const days = stateDays([...Array(23).fill(1), 0, 0, 40, 0, 0, 0, 1]);
  const incident = (id: string, killedMin: number) => ({
    id,
    day: dayOf(25),
    killedMin,
    says: statementSaid(null, id),
  });
  const { movers } = truceState({
    days,
    ...PERIODS,
    incidents: [incident('none-killed', 0), incident('many-killed', 39)],
    statements: [
      { id: 'threat', day: dayOf(26), form: 'threat', says: statementSaid('the army', 'we will answer') },
      { id: 'old-threat', day: dayOf(2), form: 'threat', says: statementSaid('the army', 'we will answer') },
    ],
  });
  assert.deepEqual(
    movers.map(({ id }) => id),
    ['many-killed', 'threat', 'none-killed'],
  );
  assert.ok(movers.every(({ moved }) => moved > 0));
});

test('exchanging the names of the sides exchanges the doubts about parity and changes nothing else', () => {
  const side = (name: string, corroborated: number) => ({
    side: name,
    name,
    reported: 100 - corroborated,
    corroborated,
    adjudicated: 0,
    outcomes: {},
  });
  const [doubt] = parityDoubts([side('north', 60), side('south', 10)]);
  assert.match(doubt?.says ?? '', /60 % of the incidents that north is accused of .* 10 % of those of south/);
  assert.equal(parityDoubts([side('north', 10), side('south', 60)]).length, 1);
  assert.deepEqual(parityDoubts([side('north', 12), side('south', 10)]), []);
});
