/**
 * Recomputes everything from the entries and compares it with what is stored: the tree, the hash of every document, and
 * every column that lists and maps are drawn from, every signature of a person. What does not agree is named, row by row.
 */

import type { CaptureFiles } from './capture-files.ts';
import type { Db } from './schema.ts';
import type { Discrepancy, Verification, VerifyOptions } from './verification.ts';
import { verifyActs } from './verify-acts.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyRows } from './verify-rows.ts';

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
      const acts = await verifyActs(snapshot, report);
      return { size, root, rows, acts, discrepancies, unrecordedFiles };
    });
}
