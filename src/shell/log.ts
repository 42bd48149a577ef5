/** One line an event on standard error: what a person reads on a terminal, what a service manager keeps. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const logTo = (stream: NodeJS.WritableStream): Log => ({
  info: (message) => stream.write(`${message}\n`),
  warn: (message) => stream.write(`warning: ${message}\n`),
});

export const silentLog: Log = { info: () => {}, warn: () => {} };
