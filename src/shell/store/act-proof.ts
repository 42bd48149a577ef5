/** The proof of one decision, to be checked away from the store (`ledger/act-proof.ts`). */
import type { ActProof, ProvenDocument } from '../../ledger/act-proof.ts';
import { hashFromHex, toHex } from '../../ledger/hash.ts';
import { inclusionPath } from '../../ledger/prove.ts';
import type { PersonKey } from '../../model/person-key.ts';
import { sha256 } from '../sha-256.ts';
import { StoreError } from './errors.ts';
import { decisionEntries, storedKeys } from './queries/keys.ts';
import { allDecisions, ledgerRoot } from './queries/ledger.ts';
import type { Db } from './schema.ts';

/** Null when there is no such decision. Reads the leaf of every entry. */
export async function actProof(db: Db, id: string): Promise<ActProof | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const decision = (await allDecisions(snapshot)).find((one) => one.id === id);
      const entry = (await decisionEntries(snapshot, [id])).get(id);
      if (decision === undefined || entry === undefined) return null;
      const signing = (await storedKeys(snapshot)).find(({ key }) => key.fingerprint === decision.signedBy);
      const leaves = await allLeaves(snapshot);
      const { size, root } = await ledgerRoot(snapshot);
      const proven = <T>(document: T, index: number): Promise<ProvenDocument<T>> =>
        provenDocument(snapshot, leaves, document, index);
      return {
        format: 'act-proof/1',
        size,
        root,
        act: await proven({ ...decision }, entry),
        key: signing === undefined ? null : await proven(asRegistered(signing.key), signing.registered),
      };
    });
}

/** The document that its first entry holds the hash of. */
const asRegistered = ({ retired: _, ...key }: PersonKey): PersonKey => key;

async function allLeaves(db: Db): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('entries').select(['index', 'leaf']).orderBy('index').execute();
  return rows.map(({ index, leaf }) => {
    const bytes = hashFromHex(leaf, `entry ${index}`);
    if ('kind' in bytes)
      throw new StoreError('store/damaged', `${bytes.where}: ${bytes.message}; run trucewatch verify`);
    return bytes;
  });
}

async function provenDocument<T>(
  db: Db,
  leaves: readonly Uint8Array[],
  document: T,
  index: number,
): Promise<ProvenDocument<T>> {
  const row = await db.selectFrom('entries').select('document').where('index', '=', index).executeTakeFirstOrThrow();
  return { document, index, entry: row.document, path: inclusionPath(sha256, leaves, index).map(toHex) };
}
