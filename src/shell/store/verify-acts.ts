/** Checks every key and every signature of a person; what nobody signed is counted. */
import { actSignatures, keyFault } from './act-signatures.ts';
import { storedKeys } from './queries/keys.ts';
import { allDecisions } from './queries/ledger.ts';
import type { Db } from './schema.ts';
import type { Reporter, Verification } from './verification.ts';

export async function verifyActs(db: Db, report: Reporter): Promise<Verification['acts']> {
  for (const stored of await storedKeys(db)) {
    const message = keyFault(stored);
    if (message !== null) report({ kind: 'altered', where: 'person_keys', key: stored.key.fingerprint, message });
  }
  const signatures = await actSignatures(db, await allDecisions(db));
  const counts = { signed: 0, unsigned: 0, broken: 0 };
  for (const [key, signature] of signatures) {
    counts[signature.state] += 1;
    if (signature.state === 'broken') report({ kind: 'altered', where: 'signatures', key, message: signature.because });
  }
  return counts;
}
