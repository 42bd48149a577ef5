/** Codes the reports of all goldens and prints, in words, how the codings differ from what is expected. Exit 1 when they do. */
import { code } from '../src/journey/journey.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';
import { loadGoldens, reportOf } from '../test/golden/expectation.ts';
import { differences, expectationCount } from '../test/golden/match-golden.ts';

const knowledge = loadKnowledge(knowledgeDirectory());
const tools = makeIngestTools();
let expected = 0;
let differing = 0;
for (const [name, golden] of loadGoldens()) {
  const found = differences(golden, code(await reportOf(golden, tools), knowledge));
  expected += expectationCount(golden);
  differing += found.length;
  for (const line of found) console.log(`${name}: ${line}`);
}
console.log(`${expected} expectations, ${differing} differences`);
process.exitCode = differing === 0 ? 0 : 1;
