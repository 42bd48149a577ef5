/**
 * What the machine allows several threads together: the same work on one worker thread and on several, for a loop that stays in
 * the registers, one that reads memory here and there, and wink-nlp reading reports. What coding loses on threads beyond these is its own.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Work that a thread does on being sent a share of it. */
interface Load {
  readonly name: string;
  /** Source of a worker that answers each message when its work is done. */
  readonly program: string;
  /** What each of so many threads is sent in a round; all together they do as much for each thread as one does alone. */
  readonly share: (thread: number, threads: number) => unknown;
  /** How many times the whole work is done when so many threads do it. */
  readonly times: (threads: number) => number;
}

const PLAIN: Load = {
  name: 'a loop without memory',
  program: `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (steps) => {
      let value = 1;
      for (let step = 0; step < steps; step += 1) value = (Math.imul(value, 1664525) + 1013904223) | 0;
      parentPort.postMessage(value);
    });`,
  share: () => 300_000_000,
  times: (threads) => threads,
};

/** Reads 4 MB, the size of the tables of the grammar, in no order. */
const MEMORY: Load = {
  name: 'a loop over 4 MB',
  program: `
    const { parentPort } = require('node:worker_threads');
    const cells = Int32Array.from({ length: 2 ** 20 }, (_, at) => Math.imul(at, 2654435761));
    parentPort.on('message', (steps) => {
      let sum = 0;
      for (let step = 0, key = 1; step < steps; step += 1) {
        key = (Math.imul(key, 1664525) + 1013904223) | 0;
        sum = (sum + cells[key >>> 12]) | 0;
      }
      parentPort.postMessage(sum);
    });`,
  share: () => 100_000_000,
  times: (threads) => threads,
};

const winkLoad = (texts: readonly string[]): Load => ({
  name: 'wink-nlp',
  program: `
    const { parentPort } = require('node:worker_threads');
    const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
    parentPort.on('message', (texts) => {
      for (const text of texts) wink.readDoc(text);
      parentPort.postMessage(0);
    });`,
  share: (thread, threads) => texts.filter((_, at) => at % threads === thread),
  times: () => 1,
});

const ROUNDS = 5;

/** How well `threads` threads together use their cores, of 1, for each load: medians of rounds in turn with one thread alone. */
export async function ceilings(
  threads: number,
  texts: readonly string[],
): Promise<[name: string, efficiency: number][]> {
  const results: [string, number][] = [];
  for (const load of [PLAIN, MEMORY, winkLoad(texts)]) results.push([load.name, await efficiencyOf(load, threads)]);
  return results;
}

async function efficiencyOf(load: Load, threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(load.program, { eval: true }));
  const round = async (count: number): Promise<number> => {
    const started = performance.now();
    await Promise.all(
      workers.slice(0, count).map((worker, thread) => {
        worker.postMessage(load.share(thread, count));
        return once(worker, 'message');
      }),
    );
    return performance.now() - started;
  };
  // Warm: every thread compiles for itself what it runs.
  for (let warm = 0; warm < 3; warm += 1) await round(threads);
  const ratios: number[] = [];
  for (let count = 0; count < ROUNDS; count += 1) ratios.push((await round(1)) / (await round(threads)));
  await Promise.all(workers.map((worker) => worker.terminate()));
  const sorted = ratios.sort((a, b) => a - b);
  return ((sorted[Math.floor(sorted.length / 2)] ?? 0) * load.times(threads)) / threads;
}
