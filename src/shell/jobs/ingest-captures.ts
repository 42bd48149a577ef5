/**
 * The ingest pipeline: captured bytes are read and coded in threads, then corroborated, assessed and recorded batch by batch,
 * each batch in one transaction. Whatever ends the process, what was captured is still there and the next run goes on.
 */
import type { Hints } from '../../journey/1-ingest/adapter.ts';
import type { Capture } from '../../journey/7-record/capture.ts';
import type { Refusal, Report } from '../../model/report.ts';
import type { Clock } from '../clock.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { type BatchOutcome, commitBatch } from './commit-batch.ts';
import { inGroups, inOrder } from './in-order.ts';
import { type Item, refusalId } from './item.ts';
import { RECONCILED_AT_MOST, reconcile } from './reconcile.ts';
import type { Stages } from './stages.ts';
import type { CodeOutcome } from './task.ts';
import { ThreadLost, type ThreadPool } from './thread-pool.ts';

export interface IngestParts {
  store: Store;
  pool: ThreadPool;
  stages: Stages;
  clock: Clock;
  /** Called after each batch is safe. */
  onProgress?: (done: IngestSummary) => void;
}

export interface IngestSummary extends BatchOutcome {
  /** Captures whose reports are all taken in or refused. */
  captures: number;
  /** Reports that an earlier run had coded already. */
  skipped: number;
  /** Why the whole could not be corroborated at the end: a defect of the program; every report stays as it was placed. */
  defect: string | null;
}

/** Few enough that a thread answers soon, enough that messages cost nothing. */
const REPORTS_A_TASK = 16;
/** One transaction: small enough to lose little work, large enough to write fast. */
const REPORTS_A_BATCH = 200;

/** Processes every capture that waits; with `again`, also those that a stage refused something of; with `anew`, all there are. */
export async function ingestCaptures(
  parts: IngestParts,
  options: { again?: boolean; anew?: boolean } = {},
): Promise<IngestSummary> {
  const isAnew = options.anew === true;
  const { store, pool, stages, clock } = parts;
  const captures = await store.capturesUnfinished(options);
  const done: IngestSummary = { captures: 0, coded: 0, duplicates: 0, refused: 0, skipped: 0, defect: null };
  const finished = isAnew
    ? new Map<string, string>()
    : await store.finishedReports(captures.map(({ sha256 }) => sha256));
  const width = 2 * pool.size;
  const read = flat(inOrder(captures, width, (capture) => readCapture(capture, finished, parts)));
  const coded = inOrder(inGroups(read, REPORTS_A_TASK), width, (group) => codeGroup(group, parts));
  const before = await store.counts();
  /** A small store is corroborated as a whole, a large one batch by batch. */
  let isLarge = before.reports > RECONCILED_AT_MOST;
  const seeWhole = async (): Promise<void> => {
    const defect = isLarge
      ? null
      : await reconcile(store, stages, { at: clock.now(), assessAll: isAnew || options.again === true });
    done.defect ??= defect;
    await store.tidy();
  };
  let batches = 0;
  for await (const batch of inGroups(flat(coded), REPORTS_A_BATCH)) {
    if (!isLarge && before.reports + (isAnew ? 0 : done.coded) > RECONCILED_AT_MOST) {
      await seeWhole();
      isLarge = true;
    }
    await commit(batch, isLarge, done, parts);
    batches += 1;
    // At every doubling: incidents are seen before the end, and plans made for a small store would be slow on a large one.
    if (Number.isInteger(Math.log2(batches))) await seeWhole();
  }
  const isUnseen = batches > 0 || before.uncorroborated > 0 || options.again === true;
  if (isUnseen) await seeWhole();
  return done;
}

async function commit(
  batch: readonly Step[],
  isPlaced: boolean,
  done: IngestSummary,
  { store, stages, clock, onProgress }: IngestParts,
): Promise<void> {
  const items = batch.flatMap((step) => (step.kind === 'item' ? [step.item] : []));
  add(done, await commitBatch(store, items, { stages, isPlaced }, clock.now()));
  done.skipped += batch.filter((step) => step.kind === 'skipped').length;
  const finished = batch.flatMap((step) => (step.kind === 'end' ? [step.capture.sha256] : []));
  await store.finishCaptures(finished);
  done.captures += finished.length;
  onProgress?.({ ...done });
}

/** What flows: the items of a capture in order, then its end. */
type Step = { kind: 'item'; item: Item } | { kind: 'skipped' } | { kind: 'end'; capture: Capture };

async function* flat<T>(groups: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const group of groups) yield* group;
}

function add(done: IngestSummary, { coded, duplicates, refused }: BatchOutcome): void {
  done.coded += coded;
  done.duplicates += duplicates;
  done.refused += refused;
}

/** `finished` holds what an earlier run had done: it need not be coded again. */
async function readCapture(
  capture: Capture,
  finished: ReadonlyMap<string, string>,
  parts: IngestParts,
): Promise<Step[]> {
  const outcomes = await read(capture, parts);
  const steps = outcomes.map((outcome, ordinal): Step => {
    const item: Item = { capture, ordinal, read: outcome, coded: null };
    const isDone = !('kind' in outcome) && finished.get(refusalId(item)) === outcome.id;
    return isDone ? { kind: 'skipped' } : { kind: 'item', item };
  });
  return [...steps, { kind: 'end', capture }];
}

async function read(capture: Capture, { store, pool }: IngestParts): Promise<(Report | Refusal)[]> {
  try {
    const bytes = await store.captureBytes(capture.sha256);
    return await pool.run({ kind: 'read', bytes, hints: hintsOf(capture) });
  } catch (error) {
    if (error instanceof ThreadLost) return [refusedBy('read', capture.name, error)];
    if (error instanceof StoreError)
      return [{ kind: 'refused', code: error.code, where: capture.name, message: error.message }];
    throw error;
  }
}

const hintsOf = ({ name, contentType, given, beside, receivedAt }: Capture): Hints => ({
  name,
  receivedAt,
  ...(beside === undefined ? {} : { beside }),
  ...(contentType === null ? {} : { contentType }),
  ...given,
});

const refusedBy = (stage: 'read' | 'code', where: string, lost: ThreadLost): Refusal => ({
  kind: 'refused',
  code: `${stage}/${lost.code}`,
  where,
  message: `Its thread did not survive it: ${lost.message}. The text is kept and can be run again.`,
});

async function codeGroup(steps: readonly Step[], { pool }: IngestParts): Promise<Step[]> {
  const reports = steps.flatMap((step) =>
    step.kind === 'item' && !('kind' in step.item.read) ? [step.item.read] : [],
  );
  const outcomes = (await codeReports(reports, pool)).values();
  return steps.map((step) => {
    if (step.kind !== 'item' || 'kind' in step.item.read) return step;
    return { kind: 'item', item: { ...step.item, coded: outcomes.next().value ?? null } };
  });
}

/** When a batch costs a thread its life, its reports are tried one by one: only the one that did it is refused. */
async function codeReports(reports: readonly Report[], pool: ThreadPool): Promise<CodeOutcome[]> {
  if (reports.length === 0) return [];
  try {
    return await pool.run({ kind: 'code', reports });
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    const [first] = reports;
    if (reports.length === 1 && first !== undefined) return [refusedBy('code', first.id, error)];
    const outcomes = await Promise.all(reports.map((report) => codeReports([report], pool)));
    return outcomes.flat();
  }
}
