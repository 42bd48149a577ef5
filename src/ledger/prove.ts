/** Makes the two proofs of RFC 9162 from leaf hashes; whoever verifies them needs only a root they trust. */
import type { HashFunction } from './hash.ts';
import { rangeRoot, splitPoint } from './merkle-tree.ts';

/** RFC 9162 section 2.1.3.1. Precondition: 0 <= index < leaves.length. */
export function inclusionPath(hash: HashFunction, leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  const path: Uint8Array[] = [];
  let from = 0;
  let until = leaves.length;
  while (until - from > 1) {
    const middle = from + splitPoint(until - from);
    const isLeft = index < middle;
    path.push(isLeft ? rangeRoot(hash, leaves, middle, until) : rangeRoot(hash, leaves, from, middle));
    if (isLeft) until = middle;
    else from = middle;
  }
  return path.reverse();
}

/** RFC 9162 section 2.1.4.1. Precondition: 0 < oldSize <= leaves.length. */
export function consistencyPath(hash: HashFunction, leaves: readonly Uint8Array[], oldSize: number): Uint8Array[] {
  const path: Uint8Array[] = [];
  let from = 0;
  let until = leaves.length;
  // True while the subtree looked at is one that the verifier can compute from the old root alone.
  let isOldTree = true;
  while (oldSize < until) {
    const middle = from + splitPoint(until - from);
    const isLeft = oldSize <= middle;
    path.push(isLeft ? rangeRoot(hash, leaves, middle, until) : rangeRoot(hash, leaves, from, middle));
    if (isLeft) until = middle;
    else {
      from = middle;
      isOldTree = false;
    }
  }
  if (!isOldTree) path.push(rangeRoot(hash, leaves, from, until));
  return path.reverse();
}
