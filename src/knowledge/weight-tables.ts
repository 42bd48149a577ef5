/** Tables of trained weights in memory: open addressing over 32-bit feature keys, rows of small integers. */

/** A row per feature: a few labels with their weights. */
export interface LabelTable {
  readonly labelCount: number;
  /** The high bits of a key that `shift` leaves say where the search for it begins. */
  readonly shift: number;
  readonly mask: number;
  /** Per slot: where its row begins in `cells`, and the key's low bits, so that most absent keys need no second look. 0 is empty. */
  readonly rows: Int32Array;
  /** Rows: the key, a length, then `weight << 8 | label`. Cell 0 is unused. */
  readonly cells: Int32Array;
}

/** Three weights per feature, for shift, left and right. */
export interface MoveTable {
  readonly shift: number;
  readonly mask: number;
  /**
   * Two numbers a slot, four halves: the key's low bits (0 where the slot is empty) with the weight for shift above them,
   * then the weights for left and (above) right.
   */
  readonly slots: Int32Array;
  /** One bit for each value of a key's high bits: whether any key has them. Small, and spares most looks for absent keys. */
  readonly known: Int32Array;
}

/** High bits of a key that choose its bit in `MoveTable.known`: of the keys absent from 360,000, eleven of twelve find it unset. */
const knownBits = 22;
const wordOf = (key: number): number => key >>> (37 - knownBits);
const bitOf = (key: number): number => (key >>> (32 - knownBits)) & 31;

const checkBits = 10;
const checkMask = 2 ** checkBits - 1;
/** Low sixteen bits of a key as stored in a move slot, 1 instead of 0. */
const checkOf = (key: number): number => (key & 0xffff) | (((key & 0xffff) - 1) >>> 31);

/** Slot where the search for a key begins: its high bits, so that sorted keys fill a table from front to back. */
export const slotOf = (key: number, shift: number): number => key >>> shift;

/** Numbers of a packed stream in their order, all read at once, in one loop instead of a call per number. */
export type Numbers = Uint32Array | Uint8Array;

/** The number that a stored one stands for where the lowest bit is the sign. */
const signed = (value: number): number => (value >>> 1) ^ -(value & 1);

function sizing(count: number): { size: number; shift: number } {
  let bits = 4;
  while (2 ** bits < count * 2) bits++;
  return { size: 2 ** bits, shift: 32 - bits };
}

/** Packed rows as a table; `cellCount` is the number of weights in all rows together. */
export function readLabelTable(streams: RowStreams, count: number, cellCount: number, labelCount: number): LabelTable {
  const { size, shift } = sizing(count);
  const rows = new Int32Array(size);
  const cells = new Int32Array(cellCount + 2 * count + 1);
  if (cells.length >= 2 ** (31 - checkBits))
    throw new Error(`weight table: expected fewer cells, found ${cells.length}`);
  const { keys, lengths, labels, weights } = streams;
  let key = 0;
  let at = 1;
  let next = 0;
  for (let i = 0; i < count; i++) {
    key = (key + (keys[i] as number)) | 0;
    let slot = slotOf(key, shift);
    while (rows[slot] !== 0) slot = (slot + 1) & (size - 1);
    rows[slot] = (at << checkBits) | (key & checkMask);
    const length = lengths[i] as number;
    if (length > cellCount - next) throw new Error(`weight table: expected ${cellCount} cells, found more`);
    cells[at++] = key;
    cells[at++] = length;
    for (let k = 0; k < length; k++, next++) {
      cells[at++] = (signed(weights[next] as number) << 8) | (labels[next] as number);
    }
  }
  if (next !== cellCount) throw new Error(`weight table: expected ${cellCount} cells, found ${next}`);
  return { labelCount, shift, mask: size - 1, rows, cells };
}

export interface RowStreams {
  readonly keys: Numbers;
  readonly lengths: Numbers;
  readonly labels: Numbers;
  readonly weights: Numbers;
}

