/** The directory of a zip archive, and bounded unpacking of its entries (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16). */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly headerOffset: number;
}

const maxEntries = 10_000;

/** Entries by the central directory; null when there is no whole directory. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === -1) return null;
  const count = Math.min(view.getUint16(end + 10, true), maxEntries);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands within the last 64 kB. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** The entry's bytes, null when it is damaged or unpacks to more than `mostBytes`. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mostBytes <= 0 || entry.headerOffset + 30 > bytes.length) return null;
  const start =
    entry.headerOffset +
    30 +
    view.getUint16(entry.headerOffset + 26, true) +
    view.getUint16(entry.headerOffset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === 0) return packed.length <= mostBytes ? packed : null;
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch {
    // Damaged data and an output above the bound look the same to the caller: the archive is not read.
    return null;
  }
}
