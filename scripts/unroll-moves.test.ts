import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unrolledMoves } from './unroll-moves.ts';

test('the unrolled moves are the ones that the templates write', () => {
  const path = 'src/journey/2-read/grammar/unrolled-moves.ts';
  assert.equal(readFileSync(path, 'utf8'), unrolledMoves(), 'run node scripts/unroll-moves.ts');
});
