/** The demonstration reports: all are read, dated, given to a registered outlet, and of a length that a reader takes in. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import { loadSourceRegister } from '../../src/knowledge/source-register.ts';
import type { Report } from '../../src/model/report.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

const folder = new URL('../../samples/syria-2016/', import.meta.url);
const register = loadSourceRegister(new URL('../../knowledge/sources/demonstration.yaml', import.meta.url));
const tools = makeIngestTools();

async function readAll(): Promise<Report[]> {
  const reports: Report[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === 'README.md') continue;
    const results = await ingest(readFileSync(new URL(name, folder)), { name }, tools);
    for (const result of results) {
      assert.ok(!isRefusal(result), `${name}: ${JSON.stringify(result)}`);
      reports.push(result);
    }
  }
  return reports;
}

const reports = await readAll();

test('there are 85 demonstration reports with ids of their own', () => {
  assert.equal(reports.length, 85);
  assert.equal(new Set(reports.map((report) => report.id)).size, 85);
});

test('every demonstration report is dated within the first months of the truce', () => {
  const outside = reports.filter(
    ({ published }) => published === null || published < '2016-02-27' || published > '2016-07-31',
  );
  assert.deepEqual(
    outside.map((report) => report.title),
    [],
  );
});

test('every demonstration report is by a registered fictional outlet, in English, with a title', () => {
  const wrong = reports.filter(
    ({ source, language, title }) => !register.has(source ?? '') || language !== 'en' || title === null,
  );
  assert.deepEqual(
    wrong.map(({ source, title }) => [source, title]),
    [],
  );
});

test('every demonstration report has 80 to 300 words', () => {
  const length = (text: string) => text.split(/\s+/).length;
  assert.deepEqual(
    reports.filter(({ text }) => length(text) < 80 || length(text) > 300).map((report) => report.title),
    [],
  );
});
