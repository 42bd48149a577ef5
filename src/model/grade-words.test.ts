import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GRADE_WORDS, gradeReason, gradeWords, gradeWordsOf, movedFrom, notJudged } from './grade-words.ts';

test('every sentence is known again by its code, with the number of origins', () => {
  for (const [code, words] of Object.entries(GRADE_WORDS)) {
    const isCounted = words.startsWith('{count}');
    const values = isCounted ? { count: 12 } : {};
    assert.deepEqual(gradeReason(words.replace('{count}', '12')), { code, values }, words);
  }
});

test('what follows a sentence is known with it', () => {
  assert.deepEqual(gradeReason(movedFrom(gradeWords('grade/about-itself'), 'B')), {
    code: 'grade/moved',
    values: { letter: 'B', why: { code: 'grade/about-itself', values: {} } },
  });
  assert.deepEqual(gradeReason(notJudged(gradeWordsOf('grade/several-credible', 3))), {
    code: 'grade/not-judged',
    values: { why: { code: 'grade/several-credible', values: { count: 3 } } },
  });
});

test('what none of these says has no code', () => {
  for (const other of ['', 'many independent origins agree', 'one origin, moved from Z', 'no reason, moved from B'])
    assert.equal(gradeReason(other), null, other);
});
