/** The words that numbers are read by, and the table that turns their wording into intervals. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CountWording } from '../measure/count-range.ts';
import type { Claim } from '../model/quantity.ts';
import { type PhraseTable, phraseTable } from './phrase-table.ts';

export interface NumberWord {
  readonly value: number;
  readonly role: 'unit' | 'teen' | 'ten' | 'scale' | 'group' | 'ordinal' | 'fraction';
}

export interface NumberWords {
  readonly words: ReadonlyMap<string, NumberWord>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
}

export interface QuantityWords {
  readonly numbers: NumberWords;
  readonly vague: ReadonlySet<string>;
  readonly pluralOnly: ReadonlySet<string>;
  readonly before: PhraseTable<Claim['op']>;
  readonly after: PhraseTable<Claim['op']>;
  readonly zero: PhraseTable<true>;
  readonly one: ReadonlySet<string>;
  readonly subsetCues: ReadonlySet<string>;
  readonly subsetManners: ReadonlySet<string>;
  readonly subsetAfter: PhraseTable<true>;
  readonly further: ReadonlySet<string>;
  /** Ordinals that bring in one more of those counted ("a third was hurt"). */
  readonly nextOne: ReadonlySet<string>;
  readonly totalCues: PhraseTable<true>;
  readonly tolls: ReadonlySet<string>;
  readonly tollVerbs: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, string>;
  /** Endings of words for people that no list holds, with the group they name. */
  readonly peopleEndings: readonly (readonly [string, string])[];
  readonly notPeople: ReadonlySet<string>;
  readonly peopleCompounds: PhraseTable<string>;
  readonly twosomes: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly harmNouns: ReadonlySet<string>;
  readonly zeroOfHarm: ReadonlySet<string>;
  readonly zeroReports: ReadonlySet<string>;
  readonly sizedGroups: ReadonlySet<string>;
  readonly ageBefore: ReadonlySet<string>;
  /** Words at which a quantity can begin; all others are passed over with one look-up. */
  readonly starts: ReadonlySet<string>;
  readonly moneyBefore: ReadonlySet<string>;
  /** What the word after a number makes of it. */
  readonly measures: ReadonlyMap<string, 'money' | 'distance' | 'calibre' | 'measure' | 'percentage' | 'time'>;
  readonly namedBy: ReadonlySet<string>;
  readonly streetWords: ReadonlySet<string>;
  readonly maxGap: number;
}

const OPERATORS = ['>=', '>', '<=', '<', '~', '<~', '='] as const;
/** Words with commas between: a tenth of the time that a YAML list takes to read. */
export const wordList = z.string().transform((words) => words.split(/,\s*/));
const list = wordList;
const values = z.record(z.string(), z.number());
const groups = z.record(z.string(), list);
const quantitiesFile = z.strictObject({
  about: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  reviewer: z.string(),
  units: values,
  teens: values,
  tens: values,
  scales: values,
  'groups-of': values,
  ordinals: values,
  fractions: values,
  vague: list,
  'plural-only': list,
  before: z.partialRecord(z.enum(OPERATORS), list),
  after: z.partialRecord(z.enum(OPERATORS), list),
  zero: list,
  one: list,
  'subset-manners': list,
  'subset-cues': list,
  'subset-after': list,
  further: list,
  'next-one': list,
  'total-cues': list,
  tolls: list,
  'toll-verbs': list,
  people: groups,
  'people-endings': z.record(z.string(), z.string()),
  'not-people': list,
  'people-compounds': groups,
  twosomes: list,
  months: list,
  'harm-nouns': list,
  'zero-of-harm': list,
  'zero-reports': list,
  'sized-groups': list,
  'money-before': list,
  money: list,
  distance: list,
  calibre: list,
  measure: list,
  percentage: list,
  time: list,
  'named-by': list,
  'street-words': list,
  'age-after': list,
  'age-before': list,
  'max-gap': z.number().int(),
});
type QuantitiesFile = z.infer<typeof quantitiesFile>;

const readFile = (directory: string, language: string): QuantitiesFile =>
  quantitiesFile.parse(parse(readFileSync(join(directory, 'lexicon', language, 'quantities.yaml'), 'utf8')));

/** Reads the number words of `lexicon/<language>/quantities.yaml` below `directory`. */
export const loadNumberWords = (directory: string, language: string): NumberWords =>
  numberWords(readFile(directory, language));

