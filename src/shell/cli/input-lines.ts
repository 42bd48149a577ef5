/** Reads the input of a command: whole files, or one line at a time without holding a large file in memory. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CommandError, type CommandIo, EXIT } from './command.ts';

/** A line longer than this is refused by name and not parsed. */
const MAX_LINE_CHARACTERS = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(path: string, io: CommandIo): Promise<Uint8Array> {
  if (path !== '-') {
    checkFile(path);
    return readFile(path);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

export interface InputLine {
  readonly text: string;
  /** File and number, as a message names the line. */
  readonly where: string;
  /** `-` for standard input. */
  readonly path: string;
}

/** Lines of the files in order, blank ones left out. */
export async function* linesOf(paths: readonly string[], io: CommandIo): AsyncGenerator<InputLine> {
  for (const path of paths) {
    if (path !== '-') checkFile(path);
    const input = path === '-' ? io.stdin : createReadStream(path);
    let number = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.length > MAX_LINE_CHARACTERS) {
        const where = `${path === '-' ? 'standard input' : path}:${number}`;
        throw new CommandError(
          EXIT.inputRefused,
          'cli/line-too-long',
          `${where}: expected a line of at most ${MAX_LINE_CHARACTERS} characters, found ${text.length}; split the row`,
        );
      }
      if (text.trim() !== '') yield { text, where: `${path === '-' ? 'standard input' : path}:${number}`, path };
    }
  }
}

/** Parses one line of JSON; a line that is none is the user's to mend. */
export function parseLine(line: { text: string; where: string }): unknown {
  try {
    return JSON.parse(line.text);
  } catch {
    throw new CommandError(
      EXIT.inputRefused,
      'cli/not-json',
      `${line.where}: expected one JSON object a line, found ${JSON.stringify(line.text.slice(0, 40))}`,
    );
  }
}

function checkFile(path: string): void {
  if (!existsSync(path)) throw new CommandError(EXIT.inputRefused, 'cli/no-such-file', `there is no file ${path}`);
  if (!statSync(path).isFile())
    throw new CommandError(
      EXIT.inputRefused,
      'cli/not-a-file',
      `${path} is not a file; name files, or use "trucewatch ingest" for a folder`,
    );
}
