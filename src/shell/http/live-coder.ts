/**
 * Codes pasted texts in a thread of their own, started with the first of them: whatever a text does, the server goes on
 * answering, and a text that takes too long costs only its thread.
 */
import { isRefusal } from '../../journey/1-ingest/adapter.ts';
import { ingestRow } from '../../journey/1-ingest/ingest.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Refusal } from '../../model/report.ts';
import { makeIngestTools } from '../ingest-tools.ts';
import { ThreadLost, ThreadPool } from '../jobs/thread-pool.ts';
import type { CodeRequest } from './request-schemas.ts';

export interface LiveCoder {
  code(request: CodeRequest): Promise<CodedReport | Refusal>;
  close(): Promise<void>;
}

/** Longer than any text of this size should take, short enough to wait for. */
const LONGEST_MS = 10_000;

export function liveCoder(knowledgeDirectory: string): LiveCoder {
  const tools = makeIngestTools();
  let pool: ThreadPool | null = null;
  return {
    code: async (row) => {
      const report = await ingestRow(row, 'text', {}, tools);
      if (isRefusal(report)) return report;
      pool ??= new ThreadPool({ size: 1, knowledgeDirectory, timeoutMs: LONGEST_MS });
      try {
        const [outcome] = await pool.run({ kind: 'code', reports: [report] });
        if (outcome === undefined) throw new Error('a thread answers once for each report');
        // Written by our own thread a moment ago, from a CodedReport.
        return outcome.kind === 'coded' ? (JSON.parse(outcome.sealed.json) as CodedReport) : outcome;
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        return {
          kind: 'refused',
          code: `code/${error.code}`,
          where: 'text',
          message: `${error.message}; shorten the text, or use trucewatch code FILE`,
        };
      }
    },
    close: async () => pool?.close(),
  };
}
