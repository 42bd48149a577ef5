/** Tables of trained weights in memory: open addressing over 32-bit feature keys, rows of small integers. */

/** A row per feature: a few labels with their weights. */
export interface LabelTable {
  readonly labelCount: number;
  /** log2 of the number of slots, as a shift of the 32-bit product. */
  readonly shift: number;
  readonly mask: number;
  /** 0 where the slot is empty. */
  readonly keys: Int32Array;
  /** Index into `cells` of the row of each slot. */
  readonly rows: Int32Array;
  /** Rows: a length, then `weight << 8 | label`. Cell 0 is unused. */
  readonly cells: Int32Array;
}

/** Three weights per feature, for shift, left and right. */
export interface MoveTable {
  readonly shift: number;
  readonly mask: number;
  /** 0 where the slot is empty. */
  readonly keys: Int32Array;
  /** Four numbers a slot, the last unused. */
  readonly values: Int16Array;
}

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
  const keys = new Int32Array(size);
  const rows = new Int32Array(size);
  const cells = new Int32Array(cellCount + count + 1);
  let key = 0;
  let at = 1;
  for (let i = 0; i < count; i++) {
    key = (key + streams.keys.varint()) | 0;
    let slot = slotOf(key, shift);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    rows[slot] = at;
    const length = streams.lengths.varint();
    cells[at++] = length;
    for (let k = 0; k < length; k++) cells[at++] = (streams.weights.signed() << 8) | streams.labels.varint();
  }
  return { labelCount, shift, mask: size - 1, keys, rows, cells };
}

export interface RowStreams {
  readonly keys: NumberReader;
  readonly lengths: NumberReader;
  readonly labels: NumberReader;
  readonly weights: NumberReader;
}

export function readMoveTable(keyStream: NumberReader, weights: NumberReader, count: number): MoveTable {
  const { size, shift } = sizing(count);
  const keys = new Int32Array(size);
  const values = new Int16Array(size * 4);
  let key = 0;
  for (let i = 0; i < count; i++) {
    key = (key + keyStream.varint()) | 0;
    let slot = slotOf(key, shift);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    values[slot * 4] = weights.signed();
    values[slot * 4 + 1] = weights.signed();
    values[slot * 4 + 2] = weights.signed();
  }
  return { shift, mask: size - 1, keys, values };
}

/** Adds the weights of `count` features to `scores`. */
export function addLabelScores(table: LabelTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { keys, rows, cells, mask, shift } = table;
  for (let f = 0; f < count; f++) {
    const key = features[f] as number;
    let slot = slotOf(key, shift);
    let found = keys[slot] as number;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = keys[slot] as number;
    }
    if (found === 0) continue;
    const row = rows[slot] as number;
    const end = row + (cells[row] as number);
    for (let i = row + 1; i <= end; i++) {
      const cell = cells[i] as number;
      scores[cell & 255] = (scores[cell & 255] as number) + (cell >> 8);
    }
  }
}

/** Adds the weights of `count` features to the three `scores`. */
export function addMoveScores(table: MoveTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { keys, values, mask, shift } = table;
  let stay = 0;
  let left = 0;
  let right = 0;
  for (let f = 0; f < count; f++) {
    const key = features[f] as number;
    let slot = slotOf(key, shift);
    let found = keys[slot] as number;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = keys[slot] as number;
    }
    if (found === 0) continue;
    stay += values[slot * 4] as number;
    left += values[slot * 4 + 1] as number;
    right += values[slot * 4 + 2] as number;
  }
  scores[0] = stay;
  scores[1] = left;
  scores[2] = right;
}
