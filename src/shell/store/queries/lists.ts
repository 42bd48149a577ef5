/** Other monitors' lists: which there are, and one as a whole. */
import type { CounterList } from '../../../model/counter-list.ts';
import type { Db } from '../schema.ts';

export interface ListSummary {
  id: string;
  name: string;
  mapping: string;
  /** Rows that were read. */
  events: number;
}

export const listSummaries = (db: Db): Promise<ListSummary[]> =>
  db.selectFrom('lists').select(['id', 'name', 'mapping', 'events']).orderBy('name').orderBy('id').execute();

export async function storedList(db: Db, id: string): Promise<CounterList | null> {
  const row = await db.selectFrom('lists').select('document').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.document);
}
