/** A thread with the small coder. The text "break the coder" makes it throw, "end the thread" and "never end" do so. */
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';
import { serveTasks } from '../../src/shell/jobs/serve-tasks.ts';
import { smallCoder } from './small-coder.ts';

const tools = makeIngestTools();
serveTasks({
  knowledge: 'small',
  read: (bytes, hints) => ingest(bytes, hints, tools),
  code: (report) => {
    if (report.text.includes('break the coder')) throw new Error('asked to');
    if (report.text.includes('end the thread')) process.exit(3);
    while (report.text.includes('never end'));
    return smallCoder(report);
  },
});
