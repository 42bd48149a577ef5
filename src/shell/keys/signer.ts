/** A private key in use: whose it is, and signing with it. The key itself does not leave this object. */
import type { KeyObject } from 'node:crypto';
import { toHex } from '../../ledger/hash.ts';
import { keyText } from '../../ledger/signed-act.ts';
import type { PersonKey } from '../../model/person-key.ts';
import { sha256 } from '../sha-256.ts';
import { publicBytes, signatureOf } from './ed25519.ts';

export interface Signer {
  fingerprint: string;
  /** The signature over a text of `ledger/signed-act.ts`. */
  sign(text: string): string;
}

export function signerOf(privateKey: KeyObject): Signer {
  return { fingerprint: toHex(sha256(publicBytes(privateKey))), sign: (text) => signatureOf(privateKey, text) };
}

/** What is asked of a store when a key is to be registered. */
export type KeyRequest = Pick<PersonKey, 'name' | 'publicKey' | 'proof'>;

export function keyRequest(privateKey: KeyObject, name: string): KeyRequest {
  const publicKey = toHex(publicBytes(privateKey));
  const { fingerprint, sign } = signerOf(privateKey);
  const text = keyText({ algorithm: 'Ed25519', fingerprint, publicKey, name });
  if (typeof text !== 'string') throw new Error(`the name has no canonical form: ${text.message}`);
  return { name, publicKey, proof: sign(text) };
}
