/** A document in its one canonical spelling, with the hash that the ledger keeps of it. */
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { type HashFunction, toHex } from '../../ledger/hash.ts';
import type { LedgerRefusal } from '../../ledger/refusal.ts';

export interface Sealed {
  /** RFC 8785. */
  json: string;
  /** SHA-256 (hex) of the UTF-8 bytes of `json`. */
  sha256: string;
}

/** Refused is what has no canonical form: a lone surrogate, a number that is not finite, nesting without end. */
export function seal(hash: HashFunction, document: unknown): Sealed | LedgerRefusal {
  const json = canonicalJson(document);
  return typeof json === 'string' ? { json, sha256: sealHash(hash, json) } : json;
}

export const sealHash = (hash: HashFunction, json: string): string => toHex(hash(new TextEncoder().encode(json)));
