/** `trucewatch verify`: recomputes everything from the ledger and names what does not agree. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { VerifyOptions } from '../store/verification.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'recompute the ledger and compare it with the store',
  help: `usage: trucewatch verify [--expect SIZE:ROOT] [--limit N]

Reads every entry of the ledger in order, recomputes its tree hash (RFC 9162), and compares every row of the store and
every captured file with what its entry says. Prints the size and the root, which stand for the whole content: note them
elsewhere, and give them to --expect later to see that nothing before them was rewritten.

  --expect SIZE:ROOT  a root noted earlier: the ledger must still begin with those entries
  --limit N           stop naming after N discrepancies (default 100)
${STORE_HELP}

Exit status: 0 all agrees, 2 usage, 65 something does not agree, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  expect: { type: 'string' },
  limit: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { where, options } = parsed(args);
  const { size, root, rows, discrepancies, unrecordedFiles } = await withStore(where, (store) => store.verify(options));
  for (const { kind, where: place, key, message } of discrepancies)
    io.stdout.write(`${kind} ${place} ${key}: ${message}\n`);
  if (unrecordedFiles > 0)
    io.stdout.write(
      `${unrecordedFiles} files of bytes that no capture names (left by an interrupted capture; harmless)\n`,
    );
  io.stdout.write(
    `${size}:${root}\n${size} entries, ${rows} rows, ${discrepancies.length === 0 ? 'all agree' : `${discrepancies.length} do not agree`}\n`,
  );
  return discrepancies.length === 0 ? EXIT.done : EXIT.inputRefused;
}

function parsed(args: string[]): {
  where: { data?: string | undefined; database?: string | undefined };
  options: VerifyOptions;
} {
  const usage = (message: string): CommandError =>
    new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch verify --help`);
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const expect = values.expect === undefined ? null : /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.expect);
    if (values.expect !== undefined && expect === null)
      throw usage(`--expect: expected SIZE:ROOT as verify prints it, found "${values.expect}"`);
    if (values.limit !== undefined && !/^[1-9]\d{0,6}$/.test(values.limit))
      throw usage(`--limit: expected a number from 1, found "${values.limit}"`);
    const options: VerifyOptions = {
      ...(expect === null ? {} : { expect: { size: Number(expect[1]), root: expect[2] ?? '' } }),
      ...(values.limit === undefined ? {} : { limit: Number(values.limit) }),
    };
    return { where: values, options };
  } catch (error) {
    throw error instanceof CommandError ? error : usage(error instanceof Error ? error.message : String(error));
  }
}
