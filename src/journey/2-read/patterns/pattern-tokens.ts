/** Words of a text without a grammar: each with its plain form, the forms left when prefixes are taken off, and where it stands. */
import { foldWord, type PatternWords } from '../../../knowledge/pattern-words.ts';
import type { ParsedText } from '../../../model/sentence.ts';

export interface PatternToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The folded word first, then without one prefix, two, three. */
  readonly forms: readonly string[];
  readonly sentence: number;
  /** Token of the sentence that holds it. */
  readonly token: number;
  /** Part of a hashtag: words of one tag are tied by low lines. */
  readonly isTagged: boolean;
  /** Opens its sentence with a mark behind it ("حلب:", "حلب |"): the label of what is told. */
  readonly isLabel: boolean;
}

const LABEL_ENDS = /^(?: ?[:|]|\.\.| [-–] )/;

/** What is left of a word must be longer than this for a prefix to be one. */
const SHORTEST_STEM = 2;
const PREFIXES_AT_MOST = 3;

export function patternTokens({ text, sentences }: ParsedText, { prefixes }: PatternWords): PatternToken[] {
  const tokens: PatternToken[] = [];
  for (const sentence of sentences) {
    if (sentence.kind === 'furniture') continue;
    let at = 0;
    let tag = -1;
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      while (at < sentence.tokens.length - 1 && (sentence.tokens[at]?.end ?? 0) <= start) at += 1;
      const before = text[start - 1];
      // "#one_two": each part of the tag is a word of it.
      tag = before === '#' || (before === '_' && tag === start - 1) ? end : -1;
      tokens.push({
        start,
        end,
        text: match[0],
        forms: formsOf(foldWord(match[0]), prefixes),
        sentence: sentence.index,
        token: at,
        isTagged: tag !== -1,
        isLabel: match.index <= 1 && LABEL_ENDS.test(text.slice(end, end + 3)),
      });
    }
  }
  return tokens;
}

function formsOf(word: string, prefixes: readonly string[]): string[] {
  const forms = [word];
  let left = word;
  for (let count = 0; count < PREFIXES_AT_MOST; count += 1) {
    const prefix = prefixes.find((one) => left.startsWith(one) && isStem(left.slice(one.length)));
    if (prefix === undefined) break;
    left = left.slice(prefix.length);
    forms.push(left);
  }
  return forms;
}

/** "and 5": a number may be of one digit. */
const isStem = (rest: string): boolean => rest.length >= SHORTEST_STEM || isDigits(rest);

const isDigits = (word: string): boolean => /^[0-9٠-٩۰-۹]+$/.test(word);

/** The first form that a table knows, the whole word first. */
export function known<T>({ forms }: PatternToken, table: ReadonlyMap<string, T>): T | undefined {
  for (const form of forms) {
    const value = table.get(form);
    if (value !== undefined) return value;
  }
  return undefined;
}

export const isIn = ({ forms }: PatternToken, set: ReadonlySet<string>): boolean => forms.some((form) => set.has(form));

/** Whether "and" is written on before the word. */
export const isJoined = ({ forms }: PatternToken, { and }: PatternWords): boolean => forms[0]?.startsWith(and) === true;

/** The value of two words that stand together ("opened fire"), else of the first alone; with the number of words. */
export function knownPhrase<T>(
  tokens: readonly PatternToken[],
  at: number,
  table: ReadonlyMap<string, T>,
): { value: T; length: 1 | 2 } | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return undefined;
  for (const form of next?.sentence === token.sentence ? token.forms : [])
    for (const ending of next?.forms ?? []) {
      const value = table.get(`${form} ${ending}`);
      if (value !== undefined) return { value, length: 2 };
    }
  const value = known(token, table);
  return value === undefined ? undefined : { value, length: 1 };
}

/** Digits of any script, else a number word. */
export function numberOf(token: PatternToken, numbers: ReadonlyMap<string, number>): number | null {
  const digits = token.forms.find(isDigits)?.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  if (digits !== undefined && digits.length <= 7) return Number(digits);
  return known(token, numbers) ?? null;
}
