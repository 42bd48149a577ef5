/**
 * Words and phrases of a lexicon, looked up at a token by their first lemma. A hyphen in the text is passed over, so that
 * "air-strike", "air strike" and a token split at its hyphen are one phrase.
 */
import type { Token } from '../model/sentence.ts';

export interface Phrase<T> {
  /** Lemmas or word forms, lower case. */
  readonly words: readonly string[];
  readonly entry: T;
}

/** By first word; within a word the longest phrase first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export interface PhraseMatch<T> {
  readonly entry: T;
  readonly firstToken: number;
  /** Inclusive. */
  readonly lastToken: number;
}

const split = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[ -]+/)
    .filter((word) => word !== '');

export function phraseTable<T>(entries: Iterable<readonly [string, T]>): PhraseTable<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const [phrase, entry] of entries) {
    for (const words of wordings(phrase)) {
      const first = words[0];
      if (first === undefined) continue;
      const list = table.get(first) ?? [];
      list.push({ words, entry });
      table.set(first, list);
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** A hyphenated word may also stand as one token. */
function wordings(phrase: string): string[][] {
  const parts = split(phrase);
  const whole = phrase
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
  return whole.length === parts.length ? [parts] : [parts, whole];
}

const isWord = (token: Token, word: string): boolean => token.lemma === word || token.lower === word;

/** The longest phrase that starts at token `at`, or null. */
export function matchPhrase<T>(table: PhraseTable<T>, tokens: readonly Token[], at: number): PhraseMatch<T> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const byLemma = table.get(token.lemma);
  const byForm = token.lower === token.lemma ? undefined : table.get(token.lower);
  return longest(byForm, tokens, at) ?? longest(byLemma, tokens, at);
}

/** `matchPhrase` for tables whose every first word has the hint `bit`: other words cost no look-up. */
export function matchHinted<T>(
  bit: number,
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<T> | null {
  return ((tokens[at]?.hints ?? 0) & bit) === 0 ? null : matchPhrase(table, tokens, at);
}

function longest<T>(
  list: readonly Phrase<T>[] | undefined,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<T> | null {
  if (list === undefined) return null;
  for (const phrase of list) {
    const last = endOfPhrase(phrase.words, tokens, at);
    if (last !== -1) return { entry: phrase.entry, firstToken: at, lastToken: last };
  }
  return null;
}

function endOfPhrase(words: readonly string[], tokens: readonly Token[], at: number): number {
  let position = at;
  for (let index = 1; index < words.length; index += 1) {
    position += 1;
    if (tokens[position]?.text === '-') position += 1;
    const token = tokens[position];
    const word = words[index];
    if (token === undefined || word === undefined || !isWord(token, word)) return -1;
  }
  return position;
}
