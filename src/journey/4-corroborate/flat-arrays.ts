/**
 * Flat arrays that grow, and tables in them: an index of millions of texts is a few long arrays and no object. What is read together
 * lies together, since in large tables the way to memory costs more than all else.
 */
type Flat = Uint32Array | Uint16Array | Int32Array | Float64Array | Float32Array;

/** The same values with room for at least `least`: half as much again, so that little stands empty. */
export function grown<T extends Flat>(values: T, least: number, make: new (length: number) => T): T {
  if (least <= values.length) return values;
  const longer = new make(Math.max(least, values.length + (values.length >> 1)));
  longer.set(values);
  return longer;
}

export const bytesOf = (...arrays: readonly Flat[]): number =>
  arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Pairs in one line of a processor's cache. */
const LINE = 8;
/** Of ten places so many are taken before a table grows. */
const FULL_TENTHS = 8;
const KEYS = 4_294_967_296;

/**
 * Numbers under keys of 32 bits, many under one key. A key has its line and, when that is full, further ones at a stride of its own, so
 * that a key of many numbers does not stand in the way of others.
 */
export class PairTable {
  /** A key and the number above by one; zero where nothing stands. */
  private pairs = new Uint32Array(2 * LINE * 4);
  private used = 0;

  get bytes(): number {
    return this.pairs.byteLength;
  }

  add(key: number, value: number): void {
    if (this.used * 10 >= (this.pairs.length / 2) * FULL_TENTHS) this.widen();
    this.put(key >>> 0, value + 1);
    this.used += 1;
  }

  /** Fills `into` with the numbers under the key as far as there is room; the answer is how many. */
  gather(key: number, into: Int32Array): number {
    const { pairs } = this;
    const wanted = key >>> 0;
    const lines = pairs.length / (2 * LINE);
    const stride = strideOf(wanted);
    let found = 0;
    for (let line = homeOf(wanted, lines); ; line = (line + stride) % lines) {
      const end = (line + 1) * 2 * LINE;
      for (let at = line * 2 * LINE; at < end; at += 2) {
        const value = pairs[at + 1] ?? 0;
        if (value === 0 || found === into.length) return found;
        if (pairs[at] !== wanted) continue;
        into[found] = value - 1;
        found += 1;
      }
    }
  }

  private put(key: number, stored: number): void {
    const { pairs } = this;
    const lines = pairs.length / (2 * LINE);
    const stride = strideOf(key);
    for (let line = homeOf(key, lines); ; line = (line + stride) % lines) {
      const end = (line + 1) * 2 * LINE;
      for (let at = line * 2 * LINE; at < end; at += 2) {
        if (pairs[at + 1] !== 0) continue;
        pairs[at] = key;
        pairs[at + 1] = stored;
        return;
      }
    }
  }

  /** Four, six, eight, twelve, sixteen … lines: no number of them has a factor other than two and three. */
  private widen(): void {
    const { pairs } = this;
    const isPowerOfTwo = (pairs.length & (pairs.length - 1)) === 0;
    this.pairs = new Uint32Array(isPowerOfTwo ? (pairs.length / 2) * 3 : (pairs.length / 3) * 4);
    for (let at = 0; at < pairs.length; at += 2) {
      const stored = pairs[at + 1] ?? 0;
      if (stored !== 0) this.put(pairs[at] ?? 0, stored);
    }
  }
}

const homeOf = (key: number, lines: number): number => Math.floor((Math.imul(key, 0x9e3779b1) >>> 0) * (lines / KEYS));

/** Shares no factor with the number of lines, so that it leads to every one of them. */
const strideOf = (key: number): number => 6 * (Math.imul(key, 0x85ebca6b) >>> 22) + 1;

/** Lists of numbers under keys of 32 bits, each read from its latest on. */
export class LatestLists {
  /** A key and its latest link above by one; zero where nothing stands. */
  private heads = new Uint32Array(64);
  private used = 0;
  /** A number and the link before it above by one. */
  private links = new Uint32Array(64);
  private count = 0;

  get bytes(): number {
    return bytesOf(this.heads, this.links);
  }

  add(key: number, value: number): void {
    if (this.used * 20 >= this.heads.length * FULL_TENTHS) this.widen();
    this.links = grown(this.links, 2 * this.count + 2, Uint32Array);
    const at = slotOf(this.heads, key >>> 0);
    const before = this.heads[at + 1] ?? 0;
    if (before === 0) this.used += 1;
    this.links[2 * this.count] = value;
    this.links[2 * this.count + 1] = before;
    this.count += 1;
    this.heads[at] = key;
    this.heads[at + 1] = this.count;
  }

  /** Calls `visit` with each number under the key, the latest first, until it says no. */
  each(key: number, visit: (value: number) => boolean): void {
    let link = this.heads[slotOf(this.heads, key >>> 0) + 1] ?? 0;
    while (link !== 0 && visit(this.links[2 * link - 2] ?? 0)) link = this.links[2 * link - 1] ?? 0;
  }

  private widen(): void {
    const { heads } = this;
    this.heads = new Uint32Array(2 * Math.ceil(heads.length * 0.75));
    for (let old = 0; old < heads.length; old += 2) {
      if (heads[old + 1] === 0) continue;
      const at = slotOf(this.heads, heads[old] ?? 0);
      this.heads[at] = heads[old] ?? 0;
      this.heads[at + 1] = heads[old + 1] ?? 0;
    }
  }
}

/** Where the key stands, or would. */
function slotOf(heads: Uint32Array, key: number): number {
  let at = 2 * homeOf(key, heads.length / 2);
  while (heads[at + 1] !== 0 && heads[at] !== key) at = at + 2 === heads.length ? 0 : at + 2;
  return at;
}
