/** One line on a terminal that is written over; nothing at all where nobody looks. */
import type { CommandIo } from './command.ts';

export interface Progress {
  show(text: string): void;
  clear(): void;
}

export function progressOn(stream: CommandIo['stderr']): Progress {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  // CR to the beginning of the line, CSI K to empty it (ECMA-48).
  return { show: (text) => void stream.write(`\r\u001b[K${text}`), clear: () => void stream.write('\r\u001b[K') };
}
