import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codedIncident } from '../../../../test/contract/sample-data.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { type Judged, printedIncidents } from './printed.ts';

const act = (id: string, confidence: number, more: Partial<CodedIncident> = {}): CodedIncident =>
  codedIncident(id, { trigger: [{ start: 0, end: 7 }], confidence, ...more });
const fitted = (incident: CodedIncident, inNote = false): Judged => ({ incident, isFitted: true, inNote });
const calm = (incident: CodedIncident): Judged => ({ incident, isFitted: false, inNote: false });
const idsOf = (...all: Judged[]): string[] => printedIncidents(all).incidents.map(({ id }) => id);

test('in a long report a doubtful act beside likely ones is noted with its words, not printed', () => {
  const { incidents, notes } = printedIncidents([fitted(act('a', 0.8)), fitted(act('b', 0.3))]);
  assert.deepEqual(
    incidents.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(notes, [
    {
      code: 'incident/too-doubtful',
      message: 'Read as shelling with confidence 0.3, too doubtful to be coded.',
      span: { start: 0, end: 7 },
    },
  ]);
});

test('the likeliest act of a report is printed though it is doubtful', () =>
  assert.deepEqual(idsOf(fitted(act('a', 0.2)), fitted(act('b', 0.3))), ['b']));

test('in a short note whatever is asserted is printed, what is denied must be likely', () =>
  assert.deepEqual(
    idsOf(fitted(act('a', 0.8)), fitted(act('b', 0.05), true), fitted(act('c', 0.05, { modality: 'denied' }), true)),
    ['a', 'b'],
  ));

test('what is only imagined is neither printed nor noted', () =>
  assert.deepEqual(printedIncidents([fitted(act('a', 0.9, { modality: 'hypothetical' }))]), {
    incidents: [],
    notes: [],
  }));

test('conduct that is no violence is printed from a low confidence on, or when people were harmed', () => {
  const harm = {
    killed: { claim: { op: '=', n: 2 }, min: 2, best: 2, max: 2, spans: [] },
  } satisfies CodedIncident['harm'];
  assert.deepEqual(idsOf(calm(act('a', 0.2)), calm(act('b', 0.05)), calm(act('c', 0.05, { harm }))), ['a', 'c']);
});
