/**
 * The trained weights of the tagger and the parser, read from `knowledge/weights/grammar.bin` and checked at the border.
 * The file is a line naming the format, a line of JSON that says where the numbers come from, and a packed body.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { PartOfSpeech } from '../model/sentence.ts';
import {
  type LabelTable,
  type MoveTable,
  type NumberReader,
  readLabelTable,
  readMoveTable,
  slotOf,
} from './weight-tables.ts';

/** Words by the hash of their lower case: clusters, dictionary classes and the tags they were seen with. */
export interface Lexicon {
  /** Index of a word's entry, -1 when it has none. */
  readonly find: (hash: number) => number;
  readonly coarse: Uint8Array;
  readonly fine: Uint16Array;
  readonly classes: Uint16Array;
  readonly ambiguity: Uint16Array;
}

/** What the grammar of a text is computed with. */
export interface Grammar {
  /** Name and date of the weights, printed with what was coded. */
  readonly version: string;
  /** Universal and Penn tag of each joint label. */
  readonly labels: readonly { readonly pos: PartOfSpeech; readonly tag: string }[];
  readonly relations: readonly string[];
  readonly rootRelation: number;
  readonly special: { readonly case: number; readonly mark: number };
  readonly lexicon: Lexicon;
  /** Tags that a word of each ambiguity class may take; null where all are open. Index 0 is unused. */
  readonly candidates: readonly (Uint8Array | null)[];
  readonly tagger: LabelTable;
  /** Weight units per unit of training score. */
  readonly tagScale: number;
  readonly moves: MoveTable;
  readonly relationWeights: LabelTable;
  /** Irregular forms: "verb went" → "go". */
  readonly lemmas: ReadonlyMap<string, string>;
}

export const grammarFormat = 'trucewatch-grammar/1';

const partsOfSpeech = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const satisfies readonly PartOfSpeech[];

const size = z.int().min(0).max(20_000_000);

const headerSchema = z.object({
  version: z.string(),
  data: z.string(),
  licence: z.string(),
  date: z.iso.date(),
  recipe: z.string(),
  scores: z.record(z.string(), z.unknown()),
  tags: z.array(z.tuple([z.enum(partsOfSpeech), z.string()])).max(255),
  relations: z.array(z.string()).max(255),
  tagScale: z.number().positive(),
  counts: z.object({
    words: size,
    tagRows: size,
    tagCells: size,
    moveRows: size,
    relationRows: size,
    relationCells: size,
  }),
  /** Name and length in bytes of each stream of the body, in order. */
  streams: z.array(z.tuple([z.string(), size])),
});

/** What the weights file says of itself. */
export type GrammarHeader = z.infer<typeof headerSchema>;

/** Reads the weights from a folder (`knowledge/weights`). Throws when the file is not what it says. */
export function loadGrammar(directory: string): Grammar {
  return decodeGrammar(readFileSync(join(directory, 'grammar.bin')));
}

/** The header alone: data, licence, recipe and scores. */
export function readGrammarHeader(bytes: Uint8Array): { header: GrammarHeader; bodyStart: number } {
  const firstLine = bytes.indexOf(10);
  const secondLine = bytes.indexOf(10, firstLine + 1);
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const format = text(0, Math.max(0, Math.min(firstLine, 100)));
  if (format !== grammarFormat) throw new Error(`grammar.bin: expected format ${grammarFormat}, found "${format}"`);
  return { header: headerSchema.parse(JSON.parse(text(firstLine + 1, secondLine))), bodyStart: secondLine + 1 };
}

