/** Packs trained weights into the bytes that `src/knowledge/grammar-weights.ts` reads. */
import { gzipSync } from 'node:zlib';
import { left, right, shift } from '../src/journey/2-read/grammar/parser-state.ts';
import { type GrammarHeader, grammarFormat } from '../src/knowledge/grammar-weights.ts';
import { labelCheckBits, moveCheckBits, placeOf } from '../src/knowledge/weight-tables.ts';
import type { BuiltLexicon } from './train-parser-lexicon.ts';
import type { WeightRow } from './train-parser-perceptron.ts';

export interface GrammarParts {
  readonly about: Pick<
    GrammarHeader,
    'version' | 'data' | 'licence' | 'date' | 'recipe' | 'scores' | 'tags' | 'relations' | 'tagScale'
  >;
  readonly lexicon: BuiltLexicon;
  /** No two features of a table may share a slot. */
  readonly slotBits: GrammarHeader['slotBits'];
  readonly tagger: readonly WeightRow[];
  /** Labels are shift, left and right. */
  readonly moves: readonly WeightRow[];
  readonly relations: readonly WeightRow[];
  /** Per kind of arc: the relation that it always has, or 255. */
  readonly sureRelations: Uint8Array;
  /** "class form" → lemma. */
  readonly lemmas: ReadonlyMap<string, string>;
}

class Stream {
  readonly bytes: number[] = [];

  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.bytes.push(rest);
  }

  signed(value: number): void {
    this.varint((value << 1) ^ (value >> 31));
  }
}

/** A move's weights have eleven bits each. */
const largestMoveWeight = 1023;

export function packGrammar(parts: GrammarParts): Buffer {
  const streams = new Map<string, Uint8Array>();
  const make = (name: string, fill: (stream: Stream) => void) => {
    const stream = new Stream();
    fill(stream);
    streams.set(name, Uint8Array.from(stream.bytes));
  };
  const keys = (name: string, sorted: readonly number[]) =>
    make(name, (stream) => {
      let previous = 0;
      for (const key of sorted) {
        stream.varint((key >>> 0) - previous);
        previous = key >>> 0;
      }
    });
  const { entries, candidates } = parts.lexicon;
  keys(
    'lexicon.keys',
    entries.map((entry) => entry.hash),
  );
  for (const field of ['coarse', 'fine', 'classes', 'ambiguity'] as const) {
    make(`lexicon.${field}`, (stream) => {
      for (const entry of entries) stream.varint(entry[field]);
    });
  }
  make('candidates', (stream) => {
    stream.varint(candidates.length);
    for (const labels of candidates) {
      stream.varint(labels?.length ?? 0);
      for (const label of labels ?? []) stream.varint(label);
    }
  });
  for (const [name, rows] of [
    ['tagger', parts.tagger],
    ['relations', parts.relations],
  ] as const) {
    keys(
      `${name}.places`,
      rows.map((row) => placeOf(row.key, parts.slotBits[name], labelCheckBits)),
    );
    make(`${name}.lengths`, (stream) => {
      for (const row of rows) stream.varint(row.labels.length);
    });
    make(`${name}.labels`, (stream) => {
      for (const label of rows.flatMap((row) => row.labels)) stream.varint(label);
    });
    make(`${name}.weights`, (stream) => {
      for (const weight of rows.flatMap((row) => row.weights)) stream.signed(weight);
    });
  }
  keys(
    'moves.places',
    parts.moves.map((row) => placeOf(row.key, parts.slotBits.moves, moveCheckBits)),
  );
  make('moves.weights', (stream) => {
    for (const row of parts.moves) {
      const weight = (move: number) => row.weights[row.labels.indexOf(move)] ?? 0;
      for (const move of [left, right])
        stream.signed(Math.max(-largestMoveWeight, Math.min(largestMoveWeight, weight(move) - weight(shift))));
    }
  });
  const lemmaText = [...parts.lemmas]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, lemma]) => `${form} ${lemma}`)
    .join('\n');
  streams.set('sure', parts.sureRelations);
  streams.set('lemmas', new TextEncoder().encode(lemmaText));
  const cells = (rows: readonly WeightRow[]) => rows.reduce((sum, row) => sum + row.labels.length, 0);
  const header: GrammarHeader = {
    ...parts.about,
    slotBits: parts.slotBits,
    counts: {
      words: entries.length,
      tagRows: parts.tagger.length,
      tagCells: cells(parts.tagger),
      moveRows: parts.moves.length,
      relationRows: parts.relations.length,
      relationCells: cells(parts.relations),
    },
    streams: [...streams].map(([name, bytes]) => [name, bytes.length]),
  };
  const body = gzipSync(Buffer.concat([...streams.values()]), { level: 9 });
  return Buffer.concat([Buffer.from(`${grammarFormat}\n${JSON.stringify(header)}\n`), body]);
}
