/** Who signed which decision, checked anew each time it is asked: the signature, the key's own proof, and their order in the ledger. */
import { verifyAct, verifyKey } from '../../ledger/signed-act.ts';
import type { Decision } from '../../model/decision.ts';
import { SIGNATURE_MEANS } from '../keys/ed25519.ts';
import { decisionEntries, type StoredKey, storedKeys } from './queries/keys.ts';
import type { Db } from './schema.ts';

export type ActSignature =
  /** `nameHasKey`: a key in use is registered under the name, and still nobody signed. */
  | { state: 'unsigned'; nameHasKey: boolean }
  | { state: 'signed'; key: string }
  /** What is wrong, in the words of the check. */
  | { state: 'broken'; key: string | null; because: string };

/** Of each of these decisions, by id. */
export async function actSignatures(db: Db, decisions: readonly Decision[]): Promise<Map<string, ActSignature>> {
  const keys = await storedKeys(db);
  const entries = await decisionEntries(
    db,
    decisions.map(({ id }) => id),
  );
  return new Map(decisions.map((decision) => [decision.id, signatureOn(decision, entries.get(decision.id), keys)]));
}

function signatureOn(decision: Decision, entry: number | undefined, keys: readonly StoredKey[]): ActSignature {
  const { signedBy, signature, by } = decision;
  if (signedBy === undefined && signature === undefined) {
    const nameHasKey = keys.some(
      ({ key, registered, retired }) =>
        key.name === by && registered < (entry ?? 0) && (retired === null || retired > (entry ?? 0)),
    );
    return { state: 'unsigned', nameHasKey };
  }
  const known = keys.find(({ key }) => key.fingerprint === signedBy);
  if (known === undefined || entry === undefined)
    return { state: 'broken', key: signedBy ?? null, because: 'the key that it names is not registered' };
  const order = { act: entry, registered: known.registered, retired: known.retired };
  const verdict = verifyAct(SIGNATURE_MEANS, { ...decision }, known.key, order);
  return verdict.kind === 'verified'
    ? { state: 'signed', key: known.key.fingerprint }
    : { state: 'broken', key: known.key.fingerprint, because: `${verdict.message} [${verdict.code}]` };
}

/** What is wrong with a key by itself; null when nothing is. */
export function keyFault({ key }: StoredKey): string | null {
  const verdict = verifyKey(SIGNATURE_MEANS, key);
  return verdict.kind === 'verified' ? null : `${verdict.where}: ${verdict.message} [${verdict.code}]`;
}
