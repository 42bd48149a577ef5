/**
 * Signatures of persons: which bytes are signed, and whether a signature fits an act, its key and their order in the ledger. The
 * signature function is passed in, like the hash function, so that the same check runs in a browser.
 */
import { canonicalJson } from './canonical-json.ts';
import { type HashFunction, hashFromHex, toHex } from './hash.ts';
import { type LedgerRefusal, refused } from './refusal.ts';
import type { Verdict } from './verify.ts';

/** Ed25519 (RFC 8032) over the bytes; 32 bytes of key, 64 of signature. */
export type SignatureCheck = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;

export interface Means {
  hash: HashFunction;
  isSigned: SignatureCheck;
}

/** What of a key's document counts here. */
export interface SigningKey {
  algorithm: string;
  fingerprint: string;
  publicKey: string;
  name: string;
  proof: string;
}

/** A decision as sealed. `signature` is over everything else. */
export type SignedAct = Readonly<Record<string, unknown>> & {
  readonly by: string;
  readonly signedBy?: string;
  readonly signature?: string;
};

/** Where the ledger holds an act and the key it names: at which entries. */
export interface ActOrder {
  act: number;
  registered: number;
  /** Null while the key is in use. */
  retired: number | null;
}

/** Names what is signed, so that a signature for one purpose is none for another. */
const ACT = 'trucewatch-act/1';
const KEY = 'trucewatch-key/1';

const textOf = (format: string, document: unknown): string | LedgerRefusal => canonicalJson({ format, document });

/** The text whose UTF-8 bytes a person signs: the act as it will be sealed, without its signature. */
export function actText({ signature: _, ...act }: SignedAct): string | LedgerRefusal {
  return textOf(ACT, act);
}

/** The text whose UTF-8 bytes a key signs when it is registered. */
export function keyText({
  algorithm,
  fingerprint,
  publicKey,
  name,
}: Omit<SigningKey, 'proof'>): string | LedgerRefusal {
  return textOf(KEY, { algorithm, fingerprint, publicKey, name });
}

/** That a key is what it says it is, and that whoever registered it held its private half. */
export function verifyKey({ hash, isSigned }: Means, key: SigningKey): Verdict {
  const publicKey = hashFromHex(key.publicKey, 'publicKey');
  if ('kind' in publicKey) return publicKey;
  if (key.algorithm !== 'Ed25519')
    return refused('ledger/key-malformed', 'algorithm', `expected Ed25519, found ${key.algorithm}`);
  const fingerprint = toHex(hash(publicKey));
  if (fingerprint !== key.fingerprint)
    return refused(
      'ledger/key-fingerprint-mismatch',
      'fingerprint',
      `expected ${fingerprint}, found ${key.fingerprint}`,
    );
  return verifySignature(isSigned, { publicKey, text: keyText(key), signature: key.proof, where: 'proof' });
}

/** That the key signed this act in its own name, and was in use when the act was recorded. */
export function verifyAct(means: Means, act: SignedAct, key: SigningKey, order: ActOrder): Verdict {
  const sound = verifyKey(means, key);
  if (sound.kind === 'refused') return sound;
  if (act.signedBy !== key.fingerprint)
    return refused('ledger/key-unknown', 'signedBy', `expected ${key.fingerprint}, found ${String(act.signedBy)}`);
  if (act.by !== key.name)
    return refused('ledger/key-name-mismatch', 'by', `expected the name of the key, ${key.name}, found ${act.by}`);
  if (order.registered >= order.act || (order.retired !== null && order.retired <= order.act))
    return refused(
      'ledger/key-not-in-use',
      'signedBy',
      `expected a key in use at entry ${order.act}, found one registered at ${order.registered} and retired at ${order.retired ?? 'no entry'}`,
    );
  const publicKey = hashFromHex(key.publicKey, 'publicKey');
  if ('kind' in publicKey) return publicKey;
  return verifySignature(means.isSigned, {
    publicKey,
    text: actText(act),
    signature: act.signature ?? '',
    where: 'signature',
  });
}

interface Signed {
  publicKey: Uint8Array;
  text: string | LedgerRefusal;
  signature: string;
  where: string;
}

function verifySignature(isSigned: SignatureCheck, { publicKey, text, signature, where }: Signed): Verdict {
  if (typeof text !== 'string') return text;
  const bytes = signatureFromHex(signature);
  if (bytes === null)
    return refused(
      'ledger/signature-malformed',
      where,
      `expected 128 lower-case hexadecimal digits, found ${signature.length} characters`,
    );
  if (!isSigned(publicKey, new TextEncoder().encode(text), bytes))
    return refused(
      'ledger/signature-mismatch',
      where,
      'expected the signature of this key over these bytes, found another',
    );
  return { kind: 'verified' };
}

function signatureFromHex(text: string): Uint8Array | null {
  if (!/^[0-9a-f]{128}$/.test(text)) return null;
  return Uint8Array.from({ length: 64 }, (_, index) => Number.parseInt(text.slice(2 * index, 2 * index + 2), 16));
}
