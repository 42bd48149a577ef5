/** `trucewatch corroborate`: which coded reports tell one story, descend from one origin and speak of one incident. */
import { parseArgs } from 'node:util';
import { corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { knowledgeDirectory } from '../config.ts';
import { codedReport } from '../http/coded-report-schemas.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { linesOf, parseLine } from './input-lines.ts';

export const corroborateCommand: Command = {
  name: 'corroborate',
  summary: 'link coded reports: same story, same origin, same incident',
  help: `usage: trucewatch corroborate [FILE|-] --jsonl [--as-of INSTANT]

Reads CodedReport lines (the output of "trucewatch code --jsonl") and prints one CorroboratedReport a line, in the order of
the input: {id, story, origin, incidents}.

  --as-of INSTANT   when the reports were received (ISO 8601): one that is dated ahead of it is kept, and nothing is counted from
                    its date

Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program.`,
  run,
};

async function run(args: string[], io: CommandIo): Promise<number> {
  const { paths, asOf } = optionsOf(args);
  const reports = await codedReports(paths, io);
  const { corroboration, sources: register } = loadKnowledge(knowledgeDirectory());
  const sources = sourcesOfCodings(reports, register);
  for (const report of corroborate(reports, corroboration, { sources, ...(asOf === null ? {} : { asOf }) }).reports)
    io.stdout.write(`${JSON.stringify(report)}\n`);
  return EXIT.done;
}

function optionsOf(args: string[]): { paths: string[]; asOf: string | null } {
  try {
    const options = { jsonl: { type: 'boolean' }, 'as-of': { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const asOf = values['as-of'] ?? null;
    if (asOf !== null && Number.isNaN(Date.parse(asOf)))
      throw new Error(`--as-of: expected an instant such as 2026-11-30T12:00:00Z, found "${asOf}"`);
    return { paths: positionals.length === 0 ? ['-'] : positionals, asOf };
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      'cli/usage',
      `${error instanceof Error ? error.message : String(error)}; see trucewatch corroborate --help`,
    );
  }
}

/** CodedReport lines, each checked against the contract. */
export async function codedReports(paths: readonly string[], io: CommandIo): Promise<CodedReport[]> {
  const reports: CodedReport[] = [];
  for await (const line of linesOf(paths, io)) {
    const parsed = codedReport.safeParse(parseLine(line));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new CommandError(
        EXIT.inputRefused,
        'cli/not-a-coded-report',
        `${line.where}: expected a CodedReport (schema "coded-report/1"); ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`,
      );
    }
    reports.push(parsed.data);
  }
  return reports;
}
