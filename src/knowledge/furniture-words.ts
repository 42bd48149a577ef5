/** The words that mark page furniture and hidden formulaic words: `lexicon/<language>/furniture.yaml` as a frozen table. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const phrases = z.array(z.string().min(1)).default([]);

const lineShape = z.strictObject({
  kind: z.string().regex(/^[a-z-]+$/),
  mostWords: z.int().positive(),
  closes: z.boolean().default(false),
  atEnd: z.boolean().default(false),
  whole: phrases,
  starts: phrases,
  ends: phrases,
  holds: z.array(z.array(z.string().min(1)).min(1)).default([]),
});

const fileShape = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  licence: z.string(),
  reviewer: z.string(),
  reason: z.string(),
  lines: z.array(lineShape).min(1),
  pageParts: z.array(z.array(z.string().regex(/^[a-z]+$/))),
  formulaic: z.array(z.strictObject({ right: z.string().min(5), beside: z.array(z.string()) })),
});

/** One kind of furniture line. */
export interface FurnitureLine {
  readonly kind: string;
  /** Lines with more words are not furniture of this kind. */
  readonly mostWords: number;
  /** Near the end of a page, what follows such a line belongs to it. */
  readonly closes: boolean;
  /** Only in the last part of a text: who wrote it and how to reach them. */
  readonly atEnd: boolean;
}

/** A phrase that marks a line of a kind, the kind by its place in the list. All phrases are in the form that `plainForm` gives. */
interface Mark<T> {
  readonly line: number;
  readonly phrase: T;
}

/** A word of the field, and the words that must stand near a misspelling of it before it is noted. */
export interface FormulaicWord {
  readonly right: string;
  readonly beside: readonly string[];
}

export interface FurnitureWords {
  readonly lines: readonly FurnitureLine[];
  /** Lines with more words are not furniture of any kind. */
  readonly mostWords: number;
  readonly whole: ReadonlyMap<string, readonly Mark<string>[]>;
  /** By their first word, so that a line is compared with few of them. */
  readonly openings: ReadonlyMap<string, readonly Mark<string>[]>;
  /** By their last character. */
  readonly endings: ReadonlyMap<string, readonly Mark<string>[]>;
  /** Groups of phrases that must all be there, by the first word of the first phrase. */
  readonly holdings: ReadonlyMap<string, readonly Mark<readonly string[]>[]>;
  /** Which first letters and lengths those first words have: most words of a line have another, and are not cut out. */
  readonly holdingShapes: Uint8Array;
  /** Words of class and id names of page parts that are not the article. */
  readonly pageParts: ReadonlySet<string>;
  /** By first letter. */
  readonly formulaic: ReadonlyMap<string, readonly FormulaicWord[]>;
  /** Which first letters and lengths a near miss of one may have, by `wordShape`. */
  readonly formulaicShapes: Uint8Array;
}

/** Reads and checks one furniture file; throws when it is inconsistent, since knowledge is ours and must be whole. */
export function loadFurnitureWords(path: URL): FurnitureWords {
  const file = fileShape.parse(parse(readFileSync(path, 'utf8')));
  const marks = (phrasesOf: (line: (typeof file.lines)[number]) => readonly string[]): Mark<string>[] =>
    file.lines.flatMap((kind, line) => phrasesOf(kind).map((phrase) => ({ line, phrase: plainForm(phrase) })));
  const groups = file.lines.flatMap(({ holds }, line) =>
    holds.map((group) => ({ line, phrase: group.map(plainForm) })),
  );
  return Object.freeze({
    lines: Object.freeze(
      file.lines.map(({ kind, mostWords, closes, atEnd }) => Object.freeze({ kind, mostWords, closes, atEnd })),
    ),
    mostWords: Math.max(...file.lines.map(({ mostWords }) => mostWords)),
    whole: listsBy(
      marks(({ whole }) => whole),
      ({ phrase }) => phrase,
    ),
    openings: listsBy(
      marks(({ starts }) => starts),
      ({ phrase }) => firstWord(phrase),
    ),
    endings: listsBy(
      marks(({ ends }) => ends),
      ({ phrase }) => phrase.slice(-1),
    ),
    holdings: listsBy(groups, ({ phrase }) => firstWord(phrase[0] ?? '')),
    holdingShapes: shapesOf(groups, ({ phrase }) => {
      const word = firstWord(phrase[0] ?? '');
      return wordShape(word.charCodeAt(0), word.length);
    }),
    pageParts: new Set(file.pageParts.flat()),
    formulaic: listsBy(file.formulaic, ({ right }) => right.charAt(0)),
    formulaicShapes: shapesOf(
      file.formulaic.flatMap(({ right }) =>
        [right.length - 1, right.length, right.length + 1].map((length) => ({ right, length })),
      ),
      ({ right, length }) => wordShape(right.charCodeAt(0), length),
    ),
  });
}

