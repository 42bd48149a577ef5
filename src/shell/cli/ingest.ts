/** `trucewatch ingest`: reports into the store, through the whole journey. */
import { buffer } from 'node:stream/consumers';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory } from '../config.ts';
import type { Source } from '../jobs/capture-sources.ts';
import { ingestSources } from '../jobs/ingest.ts';
import type { Store } from '../store/store.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { progressOn } from './progress.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const ingestCommand: Command = {
  name: 'ingest',
  summary: 'take reports into the store: read, code, corroborate, assess',
  help: `usage: trucewatch ingest PATH|URL|-… [--published DATE] [--source NAME] [--language CODE] [--again|--anew]

Captures the bytes of every file (folders with all that is below them), address or standard input, then reads, codes,
corroborates and assesses what was captured. Bytes are safe on the disk before anything else happens to them: if the
program or the machine stops at any moment, the same command goes on where it stopped. What was captured before is
found again and not taken twice. A report that a stage refuses stays in the store with the reason.

Text, HTML, Markdown, JSON, JSONL, RSS, Atom, PDF, DOCX and mail are read. In folders, files with other endings, hidden
files and files called README are left out.

  --published DATE  when the reports were published (ISO 8601), where the bytes do not say otherwise
  --source NAME     the outlet
  --language CODE   BCP 47
  --illustrative    texts written for demonstration: said so wherever they appear
  --again           also process what a stage refused before; needs no PATH
  --anew            read and code everything in the store again, with the program as it is now; needs no PATH. What comes out
                    as before makes no entry; decisions hold
  --threads N       coding threads (default: one for each core)
${STORE_HELP}

Exit status: 0 all taken in (or known before), 2 usage, 65 something was refused (the rest was taken in), 70 defect of the
program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  published: { type: 'string' },
  source: { type: 'string' },
  language: { type: 'string' },
  illustrative: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  anew: { type: 'boolean', default: false },
  threads: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(args);
  const sources = await Promise.all(positionals.map((named) => sourceOf(named, io)));
  return withStore(values, (store) => ingest(store, sources, values, io));
}

type Values = ReturnType<typeof parsed>['values'];

async function ingest(store: Store, sources: readonly Source[], values: Values, io: CommandIo): Promise<number> {
  const { published, source, language, illustrative, again, anew, threads } = values;
  const progress = progressOn(io.stderr);
  const started = performance.now();
  const given = { ...(published && { published }), ...(source && { source }), ...(language && { language }) };
  const { captured, done } = await ingestSources(store, loadKnowledge(knowledgeDirectory()), sources, {
    clock: systemClock,
    given,
    illustrative,
    again,
    anew,
    ...(threads === undefined ? {} : { threads: Number(threads) }),
    onCaptured: ({ captured: fresh, known }) => progress.show(`captured ${fresh}, known before ${known}`),
    onProgress: ({ coded, refused }) => progress.show(`coded ${coded} reports, refused ${refused}`),
  });
  progress.clear();
  for (const { where, message, code } of captured.refused)
    io.stderr.write(`trucewatch: ${where}: ${message} [${code}]\n`);
  const refused = captured.refused.length + done.refused;
  const [{ incidents }, { size, root }] = await Promise.all([store.counts(), store.ledgerRoot()]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.stdout.write(
    `captured ${captured.captured} (${captured.known} known before), coded ${done.coded}, skipped ${done.skipped + done.duplicates}, refused ${refused}; ${incidents} incidents in the store; ledger ${size}:${root}; ${seconds} s\n`,
  );
  if (done.refused > 0) await tellRefusals(store, done.refused, io);
  if (done.defect !== null) {
    io.stderr.write(
      `trucewatch: the whole could not be corroborated, a defect of the program: ${done.defect} [corroborate/defect]\n`,
    );
    return EXIT.defect;
  }
  return refused > 0 ? EXIT.inputRefused : EXIT.done;
}

const TOLD = 5;

async function tellRefusals(store: Store, count: number, io: CommandIo): Promise<void> {
  const { items } = await store.refusals({ limit: TOLD });
  for (const { where, message, code } of items.slice(0, count))
    io.stderr.write(`trucewatch: ${where}: ${message} [${code}]\n`);
  if (count > TOLD) io.stderr.write(`trucewatch: and ${count - TOLD} more; GET /api/v1/refusals lists them\n`);
}

async function sourceOf(named: string, io: CommandIo): Promise<Source> {
  if (named === '-') return { kind: 'bytes', name: 'standard input', bytes: new Uint8Array(await buffer(io.stdin)) };
  return /^https?:\/\//i.test(named) ? { kind: 'url', url: named } : { kind: 'path', path: named };
}

function parsed(args: string[]) {
  const usage = (message: string): CommandError =>
    new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch ingest --help`);
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0 && !values.again && !values.anew)
      throw usage('name a file, a folder, an address or - for standard input');
    if (values.published !== undefined && Number.isNaN(Date.parse(values.published)))
      throw usage(`--published: expected an ISO 8601 date such as 2016-06-15, found "${values.published}"`);
    if (values.threads !== undefined && !/^[1-9]\d{0,2}$/.test(values.threads))
      throw usage(`--threads: expected a number from 1 to 999, found "${values.threads}"`);
    return { values, positionals };
  } catch (error) {
    throw error instanceof CommandError ? error : usage(error instanceof Error ? error.message : String(error));
  }
}
