/**
 * A fixed number of coding threads with a queue before them. A thread that dies or does not answer in time is replaced, and
 * its task is refused: a report can end its thread, not the program.
 */
import { Worker } from 'node:worker_threads';
import type { Answers, Ready, Task } from './task.ts';

/** The thread that worked on a task is gone; `code` says how. */
export class ThreadLost extends Error {
  readonly code: 'thread-died' | 'thread-timed-out';

  constructor(code: ThreadLost['code'], message: string) {
    super(message);
    this.name = 'ThreadLost';
    this.code = code;
  }
}

export interface PoolOptions {
  size: number;
  knowledgeDirectory: string;
  /** Longest time for one task; a batch of long reports takes a few seconds. */
  timeoutMs?: number;
  /** Another thread program, for tests. */
  program?: URL;
}

const TIMEOUT_MS = 120_000;
/** A thread beyond this is ended by V8 and replaced, instead of the whole process by the system. */
const HEAP_MB = 2048;
/** Room for new objects. Twice as much, the default, is no faster and leaves more of every report for the slow collection. */
const NEW_OBJECTS_MB = 48;
const PROGRAM = new URL('./coding-thread.ts', import.meta.url);

interface Job {
  task: Task;
  resolve(answer: never): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  /** Its tables are loaded. */
  isReady: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

export class ThreadPool {
  readonly size: number;
  readonly #options: PoolOptions;
  readonly #waiting: Job[] = [];
  readonly #threads = new Set<Thread>();
  readonly #knowledge = Promise.withResolvers<string>();
  /** Set when a thread could not start: then no other would. */
  #failure: ThreadLost | null = null;
  #closing = false;

  constructor(options: PoolOptions) {
    this.size = options.size;
    this.#options = options;
    // Nobody need ask for the version; a thread that fails to start is heard of through its tasks.
    this.#knowledge.promise.catch(() => {});
    for (let count = 0; count < options.size; count += 1) this.#start();
  }

  /** The hash over the knowledge in force; resolves when the first thread has loaded it. */
  get knowledge(): Promise<string> {
    return this.#knowledge.promise;
  }

  /** Rejects with `ThreadLost` when the thread died or took too long over it. */
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<Answers[K]> {
    const { promise, resolve, reject } = Promise.withResolvers<Answers[K]>();
    if (this.#failure !== null) reject(this.#failure);
    else this.#waiting.push({ task, resolve, reject });
    for (const thread of this.#threads) this.#give(thread);
    return promise;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const { program = PROGRAM, knowledgeDirectory } = this.#options;
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: NEW_OBJECTS_MB };
    const worker = new Worker(program, { workerData: knowledgeDirectory, resourceLimits });
    const thread: Thread = { worker, isReady: false, job: null, timer: undefined };
    this.#threads.add(thread);
    let reason = '';
    worker.on('message', (message: Ready | { answer: never }) => {
      if ('answer' in message) take(thread)?.resolve(message.answer);
      else this.#knowledge.resolve(message.ready.knowledge);
      thread.isReady = true;
      this.#give(thread);
    });
    worker.on('error', (error) => {
      reason = `: ${error instanceof Error ? error.message : String(error)}`;
    });
    worker.on('exit', (status) => this.#replace(thread, `the coding thread ended with status ${status}${reason}`));
  }

  #give(thread: Thread): void {
    if (!thread.isReady || thread.job !== null || !this.#threads.has(thread)) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    thread.job = job;
    const timeoutMs = this.#options.timeoutMs ?? TIMEOUT_MS;
    thread.timer = setTimeout(() => {
      take(thread)?.reject(new ThreadLost('thread-timed-out', `no answer in ${timeoutMs / 1000} s`));
      // Ending takes a moment, in which it must be given nothing.
      this.#threads.delete(thread);
      void thread.worker.terminate();
    }, timeoutMs);
    thread.worker.postMessage(job.task);
  }

  #replace(thread: Thread, message: string): void {
    this.#threads.delete(thread);
    const lost = new ThreadLost('thread-died', message);
    take(thread)?.reject(lost);
    if (this.#closing) return;
    if (thread.isReady) this.#start();
    else this.#fail(lost);
  }

  /** A thread that never came to work: another would not either, so nothing that waits can be done. */
  #fail(lost: ThreadLost): void {
    this.#failure = lost;
    this.#knowledge.reject(lost);
    for (const job of this.#waiting.splice(0)) job.reject(lost);
  }
}

/** Takes the job off its thread, whether it was answered or lost. */
function take(thread: Thread): Job | null {
  const { job } = thread;
  clearTimeout(thread.timer);
  thread.job = null;
  return job;
}
