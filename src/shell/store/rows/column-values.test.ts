import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, itemJson, plainText, searchedText } from './column-values.ts';

test('dates and date-times become UTC instants, what names no instant becomes null', () => {
  const cases: [string | null, string | null][] = [
    ['2016-06-12', '2016-06-12T00:00:00'],
    ['2016-06', '2016-06-01T00:00:00'],
    ['2016', '2016-01-01T00:00:00'],
    ['2016-06-12T17:30', '2016-06-12T17:30:00'],
    ['2016-06-12T17:30:00.500', '2016-06-12T17:30:00.5'],
    ['2016-06-12T17:30:00.050Z', '2016-06-12T17:30:00.05'],
    ['2016-06-12T17:30:10+03:00', '2016-06-12T14:30:10'],
    ['9999-12-31', '9999-12-31T00:00:00'],
    ['0001-01-01', '0001-01-01T00:00:00'],
    ['0000-01-01', null],
    ['0001-01-01T00:00+03:00', null],
    ['2016-13-01', null],
    ['2016-W24', null],
    ['12 June 2016', null],
    ['-000001-01-01', null],
    ['', null],
    [null, null],
  ];
  for (const [text, instant] of cases) assert.equal(instantOf(text), instant, String(text));
});

test('text for columns holds nothing that PostgreSQL refuses', () => {
  assert.equal(plainText('a\0b\ud800c'), 'a b\ufffdc');
  assert.equal(searchedText([null, 'north gate', undefined, '', 'market']), 'north gate\nmarket');
  assert.equal(searchedText(['x'.repeat(300_000)]).length, 100_000);
});

test('what a list shows has one spelling and no NUL, an escaped backslash before u0000 is kept', () => {
  assert.equal(itemJson({ b: 1, a: 'x' }), '{"a":"x","b":1}');
  assert.equal(itemJson({ name: 'a\0b', path: '\\u0000' }), '{"name":"a b","path":"\\\\u0000"}');
});
