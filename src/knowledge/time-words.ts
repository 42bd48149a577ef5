/** The words that expressions of time are read by, by the roles they play; parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PartOfDay, Season, SunMoment, TimeModifier, TimeSignal, TimeUnit } from '../model/time-expression.ts';
import { type PhraseTable, phraseTable } from './phrase-table.ts';
import { loadNumberWords, type NumberWords, wordList } from './quantity-words.ts';

const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'weekend',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const;
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const PARTS = ['dawn', 'morning', 'midday', 'afternoon', 'evening', 'night', 'daytime', 'overnight'] as const;
const TURNS = [
  'last',
  'this',
  'next',
  'past',
  'previous',
  'coming',
  'following',
  'same',
  'that',
  'current',
  'recent',
] as const;
const SUN = ['dawn-prayer', 'sunrise', 'noon-prayer', 'afternoon-prayer', 'sunset', 'night-prayer', 'dusk'] as const;
const SIGNALS = [
  'at',
  'since',
  'from',
  'until',
  'before',
  'after',
  'by',
  'between',
  'within',
  'during',
  'for',
  'over',
  'in',
] as const;
const MODIFIERS = ['approx', 'at-least', 'at-most', 'more', 'less'] as const;

export type TurnWord = (typeof TURNS)[number];

interface AfterAmount {
  readonly direction: number;
  readonly anchor: 'publication' | 'mentioned';
}

/** Everything a word can be in an expression of time; null = not that. All keys are always there, so that look-ups stay fast. */
export interface TimeWord {
  month: number | null;
  weekday: number | null;
  pluralWeekday: number | null;
  unit: TimeUnit | null;
  /** True for "days", "weeks". */
  many: boolean;
  /** Units in one: a fortnight is 2 weeks. */
  amount: number;
  season: Season | null;
  partOfDay: PartOfDay | null;
  pluralPart: PartOfDay | null;
  /** "yesterday" = -1 day. */
  dayShift: number | null;
  dayPart: PartOfDay | null;
  /** Hour of "noon" and "midnight". */
  clock: number | null;
  turn: TurnWord | null;
  edge: 'start' | 'mid' | 'end' | null;
  afterAmount: AfterAmount | null;
  repeat: boolean;
  repetition: { readonly amount: number; readonly unit: TimeUnit } | null;
  reference: 'past' | 'present' | 'future' | null;
  signal: TimeSignal | null;
  /** True where an expression of time can begin or have its heart: a sentence without any is not looked at further. */
  core: boolean;
}

/** How a holiday's day is found in a given year. */
type HolidayRule =
  | { readonly rule: 'fixed'; readonly month: number; readonly day: number }
  | { readonly rule: 'nth'; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly rule: 'easter' | 'orthodox-easter'; readonly offset: number }
  | { readonly rule: 'hijri'; readonly month: number; readonly day: number };

export type Holiday = HolidayRule & { readonly days: number };

interface AnchorPhrase {
  readonly role: 'name' | 'start' | 'end';
  readonly name: string;
}

export interface TimeWords {
  readonly numbers: NumberWords;
  readonly words: ReadonlyMap<string, TimeWord>;
  readonly doubtfulMonths: ReadonlySet<string>;
  readonly monthLeads: ReadonlySet<string>;
  readonly doubtfulWeekdays: ReadonlySet<string>;
  readonly halfDays: ReadonlyMap<string, number>;
  /** Minutes from UTC; null = the place's own time. */
  readonly zones: ReadonlyMap<string, number | null>;
  readonly vagueAmounts: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly amountAdjectives: ReadonlySet<string>;
  /** "a week or two" → 2; "or so" → 1. */
  /** "a while": a length that no unit measures. */
  readonly openLengths: PhraseTable<true>;
  readonly orMore: ReadonlyMap<string, number>;
  readonly modifiers: PhraseTable<TimeModifier>;
  readonly sunMoments: PhraseTable<{ readonly moment: SunMoment; readonly friday: boolean }>;
  readonly hijriMonths: PhraseTable<number>;
  readonly holidays: PhraseTable<string>;
  readonly holidayRules: ReadonlyMap<string, Holiday>;
  readonly references: PhraseTable<'past' | 'present' | 'future'>;
  readonly anchors: PhraseTable<AnchorPhrase>;
}

