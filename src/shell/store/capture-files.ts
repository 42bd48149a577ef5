/**
 * Captured bytes as files, `captures/ab/ab12…`, named by their SHA-256. They are on the disk before a capture is
 * acknowledged, and are never changed. Why files and not rows: docs/decisions/050-captures-are-files.md.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './errors.ts';

export interface CaptureFiles {
  /** Keeps the bytes and returns their SHA-256 (hex). */
  keep(bytes: Uint8Array): string;
  /** Throws `store/capture-missing` when they are gone, `store/damaged` when they are not those bytes any more. */
  read(sha256: string): Promise<Uint8Array>;
  /** Hashes of all files kept, sorted. */
  list(): string[];
}

export function captureFiles(directory: string): CaptureFiles {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256);
  return {
    keep: (bytes) => {
      const sha256 = hashOf(bytes);
      if (!existsSync(pathOf(sha256))) write(join(directory, sha256.slice(0, 2)), sha256, bytes);
      return sha256;
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256)).catch(() => null);
      if (bytes === null)
        throw new StoreError(
          'store/capture-missing',
          `the captured bytes ${sha256} are not in ${directory}: restore them from a copy`,
        );
      const found = hashOf(bytes);
      if (found !== sha256)
        throw new StoreError(
          'store/damaged',
          `captured bytes are altered: expected SHA-256 ${sha256}, found ${found}: restore them from a copy`,
        );
      return bytes;
    },
    list: () => {
      const shards = existsSync(directory) ? readdirSync(directory).filter((name) => /^[0-9a-f]{2}$/.test(name)) : [];
      return shards
        .flatMap((shard) => readdirSync(join(directory, shard)).filter((name) => /^[0-9a-f]{64}$/.test(name)))
        .sort();
    },
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Written and forced to the disk under another name, then renamed: under its hash there is the whole of it or nothing. */
function write(folder: string, sha256: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${sha256}.${process.pid}`);
  try {
    const file = openSync(draft, 'w');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, join(folder, sha256));
    forceFolder(folder);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) {
      throw new StoreError(
        'store/disk-full',
        `no room for ${bytes.length} bytes in ${folder}: make room, then ingest again`,
        { cause: error },
      );
    }
    throw error;
  }
}

function forceFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