/** The form in which lines and phrases are compared: lower case, straight quotation marks, single spaces. */
export function plainForm(text: string): string {
  const lower = text.toLowerCase();
  if (isPlain(lower)) return lower.trim();
  return lower
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** ASCII with single spaces, as most lines are: nothing in it has another form. */
function isPlain(lower: string): boolean {
  let wasSpace = false;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const isSpace = code === SPACE;
    if (code > LAST_ASCII || code < SPACE || (isSpace && wasSpace)) return false;
    wasSpace = isSpace;
  }
  return true;
}

const SPACE = 32;
const LAST_ASCII = 126;
/** Longer lines are report. */
const LONGEST_LINE = 1000;

/** The kind of furniture that a line is, null when it is none; `isNearEnd` for lines in the last part of the text. */
export function furnitureKind(line: string, isNearEnd: boolean, words: FurnitureWords): FurnitureLine | null {
  if (line.length > LONGEST_LINE || hasMoreWords(line, words.mostWords)) return null;
  const form = plainForm(line);
  let best = words.lines.length;
  let count = 0;
  const fits = (index: number): boolean => {
    const kind = words.lines[index];
    if (kind === undefined || index >= best) return false;
    if (count === 0) count = wordsIn(form);
    return count <= kind.mostWords && (isNearEnd || !kind.atEnd);
  };
  for (const { line: index } of words.whole.get(form) ?? []) if (fits(index)) best = index;
  for (const { line: index, phrase } of words.openings.get(firstWord(form)) ?? [])
    if (fits(index) && startsWithPhrase(form, phrase)) best = index;
  for (const { line: index, phrase } of words.endings.get(form.slice(-1)) ?? [])
    if (fits(index) && form.endsWith(phrase)) best = index;
  for (let at = 0; at < form.length; ) {
    const end = partEnd(form, at);
    if (words.holdingShapes[wordShape(form.charCodeAt(at), end - at)] === 1)
      for (const { line: index, phrase } of words.holdings.get(form.slice(at, end)) ?? [])
        if (fits(index) && phrase.every((one) => holdsPhrase(form, one))) best = index;
    at = form.charCodeAt(end) === SPACE ? end + 1 : end;
  }
  return words.lines[best] ?? null;
}

/** Whether spaces alone already part more words than that; other white space may part still more. */
function hasMoreWords(line: string, most: number): boolean {
  let parts = 0;
  for (let at = line.indexOf(' '); at !== -1 && parts <= most; at = line.indexOf(' ', at + 1))
    if (line.charCodeAt(at + 1) !== SPACE) parts += 1;
  return parts > most;
}

/** Words of a line in plain form, which single spaces part. */
function wordsIn(form: string): number {
  let words = 1;
  for (let at = form.indexOf(' '); at !== -1; at = form.indexOf(' ', at + 1)) words += 1;
  return words;
}

const LONGEST_SHAPE = 31;

/** First letter and length of a word as a small number; those of other letters may agree. */
export const wordShape = (first: number, length: number): number =>
  (first & 127) * (LONGEST_SHAPE + 1) + Math.min(length, LONGEST_SHAPE);

function shapesOf<T>(list: readonly T[], shapeOf: (one: T) => number): Uint8Array {
  const shapes = new Uint8Array(128 * (LONGEST_SHAPE + 1));
  for (const one of list) shapes[shapeOf(one)] = 1;
  return shapes;
}

/** A phrase that ends in a letter must end where a word ends: "watch" does not open "watchdogs". */
const startsWithPhrase = (form: string, phrase: string): boolean =>
  form.startsWith(phrase) && !(/\w$/.test(phrase) && /\w/.test(form.charAt(phrase.length)));

/** A phrase within a line begins where a word begins: "our app" is not in "your appetite". */
function holdsPhrase(form: string, phrase: string): boolean {
  const at = form.indexOf(phrase);
  if (at <= 0 || !/^\w/.test(phrase)) return at !== -1;
  return !/\w/.test(form.charAt(at - 1)) || form.includes(` ${phrase}`, at);
}

/** Letters and digits up to the first of anything else; the first character when that is a mark. */
const firstWord = (form: string): string => form.slice(0, partEnd(form, 0));

/** Where the run of letters and digits that begins here ends; behind the character when it is a mark. */
function partEnd(form: string, at: number): number {
  let end = at;
  while (end < form.length && isWordUnit(form.charCodeAt(end))) end++;
  return end === at ? at + 1 : end;
}

/** An ASCII letter, digit or underscore. */
const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;

function listsBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const table = new Map<string, T[]>();
  for (const entry of entries) {
    const list = table.get(keyOf(entry));
    if (list === undefined) table.set(keyOf(entry), [entry]);
    else list.push(entry);
  }
  return table;
}
