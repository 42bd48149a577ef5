/** Packs trained weights into the bytes that `src/knowledge/grammar-weights.ts` reads. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { left, right, shift } from '../src/journey/2-read/grammar/parser-state.ts';
import { cutStreams, type GrammarHeader, grammarFormat, readGrammarHeader } from '../src/knowledge/grammar-weights.ts';
import {
  type LabelTable,
  labelCheckBits,
  type MoveTable,
  moveCheckBits,
  placeOf,
  readLabelTable,
  readMoveTable,
  sumCheckBits,
} from '../src/knowledge/weight-tables.ts';
import type { BuiltLexicon } from './train-parser-lexicon.ts';
import type { WeightRow } from './train-parser-perceptron.ts';

export interface GrammarParts {
  readonly about: Pick<
    GrammarHeader,
    'version' | 'data' | 'licence' | 'date' | 'recipe' | 'scores' | 'tags' | 'relations' | 'tagScale'
  >;
  readonly lexicon: BuiltLexicon;
  /** No two features of a table may share a slot. */
  readonly slotBits: Omit<GrammarHeader['slotBits'], 'choices'>;
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
    this.varint(unsigned(value));
  }
}

/** A number with its sign as the lowest bit. */
const unsigned = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

function streamOf(fill: (stream: Stream) => void): Uint8Array {
  const stream = new Stream();
  fill(stream);
  return Uint8Array.from(stream.bytes);
}

/** Ascending numbers as differences from the one before. */
const keyStream = (sorted: readonly number[]): Uint8Array =>
  streamOf((stream) => {
    for (const difference of differences(sorted)) stream.varint(difference);
  });

const differences = (sorted: readonly number[]): Uint32Array =>
  Uint32Array.from(sorted, (key, i) => (key >>> 0) - (i === 0 ? 0 : (sorted[i - 1] as number) >>> 0));

/** A move's weights have eleven bits each. */
const largestMoveWeight = 1023;

/** Weights of left and right as against shift. */
function moveWeights(row: WeightRow): number[] {
  const weight = (move: number) => row.weights[row.labels.indexOf(move)] ?? 0;
  return [left, right].map((move) =>
    Math.max(-largestMoveWeight, Math.min(largestMoveWeight, weight(move) - weight(shift))),
  );
}

/** The tables that a file with these weights would be read into. */
export function tablesOf(
  moves: readonly WeightRow[],
  relations: readonly WeightRow[],
  slotBits: Pick<GrammarHeader['slotBits'], 'moves' | 'relations'>,
  relationCount: number,
): { moves: MoveTable; relationWeights: LabelTable } {
  const places = (rows: readonly WeightRow[], bits: number, checkBits: number) =>
    differences(rows.map(({ key }) => placeOf(key, bits, checkBits)));
  const labels = relations.flatMap((row) => row.labels);
  return {
    moves: readMoveTable(
      places(moves, slotBits.moves, moveCheckBits),
      Uint32Array.from(moves.flatMap(moveWeights), unsigned),
      slotBits.moves,
    ),
    relationWeights: readLabelTable(
      {
        places: places(relations, slotBits.relations, labelCheckBits),
        lengths: Uint32Array.from(relations, (row) => row.labels.length),
        labels: Uint32Array.from(labels),
        weights: Uint32Array.from(
          relations.flatMap((row) => row.weights),
          unsigned,
        ),
      },
      slotBits.relations,
      labels.length,
      relationCount,
    ),
  };
}

export function packGrammar(parts: GrammarParts): Buffer {
  const streams = new Map<string, Uint8Array>();
  const make = (name: string, fill: (stream: Stream) => void) => streams.set(name, streamOf(fill));
  const keys = (name: string, sorted: readonly number[]) => streams.set(name, keyStream(sorted));
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
    for (const weight of parts.moves.flatMap(moveWeights)) stream.signed(weight);
  });
  const lemmaText = [...parts.lemmas]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, lemma]) => `${form} ${lemma}`)
    .join('\n');
  streams.set('sure', parts.sureRelations);
  streams.set('lemmas', new TextEncoder().encode(lemmaText));
  for (const name of ['choices.places', 'choices.weights']) streams.set(name, new Uint8Array(0));
  const cells = (rows: readonly WeightRow[]) => rows.reduce((sum, row) => sum + row.labels.length, 0);
  const header: GrammarHeader = {
    ...parts.about,
    slotBits: { ...parts.slotBits, choices: 4 },
    counts: {
      words: entries.length,
      tagRows: parts.tagger.length,
      tagCells: cells(parts.tagger),
      moveRows: parts.moves.length,
      relationRows: parts.relations.length,
      relationCells: cells(parts.relations),
      choiceRows: 0,
    },
    streams: [],
  };
  return fileOf(header, streams);
}

function fileOf(header: GrammarHeader, streams: ReadonlyMap<string, Uint8Array>): Buffer {
  const line = JSON.stringify({ ...header, streams: [...streams].map(([name, bytes]) => [name, bytes.length]) });
  const body = gzipSync(Buffer.concat([...streams.values()]), { level: 9 });
  return Buffer.concat([Buffer.from(`${grammarFormat}\n${line}\n`), body]);
}

/** A weight of a feature by which one of two trees is chosen. */
export interface ChoiceRow {
  readonly key: number;
  readonly weight: number;
}

/** A weights file with other weights for choosing between trees. No two rows may share a slot. */
export function withChoices(file: Buffer, rows: readonly ChoiceRow[], slotBits: number): Buffer {
  const { header, bodyStart } = readGrammarHeader(file);
  const streams = new Map(cutStreams(gunzipSync(file.subarray(bodyStart)), header));
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  streams.set('choices.places', keyStream(sorted.map(({ key }) => placeOf(key, slotBits, sumCheckBits))));
  streams.set(
    'choices.weights',
    streamOf((stream) => {
      for (const { weight } of sorted) stream.signed(weight);
    }),
  );
  return fileOf(
    {
      ...header,
      slotBits: { ...header.slotBits, choices: slotBits },
      counts: { ...header.counts, choiceRows: sorted.length },
    },
    streams,
  );
}
