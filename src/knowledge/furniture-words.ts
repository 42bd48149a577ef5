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

/** One kind of furniture line. All phrases are in the form that `plainForm` gives. */
export interface FurnitureLine {
  readonly kind: string;
  /** Lines with more words are not furniture of this kind. */
  readonly mostWords: number;
  /** Near the end of a page, what follows such a line belongs to it. */
  readonly closes: boolean;
  /** Only in the last part of a text: who wrote it and how to reach them. */
  readonly atEnd: boolean;
  readonly whole: ReadonlySet<string>;
  /** Opening phrases by their first word, so that a line is compared with few of them. */
  readonly starts: ReadonlyMap<string, readonly string[]>;
  readonly ends: readonly string[];
  /** Groups of phrases that must all be there, by the first word of the first phrase. */
  readonly holds: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A word of the field, and the words that must stand near a misspelling of it before it is noted. */
export interface FormulaicWord {
  readonly right: string;
  readonly beside: readonly string[];
}

export interface FurnitureWords {
  readonly lines: readonly FurnitureLine[];
  /** First words of all phrases of all kinds: a line that has none of them, and no such end, needs no comparing. */
  readonly openings: ReadonlySet<string>;
  readonly holdings: ReadonlySet<string>;
  readonly endings: readonly string[];
  /** Words of class and id names of page parts that are not the article. */
  readonly pageParts: ReadonlySet<string>;
  readonly formulaic: readonly FormulaicWord[];
}

/** Reads and checks one furniture file; throws when it is inconsistent, since knowledge is ours and must be whole. */
export function loadFurnitureWords(path: URL): FurnitureWords {
  const file = fileShape.parse(parse(readFileSync(path, 'utf8')));
  const form = (list: readonly string[]) => list.map(plainForm);
  const lines = Object.freeze(
    file.lines.map((line) =>
      Object.freeze({
        kind: line.kind,
        mostWords: line.mostWords,
        closes: line.closes,
        atEnd: line.atEnd,
        whole: new Set(form(line.whole)),
        starts: byFirstWord(form(line.starts), (phrase) => phrase),
        ends: Object.freeze(form(line.ends)),
        holds: byFirstWord(line.holds.map(form), (group) => group[0] ?? ''),
      }),
    ),
  );
  return Object.freeze({
    lines,
    openings: new Set(lines.flatMap((line) => [...line.starts.keys(), ...Array.from(line.whole, firstWord)])),
    holdings: new Set(lines.flatMap((line) => [...line.holds.keys()])),
    endings: Object.freeze(lines.flatMap((line) => line.ends)),
    pageParts: new Set(file.pageParts.flat()),
    formulaic: Object.freeze(file.formulaic),
  });
}

/** The form in which lines and phrases are compared: lower case, straight quotation marks, single spaces. */
export function plainForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The kind of furniture that a line is, null when it is none; `isNearEnd` for lines in the last part of the text. */
export function furnitureKind(line: string, isNearEnd: boolean, words: FurnitureWords): FurnitureLine | null {
  if (line.length > 1000) return null;
  const form = plainForm(line);
  const count = form.split(' ').length;
  const parts = new Set(form.match(/\w+|[^\w\s]/g));
  if (!mayBeFurniture(form, parts, words)) return null;
  const fits = (kind: FurnitureLine) =>
    count <= kind.mostWords && (isNearEnd || !kind.atEnd) && matches(form, parts, kind);
  return words.lines.find(fits) ?? null;
}

const mayBeFurniture = (form: string, parts: ReadonlySet<string>, words: FurnitureWords): boolean =>
  words.openings.has(firstWord(form)) ||
  hasAny(parts, words.holdings) ||
  words.endings.some((end) => form.endsWith(end));

function hasAny(parts: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const part of parts) if (wanted.has(part)) return true;
  return false;
}

/** `parts` are the words and marks of the line: phrases whose first word is missing need no search. */
function matches(form: string, parts: ReadonlySet<string>, kind: FurnitureLine): boolean {
  if (kind.whole.has(form)) return true;
  const starts = kind.starts.get(firstWord(form)) ?? [];
  if (starts.some((start) => startsWithPhrase(form, start)) || kind.ends.some((end) => form.endsWith(end))) return true;
  for (const [word, groups] of kind.holds) {
    if (parts.has(word) && groups.some((all) => all.every((phrase) => holdsPhrase(form, phrase)))) return true;
  }
  return false;
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
const firstWord = (form: string): string => /^\w+|^./.exec(form)?.[0] ?? '';

function byFirstWord<T>(entries: readonly T[], phraseOf: (entry: T) => string): Map<string, T[]> {
  const table = new Map<string, T[]>();
  for (const entry of entries) {
    const word = firstWord(phraseOf(entry));
    table.set(word, [...(table.get(word) ?? []), entry]);
  }
  return table;
}
