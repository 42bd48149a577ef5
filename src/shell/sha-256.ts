/** SHA-256 by node:crypto: the hash function that the ledger is given on a server. */
import { createHash } from 'node:crypto';
import type { HashFunction } from '../ledger/hash.ts';

export const sha256: HashFunction = (bytes) => createHash('sha256').update(bytes).digest();
