import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { type AuditDifference, readingAudit } from './reading-audit.ts';

/** Sentences of which one reading is surer by more than a hundredth, since the parser ties a name otherwise ("the Houthi movement killed"). */
const SURER: readonly string[] = [
  'Fighting between {A} and {B} killed nine people and wounded dozens on Monday.: the Yemeni government / the Houthi movement',
];

const told = (differences: readonly AuditDifference[]): string[] =>
  differences.map(({ sentence, pair }) => `${sentence}: ${pair.one} / ${pair.other}`);

test('a sentence is coded alike with the parties exchanged', () => {
  const { compared, coding, confidence } = readingAudit(loadKnowledge('knowledge'), '2016-06-15');
  assert.ok(compared > 200);
  assert.deepEqual(told(coding), []);
  assert.deepEqual(told(confidence), SURER);
});
