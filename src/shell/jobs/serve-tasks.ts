/** The working side of a coding thread: takes tasks, answers them, and lets nothing that one report does hurt another. */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { Hints } from '../../journey/1-ingest/adapter.ts';
import { seal } from '../../journey/7-record/sealed.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Refusal, Report } from '../../model/report.ts';
import type { Answers, CodeOutcome, Ready, Task } from './task.ts';

export interface Tools {
  /** Hash over the knowledge in force. */
  knowledge: string;
  read(bytes: Uint8Array, hints: Hints): Promise<(Report | Refusal)[]>;
  code(report: Report): CodedReport;
}

/** To be called once by a thread's program, when its tables are loaded. */
export function serveTasks(tools: Tools): void {
  const port = parentPort;
  if (port === null) throw new Error('this is the program of a worker thread');
  port.on('message', async (task: Task) => port.postMessage({ answer: await answerTo(task, tools) }));
  port.postMessage({ ready: { knowledge: tools.knowledge } } satisfies Ready);
}

async function answerTo(task: Task, tools: Tools): Promise<Answers[Task['kind']]> {
  if (task.kind === 'code') return task.reports.map((report) => coded(report, tools));
  try {
    return await tools.read(task.bytes, task.hints);
  } catch (error) {
    return [defect('read/defect', task.hints.name ?? 'input', error)];
  }
}

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function coded(report: Report, tools: Tools): CodeOutcome {
  try {
    const sealed = seal(hash, tools.code(report));
    if (!('kind' in sealed)) return { kind: 'coded', sealed };
    return { kind: 'refused', code: 'code/without-canonical-form', where: sealed.where, message: sealed.message };
  } catch (error) {
    return defect('code/defect', report.id, error);
  }
}

const defect = (code: string, where: string, error: unknown): Refusal => ({
  kind: 'refused',
  code,
  where,
  message: `A defect of the program: ${error instanceof Error ? error.message : String(error)}. Report it; the text is kept and can be run again.`,
});
