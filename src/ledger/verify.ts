/**
 * Checks proofs against roots (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Every number and hash comes from outside and is
 * distrusted: sizes, indices, lengths are checked before anything is hashed, and the answer names what is wrong.
 */
import { type HashFunction, hashFromHex, sameBytes, toHex } from './hash.ts';
import { nodeHash } from './merkle-tree.ts';
import { type LedgerCode, type LedgerRefusal, refused } from './refusal.ts';

/** That the entry with this leaf hash is the one at `index` among the first `size`. Hashes are lower-case hexadecimal. */
export interface InclusionProof {
  index: number;
  size: number;
  leaf: string;
  path: readonly string[];
}

/** That the first `oldSize` entries of the ledger at `newSize` are those that had `oldRoot`. */
export interface ConsistencyProof {
  oldSize: number;
  newSize: number;
  oldRoot: string;
  path: readonly string[];
}

export type Verdict = { readonly kind: 'verified' } | LedgerRefusal;
const VERIFIED: Verdict = { kind: 'verified' };

export function verifyInclusion(hash: HashFunction, proof: InclusionProof, root: string): Verdict {
  const { index, size } = proof;
  if (!isCount(size) || size < 1)
    return refused('ledger/size-out-of-range', 'size', `expected a whole number from 1, found ${size}`);
  if (!isCount(index) || index >= size)
    return refused('ledger/index-out-of-range', 'index', `expected 0 <= index < ${size}, found ${index}`);
  const length = inclusionLength(index, size);
  if (proof.path.length !== length) {
    return refused(
      'ledger/inclusion-proof-wrong-length',
      'path',
      `expected ${length} hashes for entry ${index} of ${size}, found ${proof.path.length}`,
    );
  }
  const hashes = hashesFromHex([root, proof.leaf, ...proof.path], ['root', 'leaf']);
  if ('kind' in hashes) return hashes;
  const [expected, leaf, ...path] = hashes;
  if (expected === undefined || leaf === undefined) throw new Error('unreachable: both hashes were just parsed');
  return compare(climb(hash, leaf, path, index, size), expected, 'ledger/inclusion-root-mismatch');
}

export function verifyConsistency(hash: HashFunction, proof: ConsistencyProof, newRoot: string): Verdict {
  const { oldSize, newSize, path } = proof;
  if (!isCount(newSize))
    return refused('ledger/size-out-of-range', 'newSize', `expected a whole number from 0, found ${newSize}`);
  if (!isCount(oldSize) || oldSize > newSize) {
    return refused(
      'ledger/size-out-of-range',
      'oldSize',
      `expected a whole number from 0 to ${newSize}, found ${oldSize}`,
    );
  }
  const length = consistencyLength(oldSize, newSize);
  if (path.length !== length) {
    return refused(
      'ledger/consistency-proof-wrong-length',
      'path',
      `expected ${length} hashes from ${oldSize} to ${newSize}, found ${path.length}`,
    );
  }
  const hashes = hashesFromHex([proof.oldRoot, newRoot, ...path], ['oldRoot', 'newRoot']);
  if ('kind' in hashes) return hashes;
  const [old, next, ...steps] = hashes;
  if (old === undefined || next === undefined) throw new Error('unreachable: both hashes were just parsed');
  if (oldSize === 0) return compare(hash(new Uint8Array(0)), old, 'ledger/consistency-old-root-mismatch');
  if (oldSize === newSize) return compare(next, old, 'ledger/consistency-old-root-mismatch');
  const rebuilt = rebuild(hash, isPowerOfTwo(oldSize) ? [old, ...steps] : steps, oldSize, newSize);
  const oldVerdict = compare(rebuilt.old, old, 'ledger/consistency-old-root-mismatch');
  return oldVerdict.kind === 'refused'
    ? oldVerdict
    : compare(rebuilt.next, next, 'ledger/consistency-new-root-mismatch');
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
/** Whole numbers up to 2^53 do not fit the bit operators, so halves are taken with floor. */
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

function isPowerOfTwo(size: number): boolean {
  let rest = size;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}

function hashesFromHex(texts: readonly string[], names: readonly string[]): Uint8Array[] | LedgerRefusal {
  const hashes: Uint8Array[] = [];
  for (const [index, text] of texts.entries()) {
    const bytes = hashFromHex(text, names[index] ?? `path[${index - names.length}]`);
    if ('kind' in bytes) return bytes;
    hashes.push(bytes);
  }
  return hashes;
}

function compare(found: Uint8Array, expected: Uint8Array, code: LedgerCode): Verdict {
  if (sameBytes(found, expected)) return VERIFIED;
  return refused(code, 'root', `expected ${toHex(expected)}, found ${toHex(found)}`);
}

/** Number of hashes in an inclusion proof: one for each level at which the entry has a sibling. */
function inclusionLength(index: number, size: number): number {
  let length = 0;
  for (let node = index, last = size - 1; last > 0; node = half(node), last = half(last))
    if (isOdd(node) || node < last) length += 1;
  return length;
}

function consistencyLength(oldSize: number, newSize: number): number {
  if (oldSize === 0 || oldSize === newSize) return 0;
  let node = oldSize - 1;
  let last = newSize - 1;
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let length = isPowerOfTwo(oldSize) ? 0 : 1;
  for (; last > 0; node = half(node), last = half(last)) if (isOdd(node) || node < last) length += 1;
  return length;
}

function climb(
  hash: HashFunction,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
  index: number,
  size: number,
): Uint8Array {
  let node = index;
  let last = size - 1;
  let result = leaf;
  for (const sibling of path) {
    // A node without a right neighbour has no sibling at its level: it moves up unhashed.
    while (!isOdd(node) && node === last) [node, last] = [half(node), half(last)];
    result = isOdd(node) ? nodeHash(hash, sibling, result) : nodeHash(hash, result, sibling);
    [node, last] = [half(node), half(last)];
  }
  return result;
}

/** Both roots as the path gives them; `steps` begins with the root of the old tree's last full subtree. */
function rebuild(
  hash: HashFunction,
  steps: readonly Uint8Array[],
  oldSize: number,
  newSize: number,
): { old: Uint8Array; next: Uint8Array } {
  let node = oldSize - 1;
  let last = newSize - 1;
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error('unreachable: the length was checked');
  let old = first;
  let next = first;
  for (const step of rest) {
    while (!isOdd(node) && node === last) [node, last] = [half(node), half(last)];
    if (isOdd(node)) {
      old = nodeHash(hash, step, old);
      next = nodeHash(hash, step, next);
    } else next = nodeHash(hash, next, step);
    [node, last] = [half(node), half(last)];
  }
  return { old, next };
}
