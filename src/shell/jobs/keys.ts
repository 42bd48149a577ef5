/** Registering a person's key and retiring it: both are sealed, and neither is ever removed. */
import { hashFromHex, toHex } from '../../ledger/hash.ts';
import { verifyKey } from '../../ledger/signed-act.ts';
import type { PersonKey } from '../../model/person-key.ts';
import type { Refusal } from '../../model/report.ts';
import { PROGRAM } from '../config.ts';
import { SIGNATURE_MEANS } from '../keys/ed25519.ts';
import type { KeyRequest } from '../keys/signer.ts';
import { sha256 } from '../sha-256.ts';
import type { Store } from '../store/store.ts';

export type KeyRefusalCode =
  | 'key/nobody'
  | 'key/malformed'
  | 'key/not-proven'
  | 'key/registered-already'
  | 'key/unknown'
  | 'key/retired-already'
  | 'key/no-reason';
export type KeyRefusal = Refusal<KeyRefusalCode>;

const LONGEST = 200;

export async function registerKey(
  store: Store,
  { name, publicKey, proof }: KeyRequest,
  at: string,
): Promise<PersonKey | KeyRefusal> {
  if (name.trim() !== name || name === '' || name.length > LONGEST)
    return refusal('key/nobody', `expected a name of 1 to ${LONGEST} characters without blanks around it`);
  const bytes = hashFromHex(publicKey, 'publicKey');
  if ('kind' in bytes) return refusal('key/malformed', bytes.message);
  const fingerprint = toHex(sha256(bytes));
  const key: PersonKey = { algorithm: 'Ed25519', fingerprint, publicKey, name, proof, at };
  const verdict = verifyKey(SIGNATURE_MEANS, key);
  if (verdict.kind === 'refused') return refusal('key/not-proven', `${verdict.message}; sign it with the private half`);
  return store.inTurn({ at, by: PROGRAM.id }, async (turn) => {
    if ((await turn.keys()).some((known) => known.key.fingerprint === fingerprint))
      return refusal('key/registered-already', `the key ${fingerprint} is registered; one that was retired stays so`);
    await turn.record([{ kind: 'registered', key }]);
    return key;
  });
}

export async function retireKey(
  store: Store,
  { fingerprint, reason }: { fingerprint: string; reason: string },
  at: string,
): Promise<PersonKey | KeyRefusal> {
  if (reason.trim() === '' || reason.length > LONGEST)
    return refusal('key/no-reason', `expected a reason of 1 to ${LONGEST} characters`);
  return store.inTurn({ at, by: PROGRAM.id }, async (turn) => {
    const known = (await turn.keys()).find(({ key }) => key.fingerprint === fingerprint);
    if (known === undefined) return refusal('key/unknown', `no key has the fingerprint ${fingerprint}`);
    if (known.retired !== null) return refusal('key/retired-already', `${fingerprint} was retired before`);
    const key: PersonKey = { ...known.key, retired: { at, reason: reason.trim() } };
    await turn.record([{ kind: 'registered', key }]);
    return key;
  });
}

const refusal = (code: KeyRefusalCode, message: string): KeyRefusal => ({
  kind: 'refused',
  code,
  where: 'key',
  message,
});
