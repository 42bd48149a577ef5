/** `trucewatch corroborate`: which coded reports tell one story, descend from one origin and speak of one incident. */
import { parseArgs } from 'node:util';
import { disagreementOf } from '../../journey/4-corroborate/contradictions.ts';
import { corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { type Contradiction, type Incident, SEVERITIES, TOPICS } from '../../model/incident.ts';
import { knowledgeDirectory } from '../config.ts';
import { codedReport } from '../http/coded-report-schemas.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { linesOf, parseLine } from './input-lines.ts';

export const corroborateCommand: Command = {
  name: 'corroborate',
  summary: 'link coded reports: same story, same origin, same incident',
  help: `usage: trucewatch corroborate [FILE|-] --jsonl [--as-of INSTANT]
       trucewatch corroborate [FILE|-] --incidents [--contradiction TOPIC,…] [--severity minor|major] [--sort disagreement]

Reads CodedReport lines (the output of "trucewatch code --jsonl") and prints one CorroboratedReport a line, in the order of
the input: {id, story, origin, incidents}.

With --incidents it prints the incidents instead, one a line: links with scores and reasons, harm, attributions, grades, origins with
what ties them, contradictions. They stand by time, or the worst disagreement first.

  --contradiction   only those whose sources contradict each other about one of: harm, place, time, culprit, occurrence, picture
  --severity        only those whose sources do so in a minor or a major way, about the topics asked for or about any
  --as-of INSTANT   when the reports were received (ISO 8601): one that is dated ahead of it is kept, and nothing is counted from
                    its date

Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program.`,
  run,
};

async function run(args: string[], io: CommandIo): Promise<number> {
  const { paths, asOf, incidents: asked } = optionsOf(args);
  const reports = await codedReports(paths, io);
  const { corroboration, sources: register } = loadKnowledge(knowledgeDirectory());
  const sources = sourcesOfCodings(reports, register);
  const found = corroborate(reports, corroboration, { sources, ...(asOf === null ? {} : { asOf }) });
  for (const row of asked === null ? found.reports : chosen(found.incidents, asked))
    io.stdout.write(`${JSON.stringify(row)}\n`);
  return EXIT.done;
}

interface Asked {
  topics: readonly string[] | null;
  severities: readonly string[] | null;
  isWorstFirst: boolean;
}

function chosen(incidents: readonly Incident[], { topics, severities, isWorstFirst }: Asked): readonly Incident[] {
  const isAsked = ({ about, severity }: Contradiction): boolean =>
    (topics?.includes(about) ?? true) && (severities?.includes(severity) ?? true);
  const fitting =
    topics === null && severities === null
      ? incidents
      : incidents.filter(({ contradictions }) => contradictions.some(isAsked));
  const worst = ({ contradictions }: Incident): number => disagreementOf(contradictions);
  return isWorstFirst ? fitting.toSorted((a, b) => worst(b) - worst(a)) : fitting;
}

const OPTIONS = {
  jsonl: { type: 'boolean' },
  incidents: { type: 'boolean' },
  contradiction: { type: 'string' },
  severity: { type: 'string' },
  sort: { type: 'string' },
  'as-of': { type: 'string' },
} as const;

function optionsOf(args: string[]): { paths: string[]; asOf: string | null; incidents: Asked | null } {
  try {
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const asOf = values['as-of'] ?? null;
    if (asOf !== null && Number.isNaN(Date.parse(asOf)))
      throw new Error(`--as-of: expected an instant such as 2026-11-30T12:00:00Z, found "${asOf}"`);
    const asked: Asked = {
      topics: listOf('--contradiction', values.contradiction, TOPICS),
      severities: listOf('--severity', values.severity, SEVERITIES),
      isWorstFirst: listOf('--sort', values.sort, ['disagreement']) !== null,
    };
    if (values.incidents !== true && (asked.topics ?? asked.severities ?? values.sort) != null)
      throw new Error('--contradiction, --severity and --sort are about incidents: add --incidents');
    const paths = positionals.length === 0 ? ['-'] : positionals;
    return { paths, asOf, incidents: values.incidents === true ? asked : null };
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      'cli/usage',
      `${error instanceof Error ? error.message : String(error)}; see trucewatch corroborate --help`,
    );
  }
}

function listOf(option: string, value: string | undefined, known: readonly string[]): string[] | null {
  if (value === undefined) return null;
  const words = value.split(',');
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`${option}: expected ${known.join(', ')}, found "${unknown}"`);
  return words;
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
