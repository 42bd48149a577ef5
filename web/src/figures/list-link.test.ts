import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listLink } from './list-link.ts';

test('the list behind a figure is the page with the same filters', () => {
  assert.deepEqual(listLink('/api/v1/incidents?party=a%2Cb&agreement=north&counted=yes'), {
    to: '/incidents',
    search: { party: 'a,b', agreement: 'north', counted: 'yes' },
  });
  assert.deepEqual(listLink('/api/v1/findings?agreement=north&outcome=consistent'), {
    to: '/findings',
    search: { agreement: 'north', outcome: 'consistent' },
  });
});

test('what a list cannot be filtered by is left out', () => {
  assert.deepEqual(listLink('/api/v1/incidents?cursor=x&day=2016-05-03').search, { day: '2016-05-03' });
});
