/** How much of their wording two texts share: hashed runs of five words, for finding reprints. */
import { findWords, lowerCase, wordPlaces } from './words.ts';

const RUN = 5;
/** Longer texts are judged by their beginning: a reprint shares that too. */
const WORDS_AT_MOST = 2000;

/**
 * The upper halves of runs, which tell the runs of two texts apart well enough for comparing: of a text of 500 words, three of an
 * unrelated one seem shared. They stand in `all` between two places, ascending; all runs of their text below `completeTo`.
 */
export interface Shingles {
  all: Uint16Array;
  from: number;
  to: number;
  completeTo: number;
}

const places = wordPlaces(WORDS_AT_MOST);
const hashes = new Int32Array(WORDS_AT_MOST);

/** Hashes of all runs of five words, lower-cased, without punctuation: each once, ascending. */
export function runsOf(text: string): Uint32Array {
  findWords(text, places, false);
  const words = places.count;
  for (let word = 0; word < words; word += 1) {
    let value = 2166136261;
    for (let at = places.starts[word] ?? 0; at < (places.ends[word] ?? 0); at += 1)
      value = Math.imul(value ^ lowerCase(text.charCodeAt(at)), 16777619);
    hashes[word] = value;
  }
  const runs = new Uint32Array(words === 0 ? 0 : Math.max(1, words - RUN + 1));
  for (let at = 0; at < runs.length; at += 1) {
    let value = 2166136261;
    for (let index = at; index < Math.min(words, at + RUN); index += 1)
      value = Math.imul(value ^ (hashes[index] ?? 0), 16777619) ^ (value >>> 15);
    runs[at] = value >>> 0;
  }
  return distinct(runs.sort());
}

function distinct(ascending: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < ascending.length; at += 1) {
    if (at > 0 && ascending[at] === ascending[at - 1]) continue;
    ascending[count] = ascending[at] ?? 0;
    count += 1;
  }
  return ascending.subarray(0, count);
}

/** Above every half of a run: nothing of the text is left out. */
export const COMPLETE = 65_536;

/** Of a long text the smallest so many runs are compared: the same choice out of every text, and so a fair sample of what two share. */
const COMPARED_RUNS = 512;

/** What of the runs of one text is compared with those of others. */
export function comparedOf(runs: Uint32Array): Shingles {
  const to = Math.min(runs.length, COMPARED_RUNS);
  const all = new Uint16Array(to);
  for (let at = 0; at < to; at += 1) all[at] = (runs[at] ?? 0) >>> 16;
  return { all, from: 0, to, completeTo: runs.length <= COMPARED_RUNS ? COMPLETE : (all[to - 1] ?? 0) };
}

/** Shared runs over the runs of the shorter text: 1 when one is contained in the other. Long texts are estimated by their samples. */
export function containment(a: Shingles, b: Shingles): number {
  const until = Math.min(a.completeTo, b.completeTo);
  const [endA, endB] = [endBefore(a, until), endBefore(b, until)];
  let shared = 0;
  let i = a.from;
  let j = b.from;
  while (i < endA && j < endB) {
    const left = a.all[i] ?? 0;
    const right = b.all[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const smaller = Math.min(endA - a.from, endB - b.from);
  return smaller === 0 ? 0 : shared / smaller;
}

/** Where the runs end that are below `until`. */
function endBefore({ all, from, to }: Shingles, until: number): number {
  if (until === COMPLETE) return to;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? 0) < until) low = middle + 1;
    else high = middle;
  }
  return low;
}
