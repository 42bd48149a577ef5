/** The start of an input as one character per byte, so that formats can be told by how they begin. */
import { wideWithoutMark } from './decode.ts';

const headBytes = 65_536;

/** The first 64 kB without a byte order mark; of UTF-16 text, only the low bytes. */
export function sniffingHead(bytes: Uint8Array): string {
  const start = bytes.subarray(0, headBytes);
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return latin(start.subarray(3));
  if (start[0] === 0xff && start[1] === 0xfe && !(start[2] === 0 && start[3] === 0))
    return latin(everySecond(start, 2));
  if (start[0] === 0xfe && start[1] === 0xff) return latin(everySecond(start, 3));
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return latin(everySecond(start, wide === 'utf-16le' ? 0 : 1));
  return latin(start);
}

const everySecond = (bytes: Uint8Array, from: number): Uint8Array =>
  bytes.subarray(from).filter((_, index) => index % 2 === 0);

/** TextDecoder's "latin1" is windows-1252, which moves 0x80 to 0x9f; sniffing needs the bytes as they are. */
function latin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return pieces.join('');
}
