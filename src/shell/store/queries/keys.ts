/** Persons' keys, each with the entries at which it came into use and went out of it. */
import { sql } from 'kysely';
import type { PersonKey } from '../../../model/person-key.ts';
import type { Db, JsonText } from '../schema.ts';

export interface StoredKey {
  key: PersonKey;
  /** Index of the entry that registered it. */
  registered: number;
  /** Index of the entry that retired it; null while it is in use. */
  retired: number | null;
}

/** In the order of their registration. */
export async function storedKeys(db: Db): Promise<StoredKey[]> {
  const { rows } = await sql<{ document: JsonText; first: number; last: number }>`
    select k.document, min(e.index) as first, max(e.index) as last
    from person_keys k join entries e on e.subject = 'key:' || k.fingerprint
    group by k.fingerprint order by first`.execute(db);
  return rows.map(({ document, first, last }) => {
    const key: PersonKey = JSON.parse(document);
    return { key, registered: Number(first), retired: key.retired === undefined ? null : Number(last) };
  });
}

/** Indexes of the entries that recorded these decisions. */
export async function decisionEntries(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ subject: string; index: number }>`
    select subject, min(index) as index from entries
    where subject = any(${ids.map((id) => `decision:${id}`)}::text[]) group by subject`.execute(db);
  return new Map(rows.map(({ subject, index }) => [subject.slice('decision:'.length), Number(index)]));
}
