/**
 * Tables of trained weights in memory. A feature's key names one slot, and a slot holds one feature: the heaviest of those that
 * would stand there was kept when the weights were trained. So a look-up is one read, without a search and without a branch,
 * and the tables are small enough to stay in the processor's cache.
 */

/** A row per feature: a few labels with their weights. */
export interface LabelTable {
  readonly labelCount: number;
  /** How far a key is shifted to give its slot. */
  readonly shift: number;
  /** Per slot: where its row begins in `cells`, above the low bits of its key. 0, the empty row, where there is none. */
  readonly slots: Int32Array;
  /** Rows: a length, then `weight << 8 | label`. */
  readonly cells: Int32Array;
}

/** Two weights per feature: for left and for right, as against shift. */
export interface MoveTable {
  readonly shift: number;
  /** Per slot: the weight for right, the weight for left, and the low bits of the key. 0 where there is none. */
  readonly slots: Int32Array;
}

/** Low bits of a key by which a slot tells its own feature from others. */
export const labelCheckBits = 12;
export const moveCheckBits = 10;
const labelCheck = 2 ** labelCheckBits - 1;
const moveCheck = 2 ** moveCheckBits - 1;
/** Bits of each weight of a move. */
export const moveWeightBits = 11;

/** What of a key tells it from others in a table of 2^`slotBits` slots: its high bits (the slot), then its low bits. */
export const placeOf = (key: number, slotBits: number, checkBits: number): number =>
  (key >>> (32 - slotBits)) * 2 ** checkBits + (key & (2 ** checkBits - 1));

/** Numbers of a packed stream in their order, all read at once, in one loop instead of a call per number. */
export type Numbers = Uint32Array | Uint8Array;

/** The number that a stored one stands for where the lowest bit is the sign. */
const signed = (value: number): number => (value >>> 1) ^ -(value & 1);

/** What is stored of the features: places as differences from the one before, and their weights. */
export interface RowStreams {
  readonly places: Numbers;
  readonly lengths: Numbers;
  readonly labels: Numbers;
  readonly weights: Numbers;
}

/** Packed rows as a table of 2^`slotBits` slots; `cellCount` is the number of weights in all rows together. */
export function readLabelTable(
  streams: RowStreams,
  slotBits: number,
  cellCount: number,
  labelCount: number,
): LabelTable {
  const { places, lengths, labels, weights } = streams;
  const slots = new Int32Array(2 ** slotBits);
  const cells = new Int32Array(cellCount + places.length + 1);
  if (cells.length > 2 ** (32 - labelCheckBits))
    throw new Error(`weight table: expected fewer cells, found ${cells.length}`);
  let place = 0;
  let at = 1;
  let next = 0;
  for (let i = 0; i < places.length; i++) {
    place += places[i] as number;
    checkSlot(slots, place >>> labelCheckBits);
    slots[place >>> labelCheckBits] = (at << labelCheckBits) | (place & labelCheck);
    const length = lengths[i] as number;
    if (length > cellCount - next) throw new Error(`weight table: expected ${cellCount} cells, found more`);
    cells[at++] = length;
    for (let k = 0; k < length; k++, next++) {
      cells[at++] = (signed(weights[next] as number) << 8) | (labels[next] as number);
    }
  }
  if (next !== cellCount) throw new Error(`weight table: expected ${cellCount} cells, found ${next}`);
  return { labelCount, shift: 32 - slotBits, slots, cells };
}

/** `weights` has two numbers per place. */
export function readMoveTable(places: Numbers, weights: Numbers, slotBits: number): MoveTable {
  const slots = new Int32Array(2 ** slotBits);
  let place = 0;
  for (let i = 0; i < places.length; i++) {
    place += places[i] as number;
    checkSlot(slots, place >>> moveCheckBits);
    const left = signed(weights[2 * i] as number) & (2 ** moveWeightBits - 1);
    const right = signed(weights[2 * i + 1] as number);
    slots[place >>> moveCheckBits] =
      (right << (moveWeightBits + moveCheckBits)) | (left << moveCheckBits) | (place & moveCheck);
  }
  return { shift: 32 - slotBits, slots };
}

function checkSlot(slots: Int32Array, slot: number): void {
  if (slots[slot] !== 0) throw new Error(`weight table: expected an empty slot, found slot ${slot} taken or missing`);
}

/** More features than are ever looked up at once. */
const mostKeys = 256;
const foundRows = new Int32Array(mostKeys);
const rowEnds = new Int32Array(mostKeys);

/**
 * Adds the weights of `count` features to `scores`. First all slots are read, then where all rows end, so that the reads of
 * memory overlap: how long a row is cannot be guessed, and a wrong guess would wait for each row in turn.
 */
export function addLabelScores(table: LabelTable, keys: Int32Array, count: number, scores: Int32Array): void {
  const { slots, cells, shift } = table;
  let found = 0;
  for (let f = 0; f < count; f++) {
    const key = keys[f] as number;
    const slot = slots[key >>> shift] as number;
    foundRows[found] = slot >>> labelCheckBits;
    // One more where the low bits agree, without a branch: whether a key is in a table cannot be guessed by the processor.
    found += (((slot ^ key) & labelCheck) - 1) >>> 31;
  }
  for (let f = 0; f < found; f++) {
    const at = foundRows[f] as number;
    rowEnds[f] = at + (cells[at] as number);
  }
  for (let f = 0; f < found; f++) {
    const end = rowEnds[f] as number;
    for (let i = (foundRows[f] as number) + 1; i <= end; i++) {
      const cell = cells[i] as number;
      scores[cell & 255] = (scores[cell & 255] as number) + (cell >> 8);
    }
  }
}

/** Sets `scores` to the sums of the weights of `count` features for left and right. */
export function setMoveScores(table: MoveTable, keys: Int32Array, count: number, scores: Int32Array): void {
  const { slots, shift } = table;
  let left = 0;
  let right = 0;
  for (let f = 0; f < count; f++) {
    const key = keys[f] as number;
    const slot = slots[key >>> shift] as number;
    const own = slot & ((((slot ^ key) & moveCheck) - 1) >> 31);
    left += (own << moveWeightBits) >> (32 - moveWeightBits);
    right += own >> (32 - moveWeightBits);
  }
  scores[0] = left;
  scores[1] = right;
}

/** One weight per feature. */
export interface SumTable {
  readonly shift: number;
  /** Per slot: the weight, above the low bits of the key. */
  readonly slots: Int32Array;
}

export const sumCheckBits = 14;
const sumCheck = 2 ** sumCheckBits - 1;

/** `weights` has one number per place. */
export function readSumTable(places: Numbers, weights: Numbers, slotBits: number): SumTable {
  const slots = new Int32Array(2 ** slotBits);
  let place = 0;
  for (let i = 0; i < places.length; i++) {
    place += places[i] as number;
    const slot = Math.floor(place / 2 ** sumCheckBits);
    checkSlot(slots, slot);
    slots[slot] = (signed(weights[i] as number) << sumCheckBits) | (place & sumCheck);
  }
  return { shift: 32 - slotBits, slots };
}

/** The sum of the weights of `count` features. */
export function sumOfWeights(table: SumTable, keys: Int32Array, count: number): number {
  const { slots, shift } = table;
  let sum = 0;
  for (let f = 0; f < count; f++) {
    const key = keys[f] as number;
    const slot = slots[key >>> shift] as number;
    // The weight where the low bits agree, without a branch.
    sum += (slot >> sumCheckBits) & ((((slot ^ key) & sumCheck) - 1) >> 31);
  }
  return sum;
}
