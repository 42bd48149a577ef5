/** What a command of the program is, and how it ends. Each command is one file; `main.ts` lists them. */

export interface CommandIo {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
}

export interface Command {
  /** The word after `trucewatch`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The full text of `trucewatch NAME --help`: usage, options, exit codes. */
  help: string;
  /** Resolves to the exit status. Throws `CommandError` for what a user can mend; any other throw is a defect. */
  run(args: string[], io: CommandIo): Promise<number>;
}

/** Documented exit statuses (the numbers follow BSD sysexits where one fits). */
export const EXIT = { done: 0, usage: 2, inputRefused: 65, defect: 70, store: 74 } as const;

/** An end that the user can do something about: printed as one sentence, without a stack trace. */
export class CommandError extends Error {
  readonly status: (typeof EXIT)[keyof typeof EXIT];
  readonly code: string;

  constructor(status: (typeof EXIT)[keyof typeof EXIT], code: string, message: string) {
    super(message);
    this.name = 'CommandError';
    this.status = status;
    this.code = code;
  }
}
