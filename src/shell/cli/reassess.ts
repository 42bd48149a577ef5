/** `trucewatch reassess`: tests stored incidents anew against clauses that changed. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory } from '../config.ts';
import { reassess } from '../jobs/reassess.ts';
import { stagesOf } from '../jobs/stages.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const reassessCommand: Command = {
  name: 'reassess',
  summary: 'test stored incidents anew against clauses that changed',
  help: `usage: trucewatch reassess AGREEMENT/CLAUSE… | AGREEMENT…

Tests the incidents that these clauses can reach (by type, or because they have a finding under one) anew against them, and
against clauses that list one of them as an exception. Findings that come out otherwise are recorded; those before stay
readable with the reason. Name the clauses after correcting a pack, or the agreement for
all of its clauses, as when its calendar changed or another took its place; \`trucewatch agreements check\` comes first.

${STORE_HELP}

Exit status: 0 done, 2 usage, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = { ...STORE_OPTIONS } as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(args);
  const knowledge = loadKnowledge(knowledgeDirectory());
  const named = positionals.flatMap((text) => clausesOf(text, knowledge));
  for (const name of named.filter((one) => !isKnown(one, knowledge)))
    io.stderr.write(
      `trucewatch: no agreement has a clause ${name} now; findings under it are taken out (trucewatch agreements list names the agreements)\n`,
    );
  const { clauses, reached, changed } = await withStore(values, (store) =>
    reassess(store, stagesOf(knowledge), named, () => systemClock.now()),
  );
  io.stdout.write(
    `tested ${clauses.join(', ')}\nincidents reached: ${reached}; with other findings than before: ${changed}\n`,
  );
  return EXIT.done;
}

type Agreements = { agreements: ReadonlyMap<string, { clauses: readonly { id: string }[] }> };

/** A clause that was taken out of its pack is no fault; one that was misspelt looks the same, so that it is told. */
function isKnown(name: string, { agreements }: Agreements): boolean {
  const [agreement = '', clause] = name.split('/');
  return agreements.get(agreement)?.clauses.some(({ id }) => id === clause) === true;
}

/** `AGREEMENT/CLAUSE` as it stands; `AGREEMENT` alone stands for all of its clauses. */
export function clausesOf(text: string, { agreements }: Agreements): string[] {
  if (text.includes('/')) return [text];
  const agreement = agreements.get(text);
  if (agreement !== undefined) return agreement.clauses.map(({ id }) => `${text}/${id}`);
  throw new CommandError(
    EXIT.usage,
    'cli/no-such-agreement',
    `there is no agreement "${text}"; trucewatch agreements list prints them`,
  );
}

function parsed(args: string[]) {
  const usage = (message: string): CommandError =>
    new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch reassess --help`);
  try {
    const found = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const wrong = found.positionals.find((text) => !/^[^/\s]+(\/[^/\s]+)?$/.test(text));
    if (found.positionals.length === 0 || wrong !== undefined)
      throw usage(`expected AGREEMENT/CLAUSE or AGREEMENT, found ${wrong === undefined ? 'none' : `"${wrong}"`}`);
    return found;
  } catch (error) {
    throw error instanceof CommandError ? error : usage(error instanceof Error ? error.message : String(error));
  }
}