function numberWords(file: QuantitiesFile): NumberWords {
  const words = new Map<string, NumberWord>();
  const add = (table: Record<string, number>, role: NumberWord['role']): void => {
    for (const [word, value] of Object.entries(table)) words.set(word, Object.freeze({ value, role }));
  };
  add(file['groups-of'], 'group');
  add(file.units, 'unit');
  add(file.teens, 'teen');
  add(file.tens, 'ten');
  add(file.scales, 'scale');
  return {
    words,
    ordinals: new Map(Object.entries(file.ordinals)),
    fractions: new Map(Object.entries(file.fractions)),
  };
}

/** Reads `lexicon/<language>/quantities.yaml` below `directory`; throws where it does not fit its schema. */
export function loadQuantityWords(directory: string, language: string): QuantityWords {
  const file = readFile(directory, language);
  return Object.freeze({
    numbers: numberWords(file),
    vague: new Set(file.vague),
    pluralOnly: new Set(file['plural-only']),
    before: operatorTable(file.before),
    after: operatorTable(file.after),
    zero: phraseTable(file.zero.map((word) => [word, true] as const)),
    one: new Set(file.one),
    subsetCues: new Set(file['subset-cues']),
    subsetManners: new Set(file['subset-manners']),
    subsetAfter: phraseTable(file['subset-after'].map((word) => [word, true] as const)),
    further: new Set(file.further),
    nextOne: new Set(file['next-one']),
    totalCues: phraseTable(file['total-cues'].map((word) => [word, true] as const)),
    tolls: new Set(file.tolls),
    tollVerbs: new Set(file['toll-verbs']),
    people: new Map(Object.entries(file.people).flatMap(([who, nouns]) => nouns.map((noun) => [noun, who] as const))),
    peopleEndings: Object.entries(file['people-endings']),
    notPeople: new Set(file['not-people']),
    peopleCompounds: phraseTable(
      Object.entries(file['people-compounds']).flatMap(([who, nouns]) => nouns.map((noun) => [noun, who] as const)),
    ),
    twosomes: new Set(file.twosomes),
    months: new Set(file.months),
    harmNouns: new Set(file['harm-nouns']),
    zeroOfHarm: new Set(file['zero-of-harm']),
    zeroReports: new Set(file['zero-reports']),
    sizedGroups: new Set(file['sized-groups']),
    ageBefore: new Set(file['age-before']),
    starts: startWords(file),
    moneyBefore: new Set(file['money-before']),
    measures: measureTable(file),
    namedBy: new Set(file['named-by']),
    streetWords: new Set(file['street-words']),
    maxGap: file['max-gap'],
  });
}

function startWords(file: QuantitiesFile): ReadonlySet<string> {
  const numbers = [file['groups-of'], file.units, file.teens, file.tens, file.scales, file.fractions].flatMap(
    Object.keys,
  );
  const others = [
    ...file.vague,
    ...file.twosomes,
    ...file['next-one'],
    ...file.zero,
    ...file['zero-of-harm'],
    ...file.one,
    'both',
    ...Object.values(file.people).flat(),
  ];
  return new Set([...numbers, ...others.map((word) => word.split(/[ -]/)[0] ?? word)]);
}

function operatorTable(table: QuantitiesFile['before']): PhraseTable<Claim['op']> {
  return phraseTable(OPERATORS.flatMap((op) => (table[op] ?? []).map((phrase) => [phrase, op] as const)));
}

function measureTable(file: QuantitiesFile): QuantityWords['measures'] {
  const kinds = ['time', 'measure', 'calibre', 'distance', 'money', 'percentage'] as const;
  return new Map(kinds.flatMap((kind) => file[kind].map((word) => [word, kind] as const)));
}

const range = z.tuple([z.number(), z.number().nullable()]);
const wordingFile = z.strictObject({
  version: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  reviewer: z.string(),
  profiles: z.array(z.string()),
  about: z.number(),
  nearly: z.number(),
  plural: z.strictObject({ min: z.number(), max: z.number().nullable() }),
  words: z.record(z.string(), z.strictObject({ acled: range, literal: range })),
  otherwise: range,
});

/** Reads `codebook/count-wording.yaml` below `directory`; throws where it does not fit its schema. */
export function loadCountWording(directory: string): CountWording {
  const file = wordingFile.parse(parse(readFileSync(join(directory, 'codebook', 'count-wording.yaml'), 'utf8')));
  return Object.freeze({
    version: file.version,
    about: file.about,
    nearly: file.nearly,
    plural: file.plural,
    words: new Map(Object.entries(file.words)),
    otherwise: file.otherwise,
  });
}
