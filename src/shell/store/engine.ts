/** A database engine as the store needs it: a query builder, a way to run a whole script, an end. */
import type { Db } from './schema.ts';

export interface Engine {
  readonly kind: 'pglite' | 'postgresql';
  readonly db: Db;
  /** Runs several statements without parameters; used for migrations only. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Object ids of the PostgreSQL types that both drivers would otherwise turn into values of another kind. */
export const TYPE_IDS = { bigint: 20, json: 114, timestamp: 1114 } as const;

/** PostgreSQL prints `2016-06-12 17:30:00.5`; rows hold it with a T. */
export const timestampFromSql = (text: string): string => text.replace(' ', 'T');
