/** Logistic regression over pairs: whether what the second of two has and the first has not makes it the better one. */
import type { ChoiceRow } from './train-parser-pack.ts';
import { randomNumbers, shuffled } from './train-parser-tagger.ts';

interface Example {
  /** Numbers of the features of the second up to `cut`, then of the first. */
  readonly features: Int32Array;
  readonly cut: number;
  /** By how much the second is better; below 0 where it is worse. */
  readonly gain: number;
}

export interface RankerRecipe {
  readonly epochs: number;
  /** Step size of AdaGrad. */
  readonly rate: number;
  /** The weights are the mean over orders of the examples drawn with these. */
  readonly seeds: readonly number[];
}

/** No example counts more than this many times one that differs in one point. */
const largestGain = 4;

export class Ranker {
  readonly #least: number;
  readonly #raw: Example[] = [];
  #examples: Example[] = [];
  /** Per feature: its key and its weight. */
  #keys = new Int32Array(0);
  #weights = new Float64Array(0);

  /** Features of fewer than `least` examples are left out. */
  constructor(least: number) {
    this.#least = least;
  }

  add(keys: Int32Array, cut: number, end: number, gain: number): void {
    this.#raw.push({ features: keys.slice(0, end), cut, gain });
  }

  train({ epochs, rate, seeds }: RankerRecipe): void {
    if (this.#examples.length === 0) this.#number(this.#commonKeys());
    const mean = new Float64Array(this.#keys.length);
    for (const seed of seeds) {
      const weights = this.#trained(epochs, rate, seed);
      for (let f = 0; f < mean.length; f++) mean[f] = (mean[f] as number) + (weights[f] as number) / seeds.length;
    }
    this.#weights = mean;
  }

  /** Of the features that would share a slot only the heaviest is kept. */
  prune(slotOf: (key: number) => number): void {
    const heaviest = new Map<number, number>();
    const size = (feature: number) => Math.abs(this.#weights[feature] as number);
    this.#keys.forEach((key, feature) => {
      const rival = heaviest.get(slotOf(key));
      if (rival === undefined || size(feature) > size(rival)) heaviest.set(slotOf(key), feature);
    });
    const kept = Int32Array.from(heaviest.values(), (feature) => this.#keys[feature] as number);
    this.#number(kept);
  }

  rows(scale: number): ChoiceRow[] {
    return Array.from(this.#keys, (key, f) => ({
      key,
      weight: Math.round((this.#weights[f] as number) * scale),
    })).filter(({ weight }) => weight !== 0);
  }

  /** Keys of enough examples. Counted by part of the key first, as most are of one example only. */
  #commonKeys(): Int32Array<ArrayBuffer> {
    const seen = new Uint8Array(2 ** 24);
    for (const { features } of this.#raw)
      for (const key of features) {
        const at = Math.imul(key, 0x2545f491) >>> 8;
        if ((seen[at] as number) < 255) seen[at] = (seen[at] as number) + 1;
      }
    const counts = new Map<number, number>();
    for (const { features } of this.#raw)
      for (const key of features) {
        if ((seen[Math.imul(key, 0x2545f491) >>> 8] as number) >= this.#least)
          counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    return Int32Array.from([...counts].filter(([, count]) => count >= this.#least).map(([key]) => key));
  }

  /** Sets the features to these, and the examples to numbers of features. */
  #number(keys: Int32Array<ArrayBuffer>): void {
    const numbers = new Map<number, number>();
    for (const [feature, key] of keys.entries()) numbers.set(key, feature);
    this.#keys = keys;
    this.#weights = new Float64Array(keys.length);
    this.#examples = this.#raw.map(({ features, cut, gain }) => {
      const known = (from: number, to: number) =>
        Array.from(features.subarray(from, to), (key) => numbers.get(key) ?? -1).filter((feature) => feature >= 0);
      const plus = known(0, cut);
      return { features: Int32Array.from([...plus, ...known(cut, features.length)]), cut: plus.length, gain };
    });
    console.log(`${this.#examples.length} examples, ${keys.length} features`);
  }

  /** Averaged over all steps. */
  #trained(epochs: number, rate: number, seed: number): Float64Array {
    const random = randomNumbers(seed);
    const count = this.#keys.length;
    const weights = new Float32Array(count);
    const squares = new Float32Array(count);
    const sums = new Float64Array(count);
    let step = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      let right = 0;
      for (const { features, cut, gain } of shuffled(this.#examples, random)) {
        step++;
        let score = 0;
        for (let i = 0; i < features.length; i++)
          score += (i < cut ? 1 : -1) * (weights[features[i] as number] as number);
        const sign = Math.sign(gain);
        if (score * sign > 0) right++;
        const pull = (sign * Math.min(largestGain, Math.abs(gain))) / (1 + Math.exp(sign * score));
        for (let i = 0; i < features.length; i++) {
          const f = features[i] as number;
          const slope = i < cut ? pull : -pull;
          squares[f] = (squares[f] as number) + slope * slope;
          const change = (rate * slope) / Math.sqrt((squares[f] as number) + 1e-6);
          weights[f] = (weights[f] as number) + change;
          sums[f] = (sums[f] as number) + change * step;
        }
      }
      console.log(`choices epoch ${epoch + 1}: ${((100 * right) / this.#examples.length).toFixed(2)} % right`);
    }
    return Float64Array.from(weights, (weight, f) => weight - (sums[f] as number) / (step + 1));
  }
}
