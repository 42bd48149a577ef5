/** `trucewatch serve`: the API and the page over a store, on this computer only. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory } from '../config.ts';
import { DEFAULT_PORT, type RunningServer, ServerError, startServer } from '../http/server.ts';
import type { Signer } from '../keys/signer.ts';
import type { Store } from '../store/store.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { KEY_HELP, signerIn } from './own-key.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve the API and the page on this computer',
  help: `usage: trucewatch serve [--port 4710] [--key FILE] [--data DIR] [--database URL]

Opens the store and serves its API and page on 127.0.0.1 until it is interrupted (Ctrl-C). The API describes itself at
/api/openapi.json. Nothing is served to other computers, and the page asks no other host for anything.

With --key everything that is decided on the pages in the name of that key is signed with it. Whoever reaches the page on this
computer then signs in that name: give it only where one person works.

  --port N        port to listen on (default ${DEFAULT_PORT}; 0 takes any free one)
${KEY_HELP}
${STORE_HELP}

Exit status: 0 ended by the user, 2 usage, 65 key refused, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  port: { type: 'string', default: String(DEFAULT_PORT) },
  key: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { port, key, ...where } = parsed(args);
  const signer = key === undefined ? null : signerIn(key);
  await withStore(where, (store) => serveStore(store, { port, signer }, io));
  return EXIT.done;
}

interface Served {
  port: number;
  signer: Signer | null;
}

/** A key that this store does not know would sign nothing, and the user would not learn of it. */
async function expectRegistered(store: Store, { fingerprint }: Signer): Promise<void> {
  const known = (await store.keys()).find(({ key }) => key.fingerprint === fingerprint);
  if (known !== undefined && known.retired === null) return;
  throw new CommandError(
    EXIT.inputRefused,
    'review/unknown-key',
    `--key: expected a key that is registered in this store and in use, found ${fingerprint}; trucewatch key list prints them`,
  );
}

/** Serves until the user ends it. */
export async function serveStore(store: Store, { port, signer }: Served, io: CommandIo): Promise<void> {
  const log = (line: string): void => void io.stderr.write(`${line}\n`);
  if (signer !== null) await expectRegistered(store, signer);
  try {
    const server = await startServer({
      store,
      knowledge: loadKnowledge(knowledgeDirectory()),
      clock: systemClock,
      port,
      log,
      signer,
    });
    io.stdout.write(`Trucewatch is at ${server.address} (Ctrl-C ends it)\n`);
    await untilInterrupted(server);
  } catch (error) {
    if (error instanceof ServerError) throw new CommandError(EXIT.usage, error.code, error.message);
    throw error;
  }
}

function parsed(args: string[]): { port: number; key?: string; data?: string; database?: string } {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port: expected a number from 0 to 65535, found "${values.port}"`);
    return { ...values, port };
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      'cli/usage',
      `${error instanceof Error ? error.message : String(error)}; see trucewatch serve --help`,
    );
  }
}

/** Resolves once the user or the system asked to end, and the open requests have. */
async function untilInterrupted(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}
