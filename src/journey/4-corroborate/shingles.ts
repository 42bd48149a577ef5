/** How much of their wording two texts share: hashed runs of five words, for finding reprints. */

const RUN = 5;
/** Longer texts are judged by their beginning: a reprint shares that too. */
const WORDS_AT_MOST = 2000;

/** Hashes of all runs of five words, lower-cased, without punctuation. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.slice(0, WORDS_AT_MOST) ?? [];
  const hashes = new Set<number>();
  for (let index = 0; index + RUN <= words.length; index += 1) hashes.add(hash(words, index));
  if (hashes.size === 0 && words.length > 0) hashes.add(hash(words, 0));
  return hashes;
}

function hash(words: readonly string[], from: number): number {
  let value = 2166136261;
  for (let index = from; index < Math.min(words.length, from + RUN); index += 1) {
    const word = words[index] ?? '';
    for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 16777619);
    value = Math.imul(value ^ 32, 16777619);
  }
  return value >>> 0;
}

/** Shared runs over the runs of the shorter text: 1 when one is contained in the other. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const value of small) if (large.has(value)) shared += 1;
  return shared / small.size;
}
