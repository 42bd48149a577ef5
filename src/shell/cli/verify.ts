/** `trucewatch verify`: recomputes everything from the ledger and names what does not agree. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Verification, VerifyOptions } from '../store/verification.ts';
import { checkProof, printProof } from './act-proof.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'recompute the ledger and compare it with the store',
  help: `usage: trucewatch verify [--expect SIZE:ROOT] [--limit N]
       trucewatch verify --act DECISION
       trucewatch verify --proof FILE

Reads every entry of the ledger in order, recomputes its tree hash (RFC 9162), and compares every row of the store and
every captured file with what its entry says. Prints the size and the root, which stand for the whole content: note them
elsewhere, and give them to --expect later to see that nothing before them was rewritten. Every signature of a person is
checked with the key that it names.

  --expect SIZE:ROOT  a root noted earlier: the ledger must still begin with those entries
  --limit N           stop naming after N discrepancies (default 100)
  --act DECISION      print the proof of one decision as JSON, for checking it away from this store
  --proof FILE        check such a proof; no store is opened. Compare the root and the fingerprint that it prints with
                      those you have from elsewhere
${STORE_HELP}

Exit status: 0 all agrees, 2 usage, 65 something does not agree, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  expect: { type: 'string' },
  limit: { type: 'string' },
  act: { type: 'string' },
  proof: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { where, options, act, proof } = parsed(args);
  if (proof !== undefined) return checkProof(proof, io);
  if (act !== undefined) return printProof(where, act, io);
  const { size, root, rows, acts, discrepancies, unrecordedFiles } = await withStore(where, (store) =>
    store.verify(options),
  );
  for (const { kind, where: place, key, message } of discrepancies)
    io.stdout.write(`${kind} ${place} ${key}: ${message}\n`);
  if (unrecordedFiles > 0)
    io.stdout.write(
      `${unrecordedFiles} files of bytes that no capture names (left by an interrupted capture; harmless)\n`,
    );
  const agree = discrepancies.length === 0 ? 'all agree' : `${discrepancies.length} do not agree`;
  io.stdout.write(`${size}:${root}\n${size} entries, ${rows} rows, ${actWords(acts)}, ${agree}\n`);
  return discrepancies.length === 0 ? EXIT.done : EXIT.inputRefused;
}

const actWords = ({ signed, unsigned, broken }: Verification['acts']): string =>
  `persons decided ${signed + unsigned + broken} (${signed} signed, ${unsigned} not signed${broken === 0 ? '' : `, ${broken} with a broken signature`})`;

function parsed(args: string[]): {
  where: { data?: string | undefined; database?: string | undefined };
  options: VerifyOptions;
  act?: string | undefined;
  proof?: string | undefined;
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
    const { data, database, act, proof } = values;
    return { where: { data, database }, options, act, proof };
  } catch (error) {
    throw error instanceof CommandError ? error : usage(error instanceof Error ? error.message : String(error));
  }
}
