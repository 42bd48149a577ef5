/** Hashes as bytes and as lower-case hexadecimal text. Which function makes them is the caller's choice; SHA-256 is ours. */
import { type LedgerRefusal, refused } from './refusal.ts';

/** SHA-256 over the bytes: `node:crypto` on a server, `sha256` of this folder where nothing else is at hand. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array;

/** Length of a hash in bytes. */
export const HASH_LENGTH = 32;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Bytes of a hash written as 64 lower-case hexadecimal digits; anything else is refused. */
export function hashFromHex(text: string, where: string): Uint8Array | LedgerRefusal {
  if (!/^[0-9a-f]{64}$/.test(text)) {
    return refused(
      'ledger/hash-malformed',
      where,
      `expected 64 lower-case hexadecimal digits, found ${text.length} characters`,
    );
  }
  const bytes = new Uint8Array(HASH_LENGTH);
  for (let index = 0; index < HASH_LENGTH; index += 1)
    bytes[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
