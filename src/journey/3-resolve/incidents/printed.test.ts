import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codedIncident } from '../../../../test/contract/sample-data.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import { type Judged, printedIncidents } from './printed.ts';

const act = (id: string, confidence: number, more: Partial<CodedIncident> = {}): CodedIncident =>
  codedIncident(id, { trigger: [{ start: 0, end: 7 }], confidence, ...more });
const TWO_KILLED = {
  killed: { claim: { op: '=', n: 2 }, min: 2, best: 2, max: 2, spans: [] },
} satisfies CodedIncident['harm'];
const fitted = (incident: CodedIncident, inNote = false): Judged => ({ incident, isFitted: true, inNote });
const calm = (incident: CodedIncident): Judged => ({ incident, isFitted: false, inNote: false });
/** Sentences of a long report. */
const LONG = 20;
const idsOf = (...all: Judged[]): string[] => printedIncidents(all, LONG).incidents.map(({ id }) => id);

test('in a long report a doubtful act beside likely ones is noted with its words, not printed', () => {
  const { incidents, notes } = printedIncidents([fitted(act('a', 0.8)), fitted(act('b', 0.3))], LONG);
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

test('the likeliest act of a report is printed though it is doubtful, of a long one unless it is very doubtful', () => {
  const [low, lower] = [fitted(act('b', 0.3)), fitted(act('a', 0.2))];
  assert.deepEqual(
    printedIncidents([lower, low], 5).incidents.map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(idsOf(lower, fitted(act('c', 0.36))), ['c']);
  assert.deepEqual(idsOf(lower, low), []);
});

test('in a short note whatever is asserted is printed, what is denied must be likely', () =>
  assert.deepEqual(
    idsOf(fitted(act('a', 0.8)), fitted(act('b', 0.05), true), fitted(act('c', 0.05, { modality: 'denied' }), true)),
    ['a', 'b'],
  ));

test('what is only imagined is neither printed nor noted', () =>
  assert.deepEqual(printedIncidents([fitted(act('a', 0.9, { modality: 'hypothetical' }))], LONG), {
    incidents: [],
    notes: [],
  }));

test('conduct that is no violence is printed from a low confidence on, or when people were harmed', () => {
  const harm = TWO_KILLED;
  assert.deepEqual(idsOf(calm(act('a', 0.2)), calm(act('b', 0.05)), calm(act('c', 0.05, { harm }))), ['a', 'c']);
});

test('who did what to whom, and where, is printed from a lower confidence on in a short report than in a long one', () => {
  const whole = act('b', 0.3, {
    harm: TWO_KILLED,
    time: { start: '2016-03-04', end: '2016-03-05', precision: 'day', spans: [] },
  });
  const printed = (sentences: number): string[] =>
    printedIncidents([fitted(act('a', 0.8)), fitted(whole)], sentences).incidents.map(({ id }) => id);
  assert.deepEqual([printed(6), printed(7)], [['a', 'b'], ['a']]);
});
