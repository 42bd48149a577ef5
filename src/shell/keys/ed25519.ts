/** Ed25519 (RFC 8032) by node:crypto, with keys as their 32 bytes. */
import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Means, SignatureCheck } from '../../ledger/signed-act.ts';
import { sha256 } from '../sha-256.ts';

const isSigned: SignatureCheck = (publicKey, bytes, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
};

/** How this program checks what persons signed. */
export const SIGNATURE_MEANS: Means = { hash: sha256, isSigned };

export const newPrivateKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** The 32 bytes of its public half. */
export function publicBytes(privateKey: KeyObject): Uint8Array {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('unreachable: an Ed25519 key has its x');
  return Buffer.from(x, 'base64url');
}

/** 128 hexadecimal digits. */
export const signatureOf = (privateKey: KeyObject, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), privateKey).toString('hex');
