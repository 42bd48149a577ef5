/** `trucewatch code`: from a text, page or row to its coding, without a store. */
import { basename } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ingest, ingestRow } from '../../journey/1-ingest/ingest.ts';
import { code, emptyCoding } from '../../journey/journey.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Refusal, Report } from '../../model/report.ts';
import { knowledgeDirectory } from '../config.ts';
import { makeIngestTools } from '../ingest-tools.ts';
import { picturesBeside, picturesBesideRow } from '../pictures-beside.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { type InputLine, linesOf, readBytes } from './input-lines.ts';

export const codeCommand: Command = {
  name: 'code',
  summary: 'code reports: incidents, statements and mentions with the words they rest on',
  help: `usage: trucewatch code [FILE…|-] [--published DATE] [--jsonl] [--explain]

Reads text, HTML, JSON or any other supported format and prints a CodedReport (schema "coded-report/1"): indented for
files, one line per input line with --jsonl. Without a FILE, standard input is read.

  --published DATE  when the report was published (ISO 8601 date or date-time); relative dates count from it
  --jsonl           input: one row a line, {id?, title?, text | html, published?, source?, language?};
                    output: one CodedReport a line, in the order of the input; a row that is refused gives an
                    empty coding whose notes say why
  --explain         adds "explain": which rules fired and what was read and dropped

Exit status: 0 done, 2 usage, 65 input refused (a file, or every row), 70 defect of the program.`,
  run,
};

const OPTIONS = {
  published: { type: 'string' },
  jsonl: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(args);
  const paths = positionals.length === 0 ? ['-'] : positionals;
  if (values.published !== undefined && Number.isNaN(Date.parse(values.published))) {
    throw new CommandError(
      EXIT.usage,
      'cli/bad-date',
      `--published: expected an ISO 8601 date such as 2016-06-15, found "${values.published}"`,
    );
  }
  const knowledge = loadKnowledge(knowledgeDirectory());
  const hints = values.published === undefined ? {} : { published: values.published };
  return values.jsonl
    ? codeLines(paths, hints, values.explain, knowledge, io)
    : codeFiles(paths, hints, values.explain, knowledge, io);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      'cli/usage',
      `${error instanceof Error ? error.message : String(error)}; see trucewatch code --help`,
    );
  }
}

async function codeFiles(
  paths: string[],
  hints: { published?: string },
  explain: boolean,
  knowledge: Knowledge,
  io: CommandIo,
): Promise<number> {
  const tools = makeIngestTools();
  let status: number = EXIT.done;
  for (const path of paths) {
    const bytes = await readBytes(path, io);
    const named = path === '-' ? {} : { name: basename(path), beside: await picturesBeside(path, bytes) };
    for (const result of await ingest(bytes, { ...hints, ...named }, tools)) {
      if (isRefused(result)) {
        io.stderr.write(`trucewatch: ${path}: ${result.message} [${result.code}]\n`);
        status = EXIT.inputRefused;
      } else await write(io, `${JSON.stringify(codeOne(result, knowledge, explain), null, 2)}\n`);
    }
  }
  return status;
}

async function codeLines(
  paths: string[],
  hints: { published?: string },
  explain: boolean,
  knowledge: Knowledge,
  io: CommandIo,
): Promise<number> {
  const tools = makeIngestTools();
  let rows = 0;
  let refused = 0;
  for await (const line of linesOf(paths, io)) {
    const result = await rowOf(line, hints, tools);
    rows += 1;
    if (isRefused(result)) refused += 1;
    const coded = isRefused(result)
      ? // A refused row keeps its title: by it corroboration still knows which story it belongs to.
        { ...emptyCoding(idOf(line.text) ?? line.where, result, knowledge), title: titleOf(line.text) }
      : codeOne(result, knowledge, explain);
    await write(io, `${JSON.stringify(coded)}\n`);
  }
  if (refused > 0)
    io.stderr.write(
      `trucewatch: ${refused} of ${rows} rows were refused; their codings are empty and say why in their notes\n`,
    );
  return refused > 0 && refused === rows ? EXIT.inputRefused : EXIT.done;
}

const isRefused = (result: Report | Refusal): result is Refusal => 'kind' in result && result.kind === 'refused';

async function rowOf(
  line: InputLine,
  hints: { published?: string },
  tools: ReturnType<typeof makeIngestTools>,
): Promise<Report | Refusal> {
  let row: unknown;
  try {
    row = JSON.parse(line.text);
  } catch {
    return { kind: 'refused', code: 'cli/not-json', where: line.where, message: 'Expected one JSON object a line.' };
  }
  const beside = line.path === '-' ? [] : await picturesBesideRow(line.path, row);
  return ingestRow(row, line.where, { ...hints, beside }, tools);
}

function idOf(text: string): string | null {
  try {
    const row: unknown = JSON.parse(text);
    return typeof row === 'object' &&
      row !== null &&
      'id' in row &&
      (typeof row.id === 'string' || typeof row.id === 'number')
      ? String(row.id)
      : null;
  } catch {
    return null;
  }
}

function titleOf(text: string): string | null {
  try {
    const row: unknown = JSON.parse(text);
    const title: unknown = typeof row === 'object' && row !== null && 'title' in row ? row.title : null;
    return typeof title === 'string' ? title.slice(0, LONGEST_TITLE) : null;
  } catch {
    return null;
  }
}

/** UTF-16 code units; what is longer is no title. */
const LONGEST_TITLE = 1000;

function codeOne(report: Report, knowledge: Knowledge, explain: boolean): CodedReport {
  return code(report, knowledge, { explain });
}

/** Waits for a slow reader, so that a long output is not piled up in memory. */
async function write(io: CommandIo, text: string): Promise<void> {
  if (io.stdout.write(text)) return;
  await new Promise<void>((resolve) => io.stdout.once('drain', () => resolve()));
}
