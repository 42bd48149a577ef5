/** Opens the store for a command, and turns what the store refuses into an end that the operator understands. */
import { systemClock } from '../clock.ts';
import { storeConfig } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './command.ts';

/** Options that every command over a store has, for `parseArgs`. */
export const STORE_OPTIONS = { data: { type: 'string' }, database: { type: 'string' } } as const;

export const STORE_HELP = `  --data DIR      folder of the store (default: TRUCEWATCH_DATA, or data/ in the project)
  --database URL  a PostgreSQL server instead of the embedded store (default: TRUCEWATCH_DATABASE)`;

export async function withStore<T>(
  where: { data?: string | undefined; database?: string | undefined },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  try {
    const store = await openStore({ ...storeConfig(where, process.env), at: systemClock.now() });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new CommandError(EXIT.store, error.code, error.message);
    throw error;
  }
}
