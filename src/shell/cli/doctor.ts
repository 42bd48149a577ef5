/** `trucewatch doctor`: is everything there that the program needs, and what to do where it is not. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory, PROGRAM, PROJECT_ROOT, type StoreConfig, storeConfig } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { lockHolder } from '../store/lock.ts';
import { openStore } from '../store/open-store.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { STORE_HELP, STORE_OPTIONS } from './with-store.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check the installation and say what to do',
  help: `usage: trucewatch doctor [--data DIR] [--database URL]

Checks the runtime, the knowledge files, the data directory, its lock, the disk, the store and the built page, and prints
one line each: "ok", "warn" or "fail", what was found, and for the last two what to do.

${STORE_HELP}

Exit status: 0 nothing failed, 2 usage, 70 the program cannot work as it is installed, 74 store or disk.`,
  run,
};

interface Finding {
  state: 'ok' | 'warn' | 'fail';
  what: string;
  found: string;
  /** What to do; given with warn and fail. */
  remedy?: string;
  /** Exit status that this failure stands for. */
  status?: number;
}

const OPTIONS = STORE_OPTIONS satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const config = storeConfig(parsed(args), process.env);
  const checks = [runtime, packages, knowledge, page, directory, lock, disk, store];
  let status = EXIT.done as number;
  for (const check of checks) {
    const finding = await check(config);
    if (finding === null) continue;
    const remedy = finding.remedy === undefined ? '' : `; ${finding.remedy}`;
    io.stdout.write(`${finding.state.padEnd(4)} ${finding.what}: ${finding.found}${remedy}\n`);
    if (finding.state === 'fail') status = Math.max(status, finding.status ?? EXIT.defect);
  }
  return status;
}

function parsed(args: string[]): { data?: string | undefined; database?: string | undefined } {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      'cli/usage',
      `${error instanceof Error ? error.message : String(error)}; see trucewatch doctor --help`,
    );
  }
}

/** package.json, `engines`. */
const OLDEST_NODE = [22, 18] as const;

function runtime(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const found = `trucewatch ${PROGRAM.version} on Node.js ${process.versions.node}, ${process.platform} ${process.arch}`;
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return isOld
    ? {
        state: 'fail',
        what: 'runtime',
        found,
        remedy: `run "npm ci", which installs the pinned runtime, or use Node.js ${OLDEST_NODE.join('.')} or newer`,
      }
    : { state: 'ok', what: 'runtime', found };
}

async function packages(): Promise<Finding> {
  const missing: string[] = [];
  for (const name of ['@electric-sql/pglite', 'kysely', 'pg', 'zod', 'hono']) {
    await import(name).catch(() => missing.push(name));
  }
  if (missing.length > 0)
    return {
      state: 'fail',
      what: 'packages',
      found: `${missing.join(', ')} cannot be loaded`,
      remedy: 'run "npm ci" in the project',
    };
  return { state: 'ok', what: 'packages', found: 'all can be loaded' };
}

function knowledge(): Finding {
  const started = performance.now();
  try {
    const tables = loadKnowledge(knowledgeDirectory());
    const agreements = [...tables.agreements.keys()];
    const found = `${tables.version.slice(0, 12)}, agreements ${agreements.join(', ')}, ${tables.gazetteer === undefined ? 'no' : 'a'} gazetteer, read in ${Math.round(performance.now() - started)} ms`;
    return { state: 'ok', what: 'knowledge', found };
  } catch (error) {
    return {
      state: 'fail',
      what: 'knowledge',
      found: error instanceof Error ? error.message : String(error),
      remedy: 'correct the file named, or restore it with "git checkout knowledge"',
    };
  }
}

function page(): Finding {
  if (existsSync(join(PROJECT_ROOT, 'web', 'dist', 'index.html'))) return { state: 'ok', what: 'page', found: 'built' };
  return {
    state: 'warn',
    what: 'page',
    found: 'not built',
    remedy: 'run "npm run build"; "npm start" does it by itself',
  };
}

function directory({ directory: path }: StoreConfig): Finding {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK);
    return { state: 'ok', what: 'data directory', found: path };
  } catch (error) {
    return {
      state: 'fail',
      what: 'data directory',
      found: error instanceof Error ? error.message : String(error),
      remedy: 'give this account the right to write there, or name another with --data',
      status: EXIT.store,
    };
  }
}

function lock({ directory: path }: StoreConfig): Finding {
  const holder = lockHolder(path);
  if (holder === null) return { state: 'ok', what: 'lock', found: 'free' };
  return {
    state: 'warn',
    what: 'lock',
    found: `held by process ${holder.pid} on ${holder.host} since ${holder.since}`,
    remedy:
      'fine while that program runs; if it is on another machine and gone, remove the file "lock" in the data directory',
  };
}

/** Below this, an ingest may fill the disk. */
const ENOUGH_BYTES = 1024 ** 3;

function disk({ directory: path }: StoreConfig): Finding | null {
  if (!existsSync(path)) return null;
  const { bavail, bsize } = statfsSync(existsSync(path) ? path : dirname(path));
  const found = `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GiB free`;
  if (bavail * bsize >= ENOUGH_BYTES) return { state: 'ok', what: 'disk', found };
  return { state: 'warn', what: 'disk', found, remedy: 'make room: at least 1 GiB is advised' };
}

async function store(config: StoreConfig): Promise<Finding> {
  if (lockHolder(config.directory) !== null)
    return {
      state: 'warn',
      what: 'store',
      found: 'not looked at, because it is in use',
      remedy: 'ask the running program (GET /api/v1/health), or end it first',
    };
  try {
    const opened = await openStore({ ...config, at: systemClock.now() });
    try {
      const { reports, incidents, refusals, unfinished, entries } = await opened.counts();
      const found = `${opened.engine}: ${reports} reports, ${incidents} incidents, ${refusals} refusals, ${entries} entries in the ledger`;
      if (unfinished > 0)
        return {
          state: 'warn',
          what: 'store',
          found: `${found}, ${unfinished} captures not processed`,
          remedy: 'run "trucewatch ingest --again"',
        };
      return { state: 'ok', what: 'store', found };
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { state: 'fail', what: 'store', found: `${error.message} [${error.code}]`, status: EXIT.store };
  }
}
