/**
 * The tree over the entries (RFC 9162 section 2.1.1): leaves are hashed with a leading 0x00 and inner nodes with 0x01, so
 * that neither can pass for the other. A frontier holds the roots of the full subtrees from left to right; it is all
 * that is needed to append, and has at most log2(size) + 1 hashes.
 */
import type { HashFunction } from './hash.ts';

const LEAF = 0x00;
const NODE = 0x01;

export function leafHash(hash: HashFunction, entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes[0] = LEAF;
  bytes.set(entry, 1);
  return hash(bytes);
}

export function nodeHash(hash: HashFunction, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}

export interface Frontier {
  readonly size: number;
  /** Root of one full subtree per one-bit of `size`, the largest (leftmost) first. */
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The frontier after these leaf hashes were appended; O(1) hashes a leaf on average. */
export function append(hash: HashFunction, frontier: Frontier, leaves: Iterable<Uint8Array>): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let node = leaf;
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError(`frontier of size ${size} has too few peaks`);
      node = nodeHash(hash, left, node);
    }
    peaks.push(node);
    size += 1;
  }
  return { size, peaks };
}

/** The tree hash; that of no entries is the hash of nothing. */
export function rootOf(hash: HashFunction, frontier: Frontier): Uint8Array {
  const last = frontier.peaks.at(-1);
  if (last === undefined) return hash(new Uint8Array(0));
  return frontier.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last);
}

/** The largest power of two below `size` (RFC 9162: k with k < n <= 2k); `size` >= 2. */
export function splitPoint(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** The tree hash of the leaves from `from` up to `until` (exclusive). */
export function rangeRoot(hash: HashFunction, leaves: readonly Uint8Array[], from: number, until: number): Uint8Array {
  return rootOf(hash, append(hash, EMPTY_FRONTIER, leaves.slice(from, until)));
}
