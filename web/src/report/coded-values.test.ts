import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodedValue, LAYERS, type Layer, segmentsOf } from './coded-values.ts';

const value = (key: string, layer: Layer, ...spans: [number, number][]): CodedValue => ({
  key,
  layer,
  spans: spans.map(([start, end]) => ({ start, end })),
});
const all = new Set(LAYERS);
const brief = (segments: ReturnType<typeof segmentsOf>): string[] =>
  segments.map(({ start, end, layers, keys }) => `${start}-${end} ${layers.join('+')} ${keys.join(',')}`.trim());

test('a text without values is one segment', () => {
  assert.deepEqual(brief(segmentsOf(10, [], all)), ['0-10']);
});

test('overlapping values are cut at every edge and keep both layers where they overlap', () => {
  const values = [value('i1', 'incident', [2, 6]), value('i1/place', 'place', [4, 8])];
  assert.deepEqual(brief(segmentsOf(10, values, all)), [
    '0-2',
    '2-4 incident i1',
    '4-6 incident+place i1,i1/place',
    '6-8 place i1/place',
    '8-10',
  ]);
});

test('a layer that is not shown cuts nothing', () => {
  assert.deepEqual(brief(segmentsOf(10, [value('m1', 'actor', [2, 6])], new Set<Layer>(['place']))), ['0-10']);
});

test('a value with two spans is lit in both, and touching spans of one value do not lose it', () => {
  assert.deepEqual(brief(segmentsOf(9, [value('i1', 'incident', [0, 3], [3, 5], [7, 9])], all)), [
    '0-3 incident i1',
    '3-5 incident i1',
    '5-7',
    '7-9 incident i1',
  ]);
});

test('spans outside the text are left out instead of failing', () => {
  assert.deepEqual(brief(segmentsOf(5, [value('x', 'time', [2, 4]), value('y', 'time', [20, 30])], all)), [
    '0-2',
    '2-4 time x',
    '4-5',
  ]);
});
