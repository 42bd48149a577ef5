import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { codeNote, loadNotes, noteFaults } from './note-faults.ts';

/** Fields that the coder does not yet read, as "note field": a known gap is written down, and none is added unseen. */
const known = new Set(
  readFileSync(new URL('known-gaps.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);
const knowledge = loadKnowledge('knowledge');

for (const note of loadNotes()) {
  test(`note ${note.id}`, () => {
    const faults = noteFaults(note, codeNote(note, knowledge));
    assert.deepEqual(
      faults.filter((fault) => !known.has(`${note.id} ${fault.split(':')[0]}`)),
      [],
      note.text,
    );
  });
}
