/**
 * Bytes to text: byte order marks, declared charsets, UTF-8, UTF-16 without a mark, and the single-byte code pages that
 * old reports from the region still come in. What was doubtful is said, nothing is silently replaced.
 */
import type { Note } from '../../../model/report.ts';

export interface Decoded {
  readonly text: string;
  /** Name of the encoding as in the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly notes: readonly Note[];
}

/** Reads the bytes as text; `declared` is a charset named by the sender or the document, null when none is. */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return read(bytes, marked, []);
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return read(bytes, wide, [guessed(wide)]);
  const strict = tryUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', notes: [] };
  const named = declared === null ? null : knownEncoding(declared);
  if (named !== null && named !== 'utf-8') return read(bytes, named, []);
  if (mostlyUtf8(bytes)) {
    const message = 'Some bytes are not UTF-8 and were read as U+FFFD.';
    return read(bytes, 'utf-8', [{ code: 'broken-utf-8', message }]);
  }
  const page = guessCodePage(bytes);
  return read(bytes, page, [guessed(page)]);
}

function read(bytes: Uint8Array, encoding: string, notes: Note[]): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, notes };
}

const guessed = (encoding: string): Note => ({
  code: 'encoding-guessed',
  message: `No charset was named; the bytes were read as ${encoding}.`,
});

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a zero in every second byte; real text has none there. */
export function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  const pairs = length / 2;
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.05) return 'utf-16be';
  return null;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim().toLowerCase()).encoding;
  } catch {
    return null;
  }
}

/** True when well-formed multi-byte sequences outnumber stray bytes ten to one: damaged UTF-8, not a code page. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let stray = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < extra && ((bytes[i + 1 + found] ?? 0) & 0xc0) === 0x80) found++;
    if (extra > 0 && found === extra) whole++;
    else stray++;
    i += found;
  }
  return whole > stray * 10;
}

/** Letters that are most frequent in each script, by their byte in the script's usual code page. */
const scripts = [
  { page: 'windows-1256', frequent: new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4, 0xc9, 0xd1]) },
  { page: 'windows-1251', frequent: new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xf1, 0xf0]) },
];

/** Western European text has a high byte now and then; in Arabic or Cyrillic text most letters are high bytes. */
function guessCodePage(bytes: Uint8Array): string {
  const counts = scripts.map(() => 0);
  let high = 0;
  let latin = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if (byte >= 0xc0) {
      high++;
      scripts.forEach((script, i) => {
        if (script.frequent.has(byte)) counts[i] = (counts[i] ?? 0) + 1;
      });
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++;
  }
  if (high < latin) return 'windows-1252';
  const best = Math.max(...counts);
  return scripts[counts.indexOf(best)]?.page ?? 'windows-1252';
}
