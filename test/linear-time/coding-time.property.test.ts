/** Coding takes time in proportion to the length of the text, whatever the text: four times as much of it never costs many times more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Report } from '../../src/model/report.ts';
import { plainReport } from '../plain-report.ts';

const knowledge = loadKnowledge('knowledge');
/** A linear coder takes four times as long over four times the text, one that grows with the square sixteen times. */
const WORST_GROWTH = 8;
/** What the collector and the compiler may add to a run, in ms of processor time. */
const SLACK_MS = 400;

const reportOf = (text: string): Report => plainReport(text, '2016-06-15');

/** Processor time, since other processes may hold the machine. */
function msOf(text: string): number {
  const before = process.cpuUsage();
  code(reportOf(text), knowledge);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function growthOf(make: (length: number) => string, length: number): { growth: number; short: number; long: number } {
  const short = msOf(make(length));
  const long = msOf(make(length * 4));
  return { growth: Math.max(0, long - SLACK_MS) / Math.max(1, short), short, long };
}

function assertLinear(name: string, make: (length: number) => string, length: number): void {
  const first = growthOf(make, length);
  const worst = first.growth <= WORST_GROWTH ? first : growthOf(make, length);
  const told = `${worst.short.toFixed(0)} ms for ${length} characters, ${worst.long.toFixed(0)} ms for four times as many`;
  assert.ok(worst.growth <= WORST_GROWTH, `${name}: ${told}`);
}

const repeated =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const SENTENCE =
  'On 3 March 2016 government forces shelled the town of Qaryat, killing at least 12 people, including four children, a doctor said. ';
msOf(repeated(SENTENCE)(20_000));

const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['plain report', SENTENCE],
  ['report without a stop', SENTENCE.replace('. ', ' and then ')],
  ['straight quotation marks', '"'],
  ['quotation marks with spaces', '" '],
  ['opening marks', '“'],
  ['opening marks before words', '“We said '],
  ['closing marks after words', 'they said” '],
  ['single marks', "'"],
  ['nested quotations', '“He said ‘she said “they left” he said’ '],
  ['brackets', '('],
  ['closing brackets', 'a) '],
  ['digits', '7'],
  ['numbers', '12 '],
  ['numbers with commas', '1,000,'],
  ['number words', 'twenty thousand '],
  ['full stops', '.'],
  ['full stops with spaces', '. '],
  ['capitals', 'A'],
  ['capitalised words', 'Aleppo '],
  ['names joined by hyphens', 'Al-'],
  ['names joined by "of"', 'Council of '],
  ['names joined by "and"', 'Aleppo and '],
  ['places in a list', 'Idlib, '],
  ['cues', 'said '],
  ['cues with "that"', 'he said that '],
  ['triggers', 'attack '],
  ['trigger verbs', 'killed '],
  ['harm in a list', 'killing 3 people and '],
  ['weapons', 'rocket '],
  ['pronouns', 'he and '],
  ['descriptions', 'the rebels of the '],
  ['possessives', "the army's "],
  ['months', 'June '],
  ['dates', '3 June '],
  ['times joined by "to"', 'from Monday to '],
  ['conditions', 'if they must '],
  ['hyphens', '-'],
  ['line breaks', '\n'],
  ['one-word lines', 'truce\n'],
  ['one-word paragraphs', 'truce\n\n'],
  ['carriage returns', 'a\r\n'],
  ['joiners without width', '\u200d'],
  ['lone surrogates', '\ud83d'],
  ['emoji', '🔥'],
  ['accents without a letter', '\u0301'],
  ['Arabic', 'قصف '],
  ['misread UTF-8', 'Ã©'],
  ['markup', '<b '],
  ['entities', '&nbsp;'],
  ['addresses', 'http://a.b/'],
];

for (const [name, unit] of HOSTILE)
  test(`time grows no faster than the text: ${name}`, () => assertLinear(name, repeated(unit), 5_000));

test('a line of a million characters is read', () => {
  const perCharacter = msOf(repeated(SENTENCE)(100_000)) / 100_000;
  const whole = msOf(repeated(SENTENCE.replace('\n', ' '))(1_000_000)) / 1_000_000;
  assert.ok(whole <= perCharacter * 3, `${perCharacter * 1000} and ${whole * 1000} µs a character`);
});

test('a hundred thousand one-word lines are read', () => {
  const lines = repeated('truce\nshelling\nAleppo\n');
  const perCharacter = msOf(lines(70_000)) / 70_000;
  const whole = msOf(lines(700_000)) / 700_000;
  assert.ok(whole <= perCharacter * 3, `${perCharacter * 1000} and ${whole * 1000} µs a character`);
});

test('time grows no faster than any Unicode text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (unit) =>
      assertLinear(JSON.stringify(unit), repeated(unit), 2_500),
    ),
    { numRuns: 12, seed: 20160227 },
  );
});

/** Cuts, doubles and joins parts of a sentence as damaged copies of reports are. */
const mutated = fc
  .array(
    fc.tuple(fc.nat(SENTENCE.length), fc.nat(40), fc.constantFrom('', '"', '“', ' ', ',', '.', '(', '\n', '-', '’')),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.map(([from, length, mark]) => `${SENTENCE.slice(from, from + length)}${mark}`).join(''))
  .filter((unit) => unit !== '');

test('time grows no faster than the text of mutated sentences', () => {
  fc.assert(
    fc.property(mutated, (unit) => assertLinear(JSON.stringify(unit), repeated(unit), 2_500)),
    { numRuns: 12, seed: 20160227 },
  );
});
