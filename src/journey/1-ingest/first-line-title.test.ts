/** When the first line of a plain text is its title. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLineTitle } from './first-line-title.ts';

const cases: [string, string | null][] = [
  ['Calm in the valley\n\nBoth sides kept quiet.', 'Calm in the valley'],
  ['Calm in the valley\nCalm in the valley\nBoth sides kept quiet.', 'Calm in the valley'],
  ['  Calm in the valley  \r\n\r\nBoth sides kept quiet.', 'Calm in the valley'],
  ['Both sides kept quiet.\n\nA convoy left.', null],
  ['Both sides kept quiet in the valley\non Sunday and on Monday.', null],
  ['HAMA, 3 March (Orontes Wire) --\n\nBoth sides kept quiet.', null],
  ['One line only', null],
  ['***\n\nBoth sides kept quiet.', null],
  ['', null],
];

for (const [text, expected] of cases) {
  test(`the title of ${JSON.stringify(text.slice(0, 45))} is ${expected ?? 'unknown'}`, () =>
    assert.equal(firstLineTitle(text), expected));
}
