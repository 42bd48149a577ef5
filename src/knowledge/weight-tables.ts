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
  /** Four numbers a slot: the key's low bits (0 where the slot is empty) and the weights; together one read of memory. */
  readonly slots: Int16Array;
}

const checkBits = 10;
const checkMask = 2 ** checkBits - 1;
/** Low sixteen bits of a key as stored in a move slot, never 0. */
const checkOf = (key: number): number => (key << 16) >> 16 || 1;

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
  const slots = new Int16Array(size * 4);
  let key = 0;
  for (let i = 0; i < count; i++) {
    key = (key + keyStream.varint()) | 0;
    let slot = slotOf(key, shift);
    while (slots[slot * 4] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 4] = checkOf(key);
    slots[slot * 4 + 1] = weights.signed();
    slots[slot * 4 + 2] = weights.signed();
    slots[slot * 4 + 3] = weights.signed();
  }
  return { shift, mask: size - 1, slots };
}

/** Adds the weights of `count` features to `scores`. */
export function addLabelScores(table: LabelTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { rows, cells, mask, shift } = table;
  for (let f = 0; f < count; f++) {
    const key = features[f] as number;
    const check = key & checkMask;
    let slot = slotOf(key, shift);
    for (let row = rows[slot] as number; row !== 0; row = rows[slot] as number) {
      const at = row >>> checkBits;
      if ((row & checkMask) === check && cells[at] === key) {
        const end = at + 1 + (cells[at + 1] as number);
        for (let i = at + 2; i <= end; i++) {
          const cell = cells[i] as number;
          scores[cell & 255] = (scores[cell & 255] as number) + (cell >> 8);
        }
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** Sets the three `scores` to the sums of the weights of `count` features. */
export function addMoveScores(table: MoveTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { slots, mask, shift } = table;
  let stay = 0;
  let left = 0;
  let right = 0;
  for (let f = 0; f < count; f++) {
    const key = features[f] as number;
    const check = checkOf(key);
    let slot = slotOf(key, shift);
    let found = slots[slot * 4] as number;
    while (found !== check && found !== 0) {
      slot = (slot + 1) & mask;
      found = slots[slot * 4] as number;
    }
    if (found === 0) continue;
    stay += slots[slot * 4 + 1] as number;
    left += slots[slot * 4 + 2] as number;
    right += slots[slot * 4 + 3] as number;
  }
  scores[0] = stay;
  scores[1] = left;
  scores[2] = right;
}
