/**
 * `npm start`: builds the page when it is older than its sources, opens the store, takes in the demonstration reports when
 * the store is empty, and serves. `--dev` also starts Vite's own server, which reloads the page as its sources change.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { CommandError, type CommandIo, EXIT } from '../src/shell/cli/command.ts';
import { signerIn } from '../src/shell/cli/own-key.ts';
import { progressOn } from '../src/shell/cli/progress.ts';
import { serveStore } from '../src/shell/cli/serve.ts';
import { STORE_OPTIONS, withStore } from '../src/shell/cli/with-store.ts';
import { systemClock } from '../src/shell/clock.ts';
import { knowledgeDirectory, PROJECT_ROOT } from '../src/shell/config.ts';
import { DEFAULT_PORT } from '../src/shell/http/server.ts';
import { ingestSources } from '../src/shell/jobs/ingest.ts';
import type { Store } from '../src/shell/store/store.ts';
import { buildWeb, isWebStale } from './build-web.ts';

const USAGE = 'npm start -- [--port N] [--data DIR] [--database URL] [--key FILE] [--dev]';
const SAMPLES = join(PROJECT_ROOT, 'samples');
const io: CommandIo = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };
const say = (line: string): void => void io.stdout.write(`${line}\n`);

/** Takes in the demonstration reports on first start, or goes on with what an earlier start was stopped in. */
async function fill(store: Store): Promise<void> {
  const { captures, unfinished } = await store.counts();
  if (captures > 0 && unfinished === 0) return;
  say(
    captures === 0
      ? 'First start: reading the demonstration reports (illustrative, written for this project).'
      : `Going on with ${unfinished} that were not finished.`,
  );
  const progress = progressOn(io.stderr);
  const { done } = await ingestSources(
    store,
    loadKnowledge(knowledgeDirectory()),
    captures === 0 ? [{ kind: 'path', path: SAMPLES }] : [],
    {
      clock: systemClock,
      illustrative: true,
      onCaptured: ({ captured }) =>
        io.stderr.isTTY === true ? progress.show(`captured ${captured} files`) : say(`captured ${captured} files`),
      onProgress: ({ coded, refused }) => progress.show(`coded ${coded} reports, refused ${refused}`),
    },
  );
  progress.clear();
  const { incidents } = await store.counts();
  say(`Read ${done.coded} reports (${done.refused} refused): ${incidents} incidents.`);
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...STORE_OPTIONS,
      port: { type: 'string', default: String(DEFAULT_PORT) },
      dev: { type: 'boolean', default: false },
      key: { type: 'string' },
    },
  });
  if (!values.dev && isWebStale()) {
    say('Building the page.');
    buildWeb();
  }
  const signer = values.key === undefined ? null : signerIn(values.key);
  await withStore(values, async (store) => {
    await fill(store);
    const vite = values.dev
      ? spawn(process.execPath, [join(PROJECT_ROOT, 'node_modules', 'vite', 'bin', 'vite.js')], {
          cwd: join(PROJECT_ROOT, 'web'),
          stdio: 'inherit',
        })
      : null;
    await serveStore(store, { port: Number(values.port), signer }, io).finally(() => vite?.kill());
  });
}

try {
  await start();
} catch (error) {
  const isKnown = error instanceof CommandError;
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  io.stderr.write(
    `trucewatch: ${error instanceof Error ? error.message : String(error)}${isKnown ? ` [${error.code}]` : ''}${isUsage ? `; ${USAGE}` : ''}\n`,
  );
  process.exitCode = isKnown ? error.status : isUsage ? EXIT.usage : EXIT.defect;
}
