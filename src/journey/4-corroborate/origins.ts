/** Which reports descend from one text: reprints and lightly edited copies share an origin and count as one source. */
import { bytesOf, grown, PairTable } from './flat-arrays.ts';
import { RunIndex } from './run-index.ts';
import { comparedOf, containment, runsOf, type Shingles } from './shingles.ts';
import { hasWords } from './words.ts';

/** Of the runs of a text, about one in this many finds candidates: the same ones for the same run wherever it stands. */
const SAMPLE = 16;
/** The smallest runs as well, so that short texts have some. */
const SMALLEST = 8;
/** A text is held against so many others at most, those that share the rarest runs first. */
const COMPARED_AT_MOST = 32;
/** A copy that differs by less than this brings no new wording by which later copies could be found. */
const NEARLY_ALL = 0.95;

/** Of texts that differ and share a hash, so many are looked at: more only means that one is compared by its runs. */
const SAME_HASH_AT_MOST = 16;

/** More runs than a text has: keeps what they weigh below one. */
const MOST_RUNS = 4096;
/** What one run weighs that is held by so many texts that it is a formula. */
const FORMULA = 1 / (16 * MOST_RUNS);

export interface WordedReport {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/**
 * Report id → id of the earliest report whose wording it shares. `ordered` stands by publication, then id. A report of which
 * only a title came is known by that; one without any word descends from none.
 */
export function originsOf(ordered: readonly WordedReport[], threshold: number): Map<string, string> {
  const texts = new KnownTexts(threshold);
  return new Map(ordered.map((report) => [report.id, texts.originOf(report)]));
}

/** The texts met so far, each with its origin. */
export class KnownTexts {
  /** Different texts with the number of the kept text whose origin is theirs; found by a hash and compared letter by letter. */
  private readonly texts: string[] = [];
  private originOfText = new Int32Array(64);
  private readonly byHash = new PairTable();
  private readonly alike = new Int32Array(SAME_HASH_AT_MOST);
  private readonly index = new RunIndex();
  private readonly candidates = new Candidates(this.index);
  /** Origins by the number that the index knows a text by. */
  private readonly origins: string[] = [];
  private readonly threshold: number;

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** Of everything that grows with the texts; lists of strings hold a pointer of eight bytes each. */
  get bytes(): number {
    const pointers = 8 * (this.texts.length + this.origins.length);
    return this.index.bytes + this.byHash.bytes + bytesOf(this.originOfText) + pointers;
  }

  /** Id of the earliest report met that this one descends from, its own when there is none; the report is known from now on. */
  originOf({ id, title, text: body }: WordedReport): string {
    const text = hasWords(body) ? body : (title ?? '');
    if (!hasWords(text)) return id;
    const hash = hashOf(text);
    const same = this.sameText(text, hash);
    if (same !== undefined) return this.origins[same] ?? id;
    const runs = runsOf(text);
    const sample = sampled(runs);
    const compared = comparedOf(runs);
    const { source, share } = sourceOf(compared, this.candidates.likeliest(sample), this.index, this.threshold);
    const origin = this.origins[source] ?? id;
    let known = source;
    if (share < NEARLY_ALL) {
      known = this.index.keep(compared, sample);
      this.origins.push(origin);
    }
    this.remember(text, hash, known);
    return origin;
  }

  private sameText(text: string, hash: number): number | undefined {
    const found = this.byHash.gather(hash, this.alike);
    for (let at = 0; at < found; at += 1) {
      const number = this.alike[at] ?? 0;
      if (this.texts[number] === text) return this.originOfText[number];
    }
    return undefined;
  }

  private remember(text: string, hash: number, known: number): void {
    const number = this.texts.length;
    this.originOfText = grown(this.originOfText, number + 1, Int32Array);
    this.originOfText[number] = known;
    this.texts.push(text);
    this.byHash.add(hash, number);
  }
}

/** The earliest known text of which it shares enough; `likeliest` stands in their order. */
function sourceOf(
  compared: Shingles,
  likeliest: readonly number[],
  index: RunIndex,
  threshold: number,
): { source: number; share: number } {
  for (const text of likeliest) {
    const share = containment(index.shinglesOf(text), compared);
    if (share >= threshold) return { source: text, share };
  }
  return { source: -1, share: 0 };
}

/**
 * Known texts that share runs with one, weighed by how few hold the run: a run that few texts hold says more than a formula, and a
 * formula alone says nothing.
 */
class Candidates {
  /** The whole part counts the runs that are shared, the rest weighs them; zero between questions. */
  private weights = new Float64Array(1024);
  private readonly index: RunIndex;

  constructor(index: RunIndex) {
    this.index = index;
  }

  likeliest(sample: readonly number[]): number[] {
    const found: number[] = [];
    const visit = (text: number, held: number): void => {
      while (text >= this.weights.length) this.widen();
      if (this.weights[text] === 0) found.push(text);
      this.weights[text] = (this.weights[text] ?? 0) + 1 + 1 / (held * MOST_RUNS);
    };
    for (const run of sample) this.index.eachHolder(run, visit);
    const weight = (text: number): number => (this.weights[text] ?? 0) % 1;
    const speaking = found.filter((text) => (this.weights[text] ?? 0) >= 2 || weight(text) >= FORMULA);
    const likely =
      speaking.length <= COMPARED_AT_MOST
        ? speaking
        : speaking.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, COMPARED_AT_MOST);
    for (const text of found) this.weights[text] = 0;
    return likely.sort((a, b) => a - b);
  }

  private widen(): void {
    const wider = new Float64Array(this.weights.length * 2);
    wider.set(this.weights);
    this.weights = wider;
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

function sampled(runs: Uint32Array): number[] {
  const sample: number[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] ?? 0;
    if (at < SMALLEST || run % SAMPLE === 0) sample.push(run);
  }
  return sample;
}
