import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterParams, isFiltered, toggled, validSituation } from './situation-search.ts';

test('only known, filled fields of the address are taken over', () => {
  assert.deepEqual(validSituation({ type: 'shelling', q: '', unknown: 'x', from: 3, tab: 'list' }), {
    type: 'shelling',
    tab: 'list',
  });
});

test('a value of a filter is put in and taken out, in one order whatever the clicks', () => {
  assert.equal(toggled(undefined, 'shelling'), 'shelling');
  assert.equal(toggled('shelling', 'air_strike'), 'air_strike,shelling');
  assert.equal(toggled('air_strike,shelling', 'shelling'), 'air_strike');
  assert.equal(toggled('shelling', 'shelling'), undefined);
});

test('the window of the map narrows the list but not the map itself', () => {
  const search = { bbox: '36,35,38,37', type: 'shelling', incident: 'x' };
  assert.equal(filterParams(search, 'window').bbox, '36,35,38,37');
  assert.equal(filterParams(search, 'everywhere').bbox, undefined);
  assert.equal(isFiltered({ incident: 'x', tab: 'list', sort: 'oldest' }), false);
  assert.equal(isFiltered(search), true);
});
