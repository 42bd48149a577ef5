/** The command-line program: finds the command, runs it, and turns every end into a documented exit status. */
import { type Command, CommandError, EXIT } from './command.ts';

/** Commands are loaded only when called, so that `code` does not pay for the store. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  code: async () => (await import('./code.ts')).codeCommand,
  read: async () => (await import('./read.ts')).readCommand,
  corroborate: async () => (await import('./corroborate.ts')).corroborateCommand,
  reconcile: async () => (await import('./reconcile.ts')).reconcileCommand,
  assess: async () => (await import('./assess.ts')).assessCommand,
  reassess: async () => (await import('./reassess.ts')).reassessCommand,
  statements: async () => (await import('./statements.ts')).statementsCommand,
  agreements: async () => (await import('./agreements.ts')).agreementsCommand,
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  decide: async () => (await import('./decide.ts')).decideCommand,
  key: async () => (await import('./key.ts')).keyCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
};

async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map((command) => `  ${command.name.padEnd(12)} ${command.summary}`);
  return [
    'usage: trucewatch COMMAND [OPTIONS] [ARGUMENTS]',
    '',
    ...lines,
    '',
    'trucewatch COMMAND --help tells the options of one command.',
    'Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program, 74 store or disk.',
    '',
  ].join('\n');
}

async function dispatch(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(await usage());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`trucewatch: there is no command "${name}"; trucewatch --help lists them\n`);
    return EXIT.usage;
  }
  const command = await load();
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(`${command.help.trimEnd()}\n`);
    return EXIT.done;
  }
  return command.run(rest, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
}

function explain(error: unknown): number {
  if (error instanceof CommandError) {
    process.stderr.write(`trucewatch: ${error.message} [${error.code}]\n`);
    return error.status;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `trucewatch: defect of the program: ${message} (set TRUCEWATCH_DEBUG=1 for the trace, and report it)\n`,
  );
  if (process.env.TRUCEWATCH_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.defect;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough closes the pipe: an end, not a defect.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
process.exitCode = await dispatch(process.argv.slice(2)).catch(explain);
