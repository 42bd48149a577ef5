/** Finds the register's names in a sentence: the longest at each place, with regard to capitals. Descriptions wait for resolving. */
import { type ActorRegister, foldName, type NamedActor } from '../../../knowledge/actors.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import { remembered } from '../../../knowledge/word-memory.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';

export interface NameMatch {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  /** What it may stand for, the likeliest first. */
  readonly entries: readonly NamedActor[];
}

const LONGEST_NAME_TOKENS = 14;
/** Acronyms that are words when all is written in capitals. */
const WORDS_IN_CAPITALS = new Set([
  'is',
  'who',
  'us',
  'car',
  'care',
  'it',
  'arena',
  'amal',
  'aa',
  'let',
  'mena',
  'saba',
  'is-k',
  'time',
  'amnesty',
  'congress',
  'labour',
]);
const foldWord = remembered(foldName);

export function matchNames(sentence: Sentence, register: ActorRegister): NameMatch[] {
  const { tokens } = sentence;
  const matches: NameMatch[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (((tokens[at]?.hints ?? 0) & WORD_HINT.actorName) === 0) continue;
    const match = longestAt(sentence, register, at);
    if (match === null) continue;
    matches.push(match);
    at = match.last;
  }
  return matches;
}

function longestAt(sentence: Sentence, register: ActorRegister, at: number): NameMatch | null {
  let key = '';
  let best: NameMatch | null = null;
  const end = Math.min(sentence.tokens.length, at + LONGEST_NAME_TOKENS);
  for (let last = at; last < end; last++) {
    const part = foldWord(sentence.tokens[last]?.lower ?? '');
    if (part === '') {
      if (last === at) return null;
      continue;
    }
    key += part;
    if (!register.beginnings.has(key)) break;
    const entries = register.names
      .get(key)
      ?.filter((entry) => entry.as !== 'description' && mayBe(entry, sentence, at, last));
    if (entries !== undefined && entries.length > 0) best = { first: at, last, entries };
  }
  return best;
}

/** Whether the casing of the text allows the name. */
function mayBe(entry: NamedActor, sentence: Sentence, first: number, last: number): boolean {
  const token = sentence.tokens[first];
  if (token === undefined) return false;
  const single = first === last;
  if (!single && isNoNamePart(sentence.tokens[last])) return false;
  if (entry.casing === 'any') return true;
  switch (sentence.casing) {
    case 'upper':
      return !(single && WORDS_IN_CAPITALS.has(token.lower)) || (token.pos === 'PROPN' && token.lower === 'us');
    case 'lower':
      return !single || (token.lower.length > 3 && entry.casing === 'capital' && token.pos !== 'VERB');
    default:
      return entry.casing === 'acronym'
        ? inCapitals(sentence.tokens, first, last)
        : hasCapital(sentence.tokens, first, last);
  }
}

/** "Israel is" spells "Israelis", "Russia today" a broadcaster. */
const isNoNamePart = (token: Token | undefined): boolean =>
  token?.pos === 'AUX' || (token?.text === 'today' && token.pos === 'NOUN');

const inCapitals = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) if (/\p{Ll}/u.test(tokens[at]?.text ?? '')) return false;
  return true;
};

/** "al-Qaeda" counts: one of the first two words must have its capital. */
const hasCapital = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) if (/\p{Lu}/u.test(tokens[at]?.text ?? '')) return true;
  return false;
};
