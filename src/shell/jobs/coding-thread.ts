/** The program of a worker thread that reads and codes. Knowledge is loaded once, before the first task. */
import { workerData } from 'node:worker_threads';
import { ingest } from '../../journey/1-ingest/ingest.ts';
import { code } from '../../journey/journey.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { makeIngestTools } from '../ingest-tools.ts';
import { serveTasks } from './serve-tasks.ts';

const knowledge = loadKnowledge(String(workerData));
const tools = makeIngestTools();
serveTasks({
  knowledge: knowledge.version,
  read: (bytes, hints) => ingest(bytes, hints, tools),
  code: (report) => code(report, knowledge),
});
