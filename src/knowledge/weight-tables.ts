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
}

const checkBits = 10;
const checkMask = 2 ** checkBits - 1;
/** Low sixteen bits of a key as stored in a move slot, 1 instead of 0. */
const checkOf = (key: number): number => (key & 0xffff) | (((key & 0xffff) - 1) >>> 31);

/** Slot where the search for a key begins: its high bits, so that sorted keys fill a table from front to back. */
export const slotOf = (key: number, shift: number): number => key >>> shift;

/** Reads the streams of a packed table: values as varints, rows in the order of their keys. */
export interface NumberReader {
  readonly varint: () => number;
  readonly signed: () => number;
}

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
  let key = 0;
  let at = 1;
  for (let i = 0; i < count; i++) {
    key = (key + streams.keys.varint()) | 0;
    let slot = slotOf(key, shift);
    while (rows[slot] !== 0) slot = (slot + 1) & (size - 1);
    rows[slot] = (at << checkBits) | (key & checkMask);
    const length = streams.lengths.varint();
    cells[at++] = key;
    cells[at++] = length;
    for (let k = 0; k < length; k++) cells[at++] = (streams.weights.signed() << 8) | streams.labels.varint();
  }
  return { labelCount, shift, mask: size - 1, rows, cells };
}

export interface RowStreams {
  readonly keys: NumberReader;
  readonly lengths: NumberReader;
  readonly labels: NumberReader;
  readonly weights: NumberReader;
}

export function readMoveTable(keyStream: NumberReader, weights: NumberReader, count: number): MoveTable {
  const { size, shift } = sizing(count);
  const slots = new Int32Array(size * 2);
  let key = 0;
  for (let i = 0; i < count; i++) {
    key = (key + keyStream.varint()) | 0;
    let slot = slotOf(key, shift);
    while (slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = checkOf(key) | (weights.signed() << 16);
    slots[slot * 2 + 1] = (weights.signed() & 0xffff) | (weights.signed() << 16);
  }
  return { shift, mask: size - 1, slots };
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

/** Sets the three `scores` to the sums of the weights of `count` features. `keys` is overwritten. Two passes, as above. */
export function addMoveScores(table: MoveTable, keys: Int32Array, count: number, scores: Int32Array): void {
  const { slots, mask, shift } = table;
  let stay = 0;
  let left = 0;
  let right = 0;
  let later = 0;
  for (let f = 0; f < count; f++) {
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
