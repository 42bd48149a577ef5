/** Which reports descend from one text: reprints and lightly edited copies share an origin and count as one source. */
import { containment, shinglesOf } from './shingles.ts';

/** Of the runs of a text, about one in this many finds candidates: the same ones for the same run wherever it stands. */
const SAMPLE = 16;
/** The smallest runs as well, so that short texts have some. */
const SMALLEST = 8;
/** A run is remembered for so many different texts; one that stands in more is a formula and finds no more. */
const WIDEST_RUN = 100;
/** A text is held against so many others at most, those that share the rarest runs first. */
const COMPARED_AT_MOST = 32;
/** A copy that differs by less than this brings no new wording by which later copies could be found. */
const NEARLY_ALL = 0.95;

interface Known {
  readonly id: string;
  readonly runs: Uint32Array;
}

const HAS_WORDS = /[\p{L}\p{N}]/u;

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
  const origins = new Map<string, string>();
  const byText = new Map<string, string>();
  const known: Known[] = [];
  const holders = new Map<number, number[]>();
  for (const { id, title, text: body } of ordered) {
    const text = HAS_WORDS.test(body) ? body : (title ?? '');
    if (!HAS_WORDS.test(text)) {
      origins.set(id, id);
      continue;
    }
    const same = byText.get(text);
    if (same !== undefined) {
      origins.set(id, same);
      continue;
    }
    const runs = shinglesOf(text);
    const sample = sampled(runs);
    const { source, share } = sourceOf(runs, sample, known, holders, threshold);
    const origin = source === null ? id : (origins.get(source.id) ?? source.id);
    origins.set(id, origin);
    byText.set(text, origin);
    if (share < NEARLY_ALL) remember({ id, runs }, sample, known, holders);
  }
  return origins;
}

/** The earliest known text of which it shares enough. */
function sourceOf(
  runs: Uint32Array,
  sample: readonly number[],
  known: readonly Known[],
  holders: ReadonlyMap<number, readonly number[]>,
  threshold: number,
): { source: Known | null; share: number } {
  // A run that few texts hold says more than a formula.
  const shared = new Map<number, number>();
  for (const run of sample) {
    const list = holders.get(run) ?? [];
    for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1 / list.length);
  }
  const likeliest = [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, COMPARED_AT_MOST)
    .map(([index]) => index)
    .sort((a, b) => a - b);
  for (const index of likeliest) {
    const other = known[index];
    const share = other === undefined ? 0 : containment(other.runs, runs);
    if (other !== undefined && share >= threshold) return { source: other, share };
  }
  return { source: null, share: 0 };
}

function remember(text: Known, sample: readonly number[], known: Known[], holders: Map<number, number[]>): void {
  for (const run of sample) {
    const list = holders.get(run);
    if (list === undefined) holders.set(run, [known.length]);
    else if (list.length < WIDEST_RUN) list.push(known.length);
  }
  known.push(text);
}

function sampled(runs: Uint32Array): number[] {
  return [...runs].filter((run, index) => index < SMALLEST || run % SAMPLE === 0);
}
