/**
 * Feature keys: 32-bit integers, so that no string is built per feature. Each fact (a word, a tag, a distance, in its role) is
 * mixed once; the key of a feature is the exclusive or of its facts and its template's seed.
 */

/** FNV-1a over UTF-16 units `from` to `to` (exclusive), digits folded to "0" so that numbers of one shape agree. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    let unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57) unit = 48;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  hash ^= hash >>> 15;
  return hash | 0;
}

const first = 0x9e3779b1;
const second = 0x85ebca6b;
const third = 0xc2b2ae35;

/** Every bit of the result hangs on every bit of `value` and `salt`; two values never give the same under one salt. */
export function mix(value: number, salt: number): number {
  let hash = Math.imul(value ^ salt, second);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, third);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, first);
  return (hash ^ (hash >>> 16)) | 0;
}