export function readMoveTable(keys: Numbers, weights: Numbers, count: number): MoveTable {
  const { size, shift } = sizing(count);
  const slots = new Int32Array(size * 2);
  const known = new Int32Array(2 ** (knownBits - 5));
  let key = 0;
  for (let i = 0; i < count; i++) {
    key = (key + (keys[i] as number)) | 0;
    let slot = slotOf(key, shift);
    known[wordOf(key)] = (known[wordOf(key)] as number) | (1 << bitOf(key));
    while (slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = checkOf(key) | (signed(weights[3 * i] as number) << 16);
    slots[slot * 2 + 1] =
      (signed(weights[3 * i + 1] as number) & 0xffff) | (signed(weights[3 * i + 2] as number) << 16);
  }
  return { shift, mask: size - 1, slots, known };
}

/** 1 where a number is not 0, without a branch: whether a key is in a table cannot be guessed by the processor. */
const isSet = (value: number): number => (value | -value) >>> 31;

/**
 * Adds the weights of `count` features to `scores`. `keys` is overwritten. The first pass looks at the first slot of every
 * key without deciding anything, so that the reads of memory overlap; few keys are left for the second look.
 */
export function addLabelScores(table: LabelTable, keys: Int32Array, count: number, scores: Int32Array): void {
  const { rows, cells, mask, shift } = table;
  let found = 0;
  let later = 0;
  for (let f = 0; f < count; f++) {
    const key = keys[f] as number;
    const row = rows[key >>> shift] as number;
    const isFull = isSet(row);
    const isOther = isSet((row ^ key) & checkMask);
    foundKeys[found] = key;
    foundRows[found] = row >>> checkBits;
    found += isFull & ~isOther;
    keys[later] = key;
    later += isFull & isOther;
  }
  let sure = 0;
  for (let f = 0; f < found; f++) {
    const at = foundRows[f] as number;
    const key = foundKeys[f] as number;
    const isOther = isSet((cells[at] as number) ^ key);
    foundRows[sure] = at;
    sure += 1 - isOther;
    keys[later] = key;
    later += isOther;
  }
  for (let f = 0; f < sure; f++) addRow(cells, foundRows[f] as number, scores);
  for (let f = 0; f < later; f++) {
    const key = keys[f] as number;
    let slot = ((key >>> shift) + 1) & mask;
    for (let row = rows[slot] as number; row !== 0; row = rows[slot] as number) {
      if ((row & checkMask) === (key & checkMask) && cells[row >>> checkBits] === key) {
        addRow(cells, row >>> checkBits, scores);
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** More features than are ever looked up at once. */
const mostKeys = 256;
const foundKeys = new Int32Array(mostKeys);
const foundRows = new Int32Array(mostKeys);

function addRow(cells: Int32Array, at: number, scores: Int32Array): void {
  const end = at + 1 + (cells[at + 1] as number);
  for (let i = at + 2; i <= end; i++) {
    const cell = cells[i] as number;
    scores[cell & 255] = (scores[cell & 255] as number) + (cell >> 8);
  }
}

/** Sets the three `scores` to the sums of the weights of `count` features. `keys` is overwritten. Passes as above. */
export function addMoveScores(table: MoveTable, keys: Int32Array, count: number, scores: Int32Array): void {
  const { slots, mask, shift, known } = table;
  let likely = 0;
  for (let f = 0; f < count; f++) {
    const key = keys[f] as number;
    keys[likely] = key;
    likely += ((known[wordOf(key)] as number) >>> bitOf(key)) & 1;
  }
  let stay = 0;
  let left = 0;
  let right = 0;
  let later = 0;
  for (let f = 0; f < likely; f++) {
    const key = keys[f] as number;
    const slot = (key >>> shift) * 2;
    const first = slots[slot] as number;
    const second = slots[slot + 1] as number;
    const isOther = isSet((first ^ checkOf(key)) & 0xffff);
    const own = isOther - 1;
    stay += (first >> 16) & own;
    left += ((second << 16) >> 16) & own;
    right += (second >> 16) & own;
    keys[later] = key;
    later += isOther & isSet(first & 0xffff);
  }
  for (let f = 0; f < later; f++) {
    const key = keys[f] as number;
    const check = checkOf(key);
    let slot = ((key >>> shift) + 1) & mask;
    let first = slots[slot * 2] as number;
    while ((first & 0xffff) !== check && (first & 0xffff) !== 0) {
      slot = (slot + 1) & mask;
      first = slots[slot * 2] as number;
    }
    if ((first & 0xffff) === 0) continue;
    const second = slots[slot * 2 + 1] as number;
    stay += first >> 16;
    left += (second << 16) >> 16;
    right += second >> 16;
  }
  scores[0] = stay;
  scores[1] = left;
  scores[2] = right;
}