const list = wordList;
const numbered = z.record(z.string(), list);
const amount = z.strictObject({ amount: z.number().int(), unit: z.enum(UNITS) });
const holidayBase = { names: z.array(z.string()), days: z.number().int().optional() };
const holiday = z.discriminatedUnion('rule', [
  z.strictObject({ ...holidayBase, rule: z.literal('fixed'), month: z.number().int(), day: z.number().int() }),
  z.strictObject({
    ...holidayBase,
    rule: z.literal('nth'),
    month: z.number().int(),
    weekday: z.number().int(),
    nth: z.number().int(),
  }),
  z.strictObject({ ...holidayBase, rule: z.literal('easter'), offset: z.number().int() }),
  z.strictObject({ ...holidayBase, rule: z.literal('orthodox-easter'), offset: z.number().int() }),
  z.strictObject({ ...holidayBase, rule: z.literal('hijri'), month: z.number().int(), day: z.number().int() }),
]);
const references = z.partialRecord(z.enum(['past', 'present', 'future']), list);
const timesFile = z.strictObject({
  about: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  reviewer: z.string(),
  months: numbered,
  'doubtful-months': list,
  'month-leads': list,
  weekdays: numbered,
  'doubtful-weekdays': list,
  'plural-weekdays': numbered,
  units: z.record(z.enum(UNITS), z.strictObject({ one: z.array(z.string()), many: z.array(z.string()) })),
  'compound-units': z.record(z.string(), amount),
  seasons: z.record(z.enum(SEASONS), list),
  'parts-of-day': z.partialRecord(z.enum(PARTS), list),
  'plural-parts-of-day': z.partialRecord(z.enum(PARTS), list),
  'day-words': z.record(z.string(), z.strictObject({ shift: z.number().int(), part: z.enum(PARTS).optional() })),
  'clock-words': z.record(z.string(), z.number().int()),
  'half-days': z.record(z.string(), z.number().int()),
  zones: z.record(z.string(), z.number().int().nullable()),
  turns: z.record(z.enum(TURNS), list),
  edges: z.record(z.enum(['start', 'mid', 'end']), list),
  'after-amount': z.record(
    z.string(),
    z.strictObject({ direction: z.number().int(), anchor: z.enum(['publication', 'mentioned']) }),
  ),
  repeats: list,
  'adverbs-of-repetition': z.record(z.string(), amount),
  references,
  'reference-phrases': references,
  signals: z.record(z.enum(SIGNALS), list),
  modifiers: z.record(z.enum(MODIFIERS), list),
  'vague-amounts': list,
  pairs: list,
  'amount-adjectives': list,
  'open-lengths': list,
  'or-more': z.record(z.string(), z.number().int()),
  'sun-moments': z.record(z.enum(SUN), list),
  'friday-moments': list,
  'hijri-months': numbered,
  holidays: z.record(z.string(), holiday),
  anchors: z.record(z.string(), list),
  'anchor-starts': list,
  'anchor-ends': list,
});
type TimesFile = z.infer<typeof timesFile>;

/** Reads `lexicon/<language>/times.yaml` below `directory`, and the number words beside it unless they are given; throws where a file does not fit. */
export function loadTimeWords(
  directory: string,
  language: string,
  numbers: NumberWords = loadNumberWords(directory, language),
): TimeWords {
  const file = timesFile.parse(parse(readFileSync(join(directory, 'lexicon', language, 'times.yaml'), 'utf8')));
  const friday = new Set(file['friday-moments']);
  return Object.freeze({
    numbers,
    words: wordTable(file),
    doubtfulMonths: new Set(file['doubtful-months']),
    monthLeads: new Set(file['month-leads']),
    doubtfulWeekdays: new Set(file['doubtful-weekdays']),
    halfDays: new Map(Object.entries(file['half-days'])),
    zones: new Map(Object.entries(file.zones)),
    vagueAmounts: new Set(file['vague-amounts']),
    pairs: new Set(file.pairs),
    amountAdjectives: new Set(file['amount-adjectives']),
    openLengths: phraseTable(file['open-lengths'].map((phrase) => [phrase, true] as const)),
    orMore: new Map(Object.entries(file['or-more'])),
    modifiers: phraseTable(pairsOf(file.modifiers)),
    sunMoments: phraseTable(
      pairsOf(file['sun-moments']).map(([phrase, moment]) => [phrase, { moment, friday: friday.has(phrase) }] as const),
    ),
    hijriMonths: phraseTable(pairsOf(file['hijri-months']).map(([phrase, month]) => [phrase, Number(month)] as const)),
    holidays: phraseTable(
      Object.entries(file.holidays).flatMap(([id, { names }]) => names.map((name) => [spaced(name), id] as const)),
    ),
    holidayRules: new Map(
      Object.entries(file.holidays).map(([id, { names: _, days, ...rule }]) => [id, { ...rule, days: days ?? 1 }]),
    ),
    references: phraseTable(pairsOf(file['reference-phrases'])),
    anchors: phraseTable(anchorRows(file)),
  });
}

