/** The words that statements are read by: cues with what they take, signs of a kind in the content, topics, codes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { StatementKind } from '../model/worded-statement.ts';
import { type CameoCodes, loadCameoCodes } from './event-codes.ts';
import { type PhraseTable, phraseTable } from './phrase-table.ts';

const FRAMES = [
  'clause',
  'quote',
  'hearer',
  'infinitive',
  'object',
  'accused',
  'of',
  'for',
  'on',
  'upon',
  'against',
  'as',
  'to',
  'with',
  'about',
  'over',
  'act',
  'thing',
] as const;
export type SpeechFrame = (typeof FRAMES)[number];

export interface SpeechCue {
  /** `plain`: only the content can tell the kind. */
  readonly kind: StatementKind | 'plain';
  readonly frames: ReadonlySet<SpeechFrame>;
  readonly cameo: string | null;
  /** Of each set one word must stand beside the verb. */
  readonly beside: readonly ReadonlySet<string>[];
  /** Only a government, party, organisation or force, or who speaks for one, does this. */
  readonly official: boolean;
}

/** Signs in the content of a statement, one bit each. */
export const CONTENT_SIGN = {
  future: 1,
  'first-person': 1 << 1,
  obligation: 1 << 2,
  commitment: 1 << 3,
  threat: 1 << 4,
  warning: 1 << 5,
  accusation: 1 << 6,
  denial: 1 << 7,
  justification: 1 << 8,
  condemnation: 1 << 9,
  expectation: 1 << 10,
  appeal: 1 << 11,
  body: 1 << 12,
} as const;
export type ContentSign = keyof typeof CONTENT_SIGN;

const EXCUSE_SIGNS = ['alone', 'beside force', 'aim'] as const;
export type ExcuseSign = (typeof EXCUSE_SIGNS)[number];

export interface SpeechWords {
  /** By lemma; a verb with several readings keeps them in the order of the lexicon. */
  readonly verbs: ReadonlyMap<string, readonly SpeechCue[]>;
  /** Inflected forms of plain verbs of saying, to their lemmas. */
  readonly forms: ReadonlyMap<string, string>;
  readonly sources: PhraseTable<SpeechCue>;
  readonly nouns: ReadonlyMap<string, SpeechCue>;
  /** Verbs that report a statement together with such a noun ("issued a warning"). */
  readonly light: ReadonlySet<string>;
  /** Verbs whose subject such a noun reaches: "faces criticism". */
  readonly receives: ReadonlySet<string>;
  /** Verbs whose infinitive is done with them ("decided to", "began to"). */
  readonly undertakes: ReadonlySet<string>;
  /** Nouns for those who only hear what is said to others, and for those whom a demand is about. */
  readonly audience: ReadonlySet<string>;
  readonly captives: ReadonlySet<string>;
  /** Nouns for bodies that acts are done to though they are no actors: "the oil company". */
  readonly bodies: ReadonlySet<string>;
  /** What a lower-cased word or lemma shows, as bits of `CONTENT_SIGN`. */
  readonly signs: ReadonlyMap<string, number>;
  /** By which an act is told as an answer to force, alone or where the content names force, or as aimed at fighters. */
  readonly excuses: PhraseTable<ExcuseSign>;
  readonly conditionPhrases: PhraseTable<true>;
  readonly topics: PhraseTable<string>;
  /** What is asked, promised, refused or threatened, by the words for it. */
  readonly subjects: PhraseTable<string>;
  readonly cameo: CameoCodes;
  readonly kinds: StatementKinds;
}

const kindSchema = z.enum([
  'demand',
  'warning',
  'threat',
  'accusation',
  'denial',
  'justification',
  'condemnation',
  'commitment',
  'expectation',
  'appeal',
  'acknowledgement',
  'announcement',
  'assessment',
]);
const cueKindSchema = z.union([kindSchema, z.literal('plain')]);
const speechSchema = z.strictObject({
  verbs: z.string(),
  phrases: z.string(),
  nouns: z.string(),
  light: z.string(),
  receives: z.string(),
  undertakes: z.string(),
  audience: z.string(),
  captives: z.string(),
  bodies: z.string(),
});
const SIGNS = [
  'future',
  'first-person',
  'obligation',
  'commitment',
  'threat',
  'warning',
  'accusation',
  'denial',
  'justification',
  'condemnation',
  'expectation',
  'appeal',
  'body',
] as const satisfies readonly ContentSign[];
const contentSchema = z.strictObject({
  ...wordFields(),
  excuses: z.string(),
  'condition-phrases': z.string(),
  topics: z.string(),
  subjects: z.string(),
});

function wordFields(): Record<ContentSign, z.ZodString> {
  const text = z.string();
  return {
    future: text,
    'first-person': text,
    obligation: text,
    commitment: text,
    threat: text,
    warning: text,
    accusation: text,
    denial: text,
    justification: text,
    condemnation: text,
    expectation: text,
    appeal: text,
    body: text,
  };
}

