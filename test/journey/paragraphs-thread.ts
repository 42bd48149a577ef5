/** A thread that starts in no time: every line of the input is a report, and the small coder codes it. */
import { createHash } from 'node:crypto';
import type { Report } from '../../src/model/report.ts';
import { serveTasks } from '../../src/shell/jobs/serve-tasks.ts';
import { plainReport } from '../plain-report.ts';
import { smallCoder } from './small-coder.ts';

const reportOf = (text: string): Report =>
  plainReport(text, /2016-\d\d-\d\d/.exec(text)?.[0] ?? null, {
    id: createHash('sha256').update(text).digest('hex'),
  });

serveTasks({
  knowledge: 'small',
  read: async (bytes) => new TextDecoder().decode(bytes).split('\n').map(reportOf),
  code: smallCoder,
});