/** Tokens keep "'s" apart. */
const spaced = (phrase: string): string => phrase.replaceAll("'s", " 's").replaceAll("s' ", "s ' ");

/** `{ role: [word, …] }` as rows of word and role. */
function pairsOf<Role extends string>(
  table: { readonly [role in Role]?: readonly string[] | undefined },
): [string, Role][] {
  const rows: [string, Role][] = [];
  for (const role in table) for (const word of table[role] ?? []) rows.push([word, role]);
  return rows;
}

function anchorRows(file: TimesFile): [string, AnchorPhrase][] {
  return [
    ...pairsOf(file.anchors).map(([phrase, name]): [string, AnchorPhrase] => [phrase, { role: 'name', name }]),
    ...file['anchor-starts'].map((phrase): [string, AnchorPhrase] => [phrase, { role: 'start', name: '' }]),
    ...file['anchor-ends'].map((phrase): [string, AnchorPhrase] => [phrase, { role: 'end', name: '' }]),
  ];
}

const blank = (): TimeWord => ({
  month: null,
  weekday: null,
  pluralWeekday: null,
  unit: null,
  many: false,
  amount: 1,
  season: null,
  partOfDay: null,
  pluralPart: null,
  dayShift: null,
  dayPart: null,
  clock: null,
  turn: null,
  edge: null,
  afterAmount: null,
  repeat: false,
  repetition: null,
  reference: null,
  signal: null,
  core: false,
});

function wordTable(file: TimesFile): ReadonlyMap<string, TimeWord> {
  const table = new Map<string, TimeWord>();
  const set = (word: string, roles: Partial<TimeWord>): void => {
    table.set(word, { ...(table.get(word) ?? blank()), ...roles });
  };
  const core = (word: string, roles: Partial<TimeWord>): void => set(word, { ...roles, core: true });
  for (const [word, month] of pairsOf(file.months)) core(word, { month: Number(month) });
  for (const [word, weekday] of pairsOf(file.weekdays)) core(word, { weekday: Number(weekday) });
  for (const [word, weekday] of pairsOf(file['plural-weekdays'])) core(word, { pluralWeekday: Number(weekday) });
  for (const unit of UNITS) {
    for (const word of file.units[unit].one) core(word, { unit });
    for (const word of file.units[unit].many) core(word, { unit, many: true });
  }
  for (const [word, { amount, unit }] of Object.entries(file['compound-units']))
    core(word, { unit, amount, many: word.endsWith('s') });
  for (const [word, season] of pairsOf(file.seasons)) core(word, { season });
  for (const [word, partOfDay] of pairsOf(file['parts-of-day'])) core(word, { partOfDay });
  for (const [word, pluralPart] of pairsOf(file['plural-parts-of-day'])) core(word, { pluralPart });
  for (const [word, { shift, part }] of Object.entries(file['day-words']))
    core(word, { dayShift: shift, dayPart: part ?? null });
  for (const [word, clock] of Object.entries(file['clock-words'])) core(word, { clock });
  for (const [word, { amount, unit }] of Object.entries(file['adverbs-of-repetition']))
    core(word, { repetition: { amount, unit } });
  for (const [word, reference] of pairsOf(file.references)) core(word, { reference });
  for (const [word, turn] of pairsOf(file.turns)) set(word, { turn });
  for (const [word, edge] of pairsOf(file.edges)) set(word, { edge });
  for (const [word, afterAmount] of Object.entries(file['after-amount'])) set(word, { afterAmount });
  for (const word of file.repeats) set(word, { repeat: true });
  for (const [word, signal] of pairsOf(file.signals)) set(word, { signal });
  for (const phrase of [...file['open-lengths'], ...Object.values(file['reference-phrases']).flat()])
    set(phrase.split(' ')[0] ?? '', {});
  for (const phrase of corePhrases(file)) core(phrase.split(/[ -]/)[0] ?? '', {});
  for (const word of table.values()) Object.freeze(word);
  return table;
}

/** Phrases whose first word must make a sentence worth looking at. */
function corePhrases(file: TimesFile): string[] {
  return [
    ...Object.values(file['sun-moments']).flat(),
    ...Object.values(file['hijri-months']).flat(),
    ...Object.values(file.holidays).flatMap(({ names }) => names),
    ...Object.values(file.anchors).flat(),
    ...Object.keys(file['half-days']),
    "o'clock",
    'oclock',
    'future',
    'past',
    'present',
    'time',
    'moment',
    'period',
    'while',
    'current',
    'recent',
    'days',
  ];
}
