/**
 * Recomputes everything from the entries and compares it with what is stored: the tree, the hash of every document, and
 * every column that lists and maps are drawn from. What does not agree is named, row by row.
 */
import type { CaptureFiles } from './capture-files.ts';
import type { Db } from './schema.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyRows } from './verify-rows.ts';

export interface Discrepancy {
  kind: 'altered' | 'missing' | 'added';
  /** Table or ledger part: `incidents`, `entries`, `roots`, `capture bytes`, ... */
  where: string;
  /** Key of the row. */
  key: string;
  message: string;
}

export interface VerifyOptions {
  /** A root noted earlier: the ledger must still begin with those entries. */
  expect?: { size: number; root: string };
  /** Stop naming after this many discrepancies (default 100). */
  limit?: number;
}

export interface Verification {
  size: number;
  root: string;
  /** Rows of state that were compared. */
  rows: number;
  discrepancies: Discrepancy[];
  /** Files of bytes that no capture names: left by a crash between keeping bytes and recording them; harmless. */
  unrecordedFiles: number;
}

const LIMIT = 100;

/** Reads one snapshot, so that it may run beside a writer on a server. */
export async function verifyStore(db: Db, files: CaptureFiles, options: VerifyOptions = {}): Promise<Verification> {
  const limit = options.limit ?? LIMIT;
  const discrepancies: Discrepancy[] = [];
  const report = (found: Discrepancy): void => {
    if (discrepancies.length < limit) discrepancies.push(found);
  };
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const { size, root, bodies } = await verifyEntries(snapshot, options.expect, report);
      const { rows, unrecordedFiles } = await verifyRows(snapshot, files, bodies, report);
      return { size, root, rows, discrepancies, unrecordedFiles };
    });
}

export type Reporter = (found: Discrepancy) => void;
