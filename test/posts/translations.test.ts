/** Stories told in several languages, on `translations.yaml`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingestRow } from '../../src/journey/1-ingest/ingest.ts';
import { corroborate } from '../../src/journey/4-corroborate/corroborate.ts';
import { compareText } from '../../src/journey/4-corroborate/order.ts';
import { translatedPairs } from '../../src/journey/4-corroborate/translated-titles.ts';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedReport } from '../../src/model/coded-report.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

const file = z.strictObject({
  reports: z.array(
    z.strictObject({
      story: z.string(),
      language: z.string(),
      published: z.iso.date(),
      title: z.string(),
      text: z.string(),
    }),
  ),
});
const { reports } = file.parse(parse(readFileSync(new URL('translations.yaml', import.meta.url), 'utf8')));

test('of titles in five languages no two stories are joined, and most of one story are', async (context) => {
  const knowledge = loadKnowledge(knowledgeDirectory());
  const coded: CodedReport[] = [];
  for (const [index, { title, text, published, language }] of reports.entries()) {
    const row = { id: `t${index}`, title, text, published, language };
    const report = await ingestRow(row, row.id, {}, makeIngestTools());
    if (isRefusal(report)) throw new Error(report.message);
    coded.push(code(report, knowledge));
  }
  const incidents = corroborate(coded, knowledge.corroboration).reports.map((report) => report.incidents[0] ?? null);
  const told = coded
    .map((report, index) => ({ report, incident: incidents[index] ?? null }))
    .toSorted((a, b) => compareText(a.report.published ?? '', b.report.published ?? ''));
  const storyOf = new Map(reports.map(({ story }, index) => [`t${index}`, story]));
  const titleOf = new Map(reports.map(({ title }, index) => [`t${index}`, title]));
  const joined = translatedPairs(told, knowledge.corroboration.translated);
  const wrong = joined.filter(([a, b]) => storyOf.get(a) !== storyOf.get(b));
  assert.deepEqual(
    wrong.map(([a, b]) => `${titleOf.get(a)} / ${titleOf.get(b)}`),
    [],
  );
  const ofOneStory = reports.reduce(
    (sum, { story, language }, index) =>
      sum + reports.slice(index + 1).filter((other) => other.story === story && other.language !== language).length,
    0,
  );
  const counts = `${joined.length} of ${ofOneStory} pairs of one story joined`;
  context.diagnostic(counts);
  assert.ok(joined.length / ofOneStory >= 0.85, counts);
});