export function decodeGrammar(bytes: Uint8Array): Grammar {
  const { header, bodyStart } = readGrammarHeader(bytes);
  const body = gunzipSync(bytes.subarray(bodyStart), { maxOutputLength: 64_000_000 });
  const streams = cutStreams(body, header);
  const stream = (name: string): Uint8Array => {
    const found = streams.get(name);
    if (found === undefined) throw new Error(`grammar.bin: stream ${name} is missing`);
    return found;
  };
  const numbers = (name: string) => numberReader(stream(name), name);
  const rows = (name: string) => ({
    keys: numbers(`${name}.keys`),
    lengths: numbers(`${name}.lengths`),
    labels: numbers(`${name}.labels`),
    weights: numbers(`${name}.weights`),
  });
  const { counts } = header;
  const relation = (name: string) => header.relations.indexOf(name);
  return Object.freeze({
    version: header.version,
    labels: header.tags.map(([pos, tag]) => ({ pos, tag })),
    relations: header.relations,
    rootRelation: relation('root'),
    special: { case: relation('case'), mark: relation('mark') },
    lexicon: readLexicon(numbers, counts.words),
    candidates: readCandidates(numbers('candidates')),
    tagger: readLabelTable(rows('tagger'), counts.tagRows, counts.tagCells, header.tags.length),
    tagScale: header.tagScale,
    moves: readMoveTable(numbers('moves.keys'), numbers('moves.weights'), counts.moveRows),
    relationWeights: readLabelTable(
      rows('relations'),
      counts.relationRows,
      counts.relationCells,
      header.relations.length,
    ),
    lemmas: readLemmas(stream('lemmas')),
  });
}

function cutStreams(body: Uint8Array, header: GrammarHeader): Map<string, Uint8Array> {
  const streams = new Map<string, Uint8Array>();
  let at = 0;
  for (const [name, length] of header.streams) {
    streams.set(name, body.subarray(at, at + length));
    at += length;
  }
  if (at !== body.length) throw new Error(`grammar.bin: expected a body of ${at} bytes, found ${body.length}`);
  return streams;
}

/** Reads variable-length numbers, seven bits a byte, low bits first. Throws at the end of the stream. */
function numberReader(bytes: Uint8Array, name: string): NumberReader {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error(`grammar.bin: stream ${name} ends too early`);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  };
  const signed = (): number => {
    const value = varint();
    return (value >>> 1) ^ -(value & 1);
  };
  return { varint, signed };
}

function readLexicon(numbers: (name: string) => NumberReader, count: number): Lexicon {
  const [keys, coarseStream, fineStream, classStream, ambiguityStream] = [
    'keys',
    'coarse',
    'fine',
    'classes',
    'ambiguity',
  ].map((part) => numbers(`lexicon.${part}`)) as [NumberReader, NumberReader, NumberReader, NumberReader, NumberReader];
  let bits = 4;
  while (2 ** bits < count * 2) bits++;
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const hashes = new Int32Array(mask + 1);
  const places = new Int32Array(mask + 1).fill(-1);
  const coarse = new Uint8Array(count);
  const fine = new Uint16Array(count);
  const classes = new Uint16Array(count);
  const ambiguity = new Uint16Array(count);
  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = (hash + keys.varint()) | 0;
    let slot = slotOf(hash, shift);
    while (places[slot] !== -1) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    places[slot] = i;
    coarse[i] = coarseStream.varint();
    fine[i] = fineStream.varint();
    classes[i] = classStream.varint();
    ambiguity[i] = ambiguityStream.varint();
  }
  const find = (wanted: number): number => {
    let slot = slotOf(wanted, shift);
    while (places[slot] !== -1 && hashes[slot] !== wanted) slot = (slot + 1) & mask;
    return places[slot] as number;
  };
  return { find, coarse, fine, classes, ambiguity };
}

/** A length and that many labels per ambiguity class; length 0 where all labels are open. */
function readCandidates(stream: NumberReader): (Uint8Array | null)[] {
  const count = stream.varint();
  return Array.from({ length: count }, () => {
    const length = stream.varint();
    return length === 0 ? null : Uint8Array.from({ length }, () => stream.varint());
  });
}

/** Lines of "class form lemma". */
function readLemmas(bytes: Uint8Array): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const cut = line.lastIndexOf(' ');
    if (cut > 0) lemmas.set(line.slice(0, cut), line.slice(cut + 1));
  }
  return lemmas;
}
