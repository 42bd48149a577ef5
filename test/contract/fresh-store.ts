/** Empties a database between tests, so that none sees what another left, at a fraction of the cost of a new one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/shell/store/engine.ts';
import { storeOn } from '../../src/shell/store/open-store.ts';
import { COLUMN_TYPES } from '../../src/shell/store/schema.ts';
import { AT } from './sample-data.ts';
import type { Fresh } from './store.contract.ts';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-test-'));
  folders.push(folder);
  return folder;
}

export async function freshOn(engine: Engine): Promise<Fresh> {
  const directory = temporaryFolder();
  const store = await storeOn(engine, directory, AT);
  const tables = Object.keys(COLUMN_TYPES).filter((table) => table !== 'migrations');
  // The ledger's tables refuse to be emptied; a session that calls itself a replica runs no triggers.
  await engine.script(
    `set session_replication_role = replica; truncate ${tables.join(', ')}; set session_replication_role = origin`,
  );
  return { store, directory, tamper: (sql) => engine.script(sql) };
}
