/**
 * What holds of the coding of any text at all: spans in range, intervals in order, ranges of counts that hold together, an output
 * that keeps to its schema, the same bytes twice. Over arbitrary Unicode, and over our own reports with pieces torn out,
 * swapped, doubled, re-cased and garbled.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedReport, Count } from '../../src/model/coded-report.ts';
import type { Report } from '../../src/model/report.ts';
import { codedReport } from '../../src/shell/http/coded-report-schemas.ts';

const knowledge = loadKnowledge('knowledge');
const SEED = 20160227;

const reportOf = (text: string, published: string | null): Report => ({
  id: 'r',
  title: null,
  text,
  language: 'en',
  published,
  publishedBasis: published === null ? null : 'given',
  byline: null,
  source: null,
  url: null,
  notes: [],
});

function assertHolds(text: string, published: string | null): void {
  const coded = code(reportOf(text, published), knowledge);
  assert.equal(coded.text, text);
  assert.equal(
    JSON.stringify(code(reportOf(text, published), knowledge)),
    JSON.stringify(coded),
    'the same bytes twice',
  );
  const parsed = codedReport.safeParse(coded);
  assert.ok(parsed.success, parsed.error?.message);
  assertSpans(coded, text.length);
  assertMentions(coded);
  assertIncidents(coded);
}

/** Every object with a numeric `start` and `end` is a span of the text. */
function assertSpans(value: unknown, length: number): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    assert.ok(
      Number.isInteger(value.start) && value.start >= 0 && value.start < value.end && value.end <= length,
      `span ${value.start}..${value.end} of ${length}`,
    );
  for (const inner of Object.values(value)) assertSpans(inner, length);
}

function assertMentions({ mentions, text }: CodedReport): void {
  for (const mention of mentions) {
    assert.equal(text.slice(mention.span.start, mention.span.end), mention.text);
    if (mention.kind === 'time') assertInterval(mention.interval);
    if (mention.kind === 'count') assertRange(mention);
  }
}

function assertIncidents({ incidents, statements }: CodedReport): void {
  for (const incident of incidents) {
    assert.ok(incident.trigger.length > 0, 'no span, no claim');
    assert.ok(incident.confidence >= 0 && incident.confidence <= 1);
    assertInterval(incident.time);
    if (incident.place !== null) assert.ok(incident.place.spans.length > 0, 'a place rests on words');
    for (const count of Object.values(incident.harm)) assertCount(count);
  }
  for (const { said, deadline } of statements) {
    assertInterval(said);
    assertInterval(deadline);
  }
}

function assertInterval(interval: { start: string | null; end: string | null } | null): void {
  if (interval === null || interval.start === null || interval.end === null) return;
  assert.ok(
    Date.parse(interval.start) <= Date.parse(interval.end) || interval.start.slice(0, 10) <= interval.end.slice(0, 10),
    `${interval.start} to ${interval.end}`,
  );
}

function assertRange({ min, best, max }: { min: number; best: number | null; max: number | null }): void {
  assert.ok(Number.isFinite(min) && min >= 0);
  if (best !== null) assert.ok(min <= best, `${min} <= ${best}`);
  if (max !== null) assert.ok((best ?? min) <= max, `${best ?? min} <= ${max}`);
}

function assertCount(count: Count): void {
  assertRange(count);
  assert.ok(count.spans.length > 0, 'a count rests on words');
  for (const part of count.of ?? []) {
    assertRange(part);
    if (count.max !== null) assert.ok(part.min <= count.max, `part ${part.min} of ${count.max}`);
  }
}

/** Sentences of the demonstration set, written for this project. */
const SENTENCES = readdirSync('samples/syria-2016')
  .filter((name) => name.endsWith('.md'))
  .slice(0, 20)
  .flatMap((name) => readFileSync(`samples/syria-2016/${name}`, 'utf8').split(/(?<=[.!?])\s+/))
  .filter((sentence) => sentence.length > 30);

/** Words and marks that rules look for, so that arbitrary texts reach them. */
const bait = fc.constantFrom(
  'killed',
  'at least 12',
  'one of them died',
  'between 10 and',
  '“',
  '"',
  'on 31 February',
  'overnight',
  'no one',
  '5 km north of',
  'Aleppo',
  'bombed',
  'two of whom',
  'including',
  'bringing the toll to',
  'denied',
  '1e400',
  '٣',
  '\u202e',
  '\ud800',
  '-5 people',
  '99999999999999999999 dead',
  'himself',
  'of the wounded',
  'last',
  'the',
  'if',
  '.',
  ',',
  '(',
  '\n\n',
);
const anyText = fc
  .array(fc.oneof(bait, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(' '));

type Mutation = (text: string, at: number, other: string) => string;
const MUTATIONS: readonly Mutation[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 7),
  (text, at, other) => text.slice(0, at) + other + text.slice(at),
  (text, at) => text + text.slice(at),
  (text, at) => text.slice(at) + text.slice(0, at),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text, at) => `${text.slice(0, at)}-\n${text.slice(at)}`,
  (text) => text.replaceAll('o', '0').replaceAll('l', '1'),
  (text) => text.replaceAll(/[.,"“”]/g, ''),
  (text, at) => `${text.slice(0, at)}\u0000â€œ${text.slice(at)}`,
];

const mutated = fc
  .record({
    first: fc.constantFrom(...SENTENCES),
    second: fc.constantFrom(...SENTENCES),
    third: fc.constantFrom(...SENTENCES),
    steps: fc.array(
      fc.record({ which: fc.nat({ max: MUTATIONS.length - 1 }), where: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ first, second, third, steps }) =>
    steps.reduce(
      (text, { which, where }) => MUTATIONS[which]?.(text, Math.floor(where * text.length), third) ?? text,
      `${first} ${second}`,
    ),
  );

const published = fc.constantFrom(null, '2016-06-15', '2016-06-15T21:30:00Z');

test('any text at all is coded to something that holds together', () => {
  fc.assert(fc.property(anyText, published, assertHolds), { numRuns: 150, seed: SEED });
});

test('our own sentences, torn and garbled, are coded to something that holds together', () => {
  fc.assert(fc.property(mutated, published, assertHolds), { numRuns: 150, seed: SEED });
});
