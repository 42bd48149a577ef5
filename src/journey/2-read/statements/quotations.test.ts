import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseText } from '../grammar/parse-text.ts';
import { findQuotations } from './quotations.ts';

const quoted = (text: string): string[] =>
  findQuotations(parseText(text, null)).map(({ start, end }) => text.slice(start, end));

const cases: [why: string, text: string, expected: string[]][] = [
  ['curly marks', 'She said “we agree” and left.', ['“we agree”']],
  ['straight marks', 'She said "we agree" and left.', ['"we agree"']],
  ['doubled single marks', "''We agree,'' she said.", ["''We agree,''"]],
  ['grave and acute', "``We agree,'' she said.", ["``We agree,''"]],
  ['guillemets', '«We agree», she said.', ['«We agree»']],
  ['single marks outside others', "She said 'we agree,' and left.", ["'we agree,'"]],
  ['apostrophes are no marks', "The rebels' leader didn't agree with Ana's plan.", []],
  ['single marks inside double ones are part of them', '“He said ‘no’ twice,” she said.', ['“He said ‘no’ twice,”']],
  [
    'nested marks of one kind',
    '“They call it “peace” in the capital,” she said.',
    ['“They call it “peace” in the capital,”'],
  ],
  ['a missing opening mark is the start of the sentence', 'We want peace,” she said.', ['We want peace,”']],
  [
    'a missing closing mark reaches to the end of the paragraph',
    '“We want peace.\n\nThe talks went on.',
    ['“We want peace.'],
  ],
  ['a closing mark in the place of an opening one', 'She says,” we agree to it.”', ['” we agree to it.”']],
  [
    'a quotation over paragraphs repeats its opening mark',
    '“We want peace.\n\n“We want it now,” she said.',
    ['“We want peace.', '“We want it now,”'],
  ],
  ['two on one line', '“Yes,” she said, “we do.”', ['“Yes,”', '“we do.”']],
  ['feet and inches are no reason to fall over', 'A 6\'3" man left.', ['A 6\'3"']],
];
for (const [why, text, expected] of cases) {
  test(`quotations: ${why}`, () => {
    assert.deepEqual(quoted(text), expected);
  });
}

test('a quotation that goes on is marked', () => {
  const found = findQuotations(parseText('“We want peace.\n\n“We want it now,” she said.', null));
  assert.deepEqual(
    found.map(({ continues, balanced }) => [continues, balanced]),
    [
      [true, true],
      [false, true],
    ],
  );
});

test('quotations are in order, apart and within the text, whatever the marks', () => {
  const pieces = ['“', '”', '"', "''", '``', "'", '‘', '’', '«', '»', 'a', 'B c', '. ', ', ', '\n\n', ' ', '—'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end } of findQuotations(parseText(text, null))) {
        assert.ok(last <= start && start < end && end <= text.length, `${last} ${start} ${end}`);
        last = end;
      }
    }),
    { numRuns: 400 },
  );
});

test('many unmatched marks take time in line with their number', () => {
  const time = (copies: number): number => {
    const parsed = parseText('a” b “c ” '.repeat(copies), null);
    const start = performance.now();
    findQuotations(parsed);
    return performance.now() - start;
  };
  // Other work on the machine slows single runs, so the best of three counts.
  const best = (copies: number): number => Math.min(time(copies), time(copies), time(copies));
  const small = Math.max(20, best(3000));
  assert.ok(best(24000) < small * 30, 'eight times the text took more than thirty times as long');
});