/** Reads `speech.yaml` and `statements.yaml` of one language's lexicon folder, and the codes of the kinds; throws when one breaks the format. */
export function loadSpeechWords(directory: string, codebook: string): SpeechWords {
  const speech = speechSchema.parse(parse(readFileSync(join(directory, 'speech.yaml'), 'utf8')));
  const content = contentSchema.parse(parse(readFileSync(join(directory, 'statements.yaml'), 'utf8')));
  const verbs = verbsOf(speech.verbs);
  return Object.freeze({
    verbs,
    forms: formsOf(verbs),
    sources: phraseTable(rowsOf(speech.phrases).map(([phrase = '', kind]) => [phrase, plainCue(kind)] as const)),
    light: wordSet(speech.light),
    receives: wordSet(speech.receives),
    undertakes: wordSet(speech.undertakes),
    audience: wordSet(speech.audience),
    captives: wordSet(speech.captives),
    bodies: wordSet(speech.bodies),
    nouns: new Map(
      rowsOf(speech.nouns).flatMap(([nouns, kind, cameo]) =>
        listOf(nouns).map((noun) => [noun, plainCue(kind, cameo)] as const),
      ),
    ),
    signs: signsOf(content),
    excuses: excusesOf(content.excuses),
    conditionPhrases: phraseTable(
      content['condition-phrases'].split('|').map((phrase) => [phrase.trim(), true] as const),
    ),
    topics: namedPhrases(content.topics),
    subjects: namedPhrases(content.subjects),
    kinds: loadStatementKinds(join(codebook, 'statement-kinds.yaml')),
    cameo: loadCameoCodes(join(codebook, 'cameo.yaml')),
  });
}

function signsOf(content: Readonly<Record<ContentSign, string>>): Map<string, number> {
  const signs = new Map<string, number>();
  for (const sign of SIGNS)
    for (const word of wordSet(content[sign])) signs.set(word, (signs.get(word) ?? 0) | CONTENT_SIGN[sign]);
  return signs;
}

const wordSet = (words: string): Set<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const listOf = (cell: string | undefined): string[] =>
  [...new Set((cell ?? '').split(';').map((item) => item.trim()))].filter((item) => item !== '');

/** `name | phrase; phrase` */
const namedPhrases = (table: string): PhraseTable<string> =>
  phraseTable(
    rowsOf(table).flatMap(([name = '', phrases]) => listOf(phrases).map((phrase) => [phrase, name] as const)),
  );

const excusesOf = (table: string): PhraseTable<ExcuseSign> =>
  phraseTable(
    rowsOf(table).flatMap(([sign, phrases]) =>
      listOf(phrases).map((phrase) => [phrase, z.enum(EXCUSE_SIGNS).parse(sign)] as const),
    ),
  );

const plainCue = (kind: string | undefined, cameo?: string): SpeechCue => ({
  kind: cueKindSchema.parse(kind),
  frames: new Set(),
  cameo: cameo || null,
  beside: [],
  official: false,
});

function verbsOf(table: string): Map<string, SpeechCue[]> {
  const verbs = new Map<string, SpeechCue[]>();
  for (const [lemmas, kind, frames, cameo, beside] of rowsOf(table)) {
    const cue: SpeechCue = {
      kind: cueKindSchema.parse(kind),
      frames: new Set(z.array(z.enum(FRAMES)).parse((frames ?? '').split(/\s+/).filter((frame) => frame !== ''))),
      cameo: cameo || null,
      ...companyOf(beside ?? ''),
    };
    for (const lemma of listOf(lemmas)) verbs.set(lemma, [...(verbs.get(lemma) ?? []), cue]);
  }
  return verbs;
}

/** "official off + strike boycott": who must do it, and of each group a word that must stand beside the verb. */
function companyOf(cell: string): Pick<SpeechCue, 'beside' | 'official'> {
  const groups = cell.split('+').map((group) => [...wordSet(group)].filter((word) => word !== 'official'));
  return {
    official: wordSet(cell).has('official'),
    beside: groups.filter((group) => group.length > 0).map((group) => new Set(group)),
  };
}

/** The past and the third person of regular verbs; those of irregular ones no tagger mistakes. */
function formsOf(verbs: ReadonlyMap<string, readonly SpeechCue[]>): Map<string, string> {
  const forms = new Map([
    ['says', 'say'],
    ['said', 'say'],
    ['told', 'tell'],
    ['tells', 'tell'],
    ['wrote', 'write'],
    ['writes', 'write'],
    ['reads', 'read'],
  ]);
  for (const [lemma, cues] of verbs) {
    if (!cues.some((cue) => cue.frames.has('clause'))) continue;
    forms.set(lemma.endsWith('e') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`, lemma);
    if (!cues.some((cue) => cue.kind === 'plain')) continue;
    forms.set(lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`, lemma);
    forms.set(`${lemma}s`, lemma);
  }
  return forms;
}

/** The CAMEO code of a kind of statement, and the more exact ones by what is asked, promised, refused or threatened. */
interface StatementCodes {
  readonly cameo: string;
  readonly bySubject: ReadonlyMap<string, string>;
}
type StatementKinds = ReadonlyMap<StatementKind, StatementCodes>;

const codesSchema = z.strictObject({
  kinds: z.record(kindSchema, z.string()),
  subjects: z.record(z.string(), z.partialRecord(kindSchema, z.string())),
});

/** Reads `codebook/statement-kinds.yaml`; every kind must have its row. */
function loadStatementKinds(file: string): StatementKinds {
  const { kinds, subjects } = codesSchema.parse(parse(readFileSync(file, 'utf8')));
  return new Map(
    kindSchema.options.map((kind) => [
      kind,
      {
        cameo: kinds[kind],
        bySubject: new Map(
          Object.entries(subjects).flatMap(([subject, codes]) => {
            const code = codes[kind];
            return code === undefined ? [] : [[subject, code] as const];
          }),
        ),
      },
    ]),
  );
}
