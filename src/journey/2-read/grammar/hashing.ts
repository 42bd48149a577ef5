/** Feature keys: 32-bit integers mixed from a template number and small integers, so that no string is built per feature. */

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

/** A template's number as keys are begun with. */
export const seedOf = (template: number): number => Math.imul(template + 1, first);

/** A seed with one value, and with two: trained weights are stored under these numbers. */
export function mix1(seed: number, a: number): number {
  let hash = Math.imul(seed ^ a, second);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, third);
  return (hash ^ (hash >>> 16)) | 0;
}

export function mix2(seed: number, a: number, b: number): number {
  let hash = Math.imul(seed ^ a, second);
  hash = Math.imul((hash ^ (hash >>> 13)) + b, third);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, first);
  return (hash ^ (hash >>> 16)) | 0;
}

export const key1 = (template: number, a: number): number => mix1(seedOf(template), a);

export const key2 = (template: number, a: number, b: number): number => mix2(seedOf(template), a, b);

export const key3 = (template: number, a: number, b: number, c: number): number =>
  key2(template, key2(template, a, b), c);
