/** Ingest as a whole, for the command and for the first start: capture what is named, then process all that waits. */
import { availableParallelism } from 'node:os';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { type CaptureOptions, type CaptureSummary, captureSources, type Source } from './capture-sources.ts';
import { type IngestSummary, ingestCaptures } from './ingest-captures.ts';
import { stagesOf } from './stages.ts';
import { ThreadPool } from './thread-pool.ts';

export interface IngestOptions extends Partial<Pick<CaptureOptions, 'given' | 'illustrative'>> {
  clock: Clock;
  /** Also what a stage refused before. */
  again?: boolean;
  /** Everything that is stored, with the program and its knowledge as they are now. */
  anew?: boolean;
  /** Coding threads; by default one for each core. */
  threads?: number;
  onCaptured?: (captured: CaptureSummary) => void;
  onProgress?: (done: IngestSummary) => void;
}

export async function ingestSources(
  store: Store,
  knowledge: Knowledge,
  sources: readonly Source[],
  options: IngestOptions,
): Promise<{ captured: CaptureSummary; done: IngestSummary }> {
  const {
    clock,
    given = {},
    illustrative = false,
    again = false,
    anew = false,
    threads = availableParallelism(),
    onProgress,
  } = options;
  // The threads load their knowledge while the bytes are captured.
  const pool = new ThreadPool({ size: threads, knowledgeDirectory: knowledge.directory });
  try {
    const captured = await captureSources(store, sources, { given, illustrative, clock });
    options.onCaptured?.(captured);
    const stages = stagesOf(knowledge);
    const done = await ingestCaptures(
      { store, pool, stages, clock, ...(onProgress === undefined ? {} : { onProgress }) },
      { again, anew },
    );
    return { captured, done };
  } finally {
    await pool.close();
  }
}
