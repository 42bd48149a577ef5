/** `trucewatch read`: the Report that reading made of the bytes, before anything is coded. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Hints, type IngestRefusal, isRefusal, maxInputBytes } from '../../journey/1-ingest/adapter.ts';
import { ingest } from '../../journey/1-ingest/ingest.ts';
import { noteMess } from '../../journey/2-read/text/note-mess.ts';
import type { Report } from '../../model/report.ts';
import { makeIngestTools } from '../ingest-tools.ts';
import { picturesBeside } from '../pictures-beside.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';

export const readCommand: Command = {
  name: 'read',
  summary: 'print what was read out of a file, before it is coded',
  help: `usage: trucewatch read [--published DATE] [--jsonl] FILE|-

Reads one file (or standard input) of any supported format and prints the report in it as JSON: title, text, published,
publishedBasis, language, byline, source, url, notes. A file with several reports prints an array.

  --published DATE  when the report was published (ISO 8601); wins over what the file says
  --jsonl           one line per report instead of indented JSON; refused rows give a line with "kind": "refused"

Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program.`,
  run,
};

async function run(args: string[], io: CommandIo): Promise<number> {
  const { path, published, jsonl } = parseArguments(args);
  const bytes = path === '-' ? await readStream(io.stdin) : await readPath(path);
  const hints: Hints = {
    ...(path === '-' ? {} : { name: basename(path), beside: await picturesBeside(path, bytes) }),
    ...(published === null ? {} : { published }),
  };
  const tools = makeIngestTools();
  const results = (await ingest(bytes, hints, tools)).map((result) =>
    isRefusal(result) ? result : withMess(result, tools),
  );
  await write(io, results, jsonl);
  return results.every(isRefusal) ? EXIT.inputRefused : EXIT.done;
}

function withMess(report: Report, tools: ReturnType<typeof makeIngestTools>): Report {
  const { notes } = noteMess(report.text, report.title, tools.furniture);
  return { ...report, notes: [...report.notes, ...notes] };
}

interface Arguments {
  path: string;
  published: string | null;
  jsonl: boolean;
}

function parseArguments(args: string[]): Arguments {
  const found: Arguments = { path: '', published: null, jsonl: false };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--jsonl') found.jsonl = true;
    else if (word === '--published')
      found.published = rest.shift() ?? usage('--published needs a date, such as 2016-06-15');
    else if (word.startsWith('--published=')) found.published = word.slice('--published='.length);
    else if (word.startsWith('-') && word !== '-') usage(`there is no option ${word}`);
    else if (found.path !== '') usage('expected one file, found several');
    else found.path = word;
  }
  return found.path === '' ? usage('expected a file name, or - for standard input') : found;
}

function usage(message: string): never {
  throw new CommandError(EXIT.usage, 'read/usage', `${message}; trucewatch read --help tells the options`);
}

async function readPath(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new CommandError(EXIT.inputRefused, 'read/cannot-open', `${path} cannot be opened (${reason})`);
  }
}

/** Stops one byte above the bound, so that ingest can refuse what does not end. */
async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > maxInputBytes) break;
  }
  return Buffer.concat(chunks);
}

async function write(io: CommandIo, results: (Report | IngestRefusal)[], jsonl: boolean): Promise<void> {
  const failed = results.filter(isRefusal);
  if (jsonl) for (const result of results) await put(io, `${JSON.stringify(result)}\n`);
  else {
    const reports = results.filter((result) => !isRefusal(result));
    if (reports.length > 0) await put(io, `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
  }
  for (const refusal of failed) io.stderr.write(`trucewatch: ${refusal.where}: ${refusal.message} [${refusal.code}]\n`);
}

/** Waits until the reader has room, so that large outputs do not pile up in memory. */
function put(io: CommandIo, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (io.stdout.write(text)) resolve();
    else io.stdout.once('drain', resolve);
  });
}
