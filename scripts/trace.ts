/** `npm run trace -- FILE [--published DATE]`: the whole reading of the reports of one file in readable form. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isRefusal } from '../src/journey/1-ingest/adapter.ts';
import { ingest } from '../src/journey/1-ingest/ingest.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';
import { traceLines } from './trace-report.ts';

const { values, positionals } = parseArgs({ options: { published: { type: 'string' } }, allowPositionals: true });
const file = positionals[0];
if (file === undefined) {
  console.error('usage: npm run trace -- FILE [--published DATE]');
  process.exit(2);
}
const hints = { name: basename(file), ...(values.published === undefined ? {} : { published: values.published }) };
const knowledge = loadKnowledge(knowledgeDirectory());
for (const report of await ingest(readFileSync(file), hints, makeIngestTools()))
  console.log(
    isRefusal(report) ? `refused: ${report.message} [${report.code}]` : traceLines(report, knowledge).join('\n'),
  );
