/** A growing averaged perceptron over 32-bit feature keys; features get a row when they are first corrected. */

/** One feature as stored: its key and the weights of its labels. */
export interface WeightRow {
  readonly key: number;
  readonly labels: readonly number[];
  readonly weights: readonly number[];
}

export interface SavedPerceptron {
  readonly labels: number;
  readonly keys: Int32Array;
  readonly weights: Float32Array;
}

export class Perceptron {
  readonly labels: number;
  keys: Int32Array;
  rows: Int32Array;
  weights: Float32Array;
  /** Sum of updates times the step they were made at, for the average. */
  sums: Float64Array;
  used = 0;
  step = 1;
  #mask: number;
  /** When frozen, features without a row are not given one. */
  frozen = false;

  constructor(labels: number, bits = 20) {
    this.labels = labels;
    this.keys = new Int32Array(2 ** bits);
    this.rows = new Int32Array(2 ** bits).fill(-1);
    this.#mask = 2 ** bits - 1;
    this.weights = new Float32Array(2 ** 16 * labels);
    this.sums = new Float64Array(2 ** 16 * labels);
  }

  #slot(key: number): number {
    let slot = (Math.imul(key, 0x2545f491) >>> 7) & this.#mask;
    while (this.rows[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** Sets `scores` for all labels, or only for `candidates` where they are given. */
  score(keys: Int32Array, count: number, scores: Float32Array, candidates: Uint8Array | null = null): void {
    const { labels, weights, rows } = this;
    scores.fill(0);
    for (let f = 0; f < count; f++) {
      const row = rows[this.#slot(keys[f] as number)] as number;
      if (row < 0) continue;
      const at = row * labels;
      if (candidates === null) {
        for (let i = 0; i < labels; i++) scores[i] = (scores[i] as number) + (weights[at + i] as number);
      } else {
        for (const i of candidates) scores[i] = (scores[i] as number) + (weights[at + i] as number);
      }
    }
  }

  update(keys: Int32Array, count: number, good: number, bad: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.#rowOf(keys[f] as number);
      if (row < 0) continue;
      this.#add(row * this.labels + good, 1);
      this.#add(row * this.labels + bad, -1);
    }
  }

  #add(at: number, delta: number): void {
    this.weights[at] = (this.weights[at] as number) + delta;
    this.sums[at] = (this.sums[at] as number) + delta * this.step;
  }

  #rowOf(key: number): number {
    let slot = this.#slot(key);
    if ((this.rows[slot] as number) >= 0) return this.rows[slot] as number;
    if (this.frozen) return -1;
    if (this.used * 2 > this.#mask) {
      this.#growSlots();
      slot = this.#slot(key);
    }
    if ((this.used + 1) * this.labels > this.weights.length) this.#growRows();
    this.keys[slot] = key;
    this.rows[slot] = this.used;
    return this.used++;
  }

  #growSlots(): void {
    const { keys, rows } = this;
    this.#mask = keys.length * 2 - 1;
    this.keys = new Int32Array(keys.length * 2);
    this.rows = new Int32Array(keys.length * 2).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      if (rows[i] === -1) continue;
      const slot = this.#slot(keys[i] as number);
      this.keys[slot] = keys[i] as number;
      this.rows[slot] = rows[i] as number;
    }
  }

  #growRows(): void {
    const weights = new Float32Array(this.weights.length * 2);
    weights.set(this.weights);
    this.weights = weights;
    const sums = new Float64Array(this.sums.length * 2);
    sums.set(this.sums);
    this.sums = sums;
  }

  /** Averaged weights times `scale` as whole numbers, those below `least` in size left out; sorted by key. */
  averaged(scale: number, least: number): WeightRow[] {
    const found: WeightRow[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      const row = this.rows[slot] as number;
      if (row < 0) continue;
      const labels: number[] = [];
      const weights: number[] = [];
      for (let label = 0; label < this.labels; label++) {
        const at = row * this.labels + label;
        const value = this.average(at) * scale;
        if (Math.abs(value) < least) continue;
        const whole = Math.max(-32000, Math.min(32000, Math.round(value)));
        if (whole === 0) continue;
        labels.push(label);
        weights.push(whole);
      }
      if (labels.length > 0) found.push({ key: this.keys[slot] as number, labels, weights });
    }
    return found.sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  }

  /**
   * A new learner that holds only the `most` features with the largest averaged weights, at those weights, and takes no
   * others: pruning costs little when the rest may adapt. Of the features that would share a slot of the table that ships,
   * only the heaviest is kept (`slotOf`: the slot of a key).
   */
  pruned(most: number, slotOf: ((key: number) => number) | null = null): Perceptron {
    const next = new Perceptron(this.labels, 19);
    const taken = new Set<number>();
    for (const { key, row } of this.#heaviest()) {
      if (next.used >= most) break;
      const slot = slotOf === null ? -1 : slotOf(key);
      if (taken.has(slot)) continue;
      if (slot >= 0) taken.add(slot);
      const at = next.#rowOf(key) * this.labels;
      for (let label = 0; label < this.labels; label++)
        next.weights[at + label] = this.average(row * this.labels + label);
    }
    next.frozen = true;
    return next;
  }

  /** Keys and rows, the largest averaged weights first, ties by key. */
  #heaviest(): { key: number; row: number }[] {
    const sizes = new Float32Array(this.used);
    for (let row = 0; row < this.used; row++) {
      for (let label = 0; label < this.labels; label++) {
        sizes[row] = Math.max(sizes[row] as number, Math.abs(this.average(row * this.labels + label)));
      }
    }
    const found: { key: number; row: number }[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      const row = this.rows[slot] as number;
      if (row >= 0) found.push({ key: this.keys[slot] as number, row });
    }
    return found.sort((a, b) => (sizes[b.row] as number) - (sizes[a.row] as number) || a.key - b.key);
  }

  /** Keys and averaged weights, to be stored between runs. */
  saved(): SavedPerceptron {
    const keys = new Int32Array(this.used);
    for (let slot = 0; slot < this.keys.length; slot++) {
      const row = this.rows[slot] as number;
      if (row >= 0) keys[row] = this.keys[slot] as number;
    }
    return {
      labels: this.labels,
      keys,
      weights: Float32Array.from({ length: this.used * this.labels }, (_, at) => this.average(at)),
    };
  }

  /** The mean of learners trained in other orders: what one order happened to teach is levelled out. */
  static mean(all: readonly SavedPerceptron[]): SavedPerceptron {
    const labels = all[0]?.labels ?? 0;
    const rows = new Map<number, number>();
    for (const { keys } of all) for (const key of keys) if (!rows.has(key)) rows.set(key, rows.size);
    const weights = new Float32Array(rows.size * labels);
    for (const one of all) {
      one.keys.forEach((key, row) => {
        const to = (rows.get(key) ?? 0) * labels;
        for (let label = 0; label < labels; label++)
          weights[to + label] =
            (weights[to + label] as number) + (one.weights[row * labels + label] as number) / all.length;
      });
    }
    return { labels, keys: Int32Array.from(rows.keys()), weights };
  }

  /** A learner with a stored one's features and weights, that takes no other features. */
  static restored(saved: SavedPerceptron): Perceptron {
    const next = new Perceptron(saved.labels);
    for (const key of saved.keys) next.#rowOf(key);
    next.weights.set(saved.weights);
    next.frozen = true;
    return next;
  }

  average(at: number): number {
    return (this.weights[at] as number) - (this.sums[at] as number) / this.step;
  }
}
