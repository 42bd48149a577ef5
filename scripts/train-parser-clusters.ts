/**
 * Groups the commonest words of a file of word vectors into 64 and into 512 clusters (spherical k-means, fixed seed) and
 * writes the cluster numbers (npm run train:clusters -- --vectors FILE --out FILE). Needs about 4 GB of memory.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const { values: options } = parseArgs({
  options: { vectors: { type: 'string', default: '' }, out: { type: 'string', default: 'clusters.json' } },
});

const wordCount = 60_000;
/** Centres start from the commonest words. */
const startWords = 20_000;
const mostRounds = 15;

const source = z
  .object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())), dimensions: z.number() })
  .parse(JSON.parse(readFileSync(options.vectors, 'utf8')));
const words = source.words.slice(0, wordCount);
const width = source.dimensions;
const points = new Float32Array(words.length * width);
words.forEach((word, i) => {
  const vector = source.vectors[word] ?? [];
  const length = Math.hypot(...vector.slice(0, width)) || 1;
  for (let d = 0; d < width; d++) points[i * width + d] = (vector[d] ?? 0) / length;
});

let state = 12345;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
}

function cluster(count: number): Int32Array {
  const centres = startCentres(count);
  const nearest = new Int32Array(words.length);
  for (let round = 0; round < mostRounds; round++) {
    const changed = assign(centres, count, nearest);
    moveCentres(centres, count, nearest);
    console.log(`${count} clusters, round ${round + 1}: ${changed} words moved`);
    if (changed < words.length * 0.003) break;
  }
  return nearest;
}

function startCentres(count: number): Float32Array {
  const centres = new Float32Array(count * width);
  const used = new Set<number>();
  for (let c = 0; c < count; c++) {
    let word = Math.floor(random() * Math.min(startWords, words.length));
    while (used.has(word)) word = Math.floor(random() * Math.min(startWords, words.length));
    used.add(word);
    centres.set(points.subarray(word * width, (word + 1) * width), c * width);
  }
  return centres;
}

function assign(centres: Float32Array, count: number, nearest: Int32Array): number {
  let changed = 0;
  for (let i = 0; i < words.length; i++) {
    let best = 0;
    let bestCosine = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < count; c++) {
      let cosine = 0;
      for (let d = 0; d < width; d++) cosine += (points[i * width + d] as number) * (centres[c * width + d] as number);
      if (cosine > bestCosine) {
        best = c;
        bestCosine = cosine;
      }
    }
    if (nearest[i] !== best) changed++;
    nearest[i] = best;
  }
  return changed;
}

/** Each centre becomes the mean direction of its words; an empty one starts again from some word. */
function moveCentres(centres: Float32Array, count: number, nearest: Int32Array): void {
  centres.fill(0);
  for (let i = 0; i < words.length; i++) {
    const at = (nearest[i] as number) * width;
    for (let d = 0; d < width; d++) centres[at + d] = (centres[at + d] as number) + (points[i * width + d] as number);
  }
  for (let c = 0; c < count; c++) {
    const centre = centres.subarray(c * width, (c + 1) * width);
    const length = Math.hypot(...centre);
    if (length === 0) {
      const word = Math.floor(random() * words.length);
      centre.set(points.subarray(word * width, (word + 1) * width));
    } else for (let d = 0; d < width; d++) centre[d] = (centre[d] as number) / length;
  }
}

const small = [...cluster(64)];
const large = [...cluster(512)];
writeFileSync(options.out, JSON.stringify({ words, small, large }));
