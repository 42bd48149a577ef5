/** How much of their wording two texts share: hashed runs of five words, for finding reprints. */

const RUN = 5;
/** Longer texts are judged by their beginning: a reprint shares that too. */
const WORDS_AT_MOST = 2000;

/** Hashes of all runs of five words, lower-cased, without punctuation: each once, ascending. */
export function shinglesOf(text: string): Uint32Array {
  const words = wordHashes(text.toLowerCase());
  const runs = new Uint32Array(words.length === 0 ? 0 : Math.max(1, words.length - RUN + 1));
  for (let at = 0; at < runs.length; at += 1) {
    let value = 2166136261;
    for (let index = at; index < Math.min(words.length, at + RUN); index += 1)
      value = Math.imul(value ^ (words[index] ?? 0), 16777619) ^ (value >>> 15);
    runs[at] = value >>> 0;
  }
  return distinct(runs.sort());
}

function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = match[0];
    let value = 2166136261;
    for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 16777619);
    hashes.push(value);
    if (hashes.length === WORDS_AT_MOST) break;
  }
  return hashes;
}

function distinct(ascending: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < ascending.length; at += 1) {
    if (at > 0 && ascending[at] === ascending[at - 1]) continue;
    ascending[count] = ascending[at] ?? 0;
    count += 1;
  }
  return ascending.slice(0, count);
}

/** Shared runs over the runs of the shorter text: 1 when one is contained in the other. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : shared / smaller;
}
