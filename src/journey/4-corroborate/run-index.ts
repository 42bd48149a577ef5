/**
 * Texts by their runs of words: which earlier texts hold a run, and the runs of each for comparing. Everything lies in a few flat
 * arrays that double when they are full, so that a million texts cost a few hundred bytes each and no object.
 */
import { COMPARED_RUNS, type Shingles } from './shingles.ts';

/** A run is remembered for so many different texts; one that stands in more is a formula and finds no more. */
const WIDEST_RUN = 100;

const COMPLETE = Number.POSITIVE_INFINITY;

export class RunIndex {
  private texts = 0;
  private ends = new Uint32Array(64);
  private runs = new Uint32Array(4096);
  /** Only of texts that are longer than what is compared. */
  private readonly completeTo = new Map<number, number>();
  private readonly holders = new Holders();
  /** Handed out again and again: looked at before the next is asked for. */
  private readonly view: Shingles = { all: this.runs, from: 0, to: 0, completeTo: 0 };

  /** Keeps a text under the next number. `sample` are those of its runs by which it is found. */
  keep(compared: Shingles, sample: readonly number[]): number {
    const text = this.texts;
    const from = text === 0 ? 0 : (this.ends[text - 1] ?? 0);
    const to = from + Math.min(COMPARED_RUNS, compared.to - compared.from);
    while (this.runs.length < to) this.runs = doubled(this.runs, Uint32Array);
    if (this.ends.length <= text) this.ends = doubled(this.ends, Uint32Array);
    this.runs.set(compared.all.subarray(compared.from, compared.from + to - from), from);
    this.ends[text] = to;
    if (compared.completeTo !== COMPLETE) this.completeTo.set(text, compared.completeTo);
    for (const run of sample) this.holders.add(run, text);
    this.texts += 1;
    return text;
  }

  shinglesOf(text: number): Shingles {
    const { view } = this;
    view.all = this.runs;
    view.from = text === 0 ? 0 : (this.ends[text - 1] ?? 0);
    view.to = this.ends[text] ?? 0;
    view.completeTo = this.completeTo.size === 0 ? COMPLETE : (this.completeTo.get(text) ?? COMPLETE);
    return view;
  }

  /** Calls `visit` with each text that holds the run and the number of them. */
  eachHolder(run: number, visit: (text: number, held: number) => void): void {
    this.holders.each(run, visit);
  }
}

/**
 * Run → texts, in an open table whose entries begin chains. What is read together lies together: in large tables the way to memory costs
 * more than all else.
 */
class Holders {
  /** Pairs of a run and the head of its chain. */
  private table = new Int32Array(2 * 1024);
  /** How many texts hold the run of an entry; 0 where there is none. */
  private counts = new Uint8Array(1024);
  private used = 0;
  /** Pairs of a text and the link before it. */
  private chains = new Int32Array(1024);
  private links = 0;

  add(run: number, text: number): void {
    const slot = this.slotOf(run | 0);
    const held = this.counts[slot] ?? 0;
    if (held === WIDEST_RUN) return;
    if (held === 0) this.used += 1;
    if (2 * this.links === this.chains.length) this.chains = doubled(this.chains, Int32Array);
    this.chains[2 * this.links] = text;
    this.chains[2 * this.links + 1] = held === 0 ? -1 : (this.table[2 * slot + 1] ?? -1);
    this.table[2 * slot] = run;
    this.table[2 * slot + 1] = this.links;
    this.counts[slot] = held + 1;
    this.links += 1;
    if (this.used * 10 > this.counts.length * 7) this.widen();
  }

  each(run: number, visit: (text: number, held: number) => void): void {
    const slot = this.slotOf(run | 0);
    const held = this.counts[slot] ?? 0;
    if (held === 0) return;
    for (let link = this.table[2 * slot + 1] ?? -1; link !== -1; link = this.chains[2 * link + 1] ?? -1)
      visit(this.chains[2 * link] ?? 0, held);
  }

  /** Where the run stands, or would. It is compared as a signed number, as the table holds it. */
  private slotOf(run: number): number {
    const mask = this.counts.length - 1;
    let slot = (Math.imul(run, 0x9e3779b1) >>> 7) & mask;
    while ((this.counts[slot] ?? 0) > 0 && this.table[2 * slot] !== run) slot = (slot + 1) & mask;
    return slot;
  }

  private widen(): void {
    const { table, counts } = this;
    this.table = new Int32Array(table.length * 2);
    this.counts = new Uint8Array(counts.length * 2);
    for (let old = 0; old < counts.length; old += 1) {
      const held = counts[old] ?? 0;
      if (held === 0) continue;
      const slot = this.slotOf(table[2 * old] ?? 0);
      this.table[2 * slot] = table[2 * old] ?? 0;
      this.table[2 * slot + 1] = table[2 * old + 1] ?? -1;
      this.counts[slot] = held;
    }
  }
}

type Flat = Uint32Array | Int32Array | Float64Array | Float32Array;

/** The same values in an array twice as long. */
export function doubled<T extends Flat>(values: T, make: new (length: number) => T): T {
  const longer = new make(values.length * 2);
  longer.set(values);
  return longer;
}
