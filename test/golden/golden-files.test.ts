/** The goldens themselves: every file has the right shape, and every quotation in it stands in the report it is about. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

const claim = z.strictObject({
  op: z.enum(['=', '>=', '>', '<=', '<', '~', '<~', 'range', 'word', 'plural']),
  n: z.int().optional(),
  n2: z.int().optional(),
  word: z.string().optional(),
});
const interval = z.strictObject({ start: z.iso.date().optional(), end: z.iso.date().optional() });
const incident = z.strictObject({
  type: z.array(z.string()).optional(),
  trigger: z.string(),
  modality: z.enum(['asserted', 'alleged', 'denied', 'threatened', 'planned', 'hypothetical']),
  aggregate: z.boolean().optional(),
  perpetrators: z.array(z.string()).optional(),
  attributedTo: z.array(z.string()).optional(),
  place: z.string().optional(),
  time: interval.optional(),
  killed: claim.optional(),
  injured: claim.optional(),
  abducted: claim.optional(),
  targets: z.array(z.string()).optional(),
});
const statement = z.strictObject({
  kind: z.array(z.string()),
  speaker: z.string().optional(),
  quote: z.string(),
  deadline: interval.optional(),
  condition: z.string().optional(),
});
const golden = z.strictObject({
  report: z.string(),
  item: z.int().positive().optional(),
  because: z.string(),
  incidents: z.array(incident).optional(),
  statements: z.array(statement).optional(),
  nothingFrom: z.array(z.string()).optional(),
  noIncidents: z.literal(true).optional(),
  noViolence: z.literal(true).optional(),
  notes: z.array(z.string()).optional(),
});

const folder = new URL('./', import.meta.url);
const root = new URL('../../', import.meta.url);
const tools = makeIngestTools();

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('expected.yaml'))
  .sort();

async function textOf(report: string, item: number): Promise<string> {
  const results = await ingest(readFileSync(new URL(report, root)), { name: basename(report) }, tools);
  const result = results[item - 1];
  assert.ok(result && !isRefusal(result), `${report} has no report ${item}`);
  return `${result.title}\n${result.text}`.toLowerCase();
}

for (const file of files) {
  test(`golden ${file} quotes its report`, async () => {
    const expected = golden.parse(parse(readFileSync(new URL(file, folder), 'utf8')));
    const text = await textOf(expected.report, expected.item ?? 1);
    const incidents = expected.incidents ?? [];
    const statements = expected.statements ?? [];
    const quotes = [
      ...incidents.flatMap(({ trigger, place, perpetrators = [], attributedTo = [] }) => [
        trigger,
        ...(place ? [place] : []),
        ...perpetrators,
        ...attributedTo,
      ]),
      ...statements.flatMap(({ quote, speaker, condition }) => [
        quote,
        ...(speaker ? [speaker] : []),
        ...(condition ? [condition] : []),
      ]),
    ];
    assert.deepEqual(
      quotes.filter((quote) => !text.includes(quote.toLowerCase())),
      [],
    );
  });
}

test('there are at least 25 goldens, and none is there twice', () => {
  assert.ok(files.length >= 25);
  const subjects = files.map((file) => readFileSync(new URL(file, folder), 'utf8').split('because')[0]);
  assert.equal(new Set(subjects).size, files.length);
});
