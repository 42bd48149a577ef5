/**
 * Texts by their runs of words: which earlier texts hold a run, and the runs of each for comparing, in a few flat arrays.
 */
import { bytesOf, grown, PairTable } from './flat-arrays.ts';
import { COMPLETE, type Shingles } from './shingles.ts';

/** A run is remembered for so many different texts; one that stands in more is a formula and finds no more. */
const WIDEST_RUN = 100;

export class RunIndex {
  private texts = 0;
  private ends = new Uint32Array(64);
  private runs = new Uint16Array(4096);
  /** Only of texts that are longer than what is compared. */
  private readonly completeTo = new Map<number, number>();
  private readonly table = new PairTable();
  private readonly holders = new Int32Array(WIDEST_RUN);
  /** Handed out again and again: looked at before the next is asked for. */
  private readonly view: Shingles = { all: this.runs, from: 0, to: 0, completeTo: 0 };

  /** Of everything that grows with the texts. */
  get bytes(): number {
    return bytesOf(this.ends, this.runs) + this.table.bytes + this.completeTo.size * BYTES_OF_ENTRY;
  }

  /** Keeps a text under the next number. `sample` are those of its runs by which it is found. */
  keep(compared: Shingles, sample: readonly number[]): number {
    const text = this.texts;
    const from = text === 0 ? 0 : (this.ends[text - 1] ?? 0);
    const to = from + compared.to - compared.from;
    this.runs = grown(this.runs, to, Uint16Array);
    this.ends = grown(this.ends, text + 1, Uint32Array);
    this.runs.set(compared.all.subarray(compared.from, compared.to), from);
    this.ends[text] = to;
    if (compared.completeTo !== COMPLETE) this.completeTo.set(text, compared.completeTo);
    for (const run of sample) if (this.table.gather(run, this.holders) < WIDEST_RUN) this.table.add(run, text);
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
    const held = this.table.gather(run, this.holders);
    for (let at = 0; at < held; at += 1) visit(this.holders[at] ?? 0, held);
  }
}

/** What an entry of a map of numbers takes, about. */
const BYTES_OF_ENTRY = 40;
