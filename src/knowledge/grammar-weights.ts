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
  type Numbers,
  readLabelTable,
  readMoveTable,
  readSumTable,
  type SumTable,
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
  /** Tags that a word of each ambiguity class may take; null where all are open. Class 0 is that of words seen seldom or never. */
  readonly candidates: readonly (Uint8Array | null)[];
  /** Tags of class 0 that nouns, verbs, adjectives and adverbs may take. */
  readonly openCandidates: Uint8Array | null;
  readonly tagger: LabelTable;
  /** Weight units per unit of training score. */
  readonly tagScale: number;
  readonly moves: MoveTable;
  readonly relationWeights: LabelTable;
  /** Per kind of arc, `arcKindCount` of them: the relation that it always has, or 255. */
  readonly sureRelations: Uint8Array;
  /** What speaks for one of two trees. */
  readonly choices: SumTable;
  /** Irregular forms: "verb went" → "go". */
  readonly lemmas: ReadonlyMap<string, string>;
}

/** Kinds of arcs that a file tells apart (src/journey/2-read/grammar/sure-relations.ts). */
export const arcKindCount = 2 ** 13;

export const grammarFormat = 'trucewatch-grammar/3';

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

const slotBits = z.int().min(4).max(19);

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
    choiceRows: size,
  }),
  /** Each table has two to the power of this many slots. */
  slotBits: z.object({ tagger: slotBits, moves: slotBits, relations: slotBits, choices: slotBits }),
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

/** Tags of words that a language has few of and makes no new ones of. */
const CLOSED_TAGS: ReadonlySet<string> = new Set('IN DT PDT WDT WP WRB EX CC MD TO'.split(' '));

const largestBody = 64_000_000;

export function decodeGrammar(bytes: Uint8Array): Grammar {
  const { header, bodyStart } = readGrammarHeader(bytes);
  const size = header.streams.reduce((sum, [, length]) => sum + length, 0);
  // In one piece: putting many together takes as long as unpacking them.
  const chunkSize = Math.min(size + 64, largestBody);
  const body = gunzipSync(bytes.subarray(bodyStart), { maxOutputLength: largestBody, chunkSize });
  const streams = cutStreams(body, header);
  const stream = (name: string): Uint8Array => {
    const found = streams.get(name);
    if (found === undefined) throw new Error(`grammar.bin: stream ${name} is missing`);
    return found;
  };
  const { counts } = header;
  const numbers = (name: string, count: number) => readNumbers(stream(name), count, name);
  const labelTable = (name: 'tagger' | 'relations', rowCount: number, cellCount: number, labelCount: number) =>
    readLabelTable(
      {
        places: numbers(`${name}.places`, rowCount),
        lengths: numbers(`${name}.lengths`, rowCount),
        labels: numbers(`${name}.labels`, cellCount),
        weights: numbers(`${name}.weights`, cellCount),
      },
      header.slotBits[name],
      cellCount,
      labelCount,
    );
  const relation = (name: string) => header.relations.indexOf(name);
  const candidates = readCandidates(stream('candidates'));
  return Object.freeze({
    version: header.version,
    labels: header.tags.map(([pos, tag]) => ({ pos, tag })),
    relations: header.relations,
    rootRelation: relation('root'),
    special: { case: relation('case'), mark: relation('mark') },
    lexicon: readLexicon(numbers, counts.words),
    candidates,
    openCandidates: candidates[0]?.filter((label) => !CLOSED_TAGS.has(header.tags[label]?.[1] ?? '')) ?? null,
    tagger: labelTable('tagger', counts.tagRows, counts.tagCells, header.tags.length),
    tagScale: header.tagScale,
    moves: readMoveTable(
      numbers('moves.places', counts.moveRows),
      numbers('moves.weights', 2 * counts.moveRows),
      header.slotBits.moves,
    ),
    relationWeights: labelTable('relations', counts.relationRows, counts.relationCells, header.relations.length),
    sureRelations: readSureRelations(stream('sure')),
    choices: readSumTable(
      numbers('choices.places', counts.choiceRows),
      numbers('choices.weights', counts.choiceRows),
      header.slotBits.choices,
    ),
    lemmas: readLemmas(stream('lemmas')),
  });
}

/** The streams of a file's body, by name. */
export function cutStreams(body: Uint8Array, header: GrammarHeader): Map<string, Uint8Array> {
  const streams = new Map<string, Uint8Array>();
  let at = 0;
  for (const [name, length] of header.streams) {
    streams.set(name, body.subarray(at, at + length));
    at += length;
  }
  if (at !== body.length) throw new Error(`grammar.bin: expected a body of ${at} bytes, found ${body.length}`);
  return streams;
}

/** Reads `count` variable-length numbers, seven bits a byte, low bits first. Throws where the stream holds more or fewer. */
function readNumbers(bytes: Uint8Array, count: number, name: string): Numbers {
  if (bytes.length === count && isSmall(bytes)) return bytes;
  const values = new Uint32Array(count);
  let n = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    values[n++] = value;
    value = 0;
    shift = 0;
  }
  if (n !== count || shift !== 0) throw new Error(`grammar.bin: stream ${name}: expected ${count} numbers, found ${n}`);
  return values;
}

function readLexicon(numbers: (name: string, count: number) => Numbers, count: number): Lexicon {
  const keys = numbers('lexicon.keys', count);
  let bits = 4;
  while (2 ** bits < count * 2) bits++;
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const hashes = new Int32Array(mask + 1);
  const places = new Int32Array(mask + 1).fill(-1);
  const coarse = new Uint8Array(numbers('lexicon.coarse', count));
  const fine = new Uint16Array(numbers('lexicon.fine', count));
  const classes = new Uint16Array(numbers('lexicon.classes', count));
  const ambiguity = new Uint16Array(numbers('lexicon.ambiguity', count));
  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = (hash + (keys[i] as number)) | 0;
    let slot = hash >>> shift;
    while (places[slot] !== -1) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    places[slot] = i;
  }
  const find = (wanted: number): number => {
    let slot = wanted >>> shift;
    while (places[slot] !== -1 && hashes[slot] !== wanted) slot = (slot + 1) & mask;
    return places[slot] as number;
  };
  return { find, coarse, fine, classes, ambiguity };
}

/** Whether every byte is a number of its own. */
function isSmall(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 127) return false;
  return true;
}

/** A length and that many labels per ambiguity class; length 0 where all labels are open. */
function readCandidates(bytes: Uint8Array): (Uint8Array | null)[] {
  const values = readNumbers(bytes, bytes.filter((byte) => byte < 128).length, 'candidates');
  const classes: (Uint8Array | null)[] = [];
  for (let at = 1; at < values.length; ) {
    const end = at + 1 + (values[at] as number);
    if (end > values.length) throw new Error(`grammar.bin: stream candidates ends before ${end} numbers`);
    classes.push(end === at + 1 ? null : Uint8Array.from(values.subarray(at + 1, end)));
    at = end;
  }
  if (classes.length !== values[0])
    throw new Error(`grammar.bin: expected ${values[0]} classes of tags, found ${classes.length}`);
  return classes;
}

function readSureRelations(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== arcKindCount)
    throw new Error(`grammar.bin: expected ${arcKindCount} kinds of arcs, found ${bytes.length}`);
  return Uint8Array.from(bytes);
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
