/**
 * A process to be killed: captures the inputs in groups, says so on its standard output once each group is acknowledged, and
 * ingests them. `node ingest-child.ts DIRECTORY CAPTURES`; it can be started again on the same directory at any time.
 */
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { systemClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { ingestCaptures } from '../../src/shell/jobs/ingest-captures.ts';
import { stagesOf } from '../../src/shell/jobs/stages.ts';
import { ThreadPool } from '../../src/shell/jobs/thread-pool.ts';
import { openStore } from '../../src/shell/store/open-store.ts';
import { captureRequest, finding } from '../contract/sample-data.ts';
import { sampleInputs } from './sample-inputs.ts';

const [directory = '', count = '0'] = process.argv.slice(2);
const pool = new ThreadPool({
  size: 1,
  knowledgeDirectory: '',
  program: new URL('./paragraphs-thread.ts', import.meta.url),
});
const store = await openStore({ directory, at: systemClock.now() });
process.stdout.write('opened\n');
const inputs = sampleInputs(Number(count));
for (let from = 0; from < inputs.length; from += 20) {
  const captured = await store.capture(inputs.slice(from, from + 20).map((text) => captureRequest(text)));
  for (const { capture } of captured) process.stdout.write(`captured ${capture.sha256}\n`);
}
const stages = {
  ...stagesOf(loadKnowledge(knowledgeDirectory())),
  assess: (incident: { id: string }) => [finding(incident.id, 'quiet', 'indeterminate')],
};
const onProgress = ({ captures }: { captures: number }): void => void process.stdout.write(`progress ${captures}\n`);
await ingestCaptures({ store, pool, stages, clock: systemClock, onProgress });
await pool.close();
await store.close();
process.stdout.write('done\n');
