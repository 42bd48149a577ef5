/** Which reports descend from one text: reprints and lightly edited copies share an origin and count as one source. */
import { containment, shinglesOf } from './shingles.ts';

/** Runs kept for finding candidates: a sample that is the same for the same run wherever it stands. */
const SAMPLE = 16;
/** A run that stands in more texts than this is a formula and finds nothing. */
const WIDEST_RUN = 200;

/** Report id → id of the earliest report whose wording it shares. `ordered` stands by publication, then id. */
export function originsOf(ordered: readonly { readonly id: string; readonly text: string }[], threshold: number): Map<string, string> {
  const origins = new Map<string, string>();
  const texts: { id: string; runs: ReadonlySet<number> }[] = [];
  const holders = new Map<number, number[]>();
  for (const { id, text } of ordered) {
    const runs = shinglesOf(text);
    const candidates = [...new Set(sampled(runs).flatMap((run) => { const list = holders.get(run) ?? []; return list.length > WIDEST_RUN ? [] : list; }))].sort((a, b) => a - b);
    const source = candidates.map((index) => texts[index]).find((other) => other !== undefined && containment(other.runs, runs) >= threshold);
    origins.set(id, source === undefined ? id : (origins.get(source.id) ?? source.id));
    for (const run of sampled(runs)) {
      const list = holders.get(run);
      if (list === undefined) holders.set(run, [texts.length]);
      else if (list.length <= WIDEST_RUN) list.push(texts.length);
    }
    texts.push({ id, runs });
  }
  return origins;
}

/** Runs whose hash falls into one sixteenth of all, and the smallest few so that short texts have some. */
function sampled(runs: ReadonlySet<number>): number[] {
  const all = [...runs].sort((a, b) => a - b);
  return [...new Set([...all.slice(0, 8), ...all.filter((run) => run % SAMPLE === 0)])];
}
