import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from './tokens.ts';

const words = (text: string): string[] => {
  const { starts, ends } = tokenize(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
};

const cases: readonly (readonly [text: string, tokens: string])[] = [
  ["They didn't flee.", "They did n't flee ."],
  ['They didn’t flee.', 'They did n’t flee .'],
  ["The rebels' convoy and the army's trucks", "The rebels ' convoy and the army 's trucks"],
  ["we'll they're I've I'm he'd", "we 'll they 're I 've I 'm he 'd"],
  ['I cannot leave', 'I can not leave'],
  ['a 41-year-old man', 'a 41 - year - old man'],
  ['anti-government and pro-Northland forces', 'anti-government and pro-Northland forces'],
  ['government-held areas', 'government - held areas'],
  ['at 7:45 on 12/06/2016', 'at 7:45 on 12/06/2016'],
  ['2016-09-19', '2016-09-19'],
  ['the 10-15 dead', 'the 10 - 15 dead'],
  ['2,500 people, 1.5 tons', '2,500 people , 1.5 tons'],
  ['about $50m (US$10m)', 'about $ 50m ( US$ 10m )'],
  ['75% of 10km', '75 % of 10 km'],
  ['the U.S. Army and the U.N.-backed force', 'the U.S. Army and the U.N. - backed force'],
  ['Gen. A. B. Mara and Dr. Orla', 'Gen. A. B. Mara and Dr. Orla'],
  ['at 5 p.m. local time', 'at 5 p.m. local time'],
  ['in No. 5 Street; they said no.', 'in No. 5 Street ; they said no .'],
  ['see https://reports.example/a?b=1.', 'see https://reports.example/a?b=1 .'],
  ['write to desk@reports.example, please', 'write to desk@reports.example , please'],
  ['@observer: #ceasefire', '@observer : #ceasefire'],
  ['“Stop!” he said…', '“ Stop ! ” he said …'],
  ['wait... what?!', 'wait ... what ?!'],
  ['was hit.The army', 'was hit . The army'],
  ['IT WAS HIT.THE ARMY', 'IT WAS HIT . THE ARMY'],
  ['shells--and rockets—fell', 'shells -- and rockets — fell'],
  ['and/or', 'and / or'],
  ["Sha'ab and O'Hara", "Sha'ab and O'Hara"],
  ['[TEXT] THE', '[ TEXT ] THE'],
  ['(killed)', '( killed )'],
  ['flood 🚨🚨 now', 'flood 🚨🚨 now'],
  ['القصف مستمر.', 'القصف مستمر .'],
  ['', ''],
];

for (const [text, expected] of cases) {
  test(`tokens of "${text}"`, () => {
    assert.equal(words(text).join(' '), expected);
  });
}

test('tokens are in order, do not overlap, and hold every character that is not white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { starts, ends } = tokenize(text);
      let covered = '';
      let before = 0;
      starts.forEach((start, i) => {
        const end = ends[i] ?? 0;
        assert.ok(start >= before && end > start && end <= text.length);
        covered += text.slice(start, end);
        before = end;
      });
      const spaces = /[\s\p{Zs}\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\u0000-\u001f\u007f-\u009f]/gu;
      assert.equal(covered.replaceAll(spaces, ''), text.replaceAll(spaces, ''));
    }),
  );
});

test('tokenizing takes time in proportion to the text, whatever it is made of', () => {
  const pieces = ['.', 'a.', "'s", '-', 'a-', '@', '$', '1,', '(', '"', 'http://', '…', 'x'.repeat(50)];
  for (const piece of pieces) {
    const time = (count: number): number => {
      const text = piece.repeat(count);
      const start = performance.now();
      tokenize(text);
      return performance.now() - start;
    };
    time(2_000);
    const short = Math.min(time(10_000), time(10_000), time(10_000));
    const long = Math.min(time(160_000), time(160_000));
    // Sixteen times the text; a quadratic way would take 256 times as long. The rest is room for a busy machine.
    assert.ok(long < short * 16 * 4 + 250, `${piece}: ${short} ms for 10,000 and ${long} ms for 160,000`);
  }
});
